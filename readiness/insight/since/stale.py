"""Since we last met: evidence that grew too old, by kind and by indicator."""

from collections.abc import Mapping
from datetime import date

from readiness.insight.freshness import STRAND_WORDS
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.fading import fading
from readiness.insight.since.said import MOST_NAMED, Between, Part, Said, quoted
from readiness.wording import upper_first


def stale_part(between: Between) -> Part:
    """Whole kinds of evidence of which nothing is fresh any more, then indicators without a newer figure."""
    strands, indicators = _strands(between), _indicators(between)
    short = f"{counted(len(strands), 'kind')} of evidence went stale" if strands else ""
    return Part((*strands, *indicators), short)


def _strands(between: Between) -> list[Said]:
    then, now = (_fresh(between, day) for day in between.days)
    return [
        Said("stale", f"{_kind(strand)} has gone stale: none of the rows in use is fresh any more.", "data")
        for strand, rows in then.items()
        if rows and now.get(strand) == 0
    ]


def _fresh(between: Between, day: date) -> Mapping[str, int]:
    """How many rows of each kind in use on a day are fresh on it."""
    held = fading(between.workspace, day, between.framework_id, day)
    return {each.strand: each.fresh_now for each in held.strands}


def _kind(strand: str) -> str:
    return STRAND_WORDS[strand].partition(":")[0] + " evidence"


def _indicators(between: Between) -> list[Said]:
    then, now = (between.workspace.once(indicators_on, day).facts for day in between.days)
    gone = [fact for name, fact in now.items() if fact.stale and name in then and not then[name].stale]
    if not gone:
        return []
    if len(gone) == 1:
        last = f"{gone[0].latest.period_end:%B %Y}"
        sentence = f"“{gone[0].indicator.label}” has no figure newer than {last}: a newer one is due."
        return [Said("stale", sentence, "indicators", {"indicator": gone[0].indicator.id})]
    names = quoted([fact.indicator.label for fact in gone], MOST_NAMED)
    number = upper_first(counted_out(len(gone)))
    return [
        Said("stale", f"{number} indicators are without the newer figure that is due: {names}.", "indicators")
    ]
