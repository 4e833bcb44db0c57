"""Yearly series: a run of years with intervals, where counts are given, and the latest year tested against the last."""

from collections.abc import Sequence

from readiness.insight.indicators.control import doubt, tone_of
from readiness.insight.indicators.fact import Icon, Plotted, Reading
from readiness.insight.indicators.series import Measured
from readiness.insight.indicators.words import CONTEXT, NO_TARGET, counted, meets, period_words
from readiness.statistics.intervals import Interval, difference_of_proportions, rate_interval, wilson
from readiness.statistics.spc_results import Better
from readiness.wording import in_unit

PER = {"percent": 100.0, "rate per 10,000": 10_000.0, "rate per 1,000": 1_000.0}
ONE_YEAR = 550
"""Days: two yearly figures further apart than this are not of neighbouring years."""
NEAR = "the year before"
ONE_FIGURE = Icon("ordinary", "·", "One figure only")
NOT_TESTED = Icon("ordinary", "·", "Not tested: no counts")
SAME = Icon("ordinary", "↔", "No clear change on the year before")


def years_reading(
    series: Sequence[Measured], better: Better | None, target: float | None, unit: str
) -> Reading:
    """A run of at least one year. A change is called one only where it is more than chance explains."""
    latest = series[-1]
    change = change_between(series[-2], latest, unit) if len(series) > 1 else None
    variation = _variation(series, change, better)
    points = [Plotted(each.period_end, each, interval_of(each, unit)) for each in series[:-1]]
    points.append(
        Plotted(latest.period_end, latest, interval_of(latest, unit), variation.tone, _signals(variation))
    )
    return Reading(
        points=tuple(points),
        ranges=(),
        variation=variation,
        assurance=_assurance(latest, better, target),
        finding=_finding(series, change, unit),
        outlook=_outlook(latest, better, target, unit),
        cautions=doubt(latest),
        tested=change is not None,
    )


def interval_of(measured: Measured, unit: str) -> Interval | None:
    """The 95% interval of a proportion (Wilson) or a rate (Byar); None without counts, or in another unit."""
    top, whole = measured.numerator, measured.denominator
    if top is None or not whole or unit not in PER:
        return None
    if unit == "percent":
        return wilson(top, whole, per=100.0) if 0 <= top <= whole else None
    return rate_interval(round(top), whole, per=PER[unit]) if top >= 0 and whole > 0 else None


def change_between(before: Measured, after: Measured, unit: str) -> int | None:
    """1 up or -1 down where the difference is more than chance, 0 where it is not; None where it can't be tested.

    Proportions by the interval of their difference; rates by the stricter test that their intervals do not overlap.
    """
    one, two = interval_of(after, unit), interval_of(before, unit)
    if one is None or two is None:
        return None
    if unit == "percent":
        found = difference_of_proportions(_counts(after), _counts(before))
        return 0 if found is None else (found.lower > 0) - (found.upper < 0)
    return (one.lower > two.upper) - (one.upper < two.lower)


def _counts(measured: Measured) -> tuple[float, float]:
    return measured.numerator or 0.0, measured.denominator or 0.0


def _variation(series: Sequence[Measured], change: int | None, better: Better | None) -> Icon:
    if len(series) == 1:
        return ONE_FIGURE
    if change is None:
        return NOT_TESTED
    if change == 0:
        return SAME
    side = "high" if change > 0 else "low"
    tone = tone_of(side, better)
    word = {"improvement": "Better than", "concern": "Worse than"}.get(
        tone, "Higher than" if change > 0 else "Lower than"
    )
    return Icon(tone, "↑" if change > 0 else "↓", f"{word} {_year_before(series)}")


def _signals(variation: Icon) -> tuple[str, ...]:
    return () if variation.tone == "ordinary" else ("more than chance explains, against the figure before",)


def _year_before(series: Sequence[Measured]) -> str:
    near = (series[-1].period_end - series[-2].period_end).days <= ONE_YEAR
    return NEAR if near else "the figure before"


def _finding(series: Sequence[Measured], change: int | None, unit: str) -> str:
    latest = series[-1]
    now, when = in_unit(latest.figure, unit), f"{latest.period_end:%B %Y}"
    if len(series) == 1:
        return f"one figure only, {now} at {when}"
    was = in_unit(series[-2].figure, unit)
    then = f" in {series[-2].period_end:%B %Y}" if _year_before(series) != NEAR else ""
    if len({each.figure for each in series}) == 1:
        return f"unchanged at {now} in {counted(len(series), 'figure')} to {when}"
    if now == was and not change:
        return f"{now} at {when}, as in {period_words(series[-2].period_end, 'monthly')}"
    moved = "up" if latest.figure > series[-2].figure else "down"
    return f"{now} at {when}, {moved} from {was}{then}{_chance(change)}"


def _chance(change: int | None) -> str:
    if change is None:
        return ", without counts to test it"
    return ", more than chance explains" if change else ", which may be chance"


def _assurance(latest: Measured, better: Better | None, target: float | None) -> Icon:
    if better is None:
        return CONTEXT
    if target is None:
        return NO_TARGET
    if meets(latest.figure, target, better):
        return Icon("improvement", "✓", "Latest figure met the target")
    return Icon("concern", "✖", "Latest figure missed the target")


def _outlook(latest: Measured, better: Better | None, target: float | None, unit: str) -> str:
    if better is None or target is None:
        return ""
    met = "meets" if meets(latest.figure, target, better) else "misses"
    return f"; it {met} the target of {in_unit(target, unit)}"
