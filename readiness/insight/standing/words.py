"""The words of an indicator's standing. A rank is not a judgement, and limits are not proof: they say so."""

from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.small import gives_away
from readiness.insight.standing.fact import FunnelFact, Ours, Peer, Standing
from readiness.insight.standing.facts import shown
from readiness.statistics.funnel import Model, Place
from readiness.wording import in_unit, listed, plain_number, upper_first

NOT_PROOF = (
    "A figure outside the limits is a reason to ask why, not proof of good or bad practice: recording, and who lives "
    "in a place, move it too."
)
SMALL = "small numbers"


def standing_finding(fact: Standing) -> str:
    """Where we stand, in a line without its full stop."""
    beside = f"{place_words(fact)} of {fact.rank.of} authorities{_last_of_all(fact)}"
    if fact.fictional:
        beside = f"would stand {place_words(fact)} beside {len(fact.peers)} real authorities"
    return f"{fact.indicator.label}: {beside}{_for_its_size(fact.funnel)}"


def _last_of_all(fact: Standing) -> str:
    """Said where nobody stands beyond us at the other end, since `152nd highest of 152` hides it."""
    if fact.rank.place == 1 or fact.rank.place + fact.rank.joint - 1 < fact.rank.of:
        return ""
    return f", the {'highest' if fact.better == 'low' else 'lowest'}"


def place_words(fact: Standing) -> str:
    """The rank from the better end: `14th lowest`, `joint highest`; of context always from the highest."""
    end = "lowest" if fact.better == "low" else "highest"
    joint = "joint " if fact.rank.joint > 1 else ""
    return f"{joint}{end}" if fact.rank.place == 1 else f"{joint}{ordinal(fact.rank.place)} {end}"


def ordinal(number: int) -> str:
    """A number as a place: `1st`, `12th`, `23rd`."""
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _for_its_size(funnel: FunnelFact | None) -> str:
    if funnel is None:
        return ""
    if funnel.with_spread is Place.INSIDE:
        return ", inside what is usual for its size"
    over = "above" if funnel.with_spread in (Place.ABOVE, Place.FAR_ABOVE) else "below"
    return f", {over} what is usual for its size"


def standing_reading(fact: Standing) -> str:
    """What stands under the finding: our figure and the spread of all, the quarter, and whether chance explains it."""
    said = [_figure(fact), _quarter(fact), _middle(fact), size_sentence(fact.funnel) if fact.funnel else ""]
    return " ".join(each for each in said if each)


def standing_notes(fact: Standing) -> tuple[str, ...]:
    """What must be said beside the chart: other periods, other figures for us, and who published none."""
    said = (
        _outsider(fact),
        _outside(fact),
        _other_period(fact),
        _newer(fact),
        _published(fact),
        _without(fact),
        _uncounted(fact),
    )
    return tuple(each for each in said if each)


def _figure(fact: Standing) -> str:
    unit, spread = fact.indicator.unit, fact.spread
    doubtful = " (doubtful)" if fact.ours.doubtful else ""
    half = between(spread.lower_quartile, spread.upper_quartile, unit)
    return (
        f"{fact.ours.name} had {in_unit(fact.ours.figure, unit)}{doubtful} {period(fact)}; the middle authority had "
        f"{in_unit(spread.median, unit)}, and half of all had {half}."
    )


def between(low: float, high: float, unit: str) -> str:
    """Two figures with their unit once: `16.9% to 23%`, `422.3 to 619.6 per 10,000`."""
    return f"{in_unit(low, unit) if unit == 'percent' else plain_number(low)} to {in_unit(high, unit)}"


def period(fact: Standing) -> str:
    """The period that is compared: `at March 2025`, or months taken together."""
    when = f"{fact.period_end:%B %Y}"
    return (
        f"over the {counted_out(fact.ours.months)} months to {when}" if fact.ours.months > 1 else f"at {when}"
    )


QUARTERS = ("{end} quarter", "second {end} quarter", "second {other} quarter", "{other} quarter")


def _quarter(fact: Standing) -> str:
    end, other = ("lowest", "highest") if fact.better == "low" else ("highest", "lowest")
    quarter = QUARTERS[fact.rank.quarter - 1].format(end=end, other=other)
    better = {"low": "lower is better", "high": "higher is better"}
    return f"Its place is in the {quarter}; {better.get(fact.better or '', 'neither high nor low is good in itself')}."


def _middle(fact: Standing) -> str:
    """Whether our interval leaves the middle authority out."""
    interval = fact.ours.interval
    if fact.ours.months > 1:
        return "Months taken together may count one child many times, so there is no interval and no limits."
    if interval is None:
        return ""
    ends = between(interval.lower, interval.upper, fact.indicator.unit)
    if interval.lower <= fact.spread.median <= interval.upper:
        return f"Its 95% interval, {ends}, includes that middle: chance alone could explain the difference."
    side = "above" if interval.lower > fact.spread.median else "below"
    return f"Its 95% interval, {ends}, lies {side} that middle: more than chance explains."


def neighbours_sentence(fact: Standing) -> str:
    """How many statistical neighbours have a lower and a higher figure; empty where there are none."""
    if not fact.neighbours:
        return ""
    mine = shown(fact.ours.figure)
    figures = [shown(each.figure) for each in fact.neighbours]
    counts = {
        "lower": sum(each < mine for each in figures),
        "the same": figures.count(mine),
        "higher": sum(each > mine for each in figures),
    }
    parts = [
        f"{'all' if number == len(figures) > 1 else counted_out(number)} {way}"
        for way, number in counts.items()
        if number
    ]
    silent = f" ({listed(fact.silent)} published none)" if fact.silent else ""
    return f"Of {counted(len(figures), 'statistical neighbour')} with a figure, {listed(parts)}{silent}."


def _other_period(fact: Standing) -> str:
    latest = fact.latest
    if latest.period_end <= fact.period_end:
        return ""
    figure = in_unit(latest.figure, fact.indicator.unit)
    return f"Our latest figure, {figure} at {latest.period_end:%B %Y}, is of a later period and is not compared here."


def _newer(fact: Standing) -> str:
    if fact.newest == fact.period_end:
        return ""
    return f"National figures to {fact.newest:%B %Y} are known; there is none of ours for that period."


def _published(fact: Standing) -> str:
    if fact.published is None:
        return ""
    figure = in_unit(fact.published.figure, fact.indicator.unit)
    return f"The national data have {figure} for us (national figures.csv, line {fact.published.line})."


def _without(fact: Standing) -> str:
    if fact.without <= 0:
        return ""
    has = "has" if fact.without == 1 else "have"
    some = counted_authorities(fact.without)
    return (
        f"{upper_first(some)} {has} no published figure of this period: figures are withheld where numbers "
        "are small."
    )


def size_sentence(funnel: FunnelFact) -> str:
    """Where we stand for our size, by chance alone and with the real spread between authorities."""
    rough = " At so small a size the limits are rough." if funnel.rough else ""
    if funnel.by_chance is funnel.with_spread is Place.INSIDE:
        return f"For its size the figure is inside the limits, even those of chance alone.{rough}"
    return (
        f"For its size the figure is {funnel.by_chance} of chance alone, and {funnel.with_spread} once the real "
        f"spread between authorities is allowed for.{rough}"
    )


def _outsider(fact: Standing) -> str:
    if not fact.fictional:
        return ""
    return (
        f"{fact.ours.name} is none of the authorities of the national picture (dataset.yaml gives no ons_code that it "
        "has), so it stands beside them and has no statistical neighbours."
    )


def _outside(fact: Standing) -> str:
    """Why there are two kinds of limits: how many lie outside each."""
    if fact.funnel is None:
        return ""
    chance, spread = fact.funnel.outside[Model.CHANCE], fact.funnel.outside[Model.ADDITIVE]
    return (
        f"By chance alone about {round(0.05 * fact.funnel.of)} of {fact.funnel.of} authorities would lie outside the "
        f"95% limits; {chance} do. Outside the limits that allow for the real spread lie {spread}."
    )


def _uncounted(fact: Standing) -> str:
    if fact.funnel is None or not fact.funnel.uncounted:
        return ""
    left = counted_authorities(fact.funnel.uncounted)
    verb = "is" if fact.funnel.uncounted == 1 else "are"
    return f"{upper_first(left)} without published counts {verb} ranked, but not drawn."


def counted_authorities(number: int) -> str:
    """`one authority`, `12 authorities`."""
    return f"{counted_out(number)} {'authority' if number == 1 else 'authorities'}"


def figure_words(who: Ours | Peer, unit: str) -> str:
    """A figure in its unit as a file may hold it: not where it would give a small count away."""
    return SMALL if gives_away(who, unit) else in_unit(who.figure, unit)


def counts_words(who: Ours | Peer, unit: str) -> str:
    """Numerator and denominator as a file may hold them; blank where there are none."""
    if who.numerator is None or who.denominator is None:
        return ""
    return "<5" if gives_away(who, unit) else f"{who.numerator:,.6g} of {who.denominator:,.6g}"
