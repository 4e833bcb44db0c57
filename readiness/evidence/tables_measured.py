"""Tables of what was measured, audited, said and counted."""

from readiness.evidence.columns import (
    choice,
    count,
    day,
    figure,
    grade,
    number,
    own_id,
    text,
)
from readiness.evidence.schema import (
    DENOMINATOR,
    INDICATOR,
    NUMERATOR,
    PUBLISHED,
    VALUE,
    Table,
    criterion,
    source,
)

OBSERVATIONS = Table(
    "observations",
    "What was measured of the authority, a team or a group of children, at the end of a period.",
    (
        INDICATOR,
        day("period_end", "Last day of the period measured", required=True),
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        text("team", "Team measured; blank for the whole authority", "Assessment team 1"),
        text(
            "group", "Group of children measured, to see who fares worse; blank for all", "disabled children"
        ),
        PUBLISHED,
        choice("reliability", "How far it can be trusted; blank is sound", ("sound", "doubtful", "disputed")),
        source(required=True),
        text("note", "Anything a reader should know", "New system from January"),
    ),
    key=("indicator", "period_end", "team", "group", "published"),
    published_after="period_end",
    figure="value",
)

COMPARATORS = Table(
    "comparators",
    "The same figures for others: England, a region, statistical neighbours, another authority.",
    (
        INDICATOR,
        day("period_end", "Last day of the period measured", required=True),
        text("comparator", "Who it is a figure of", "England", required=True),
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        PUBLISHED,
        source(required=True),
    ),
    key=("indicator", "period_end", "comparator", "published"),
    published_after="period_end",
    figure="value",
)

TARGETS = Table(
    "targets",
    "What the authority has set itself to reach, from a day on.",
    (
        INDICATOR,
        day("from", "First day the target holds", "2025-04-01", required=True),
        figure("target", "The target, in the indicator's unit", "17", required=True),
        text("agreed_by", "The board or role that agreed it", "Improvement board"),
    ),
    key=("indicator", "from"),
    figure="target",
)

AUDITS = Table(
    "audits",
    "One row per audit and criterion graded.",
    (
        own_id("audit", "Id of the audit", "2025-0412"),
        day("date", "Day of the audit", required=True),
        criterion(),
        grade("grade", "Grade the auditor gave", required=True),
        grade("moderated_grade", "Grade after moderation"),
        text("team", "Team audited", "Assessment team 1"),
        choice("kind", "What kind of audit", ("case", "thematic", "dip sample", "observation")),
        text("theme", "Theme of the audit round", "Neglect"),
        day("learning_due", "Day by which what was learnt is to be acted on", "2025-05-31"),
        day("learning_closed", "Day it was acted on", "2025-05-20"),
        day("checked_in_practice", "Day somebody checked that practice changed", "2025-08-29"),
        day("escalated", "Day a child was found unsafe and this was passed up", "2025-04-01"),
        day("made_safe", "Day that child was made safe", "2025-04-01"),
    ),
    key=("audit", "criterion"),
    in_order=(("date", "learning_closed"), ("date", "checked_in_practice"), ("escalated", "made_safe")),
)

FEEDBACK = Table(
    "feedback",
    "What children, families, carers, staff and partners said.",
    (
        own_id("feedback", "Id of the feedback", "f-2025-11"),
        day("date", "Day it was given, or the exercise ended", required=True),
        criterion(),
        choice(
            "from",
            "Who said it",
            ("children", "parents and carers", "foster carers", "staff", "partners", "care leavers"),
            required=True,
        ),
        choice(
            "kind",
            "How it was said",
            ("survey", "complaint", "compliment", "consultation", "focus group"),
            required=True,
        ),
        choice("sentiment", "How it was, where not counted", ("positive", "mixed", "negative")),
        number("positive", "Answers that were positive", "41", at_least=0),
        number("responses", "Answers in all; above 0", "52", above=0),
        text("theme", "What it was about", "Being listened to"),
        text("summary", "What was said, with nobody recognisable", "Most felt heard in reviews"),
        source(),
    ),
    key=("feedback",),
    at_most=("positive", "responses"),
)

COMPLAINTS = Table(
    "complaints",
    "How many complaints and compliments came, by team and stage.",
    (
        day("period_end", "Last day of the period", required=True),
        text("period", "The period by name", "2024/25"),
        text("team", "Team or service", "Children in care", required=True),
        choice(
            "stage",
            "Stage reached",
            (
                "early resolution",
                "stage 1",
                "stage 2",
                "stage 3",
                "ombudsman",
                "out of scope",
                "compliment",
                "all",
            ),
            required=True,
        ),
        count("count", "How many", "12"),
        source(),
    ),
    key=("period_end", "team", "stage", "count"),
)

SERIOUS_EVENTS = Table(
    "serious_events",
    "How many serious events there were.",
    (
        day("date", "Day, or last day of the period", required=True),
        choice(
            "kind",
            "What kind of event",
            (
                "serious incident notification",
                "rapid review",
                "safeguarding practice review",
                "court criticism",
                "allegation against staff",
                "whistleblowing",
                "ombudsman",
            ),
            required=True,
        ),
        count("count", "How many", "1"),
        text("learning", "What was learnt, with nobody recognisable", "Checks before discharge"),
        source(),
    ),
    key=("date", "kind", "count"),
)
