"""What every test shares: the same examples on every machine."""

from hypothesis import HealthCheck, settings

# Property tests try the same examples each time, so that a red build can be repeated; two workers on
# two cores are too uneven for deadlines.
settings.register_profile(
    "project", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")
