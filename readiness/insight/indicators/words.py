"""The words of indicators: icons, findings and outlooks. No sentence says more than the figures do."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from readiness.insight.indicators.fact import Icon
from readiness.insight.indicators.series import Cadence
from readiness.statistics.spc_results import Assurance, Better, ControlChart, Point, Rule, Variation
from readiness.wording import in_unit

NOUN: Mapping[Cadence, str] = {"monthly": "month", "quarterly": "quarter", "annual": "year"}

VARIATION: Mapping[Variation, Icon] = {
    Variation.COMMON_CAUSE: Icon("ordinary", "↔", "Usual variation"),
    Variation.IMPROVEMENT_HIGH: Icon("improvement", "↑", "Improvement, high"),
    Variation.IMPROVEMENT_LOW: Icon("improvement", "↓", "Improvement, low"),
    Variation.CONCERN_HIGH: Icon("concern", "↑", "Concern, high"),
    Variation.CONCERN_LOW: Icon("concern", "↓", "Concern, low"),
    Variation.NEUTRAL_HIGH: Icon("neutral", "↑", "Higher than usual"),
    Variation.NEUTRAL_LOW: Icon("neutral", "↓", "Lower than usual"),
}
ASSURANCE: Mapping[Assurance, Icon] = {
    Assurance.HITS: Icon("improvement", "✓", "Likely to meet the target"),
    Assurance.MISSES: Icon("concern", "✖", "Unlikely to meet the target"),
    Assurance.HIT_AND_MISS: Icon("ordinary", "?", "May meet or miss the target"),
}
MET_BEYOND = Icon("ordinary", "?", "Met, beyond its usual range")
MISSED_BEYOND = Icon("ordinary", "?", "Missed, against its usual range")
NO_RANGE = Icon("ordinary", "·", "No usual range yet")
NO_TARGET = Icon("ordinary", "·", "No target set")
CONTEXT = Icon("ordinary", "·", "Context, no target")
TOO_FEW = Icon("ordinary", "·", "Too few figures to say")

MEANINGS: tuple[tuple[Icon, str], ...] = (
    (
        Icon("concern", "↑↓", "Concern"),
        "It has moved the wrong way by more than noise. High or low says where it now stands beside what is usual.",
    ),
    (Icon("improvement", "↑↓", "Improvement"), "It has moved the right way by more than noise."),
    (
        Icon("neutral", "↑↓", "Higher or lower than usual"),
        "It has moved by more than noise, and neither way is better in itself.",
    ),
    (
        VARIATION[Variation.COMMON_CAUSE],
        "It goes up and down as it always has: the latest change alone means nothing.",
    ),
    (
        ASSURANCE[Assurance.MISSES],
        "The target lies beyond its usual range: it will be missed unless the way of working changes.",
    ),
    (
        ASSURANCE[Assurance.HIT_AND_MISS],
        "The target lies within its usual range: it is met one time and missed another by chance, and can't be "
        "relied on.",
    ),
    (
        ASSURANCE[Assurance.HITS],
        "Its whole usual range meets the target: it will be met unless something changes.",
    ),
    (
        Icon("ordinary", "✓✖", "Latest figure met, or missed, the target"),
        "A yearly figure has no usual range: it is compared with the year before, and says nothing of the next.",
    ),
    (
        Icon("ordinary", "·", "Not tested, too few figures, no target"),
        "Nothing is said, because figures, counts or a target are missing.",
    ),
)
"""What the marks of change, then of the target, mean to a reader who meets them for the first time."""

TOO_FEW_AHEAD = 7
"""With fewer figures than the shortest run that counts as a signal, nothing is said about what comes next."""


def period_words(day: date, cadence: Cadence) -> str:
    """A period by its end: `March 2025`; a yearly one `the year to March 2025`."""
    return f"{'the year to ' if cadence == 'annual' else ''}{day:%B %Y}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 month`, `seven months`."""
    return f"{counted_out(number)} {noun if number == 1 else f'{noun}s'}"


def counted_out(number: int) -> str:
    """A number below ten as a word, others in figures with a comma for the thousands."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return small[number] if number < len(small) else f"{number:,}"


def control_finding(chart: ControlChart, days: Sequence[date], cadence: Cadence, unit: str) -> str:
    """What a control chart says about change, at its latest point and against the limits there."""
    seen = [point for point in chart.points if point.value is not None]
    current, latest = chart.segments[-1], seen[-1]
    when, now = period_words(days[latest.position], cadence), in_unit(latest.value or 0.0, unit)
    since = f" since {days[current.first]:%B %Y}" if current.first else ""
    if len(seen) == 1:
        return f"one figure only, {now} for {when}"
    if latest.lower is None:
        unknown = f"no two neighbouring {NOUN[cadence]}s are known{since}"
        return f"{now} for {when}; {unknown}, so there is no usual range yet"
    if all(point.value == latest.value for point in seen):
        return f"unchanged at {now} in {counted(len(seen), NOUN[cadence])}"
    if not latest.rules:
        return f"no change beyond its usual variation{since}, {now} in {when}"
    return _signal([point for point in seen if point.position >= current.first], when, cadence)


def _signal(seen: Sequence[Point], when: str, cadence: Cadence) -> str:
    latest, noun = seen[-1], NOUN[cadence]
    over = "above" if latest.side == "high" else "below"
    run = _figures(trend_length(seen), seen, noun)
    moving = "rising" if trend_sign(seen) > 0 else "falling"
    rule = latest.rules[0]
    if rule is Rule.OUTSIDE:
        outside = f"{over} its usual range in {when}"
        if Rule.TREND in latest.rules:
            return f"{outside}, {moving} over {run}"
        return f"{outside} and {_shifted(seen, over, noun)}" if Rule.SHIFT in latest.rules else outside
    if rule is Rule.TREND:
        return f"{moving} over {run}"
    if rule is Rule.SHIFT:
        return _shifted(seen, over, noun)
    edge = "upper" if latest.side == "high" else "lower"
    near = f"near the {edge} edge of its usual range in at least two of the last three {noun}s"
    return f"{near} and {_shifted(seen, over, noun)}" if Rule.SHIFT in latest.rules else near


def _shifted(seen: Sequence[Point], over: str, noun: str) -> str:
    return f"{over} its average for {_figures(shift_length(seen), seen, noun)}"


def _figures(number: int, seen: Sequence[Point], noun: str) -> str:
    """So many months; figures in a row, where months between them are missing."""
    run = seen[-number:]
    whole = run[-1].position - run[0].position == number - 1
    return counted(number, noun) if whole else f"{counted(number, 'figure')} in a row"


def trend_sign(seen: Sequence[Point]) -> int:
    """Which way the last step goes: 1 up, -1 down, 0 level."""
    before, after = seen[-2].value or 0.0, seen[-1].value or 0.0
    return (after > before) - (after < before)


def trend_length(seen: Sequence[Point]) -> int:
    """How many points at the end each go further the same way than the one before."""
    way, length = trend_sign(seen), 1
    for after, before in pairwise(reversed(seen)):
        if ((after.value or 0.0) - (before.value or 0.0)) * way <= 0:
            break
        length += 1
    return length


def shift_length(seen: Sequence[Point]) -> int:
    """How many points at the end lie on the latest one's side of the mean, within the same limits."""
    way, length = seen[-1].side, 0
    for point in reversed(seen):
        above = (point.value or 0.0) > (point.mean or 0.0)
        if Rule.SHIFT not in point.rules or above != (way == "high") or point.mean != seen[-1].mean:
            break
        length += 1
    return length


def meets(figure: float, target: float, better: Better) -> bool:
    """Whether a figure meets its target; equal to it does."""
    return figure >= target if better == "high" else figure <= target


def assurance_icon(chart: ControlChart, used: int) -> Icon:
    """What the process will do against its target, unless its latest figure has just done otherwise."""
    if chart.better is None:
        return CONTEXT
    if chart.target is None:
        return NO_TARGET
    if chart.assurance is None or used < TOO_FEW_AHEAD or chart.latest is None:
        return TOO_FEW
    met = meets(chart.latest.value or 0.0, chart.target, chart.better)
    if chart.assurance is Assurance.MISSES and met:
        return MET_BEYOND
    return MISSED_BEYOND if chart.assurance is Assurance.HITS and not met else ASSURANCE[chart.assurance]


def control_outlook(chart: ControlChart, used: int, unit: str, cadence: Cadence, *, firm: bool) -> str:
    """What the process will do against its target if nothing changes; empty where nothing can be said."""
    if chart.target is None or chart.better is None or chart.latest is None:
        return ""
    target = in_unit(chart.target, unit)
    if chart.assurance is None or used < TOO_FEW_AHEAD:
        return f"; too few figures to say whether it will meet {target}"
    so_far = "" if firm else f"on {counted(used, 'figure')} so far "
    met = meets(chart.latest.value or 0.0, chart.target, chart.better)
    if chart.assurance is Assurance.HIT_AND_MISS:
        if chart.variation in (Variation.CONCERN_HIGH, Variation.CONCERN_LOW) and not met:
            return f", and missed {target} this {NOUN[cadence]}, which its usual range may meet or miss"
        return f", and {so_far}may or may not meet {target}"
    if chart.assurance is Assurance.HITS:
        return f", and {so_far}{_will_hit(chart, target, met, NOUN[cadence])}"
    return f", and {so_far}{_will_miss(chart, target, met, NOUN[cadence])}"


def _will_hit(chart: ControlChart, target: str, met: bool, noun: str) -> str:
    if not met:
        return f"missed {target} this {noun}, though its usual range meets it"
    if chart.variation in (Variation.CONCERN_HIGH, Variation.CONCERN_LOW):
        return f"still meets {target}, which may not last if this goes on"
    return f"will meet {target} unless something changes"


def _will_miss(chart: ControlChart, target: str, met: bool, noun: str) -> str:
    if met:
        return f"met {target} this {noun}, which its usual range does not reach"
    if chart.variation in (Variation.IMPROVEMENT_HIGH, Variation.IMPROVEMENT_LOW):
        return f"will still miss {target} unless it improves further"
    return f"will miss {target} unless something changes"
