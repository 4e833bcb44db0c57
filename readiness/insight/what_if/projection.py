"""Pace: which way an area's score has gone in a year, when it would be good at that pace, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from readiness.dates import month_ends, months_after, months_before
from readiness.insight.drivers import movement
from readiness.insight.inspections.next_visit import Span, next_visit
from readiness.scoring.results import AreaScore
from readiness.statistics.slope import Line, slope_interval, theil_sen
from readiness.workspace import Workspace

YEAR = 12
FEWEST = 6
"""Month ends with a number, of the last twelve, without which there is no pace (scoring.md 5)."""
MONTH_DAYS = 365.25 / 12
FURTHEST = 120
"""Months ahead beyond which no date is given: ten years."""
SHOWN = 2
"""Decimals of a slope: a hundredth of a point a month is an eighth of a point a year."""
Verdict = Literal[
    "on pace", "late", "too slow", "rising", "capped", "flat", "falling", "fading", "there", "unknown"
]


@dataclass(frozen=True, slots=True)
class Split:
    """The change over the months looked at, in points: by new evidence with what it replaced, by ageing, by caps."""

    evidence: float
    aged: float
    caps: float

    @property
    def moved(self) -> float:
        """All of the change."""
        return self.evidence + self.aged + self.caps


@dataclass(frozen=True, slots=True)
class AreaPace:
    """One area's pace on a day. `months` holds (month end, score), None where evidence was too thin for a number.

    `line` is the Theil-Sen line over those months (its slope in points a month) and `slope` its 95% interval; `split`
    says where the change came from. `finish` are the soonest, the likely and the latest day on which the score
    would reach `good` (None: not within ten years), given only where the slope can be told from nought, is not all
    ageing, and no cap is in its way. `window` is when the next inspection may come. Every one of these is None
    where it can't be said.
    """

    as_at: date
    area: AreaScore
    good: float
    months: tuple[tuple[date, float | None], ...]
    line: Line | None
    slope: tuple[float, float] | None
    split: Split | None
    finish: tuple[date | None, date | None, date | None] | None
    window: Span | None
    verdict: Verdict

    @property
    def shown(self) -> int:
        """How many of the month ends have a number."""
        return sum(score is not None for _, score in self.months)


def area_pace(workspace: Workspace, as_at: date, framework_id: str, area_id: str) -> AreaPace:
    """The pace of one area on a day, against the window of the next inspection."""
    area = workspace.score(as_at, framework_id).area(area_id)
    good = workspace.config.scoring.bands["good"]
    months = _months(workspace, as_at, framework_id, area_id)
    window = workspace.once(next_visit, as_at, framework_id).window
    scores = [score for _, score in months]
    if not area.enough or sum(score is not None for score in scores) < FEWEST:
        return AreaPace(as_at, area, good, months, None, None, None, None, window, "unknown")
    line, slope = theil_sen(scores), slope_interval(scores)
    split = _split(workspace, as_at, framework_id, months, area)
    way = direction(slope, split)
    finish = None
    held = way == "rising" and capped_below(area, good)
    if way == "rising" and not held and line and slope and round(area.score or 0.0, 9) < good:
        finish = finish_days(as_at, good - (area.score or 0.0), line.slope, slope)
    verdict = "capped" if held else judged(way, area.score or 0.0, good, finish, window, as_at)
    return AreaPace(as_at, area, good, months, line, slope, split, finish, window, verdict)


def capped_below(area: AreaScore, good: float) -> bool:
    """Whether a cap keeps an area from good, so that no pace by itself takes it there."""
    return any(cap.limit < good for cap in area.caps)


def paces(workspace: Workspace, as_at: date, framework_id: str) -> tuple[AreaPace, ...]:
    """The pace of every scored area on a day, in the framework's order."""
    areas = workspace.score(as_at, framework_id).areas
    return tuple(workspace.once(area_pace, as_at, framework_id, area.id) for area in areas)


def _months(
    workspace: Workspace, as_at: date, framework_id: str, area_id: str
) -> tuple[tuple[date, float | None], ...]:
    """The last twelve month ends up to the day, each with its score where there was enough evidence."""
    first = months_before(as_at, YEAR) + timedelta(days=1)
    if not month_ends(first, as_at):
        return ()
    history = workspace.history(first, as_at, framework_id)
    return tuple(zip(history.dates, history.shown(area_id), strict=True))[-YEAR:]


def _split(
    workspace: Workspace,
    as_at: date,
    framework_id: str,
    months: Sequence[tuple[date, float | None]],
    area: AreaScore,
) -> Split | None:
    """Where the change came from, from the first month with a number to the day."""
    first = next(day for day, score in months if score is not None)
    before = workspace.score(first, framework_id).area(area.id)
    moved = movement(workspace.evidence(framework_id), before, area, (first, as_at))
    if moved.why_not is not None:
        return None
    parts = moved.split()
    return Split(parts["new evidence"] + parts["gone"], parts["aged"], parts["caps"])


def direction(
    slope: tuple[float, float] | None, split: Split | None
) -> Literal["rising", "flat", "falling", "fading"]:
    """Which way a score goes: flat where the interval of its slope holds nought, fading where only ageing lifts it.

    Older evidence that counts for less can raise a mean without anything having improved. The interval is taken to the
    hundredth of a point a month, as it is shown.
    """
    low, high = (round(each, SHOWN) for each in slope or (0.0, 0.0))
    if high < 0:
        return "falling"
    if low <= 0:
        return "flat"
    return "fading" if split and split.evidence + split.caps <= 0 else "rising"


def finish_days(
    as_at: date, missing: float, slope: float, interval: tuple[float, float]
) -> tuple[date | None, date | None, date | None]:
    """The soonest, likely and latest day on which so many points are made good; slopes are points a month, above 0."""
    return (
        _day(as_at, missing, interval[1]),
        _day(as_at, missing, slope),
        _day(as_at, missing, interval[0]),
    )


def _day(as_at: date, missing: float, slope: float) -> date | None:
    months = missing / slope if slope > 0 else FURTHEST + 1
    return as_at + timedelta(days=round(months * MONTH_DAYS)) if months <= FURTHEST else None


def judged(
    way: Literal["rising", "flat", "falling", "fading"],
    score: float,
    good: float,
    finish: tuple[date | None, date | None, date | None] | None,
    window: Span | None,
    as_at: date,
) -> Verdict:
    """The pace against the window: before it opens is on pace, within it may be late, after it closes is too slow."""
    if round(score, 9) >= good:
        return "falling" if way == "falling" else "there"
    if way != "rising" or finish is None:
        return way
    if window is None or window[1] < as_at:
        return "rising"
    likely = finish[1]
    if likely is None or likely > window[1]:
        return "too slow"
    return "on pace" if likely <= window[0] else "late"


def horizon(found: AreaPace) -> date:
    """How far ahead a picture of the pace looks: to the window's end or the likely day, one to three years."""
    likely = found.finish[1] if found.finish else None
    wanted = max(filter(None, (likely, found.window[1] if found.window else None)), default=found.as_at)
    return min(max(wanted, months_after(found.as_at, YEAR)), months_after(found.as_at, 3 * YEAR))
