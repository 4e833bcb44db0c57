"""Tables of what others judged, and of what the authority plans, hands over and decides."""

from readiness.evidence.columns import Known, choice, day, grade, own_id, reference, text
from readiness.evidence.schema import Parent, Table, criterion, source

INSPECTIONS = Table(
    "inspections",
    "Inspections, visits and reviews by others.",
    (
        own_id("inspection", "Id of the inspection", "ilacs-2025"),
        text("framework", "Id of its framework; blank or unknown: shown as history only", "ilacs-2023"),
        choice(
            "kind",
            "What it was",
            (
                "inspection",
                "focused visit",
                "monitoring visit",
                "joint inspection",
                "peer review",
                "external audit",
            ),
            required=True,
        ),
        text("title", "Its title", "Inspection of children's services", required=True),
        day("start", "First day", "2025-02-24"),
        day("end", "Last day", "2025-03-07"),
        day("published", "Day the report was published", "2025-04-22", required=True),
        source(required=True),
    ),
    key=("inspection",),
    in_order=(("start", "end"), ("end", "published")),
)

JUDGEMENTS = Table(
    "judgements",
    "The grades an inspection gave.",
    (
        text("inspection", "Id of the inspection", "ilacs-2025", required=True),
        text("area", "Area id of that inspection's framework, or `overall`", "help-and-protection", True),
        grade("grade", "Grade given", required=True, old=True),
        text("title", "The judgement as worded then", "The experiences of children who need help"),
    ),
    key=("inspection", "area"),
    parents=(Parent("inspection", "inspections"),),
)

FINDINGS = Table(
    "findings",
    "What an inspection found, point by point.",
    (
        own_id("finding", "Id of the finding", "ilacs-2025-03"),
        text("inspection", "Id of the inspection", "ilacs-2025", required=True),
        criterion(),
        choice(
            "kind",
            "What it says",
            ("strength", "mixed", "area for improvement", "priority action"),
            required=True,
        ),
        text("summary", "The finding in a sentence", "Thresholds are applied with care", required=True),
        source(required=True),
    ),
    key=("finding",),
    parents=(Parent("inspection", "inspections"),),
)

ACTIONS = Table(
    "actions",
    "What the authority has said it will do.",
    (
        own_id("action", "Id of the action", "a-07"),
        text("title", "The action in a sentence", "Weekly review of open assessments", required=True),
        criterion(),
        text("source", "Where it comes from: an inspection id, or a text", "ilacs-2025", required=True),
        day("created", "Day it was set", "2025-05-01", required=True),
        day("due", "Day it is due", "2025-09-30"),
        text("owner", "Role that owns it, not a person", "Head of service, assessment"),
        reference(
            "success_measure",
            "Indicator that shows whether it worked",
            Known.INDICATOR,
            "assessments-45-days",
        ),
        text("rationale", "Why this action", "One in five assessments is late"),
    ),
    key=("action",),
    in_order=(("created", "due"),),
)

ACTION_UPDATES = Table(
    "action_updates",
    "How an action stood on a day. Each row replaces the one before; none is ever changed.",
    (
        text("action", "Id of the action", "a-07", required=True),
        day("date", "Day of the update", "2025-06-30", required=True),
        choice(
            "status",
            "How it stands",
            (
                "not started",
                "on track",
                "at risk",
                "partially achieved",
                "completed",
                "impact evidenced",
                "stopped",
            ),
            required=True,
        ),
        text("note", "What changed", "Review held four weeks running"),
    ),
    key=None,
    parents=(Parent("action", "actions", not_before=("date", "created")),),
)

DOCUMENTS = Table(
    "documents",
    "Documents that an inspection asks for, and where they are.",
    (
        own_id("document", "Id of the document", "d-12"),
        text("title", "Its title", "Self-evaluation 2025", required=True),
        reference("item", "Item of the pre-inspection list it answers", Known.PRE_INSPECTION_ITEM, ""),
        criterion(required=False),
        text("owner", "Role that owns it, not a person", "Performance manager"),
        day("produced", "Day it was produced", "2025-04-30"),
        day("review_due", "Day it should be looked at again", "2026-04-30"),
        text("location", "Where it is kept", "Shared drive, inspection folder"),
    ),
    key=("document",),
    in_order=(("produced", "review_due"),),
)

SELF_EVALUATION = Table(
    "self_evaluation",
    "The grade the authority gives itself.",
    (
        day("date", "Day of the self-evaluation", required=True),
        criterion(),
        grade("grade", "Grade given to oneself", required=True),
        text("how_we_know", "The evidence for it", "Audits and re-referrals agree", required=True),
        text("plan", "What comes next", "Extend to the early help hub"),
    ),
    key=("date", "criterion", "grade", "how_we_know"),
)

CONFIRMATIONS = Table(
    "confirmations",
    "The grade that people confirmed, beside the one the scores indicated.",
    (
        day("date", "Day of the meeting", required=True),
        reference("area", "Area confirmed", Known.AREA, "help-and-protection", required=True),
        grade("indicative", "Grade the scores indicated", required=True),
        grade("confirmed", "Grade confirmed", required=True),
        text("by", "Role or board that confirmed it", "Director of children's services", required=True),
        text("reason", "Why", "Audits are few but agree with the visit", required=True),
        text("dissent", "Who saw it otherwise, by role, and why", "Practice lead: caseloads hide it"),
    ),
    key=("date", "area", "indicative", "confirmed", "by", "reason"),
)

SIGNALS = Table(
    "signals",
    "What was known when, by whom, and what was decided.",
    (
        own_id("signal", "Id of the signal", "s-03"),
        day("first_known", "Day it was first known", required=True),
        text("known_by", "Role that knew", "Service manager, front door", required=True),
        reference("about", "What it is about", Known.ANY, "caseloads", required=True),
        text("what", "The signal in a sentence", "Caseloads rose two months running", required=True),
        day("decided", "Day something was decided", "2025-04-14"),
        text("decision", "What was decided", "Two posts moved to assessment"),
        day("effect_checked", "Day the effect was checked", "2025-07-31"),
        text("effect", "What the effect was", "Average caseload fell to 16"),
    ),
    key=("signal",),
    in_order=(("first_known", "decided"), ("decided", "effect_checked")),
)

EVENTS = Table(
    "events",
    "Days worth marking on a chart.",
    (
        day("date", "Day", required=True),
        text("label", "What happened", "New case system", required=True),
        choice(
            "kind",
            "What kind of event",
            ("leadership", "restructure", "system", "policy", "inspection", "other"),
        ),
        source(),
    ),
    key=("date", "label"),
)
