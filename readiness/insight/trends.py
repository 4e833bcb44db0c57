"""How areas and criteria moved month by month, each with the sentence its line comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Framework
from readiness.dates import month
from readiness.scoring.results import History
from readiness.wording import whole_score

Confident = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """One line: `scores` (0 to 100) are None in months with too little evidence to show; `coverage` is 0 to 1."""

    id: str
    name: str
    dates: tuple[date, ...]
    scores: tuple[float | None, ...]
    coverage: tuple[float, ...]
    finding: str
    reading: str


def area_trends(history: History, framework: Framework) -> tuple[Trend, ...]:
    """A trend for every scored area of a framework, in its official order."""
    return tuple(
        _trend(area.id, area.label, history.dates, history.shown(area.id), history.coverage[area.id])
        for area in framework.areas
        if area.id in history.areas
    )


def criterion_trends(history: History, framework: Framework, area_id: str) -> tuple[Trend, ...]:
    """A trend for every scored criterion of an area, in the framework's order."""
    area = next(each for each in framework.areas if each.id == area_id)
    return tuple(
        _trend(
            each.id,
            each.title,
            history.dates,
            history.shown_criterion(each.id),
            history.criteria_coverage[each.id],
        )
        for each in area.criteria
        if each.id in history.criteria
    )


def trends_headline(trends: Sequence[Trend]) -> str:
    """The one sentence over a set of trends: the finding of the line that moved most."""
    lines = [(trend, [score for score in trend.scores if score is not None]) for trend in trends]
    moved = [(abs(scores[-1] - scores[0]), trend) for trend, scores in lines if len(scores) > 1]
    if not moved:
        return "Nothing here has enough evidence for a line in this span."
    most = max(moves for moves, _ in moved)
    return f"{next(trend.finding for moves, trend in moved if moves == most)}."


def without_line(trends: Sequence[Trend]) -> tuple[Trend, ...]:
    """The trends that never had enough evidence for a number."""
    return tuple(trend for trend in trends if all(score is None for score in trend.scores))


def _trend(
    trend_id: str, name: str, dates: tuple[date, ...], scores: Confident, coverage: tuple[float, ...]
) -> Trend:
    finding = f"{name} {_moved(dates, scores)}" if dates else f"{name}: no month end in this span"
    return Trend(trend_id, name, dates, scores, coverage, finding, _thin(scores))


def _moved(dates: Sequence[date], scores: Confident) -> str:
    shown = [(day, whole_score(score)) for day, score in zip(dates, scores, strict=True) if score is not None]
    if not shown:
        return "never had enough evidence here for a number"
    (first, start), (last, end) = shown[0], shown[-1]
    if first == last:
        return f"has a number in one month only: {end} in {month(last)}"
    ended = "" if last == dates[-1] else f"; too little evidence since {month(last)}"
    if start == end:
        return f"is at {end}, as in {month(first)}{ended}"
    return (
        f"{'rose' if end > start else 'fell'} from {start} in {month(first)} to {end} in {month(last)}{ended}"
    )


def _thin(scores: Confident) -> str:
    thin = sum(score is None for score in scores)
    if not thin:
        return "There was enough evidence for a number in every month."
    if thin == len(scores):
        return "The grey strip shows how little evidence was held."
    return (
        f"In {thin} of {len(scores)} months there was too little evidence for a number, so there is no line."
    )
