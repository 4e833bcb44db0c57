"""The second half of the method in words: scores, what limits them, how sure they are, what moved."""

from readiness.config.models import Config, Framework, RedLine, Scoring
from readiness.insight.what_if.lift_words import RULE as LIFTS
from readiness.insight.what_if.projection_words import METHOD as PACE
from readiness.method.blocks import Section, Table, number, per_cent
from readiness.wording import in_unit


def scores_section() -> Section:
    """Cells, criteria, areas and the range."""
    return Section(
        "scores",
        "From evidence to a score",
        (
            "The *trust* in a row is its weight while it is fresh; after that it is the weight times 2 ^ "
            "(−(age − fresh) / half-life), all in days. A criterion *expects* every strand that the "
            "dataset can hold, but performance only where a scored indicator is mapped to it.",
            "- **A strand on a criterion.** Its score is the mean of its rows' points, weighted by trust. "
            "Its coverage is the trust added up, against what is enough: at most 100%.\n"
            "- **A criterion.** The mean of its strands' scores, each weighted by the strand's weight "
            "times its coverage. A thin strand pulls less.\n"
            "- **A judgement area.** The same mean over every strand of every criterion. The area's "
            "coverage is how much of all the evidence it expects is held and still fresh.\n"
            "- **The range.** How low and how high the score could be if everything missing turned out to "
            "be worth nothing, or full marks. A wide range says: look for evidence before you look at the "
            "score.",
            "Missing evidence is shown as missing; it is never scored as nought. There is no average of "
            "areas and no overall score. Where an older framework had a judgement of overall "
            "effectiveness, the rule by which areas limited it stands in that framework's file, and the "
            "page names the rule that decided.",
            "Everything is taken *as at* a date: only what was known by that day counts, so the score of a "
            "day in the past is the one that could have been worked out then. The trend is this score at "
            "each month end.",
        ),
    )


def caps_section(config: Config, framework: Framework) -> Section:
    """The rules that override a mean, with the safety lines of the framework in use."""
    return Section(
        "caps",
        "When a mean must not hide a danger",
        (
            "Four rules cap an area's score, however good the rest is. Each is named with its reason "
            "wherever the score is shown, also where it changes nothing.",
            Table(("rule", "applies while", "caps the area at"), _cap_rows(config.scoring)),
            *_lines(config, framework),
            "Silence clears nothing. A safety line that was never observed is *not known*. One that was "
            "last observed too long ago to be fresh is *not known lately*. Neither is ever shown as clear, "
            "and a line crossed in an old figure stays crossed until a newer figure says otherwise.",
        ),
    )


def _cap_rows(scoring: Scoring) -> tuple[tuple[str, ...], ...]:
    weak, last, priority = (
        scoring.caps.weak_practice,
        scoring.caps.last_judgement,
        scoring.caps.priority_action,
    )
    return (
        (
            "safety line",
            "its indicator's newest figure, however old, lies beyond the line",
            "as the line says",
        ),
        (
            "weak practice",
            f"a criterion had {weak.audits} or more audits in {number(weak.days)} days "
            f"and its practice scores under {number(weak.below)}",
            weak.caps_at,
        ),
        (
            "last judgement",
            f"Ofsted's latest judgement on the area is {last.grade}: for {number(last.days)} days; "
            "then until the next",
            f"{last.caps_at}; then {last.then}",
        ),
        (
            "priority action",
            "an area for priority action was found, until a later report looks at the same criterion or area",
            priority.caps_at,
        ),
    )


def _lines(config: Config, framework: Framework) -> tuple[str | Table, ...]:
    if not framework.red_lines:
        return (f"{framework.title} ({framework.id}) has no safety lines.",)
    labels = {area.id: area.label for area in framework.areas}
    rows = tuple(
        (line.title, _crossed_when(config, line), f"{labels[line.area]}, at {line.caps_at}")
        for line in framework.red_lines
    )
    said = f"The safety lines of {framework.id}. Their limits are ours to set, not the inspectorate's:"
    return (said, Table(("safety line", "crossed when", "caps"), rows))


def _crossed_when(config: Config, line: RedLine) -> str:
    unit = config.indicators[line.indicator].unit
    return (
        f"above {in_unit(line.above, unit)}"
        if line.above is not None
        else f"below {in_unit(line.below or 0.0, unit)}"
    )


def confidence_section(scoring: Scoring) -> Section:
    """Confidence by coverage, and evidence that disagrees."""
    sure, apart = scoring.confidence, scoring.disagreement
    return Section(
        "confidence",
        "How sure we are",
        (
            Table(
                ("share of the expected evidence held and fresh", "confidence"),
                (
                    (f"{per_cent(sure.high)} or more", "high"),
                    (f"{per_cent(sure.medium)} or more", "medium"),
                    (f"{per_cent(sure.low)} or more", "low"),
                    (f"under {per_cent(sure.low)}", "not enough evidence: no grade, no number, no line"),
                ),
            ),
            f"Where two strands of an area, each with at least {per_cent(apart.coverage)} of its evidence, "
            f"lie more than {number(apart.points)} points apart, the *evidence disagrees*. The page says "
            "so, and confidence is medium at most. Two kinds of evidence that tell different stories are "
            "worth more attention than either.",
        ),
    )


def changes_section() -> Section:
    """Drivers of change, lift and pace."""
    return Section(
        "changes",
        "What moved a score, and what would",
        (
            "The change of an area's score between two dates is split over the rows behind it, and the "
            "parts add up to the change exactly. They are always told apart:",
            "- **New evidence**: rows that came between the two dates.\n"
            "- **Gone**: rows that were replaced or ended.\n"
            "- **Aged**: rows held on both days, whose part grew or shrank because they, or the rows "
            "beside them, faded.\n"
            "- **Caps**: a rule that came or went.",
            "So evidence that merely fades never reads as improvement. Where either day had no scored "
            "evidence there is nothing to compare, and the page says so.",
            f"**What would lift it.** {LIFTS}",
            "**What if.** A scenario changes rows: a figure in the row that is current, more audits, more answers, a "
            "status of an action. The areas are then scored again by the rules above and no others, so a scenario "
            "that changes nothing changes nothing.",
            f"**Pace.** {PACE}",
            "**Weights.** For each area and each kind of evidence the score is worked out again with that kind "
            "counting a quarter less, and a quarter more; a grade that would change hangs on a choice of ours.",
        ),
    )
