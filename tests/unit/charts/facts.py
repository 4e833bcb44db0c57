"""Trends, steps and settings made by hand, for charts of them."""

from datetime import date

from readiness.charts.trend import Setting
from readiness.dates import month_ends
from readiness.insight.changes import AreaChange
from readiness.insight.drivers import Drivers, Effect
from readiness.insight.rows import EvidenceRow
from readiness.insight.timeline import Mark
from readiness.insight.trends import Trend
from tests.unit.insight.made import area

BANDS = {"inadequate": 0.0, "requires improvement": 40.0, "good": 60.0, "outstanding": 80.0}
SPAN = (date(2020, 1, 1), date(2020, 6, 30))
MONTHS = month_ends(*SPAN)


def trend(*scores: float | None, coverage: float = 0.6) -> Trend:
    """A trend from January 2020 on; where there is no score, little evidence is held."""
    held = tuple(0.1 if score is None else coverage for score in scores)
    return Trend("care", "Care", MONTHS[: len(scores)], scores, held, "Care rose", "Read me.")


def setting(*marks: Mark, kind: str = "published") -> Setting:
    """The setting of a chart over the first half of 2020."""
    return Setting(BANDS, (0.25, 0.5, 0.75), SPAN, marks, "Source: made", kind, "Ofsted")


def mark(day: date, label: str = "Visit", kind: str = "visit") -> Mark:
    """One moment on the time axis."""
    return Mark(day, kind, label, "No grades were given")


def row(
    about: str, points: float = 50.0, share: float = 0.5, line: int = 2, criterion: str = "plans"
) -> EvidenceRow:
    """One evidence row."""
    says = f"It says {about}"
    return EvidenceRow(
        criterion, "scrutiny", says, points, 1.0, 1.0, share, SPAN[0], "Report", "findings.csv", line, about
    )


def change(
    *effects: tuple[str, float], cap: float = 0.0, enough: bool = True, start: float = 50.0
) -> AreaChange:
    """An area that began at `start` and was moved by effects about something, and by a cap."""
    uncapped = start + sum(points for _, points in effects)
    made = tuple(Effect(row(about), "new evidence", points) for about, points in effects)
    before, after = area("Care", start), area("Care", uncapped + cap, enough=enough)
    found = Drivers("care", SPAN, (start, uncapped + cap), (start, uncapped), made, cap, None)
    return AreaChange(after, before, found, "Care moved.")
