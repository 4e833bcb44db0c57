"""Safety counts and figures made by hand, for facts and sentences about safety."""

from dataclasses import replace
from datetime import date

from readiness.config.models import Indicator
from readiness.dates import month_end
from readiness.insight.indicators.series import Measured
from readiness.insight.safety.counts import SafetyCount, State
from readiness.insight.safety.escalations import Escalations

TODAY = date(2026, 3, 31)
INDICATOR = Indicator(
    id="late",
    title="Late visits",
    definition="Late of all",
    unit="percent",
    frequency="monthly",
    source="tests",
    criteria={"front-door": 1.0},
)
NONE_UNSAFE = Escalations(TODAY, 3, (), (), "No child is recorded as found unsafe.", "", "")
ONE_UNSAFE = replace(NONE_UNSAFE, open=(None,), short="One child is not recorded as made safe")


def figures(*values: float, denominator: float | None = None) -> tuple[Measured, ...]:
    """One figure a month from January 2025, each known on the last day of its month."""
    return tuple(
        Measured(day, value, None, denominator, day, False, "", "tests", "observations.csv", line)
        for line, value in enumerate(values, 2)
        for day in [month_end(2025 + (line - 2) // 12, (line - 2) % 12 + 1)]
    )


def count(title: str, state: State, *, stale: bool = False, known: date = TODAY) -> SafetyCount:
    """A count of an indicator in a state."""
    return SafetyCount(title, "Seen", INDICATOR, state, "Seen.", known=known, stale=stale)
