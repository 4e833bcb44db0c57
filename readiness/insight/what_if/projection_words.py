"""Pace in words: which way, how fast, when good, and whether that is before the inspector may come."""

from collections.abc import Sequence

from readiness.dates import month, uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.what_if.projection import FEWEST, SHOWN, YEAR, AreaPace, Verdict
from readiness.wording import listed, lower_first, signed, whole_score

METHOD = (
    "The pace is the median of the slopes between every two of the last twelve month ends (Theil-Sen), so one odd "
    "month does not bend it; the range is its 95% interval (Sen, 1968). Month ends share most of their evidence, so "
    "the true range is wider. Where the range holds nought, the score can't be told from standing still and no date is "
    "given; nor where a rise is only older evidence counting for less, or a cap is in its way. A projection takes the "
    "pace as steady."
)
MARKS: dict[Verdict, tuple[str, str]] = {
    "on pace": ("▲", "On pace"),
    "late": ("▲", "Rising, perhaps too late"),
    "too slow": ("▲", "Rising too slowly"),
    "rising": ("▲", "Rising"),
    "capped": ("■", "Held by a cap"),
    "flat": ("■", "Flat"),
    "falling": ("▼", "Falling"),
    "fading": ("■", "Rising by ageing only"),
    "there": ("●", "At good or above"),
    "unknown": ("○", "No pace"),
}
"""A mark and a few words for each verdict."""


def verdict_words(found: AreaPace) -> str:
    """The verdict with its mark: `▲ On pace`."""
    mark, words = MARKS[found.verdict]
    return f"{mark} {words}"


def slope_words(found: AreaPace) -> str:
    """Points a month with their range: `+0.40 (+0.10 to +0.70)`; empty where there is no pace."""
    if found.line is None or found.slope is None:
        return ""
    low, high = found.slope
    return f"{_points(found.line.slope)} ({_points(low)} to {_points(high)})"


def _points(slope: float) -> str:
    """A slope with two decimals and its sign, since a tenth of a point a month is a good deal."""
    rounded = round(slope, SHOWN)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0"


def finding(found: AreaPace) -> str:
    """The pace in one sentence, without how it was reached: what a card has room for."""
    name = found.area.short
    if found.verdict == "unknown":
        return _unknown(found)
    if found.verdict == "falling":
        return f"{name} is falling, by {_points(found.line.slope if found.line else 0.0).lstrip('−')} points a month."
    said: dict[Verdict, str] = {
        "there": f"{name} is at {_now(found)}, indicative good or above.",
        "fading": f"{name}: what rose is only older evidence counting for less, so no pace is given.",
        "flat": f"{name}: its pace can't be told from standing still.",
        "capped": f"{name} is rising, but can't reach good (indicative) until {_caps(found)}.",
    }
    ageing = _mostly_ageing(found)
    return said.get(found.verdict) or f"{name} {_rising(found, briefly=bool(ageing))}{ageing}."


def _caps(found: AreaPace) -> str:
    """The caps that must go before an area can be good, as a sentence goes on."""
    below = [cap for cap in found.area.caps if cap.limit < found.good]
    lowest = min(below, key=lambda cap: cap.limit, default=None)
    if lowest is None or len(below) == 1:
        return f"the cap at {lowest.caps_at} goes" if lowest else "its cap goes"
    return f"{counted(len(below), 'cap')} go, the lowest at {lowest.caps_at}"


def _mostly_ageing(found: AreaPace) -> str:
    """That a rise owes more to older evidence counting for less than to anything new; else empty."""
    split = found.split
    if split is None or split.aged <= split.evidence + split.caps:
        return ""
    return "; yet most of the rise is only older evidence counting for less"


def _now(found: AreaPace) -> int:
    return whole_score(found.area.score or 0.0)


def _unknown(found: AreaPace) -> str:
    name = found.area.short
    if not found.area.enough:
        return f"{name}: not enough evidence for a number, so there is no pace."
    shown = counted_out(found.shown) if found.shown else "none"
    held = f"{shown} of the last {counted_out(YEAR)} month ends"
    has = "has" if found.shown <= 1 else "have"
    return f"{name}: {held} {has} a number, and a pace takes {counted_out(FEWEST)}."


def _rising(found: AreaPace, *, briefly: bool) -> str:
    """When it would be good and, where there is room for it, whether that is soon enough."""
    likely = found.finish[1] if found.finish else None
    if likely is None:
        reached = "is rising, but would not reach good (indicative) within ten years"
    else:
        reached = f"would reach good (indicative) by {month(likely)} at this pace"
    if briefly:
        return reached
    if found.window is None:
        return f"{reached}; no window of the next inspection is known"
    opens, closes = found.window
    against: dict[Verdict, str] = {
        "on pace": f", before an inspection may come from {month(opens)}",
        "late": f", but an inspection may come from {month(opens)}",
        "too slow": f", after the window of the next inspection closes in {month(closes)}",
        "rising": f"; the window of the next inspection closed in {month(closes)}",
    }
    return f"{reached}{against.get(found.verdict, '')}"


def reading(found: AreaPace) -> str:
    """How sure the pace is, and where the change came from, so that ageing never reads as improvement."""
    if found.line is None:
        return ""
    parts = [f"Points a month: {slope_words(found)}, over {counted(found.shown, 'month end')}."]
    if found.finish:
        parts.append(_between(found))
    if found.split:
        parts.append(_split_words(found))
    held = next((cap for cap in found.area.caps if cap.bites), None)
    if held:
        parts.append(f"A cap holds it at {held.caps_at}: no evidence moves it higher until the cap goes.")
    return " ".join(parts)


def _between(found: AreaPace) -> str:
    soonest, _, latest = found.finish or (None, None, None)
    if soonest is None:
        return "Even at the quickest it would take over ten years."
    if latest is None:
        return (
            f"Good would be reached in {month(soonest)} at the soonest; at the slowest not within ten years."
        )
    if month(soonest) == month(latest):
        return f"Good would be reached in {month(soonest)}."
    return f"Good would be reached between {month(soonest)} and {month(latest)}."


def _split_words(found: AreaPace) -> str:
    split = found.split
    if split is None:
        return ""
    first = next(day for day, score in found.months if score is not None)
    causes = (
        ("new evidence, with what it replaced,", split.evidence),
        ("ageing", split.aged),
        ("caps", split.caps),
    )
    parts = [f"{name} {signed(points)}" for name, points in causes if round(points, 1)]
    if not parts:
        return f"Since {uk_date(first)} nothing has moved it by a tenth of a point."
    return f"Since {uk_date(first)}: {listed(parts)}."


def paces_sentence(every: Sequence[AreaPace]) -> str:
    """All areas in a sentence: those short of good that are not on pace first."""
    known = [each for each in every if each.verdict != "unknown"]
    if not known:
        return f"No area has a pace yet: it takes {counted_out(FEWEST)} month ends with a number in a year."
    short = [each for each in known if each.area.score is not None and round(each.area.score, 9) < each.good]
    if not short:
        falling = [each for each in known if each.verdict == "falling"]
        end = f", though {_names(falling)} {'is' if len(falling) == 1 else 'are'} falling" if falling else ""
        return f"Every area with a pace is at indicative good or above{end}."
    behind = [each for each in short if each.verdict != "on pace"]
    if not behind:
        return f"{_names(short, first=True)} {'is' if len(short) == 1 else 'are'} short of indicative good and on pace."
    said = [f"{lower_first(each.area.short)} ({lower_first(MARKS[each.verdict][1])})" for each in behind]
    return f"Short of indicative good and not on pace: {', '.join(said)}."


def _names(every: Sequence[AreaPace], *, first: bool = False) -> str:
    """Areas by their short names; apart by commas, since a name may hold an "and"."""
    names = [lower_first(each.area.short) for each in every]
    if first:
        names[0] = every[0].area.short
    return ", ".join(names)
