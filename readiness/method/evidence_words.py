"""The first half of the method in words: the scale, five kinds of evidence, and what a row is worth."""

from readiness.config.models import STRANDS, Scoring
from readiness.method.blocks import Section, Table, number

WHAT_FEEDS = {
    "performance": "indicators, such as how many assessments are on time",
    "practice": "audits of children's files, one by one or on a theme",
    "scrutiny": "inspections, focused and monitoring visits, peer and external reviews",
    "voice": "what children, families, carers, staff and partners say when they are asked",
    "improvement": "actions and recommendations, and how far each has come",
}


def scale_section(scoring: Scoring) -> Section:
    """The scale from 0 to 100 and its four bands."""
    rows = tuple(
        (grade, number(begins), number(scoring.grade_points[grade]))
        for grade, begins in scoring.bands.items()
    )
    return Section(
        "scale",
        "The scale",
        (
            "Every score runs from 0 to 100 and falls into one of four bands, which carry the names of "
            "Ofsted's grades. The grade that follows from a score is called *indicative*: it is a local "
            "working judgement. Only Ofsted makes graded judgements.",
            Table(("band", "begins at", "points for a grade given"), rows),
            "A score is cut to a whole number on screen and never rounded up: 59.9 is shown as 59 and is "
            "not yet good. Where a person gave a grade, as in an audit or an inspection, it counts as the "
            "points in the last column.",
        ),
    )


def strands_section(scoring: Scoring) -> Section:
    """The five strands: their weights, how long each stays fresh, what is enough."""
    return Section(
        "strands",
        "Five kinds of evidence",
        (
            "No single source is trusted alone. Evidence comes in five strands, and each has a weight.",
            Table(
                ("strand", "weight", "what feeds it"), tuple(_strand_row(scoring, name) for name in STRANDS)
            ),
            "How long a row of each counts, and how much makes a strand complete:",
            Table(("strand", "fresh for", "then halves every", "enough"), _time_rows(scoring)),
            "*Fresh for* is how many days a row counts in full after it became known. After that the trust "
            "in it halves every so many days: it fades and never drops off a cliff. *Enough* is how much "
            "trust, added up, makes a strand complete on one criterion. A dataset may say that it cannot "
            "hold a strand (published evidence has no audits); that strand is then not expected, and the "
            "pages name it.",
        ),
    )


def _strand_row(scoring: Scoring, name: str) -> tuple[str, ...]:
    return name, number(scoring.strands[name].weight), WHAT_FEEDS[name]


def _time_rows(scoring: Scoring) -> tuple[tuple[str, ...], ...]:
    return tuple(_time_row(scoring, name) for name in STRANDS)


def _time_row(scoring: Scoring, name: str) -> tuple[str, ...]:
    if name == "performance":
        rules = scoring.strands.performance
        fresh = ", ".join(f"{often} {_days(days)}" for often, days in rules.fresh_days.items())
        return name, fresh, _days(rules.half_life_days), "every scored indicator of the criterion"
    strand = scoring.strands[name]
    return (
        name,
        _days(strand.fresh_days),
        _days(strand.half_life_days),
        number(strand.enough),
    )


def _days(days: float) -> str:
    return f"{number(days)} {'day' if days == 1 else 'days'}"


def rows_section(scoring: Scoring) -> Section:
    """What one row of each table is worth, in points and in weight."""
    return Section(
        "rows",
        "What a row is worth",
        (
            "Every scored row becomes evidence on a criterion: points from 0 to 100, a weight, the day it "
            "became known and the day something took its place. A row that names a whole judgement area "
            "stands for each of its criteria.",
            _performance(scoring),
            _practice(scoring),
            *_scrutiny(scoring),
            _voice(scoring),
            *_improvement(scoring),
        ),
    )


def _performance(scoring: Scoring) -> str:
    return (
        "**Indicators.** Each scored indicator has a scale: five values that are worth 0, 40, 60, 80 and "
        "100 points. Between them the points change in a straight line, and beyond them they stay flat. "
        "Whether high or low is better follows from the order of the five. A scale may be dated: a figure "
        "takes the newest one that was in use when it became known. An indicator without a scale is "
        "context: drawn, never scored. A figure is known on the day it was published, or at the end of its "
        "period where no day is given. On any day the figure of the latest period known by then counts, "
        "until another takes its place. Only figures of the whole authority are scored; a disputed one "
        f"never is, and a doubtful one has {number(scoring.weights.doubtful)} of its weight. An indicator of "
        "voice feeds that strand instead."
    )


def _practice(scoring: Scoring) -> str:
    weights = scoring.weights
    return (
        "**Audits.** The moderated grade counts where there is one, else the auditor's. A moderated audit "
        f"weighs {number(weights.moderated_audit)}; one that nobody moderated weighs "
        f"{number(weights.unmoderated_audit)}."
    )


def _scrutiny(scoring: Scoring) -> tuple[str, Table, str]:
    points = tuple((kind, number(worth)) for kind, worth in scoring.finding_points.items())
    return (
        f"**Inspection.** A judgement weighs {number(scoring.weights.judgement)} on every criterion of the "
        "area it falls on, and of areas that continue it in a later framework. It stays until a later "
        f"judgement falls on the same area. A finding weighs {number(scoring.weights.finding)}, and ends "
        "with the next judgement on its area.",
        Table(("finding", "points"), points),
        "Judgements of overall effectiveness, *adequate* and *satisfactory* (given before 2013) and "
        "inspections of frameworks that are not configured are shown as history and never scored.",
    )


def _voice(scoring: Scoring) -> str:
    tones = ", ".join(f"{tone} {number(worth)}" for tone, worth in scoring.feedback_points.items())
    return (
        "**Voice.** Surveys, consultations and focus groups are scored: the share of answers that were "
        f"positive, or where nobody counted, the tone ({tones}). Each weighs 1. Complaints and compliments "
        "are shown and never scored, since many complaints may only mean that the door is open."
    )


def _improvement(scoring: Scoring) -> tuple[str, Table, str]:
    points = tuple((status, number(worth)) for status, worth in scoring.status_points.items())
    return (
        "**Actions.** An action counts from its first update, by its status, until the next one. From its "
        "due date on, an action that is not closed is overdue, whatever its last update says, and that "
        "does not fade.",
        Table(("status", "points"), points),
        "Partially achieved, completed, impact evidenced and stopped close an action; a stopped one is no "
        "evidence.",
    )
