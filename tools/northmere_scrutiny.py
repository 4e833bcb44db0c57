"""What others found at Northmere, what happened there, and what went seriously wrong. All of it is made up."""

from collections.abc import Iterator

from tools.northmere_actions import INSPECTION, VISIT, VISIT_PUBLISHED
from tools.northmere_basics import SOURCE, Row, iso

PEER = "peer-2025"

INSPECTIONS: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    (
        INSPECTION,
        "ilacs-2023",
        "inspection",
        "Inspection of Northmere children's services",
        "2023-06-05",
        "2023-06-16",
        "2023-08-04",
    ),
    (
        VISIT,
        "ilacs-2023",
        "focused visit",
        "Focused visit: children in need or subject to a child protection plan",
        "2025-02-25",
        "2025-02-26",
        iso(VISIT_PUBLISHED),
    ),
    (PEER, "", "peer review", "Peer review of permanence", "2025-11-11", "2025-11-13", "2025-12-12"),
)

JUDGEMENTS: tuple[tuple[str, str, str], ...] = (
    (
        "impact-of-leaders",
        "requires improvement",
        "The impact of leaders on social work practice with children and families",
    ),
    (
        "help-and-protection",
        "requires improvement",
        "The experiences and progress of children who need help and protection",
    ),
    ("children-in-care", "good", "The experiences and progress of children in care"),
    ("care-leavers", "requires improvement", "The experiences and progress of care leavers"),
    ("overall", "requires improvement", "Overall effectiveness"),
)

STRENGTH, MIXED, IMPROVE = "strength", "mixed", "area for improvement"
FINDINGS: tuple[tuple[str, str, str, str], ...] = (
    (INSPECTION, "assessment", IMPROVE, "A third of assessments take longer than 45 working days"),
    (INSPECTION, "supervision", IMPROVE, "Supervision is regular in some teams, and rarely challenges drift"),
    (INSPECTION, "seeing-children", MIXED, "Most children are seen often; in one team visits are late"),
    (INSPECTION, "front-door", STRENGTH, "Contacts are decided promptly and with a clear reason"),
    (INSPECTION, "immediate-risk", STRENGTH, "Children in immediate danger are made safe the same day"),
    (INSPECTION, "quality-assurance", IMPROVE, "Auditors grade higher than inspectors do"),
    (INSPECTION, "stable-homes", MIXED, "Many children move too often before they settle"),
    (INSPECTION, "permanence", IMPROVE, "Plans for permanence are tracked late"),
    (INSPECTION, "health-of-children-in-care", STRENGTH, "Health assessments are on time and used"),
    (INSPECTION, "participation-and-advocacy", STRENGTH, "Children take part in decisions about the service"),
    (INSPECTION, "pathway-plans", IMPROVE, "One pathway plan in five is out of date"),
    (INSPECTION, "care-leavers-homes", STRENGTH, "Nearly all care leavers live in suitable homes"),
    (INSPECTION, "local-offer", IMPROVE, "Care leavers do not know what they are entitled to"),
    (INSPECTION, "workforce-stability", MIXED, "Reliance on agency workers is falling from a high level"),
    (INSPECTION, "corporate-parenting", STRENGTH, "Members know their children and ask good questions"),
    (VISIT, "assessment", STRENGTH, "Assessments are quicker and more thorough than in 2023"),
    (VISIT, "supervision", IMPROVE, "Repeat finding: supervision still rarely challenges drift and delay"),
    (VISIT, "seeing-children", IMPROVE, "Visits remain late for children of one safeguarding team"),
    (VISIT, "plans-and-reviews", MIXED, "Plans are current, but not all say what has to change"),
    (VISIT, "caseloads", IMPROVE, "Caseloads in one team are too high for direct work"),
    (
        VISIT,
        "child-protection-conferences",
        STRENGTH,
        "Conferences are well chaired and families understand them",
    ),
    (PEER, "permanence", MIXED, "The tracker is now in use; matching still waits on sufficiency"),
    (PEER, "stable-homes", IMPROVE, "Long-term homes break down for want of early support"),
    (PEER, "kinship-carers", STRENGTH, "Family options are found early"),
)

EVENTS: tuple[tuple[str, str, str], ...] = (
    ("2023-08-04", "Inspection report: requires improvement", "inspection"),
    ("2024-01-15", "A new director of children's services begins", "leadership"),
    ("2024-04-01", "Improvement board takes over the action plan", "policy"),
    ("2024-09-02", "Safeguarding teams move to three areas", "restructure"),
    ("2025-01-06", "Assessment service rebuilt, with a daily allocation meeting", "restructure"),
    ("2025-02-25", "Focused visit", "inspection"),
    ("2025-06-09", "New case management system goes live", "system"),
    ("2025-09-01", "Local offer for care leavers relaunched", "policy"),
    ("2025-11-11", "Peer review of permanence", "inspection"),
    ("2026-02-02", "Health contract changes hands: fewer clinics", "other"),
    ("2026-04-01", "The inspection framework changes", "policy"),
    ("2026-07-13", "Interim service manager for the safeguarding teams", "leadership"),
)

SERIOUS: tuple[tuple[str, str, int, str], ...] = (
    ("2024-01-31", "serious incident notification", 1, "Check who lives in the home at each visit"),
    ("2024-03-04", "rapid review", 1, "Share hospital concerns the same day"),
    ("2024-05-20", "allegation against staff", 2, "Tell the designated officer within one working day"),
    ("2024-09-30", "ombudsman", 1, "Give reasons when short breaks end"),
    ("2024-11-18", "whistleblowing", 1, "Unallocated work was counted in two places"),
    ("2025-01-27", "court criticism", 1, "A late statement delayed a final hearing"),
    ("2025-04-14", "serious incident notification", 1, "Plan for babies before discharge"),
    ("2025-05-26", "rapid review", 1, "Ask about fathers in every assessment"),
    ("2025-08-04", "allegation against staff", 1, "Record the outcome in one place"),
    ("2025-10-13", "safeguarding practice review", 1, "Long neglect needs a tool, not an opinion"),
    ("2026-01-19", "court criticism", 1, "Filing dates are now watched by a manager"),
    ("2026-03-30", "ombudsman", 1, "Answer complaints in their time"),
    ("2026-06-22", "serious incident notification", 1, ""),
    ("2026-07-20", "rapid review", 1, ""),
    ("2026-09-14", "whistleblowing", 1, ""),
)


def inspections() -> list[Row]:
    """inspections.csv: one before the period, a focused visit and a peer review in it."""
    columns = ("inspection", "framework", "kind", "title", "start", "end", "published")
    return [{**dict(zip(columns, row, strict=True)), "source": SOURCE} for row in INSPECTIONS]


def judgements() -> list[Row]:
    """judgements.csv: every area of the inspection, and overall."""
    return [
        {"inspection": INSPECTION, "area": area, "grade": grade, "title": title}
        for area, grade, title in JUDGEMENTS
    ]


def findings() -> Iterator[Row]:
    """findings.csv: numbered within each inspection; one finding of 2023 comes back in 2025."""
    seen: dict[str, int] = {}
    for inspection, criterion, kind, summary in FINDINGS:
        seen[inspection] = seen.get(inspection, 0) + 1
        yield {
            "finding": f"{inspection}-{seen[inspection]:02d}",
            "inspection": inspection,
            "criterion": criterion,
            "kind": kind,
            "summary": summary,
            "source": SOURCE,
        }


def events() -> list[Row]:
    """events.csv."""
    return [{"date": day, "label": label, "kind": kind, "source": SOURCE} for day, label, kind in EVENTS]


def serious_events() -> list[Row]:
    """serious_events.csv."""
    columns = ("date", "kind", "count", "learning")
    return [{**dict(zip(columns, map(str, row), strict=True)), "source": SOURCE} for row in SERIOUS]
