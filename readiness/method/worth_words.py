"""What a score is worth, in words: how far it went with the judgements that followed, for people without statistics."""

from collections.abc import Iterator
from datetime import date

from readiness.config.models import GRADES
from readiness.dates import uk_date
from readiness.method.blocks import Section, Table, per_cent
from readiness.wording import listed
from readiness.worth.facts import (
    DIFFERENCE_SHOWN,
    EVERY_AREA,
    HELD,
    SHOWN,
    WHOLE,
    AreaTested,
    BandFollowed,
    Estimate,
    Worth,
)
from readiness.worth.words import difference_words, in_100, interval_words, told_apart

UNKNOWN = "too few"
KINDS = {
    "readiness": "readiness score",
    "performance": "indicators alone",
    "previous": "last judgement alone",
}
TRAVEL = "change"

PAIRS = (
    "**How to read the figures.** Take two judgements at random, one Good or better and one not. The figure is in how "
    "many of 100 such pairs the one judged better had the higher score the day before. A coin gets 50; a score that "
    "always knew would get 100. In brackets is the 95% interval, which allows for one authority being inspected more "
    "than once."
)
NOT_TESTED = (
    "- **What this does not test.** Audits, voices, plans, findings and an authority's own monthly figures are not "
    "published for everybody, so nothing here says what a score that holds them is worth. They are much of what a "
    "full score rests on."
)
CAVEATS = (
    "**What to bear in mind.** The statistics are as revised since, and where only the month of publication is "
    "known, they count from its last day. Authorities judged Inadequate are watched, helped and inspected again, so "
    "that a low score may bring about the change that proves it wrong. Grades of the latest inspections were read from "
    "the reports by machine. An inspection's judgements on its areas hang together; the intervals allow for that too. "
    "`python -m tools.score_worth` measures it all again from `data/national`."
)


def worth_section(worth: Worth) -> Section:
    """What was compared, what came out, and what it means for leaders."""
    return Section(
        "worth",
        "A readiness score is not a prediction of a grade, and here is how far it goes",
        (_compared(worth), PAIRS, _found(worth), "**What it means for leaders.**", _meaning(worth)),
    )


def worth_detail_section(worth: Worth) -> Section:
    """By area, by band and by period, with the indicative grade against the grade given."""
    return Section(
        "worth-detail",
        "By area, by score and over the years",
        (
            "In how many of 100 pairs the judgement that was better had the higher figure, by area:",
            _area_table(worth),
            _all_held(worth),
            _held_table(worth),
            _same_grade(worth),
            "What was judged, by the band in which the score of the area lay on the day before:",
            _band_table(worth),
            "The same pairs by the year in which the inspection began, all areas together:",
            _period_table(worth),
            _scales(worth),
            CAVEATS,
        ),
    )


def _compared(worth: Worth) -> str:
    everything = worth.area(EVERY_AREA)
    first, last = (uk_date(date.fromisoformat(worth.about[end])) for end in ("first", "last"))
    thin = min(worth.areas, key=lambda area: area.shown / area.judgements)
    return (
        f"**What was compared.** {int(worth.about['inspections']):,} inspections of {worth.about['authorities']} "
        f"authorities began between {first} and {last}. Each area was scored as on the day before, by the method on "
        "this page, from published indicators and earlier judgements alone. Of the "
        f"{everything.judgements:,} judgements that followed, {everything.shown:,} are counted here: those with both "
        f"kinds of evidence, and enough of it for a page to show a number. {_thin(thin)}"
    )


def _thin(area: AreaTested) -> str:
    return (
        f"Evidence was thinnest for {area.title}: {area.shown} of {area.judgements} judgements are counted."
    )


def _found(worth: Worth) -> str:
    told = listed([f"the {name} {_told(worth.pairs(kind))}" for kind, name in KINDS.items()])
    more = worth.measure("readiness less previous", "auc")
    return f"**What came out.** In 100 pairs {told}. {_gained(more)}"


def _gained(more: Estimate | None) -> str:
    if more is None:
        return ""
    said = {
        1: "Indicators added to what the last judgement says",
        0: "That indicators add to what the last judgement says can not be told from chance",
        -1: "The score did worse than the last judgement by itself",
    }[more.beyond(0, DIFFERENCE_SHOWN)]
    return f"{said}: a difference of {difference_words(more)} pairs in 100."


def _meaning(worth: Worth) -> str:
    return "\n".join([*_by_area(worth), *_both_ends(worth), *_grade_odds(worth), NOT_TESTED])


def _by_area(worth: Worth) -> Iterator[str]:
    better, unsure = told_apart(worth, "performance")
    alone = "- **Published indicators by themselves**, on every judgement with both kinds of evidence,"
    if better:
        yield f"{alone} did better than a coin for {listed(better)}."
    if unsure:
        yield (
            f"{alone} could not be told from a coin for {listed(unsure)}: good figures there are no comfort, and poor "
            "ones no verdict."
        )


def _both_ends(worth: Worth) -> Iterator[str]:
    bands = {band.band: band for band in worth.bands if band.area == EVERY_AREA}
    ends = [bands[grade] for grade in (GRADES[0], GRADES[-1]) if grade in bands]
    if ends:
        told = listed([_followed(end) for end in ends])
        yield f"- **A low score is a reason to look, not a verdict.** Judged Good or better were {told}."


def _followed(band: BandFollowed) -> str:
    good = band.good
    return f"{interval_words(good)} in 100 of the {good.judgements} areas that were indicative: {band.band}"


def _grade_odds(worth: Worth) -> Iterator[str]:
    same, always = worth.measure("readiness", "same grade"), worth.measure("always good", "same grade")
    if same is not None and always is not None:
        yield (
            f"- **The indicative grade was the grade given** {in_100(same.value)} times in 100; to say good of "
            f"everybody would have been right {in_100(always.value)} times in 100."
        )


def _area_table(worth: Worth) -> Table:
    rows = tuple(
        (
            area.title,
            f"{area.shown:,}",
            *(_told(worth.pairs(kind, area.id)) for kind in (*KINDS, TRAVEL)),
            per_cent(round(area.performance_weight, 2)),
        )
        for area in worth.areas
    )
    more = ("indicators' change in two years", "part of the score from indicators")
    return Table(("judgement area", "judgements", *KINDS.values(), *more), rows)


def _all_held(worth: Worth) -> str:
    whole = worth.area(EVERY_AREA)
    return (
        f"The same for all {whole.both_kinds:,} judgements with both kinds of evidence, also the "
        f"{whole.both_kinds - whole.shown:,} for which a page would have shown no number:"
    )


def _held_table(worth: Worth) -> Table:
    rows = tuple(
        (
            area.title,
            f"{area.both_kinds:,}",
            *(_told(worth.pairs(kind, area.id, counted=HELD)) for kind in KINDS),
            _difference(worth.pairs("readiness less previous", area.id, counted=HELD)),
        )
        for area in worth.areas
    )
    return Table(("judgement area", "judgements", *KINDS.values(), "score less last judgement"), rows)


def _same_grade(worth: Worth) -> str:
    same, kappa = worth.measure("readiness", "same grade"), worth.measure("readiness", "kappa")
    again, always = worth.measure("previous", "same grade"), worth.measure("always good", "same grade")
    rank = worth.measure("readiness", "rank")
    return (
        f"The indicative grade was the grade given in {_told(same)} of 100; the grade given last time in "
        f"{_told(again)}; *good* for everybody in {_told(always)}. Weighted kappa, which is 0 for agreement by chance "
        f"and 1 for full agreement, is {_decimal(kappa)}; the rank correlation of score and grade is {_decimal(rank)}."
    )


def _band_table(worth: Worth) -> Table:
    rows = tuple(
        (
            f"indicative: {band.band}",
            *(str(band.given[grade]) for grade in GRADES),
            str(band.good.judgements),
            _told(band.good),
        )
        for band in worth.bands
        if band.area == EVERY_AREA
    )
    judged = (f"judged {grade}" for grade in GRADES)
    return Table(("score the day before", *judged, "in all", "Good or better, in 100"), rows)


def _period_table(worth: Worth) -> Table:
    periods = dict.fromkeys(key[2] for key in worth.measures if key[0] == SHOWN)
    rows = tuple(
        (
            "all years" if period == WHOLE else period,
            _count(worth.pairs("readiness", period=period)),
            *(_told(worth.pairs(kind, period=period)) for kind in KINDS),
        )
        for period in periods
    )
    return Table(("began in", "judgements", *KINDS.values()), rows)


def _scales(worth: Worth) -> str:
    kept = "scale known by then"
    shipped = worth.measure("performance", "auc", counted=kept)
    by_then = worth.measure("performance", "auc", scales="known by then", counted=kept)
    return (
        "Scales are derived from published figures, and the oldest serves every earlier year, so an early figure may "
        "be judged by a scale that nobody knew then. Does that flatter the result? On the judgements that have an "
        f"indicator whose scale was known, indicators alone have {_told(shipped)} in 100; with all other figures left "
        f"out, {_told(by_then)}."
    )


def _told(estimate: Estimate | None) -> str:
    return UNKNOWN if estimate is None else interval_words(estimate)


def _difference(estimate: Estimate | None) -> str:
    return UNKNOWN if estimate is None else difference_words(estimate)


def _decimal(estimate: Estimate | None) -> str:
    return (
        UNKNOWN if estimate is None else f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"
    )


def _count(estimate: Estimate | None) -> str:
    return UNKNOWN if estimate is None else f"{estimate.judgements:,}"
