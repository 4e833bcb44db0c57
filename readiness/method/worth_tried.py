"""What a score is worth, continued: where it was most wrong, which indicators went furthest, what else was tried."""

from collections.abc import Sequence

from readiness.config.models import GRADES, Config
from readiness.dates import uk_date
from readiness.method.blocks import Section, Table
from readiness.wording import listed, whole_score
from readiness.worth.facts import DIFFERENCE_SHOWN, AlternativeWorth, IndicatorWorth, Miss, Worth
from readiness.worth.words import difference_words, interval_words

LEVEL = 0.05
"""The part of intervals that leave 50 out by chance alone."""


def worth_misses_section(worth: Worth) -> Section:
    """The judgements that the score had most wrong, with what was known on the day before."""
    return Section(
        "worth-misses",
        "Where the score was most wrong",
        (
            "The highest scores that were followed by Inadequate and the lowest that were followed by Outstanding, one "
            f"area an inspection. {_rested(worth.misses)}".strip(),
            Table(
                (
                    "authority",
                    "area",
                    "the day before",
                    "readiness score",
                    "indicators",
                    "last judgement",
                    "judged",
                ),
                tuple(_miss(miss) for miss in worth.misses),
            ),
        ),
    )


def _miss(miss: Miss) -> tuple[str, ...]:
    published = f", {uk_date(miss.previous_published)}" if miss.previous_published else ""
    return (
        miss.name,
        miss.area,
        uk_date(miss.as_at),
        f"{whole_score(miss.score)} (indicative: {miss.indicative})",
        str(whole_score(miss.performance)),
        f"{miss.previous}{published}",
        miss.given,
    )


def _rested(misses: Sequence[Miss]) -> str:
    """What the last judgement had been where the score was too low."""
    low = [miss for miss in misses if miss.given == GRADES[-1]]
    after = sum(miss.previous == GRADES[0] for miss in low)
    if not after:
        return ""
    return (
        f"Of the {len(low)} that were judged Outstanding, {after} had been judged Inadequate the time before. "
        "Monitoring visits since then are no part of what is scored here."
    )


def worth_tried_section(worth: Worth, config: Config) -> Section:
    """The indicators that stand out by themselves, and what other numbers would have been worth."""
    return Section(
        "worth-tried",
        "What went further, and what did not",
        (
            _tried(worth.indicators),
            _indicator_table(worth, config),
            "For an indicator that is context only, a figure under 50 says that the lower figure went with the better "
            "judgement. That it went along does not say that it brought it about.",
            _alternatives(worth),
            _alternative_table(worth),
        ),
    )


def _tried(indicators: Sequence[IndicatorWorth]) -> str:
    out = [each for each in indicators if each.stands_out]
    scored = [each for each in out if each.scored]
    return (
        f"**Indicators by themselves.** {len(indicators)} pairings of a published indicator with an area that it feeds "
        f"were tried; by chance alone about {LEVEL * len(indicators):.0f} would look like more than chance. "
        f"{len(out)} stand out after allowing for that (Benjamini and Hochberg, 5%), {len(scored)} of them scored and "
        f"{len(out) - len(scored)} context. A figure counts as its place among all authorities in the same release."
    )


def _indicator_table(worth: Worth, config: Config) -> Table:
    titles = {area.id: area.title for area in worth.areas}
    out = sorted(
        (each for each in worth.indicators if each.stands_out), key=lambda each: -abs(each.pairs.value - 0.5)
    )
    rows = tuple(
        (
            _title(each.indicator, config),
            titles[each.area],
            "scored" if each.scored else "context",
            interval_words(each.pairs),
            str(each.pairs.judgements),
        )
        for each in out
    )
    return Table(("indicator", "judgement area", "kind", "in 100 pairs", "judgements"), rows)


def _title(indicator: str, config: Config) -> str:
    return config.indicators[indicator].title if indicator in config.indicators else indicator


def _alternatives(worth: Worth) -> str:
    year = worth.about["split"][:4]
    later = [each for each in _others(worth) if each.period.startswith("from")]
    return (
        f"**Other numbers.** {len(later)} other ways to score were compared with the shipped one on inspections before "
        f"{year}, and again on those from {year}, which had no part in choosing them. {_later(later)} The method was "
        "not changed by any of this, and was not fitted to judgements."
    )


def _later(later: Sequence[AlternativeWorth]) -> str:
    """What did better and what did worse on the inspections that had no part in choosing."""
    better, worse = (
        [f"*{each.what}*" for each in later if each.difference.beyond(0, DIFFERENCE_SHOWN) == way]
        for way in (1, -1)
    )
    if not better and not worse:
        return "On the later ones none differed by more than chance."
    told = [listed(some) or "none" for some in (better, worse)]
    said = f"On the later ones, better by more than chance: {told[0]}; worse: {told[1]}."
    return f"{said} With so many tried, one may look so by chance." if better else said


def _others(worth: Worth) -> list[AlternativeWorth]:
    return [each for each in worth.alternatives if each.id != "shipped"]


def _alternative_table(worth: Worth) -> Table:
    by_id: dict[str, dict[str, AlternativeWorth]] = {}
    for each in worth.alternatives:
        by_id.setdefault(each.id, {})[each.period] = each
    periods = list(dict.fromkeys(each.period for each in worth.alternatives))
    rows = tuple(
        (next(iter(found.values())).what, *(cell for period in periods for cell in _cells(found[period])))
        for found in by_id.values()
    )
    headings = tuple(
        heading for period in periods for heading in (f"{period}, in 100 pairs", f"{period}, difference")
    )
    return Table(("how scored", *headings), rows)


def _cells(each: AlternativeWorth) -> tuple[str, str]:
    same = each.id == "shipped"
    return interval_words(each.pairs), "" if same else difference_words(each.difference)
