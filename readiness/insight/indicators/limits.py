"""What `charts.yaml` says of an indicator's limits and was agreed by a day: where they start afresh, what sets them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Baseline, Rebase
from readiness.dates import uk_date
from readiness.insight.indicators.fact import FreshLimits
from readiness.statistics import spc_results
from readiness.statistics.spc import rebase_on
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Stretch:
    """Limits that start with the first period ending on or after `since`; to `until` its periods set them."""

    since: date
    until: date | None
    reason: str
    agreed_on: date
    agreed_by: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How one indicator's limits are worked out, in order of time. `screened`: without single outlying steps."""

    stretches: tuple[Stretch, ...] = ()
    screened: bool = False


FROM_ALL_FIGURES = Limits()
"""One stretch, set by every figure: as an indicator is drawn that `charts.yaml` does not name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The same by position in a series, as statistics takes it, and in words."""

    rebases: tuple[spc_results.Rebase, ...]
    baseline: int | None
    fresh: tuple[FreshLimits, ...]


def limits_known(workspace: Workspace, as_at: date) -> Mapping[str, Limits]:
    """The limits of every indicator of the configuration, by what was agreed by a day."""
    charts, dataset = workspace.config.charts, workspace.dataset.id
    found: dict[str, list[Stretch]] = {each: [] for each in workspace.config.indicators}
    for each in (*charts.rebases, *charts.baselines):
        if each.dataset == dataset and each.agreed_on <= as_at:
            found[each.indicator].append(_stretch(each))
    return {
        indicator: Limits(tuple(sorted(mine, key=lambda one: one.since)), charts.screen_moving_ranges)
        for indicator, mine in found.items()
    }


def _stretch(each: Rebase | Baseline) -> Stretch:
    since, until = (each.from_, None) if isinstance(each, Rebase) else (each.first, each.last)
    return Stretch(since, until, each.reason, each.agreed_on, each.agreed_by)


def placed_limits(limits: Limits, days: Sequence[date]) -> Placed:
    """Where the stretches fall among the periods of a series, which end on `days`.

    One that begins after the last period has no effect yet, nor a baseline of which fewer than two periods are
    known; of two in one period the later stands.
    """
    begun = [each for each in limits.stretches if each.since <= days[-1]]
    at = {rebase_on(days, each.since, each.reason).position: each for each in begun}
    fixed = {position: _periods(each, days, position) for position, each in at.items()}
    kept = {position: each for position, each in at.items() if position or fixed[position]}
    return Placed(
        rebases=tuple(
            spc_results.Rebase(position, each.reason, fixed[position] or len(days))
            for position, each in sorted(kept.items())
            if position
        ),
        baseline=fixed.get(0),
        fresh=tuple(_fresh(each, days, position, fixed[position]) for position, each in sorted(kept.items())),
    )


def _periods(stretch: Stretch, days: Sequence[date], position: int) -> int | None:
    if stretch.until is None:
        return None
    number = sum(end <= stretch.until for end in days[position:])
    return number if number > 1 else None


def _fresh(stretch: Stretch, days: Sequence[date], position: int, periods: int | None) -> FreshLimits:
    begins = days[position] if position else None
    until = days[position + periods - 1] if periods else None
    did = []
    if begins:
        did.append(f"start afresh in {begins:%B %Y}")
    if until:
        did.append(f"are set by the figures up to {until:%B %Y} and kept")
    agreed = f"{stretch.agreed_by}, {uk_date(stretch.agreed_on)}"
    return FreshLimits(begins, until, f"Limits {' and '.join(did)}: {stretch.reason} ({agreed}).")
