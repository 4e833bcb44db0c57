"""How Northmere sees itself: self-evaluation, confirmed grades, signals and what followed, documents."""

from collections.abc import Iterator

from tools.northmere_basics import Row
from tools.northmere_words import AREAS, HELP, IN_CARE, LEADERS, LEAVING, THEMES, Theme

GOOD, REQUIRES, TOP = "good", "requires improvement", "outstanding"
LATEST = "2026-05-29"
EARLIER = (
    ("2024-05-31", (REQUIRES, REQUIRES, GOOD, REQUIRES)),
    ("2025-05-30", (REQUIRES, REQUIRES, GOOD, GOOD)),
)
AREA_GRADES = {LEADERS: GOOD, HELP: GOOD, IN_CARE: GOOD, LEAVING: GOOD}

FLATTERING = {
    "front-door": (TOP, "We are proud of a prompt and friendly front door"),
    "seeing-children": (GOOD, "Workers know their children well"),
    "supervision": (TOP, "Every team has a supervision calendar"),
    "stable-homes": (GOOD, "Carers are committed"),
    "quality-assurance": (GOOD, "The audit programme is kept to"),
    "caseloads": (GOOD, "The average is close to the ceiling"),
}
"""Graded above what audits, figures and inspectors say, with little behind it."""

MODEST = frozenset(
    {
        "plans-and-reviews",
        "neglect-and-parental-risk",
        "permanence",
        "children-missing-education",
        "pathway-plans",
        "local-offer",
        "care-leavers-health",
        "equality",
        "self-knowledge",
        "childrens-records",
        "returning-home",
        "pace-of-improvement",
    }
)

CONFIRMATIONS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("2025-10-20", LEADERS, REQUIRES, REQUIRES, "Supervision has not moved since the visit", ""),
    ("2025-10-20", HELP, GOOD, REQUIRES, "Assessments hold; visits in one team do not", ""),
    (
        "2025-10-20",
        IN_CARE,
        GOOD,
        REQUIRES,
        "Long-term homes break down, and the mean hides it",
        "Head of service, children in care: health and reviews are strong",
    ),
    ("2025-10-20", LEAVING, REQUIRES, REQUIRES, "Homes are steady; pathway plans lag behind", ""),
    ("2026-04-20", LEADERS, REQUIRES, REQUIRES, "Agency use falls, grading by auditors is straighter", ""),
    (
        "2026-04-20",
        HELP,
        GOOD,
        GOOD,
        "Assessments have held at the new level for a year",
        "Principal social worker: re-referrals are rising and one team is fragile",
    ),
    ("2026-04-20", IN_CARE, GOOD, GOOD, "Health assessments to be watched after the contract changed", ""),
    ("2026-04-20", LEAVING, GOOD, GOOD, "Pathway plans are catching up", ""),
    (
        "2026-10-19",
        LEADERS,
        REQUIRES,
        REQUIRES,
        "The same finding on supervision twice: not yet good",
        "Head of quality assurance: supervision figures are at their best",
    ),
    ("2026-10-19", HELP, REQUIRES, REQUIRES, "Re-referrals have risen for months", ""),
    ("2026-10-19", IN_CARE, GOOD, REQUIRES, "Health assessments fell in February and stayed down", ""),
    ("2026-10-19", LEAVING, GOOD, GOOD, "Care leavers say so themselves", ""),
)

SIGNALS: tuple[tuple[str, ...], ...] = (
    (
        "2024-06-10",
        "Service manager, assessment",
        "assessments-45-days",
        "A third of assessments are late, month after month",
        "2024-11-04",
        "Rebuild the service around a daily allocation meeting",
        "2025-05-12",
        "On time rose from 67% to 82% and has held",
    ),
    (
        "2024-02-12",
        "Performance manager",
        "agency-rate",
        "One worker in four is agency",
        "2024-03-11",
        "Retention payment and a permanent recruitment team",
        "2025-03-10",
        "The share falls each quarter",
    ),
    (
        "2025-06-30",
        "Front door manager",
        "contacts-decided-in-one-day",
        "Decisions slowed when the new system came in",
        "2025-07-02",
        "Extra screening hours for a month",
        "2025-08-11",
        "Back at 94% in July",
    ),
    (
        "2025-07-28",
        "Head of service, help and protection",
        "children-without-allocated-social-worker",
        "Three children have no allocated worker after the move of records",
        "2025-08-04",
        "All three allocated and a daily check begun",
        "2025-09-08",
        "None since",
    ),
    (
        "2024-10-07",
        "Quality assurance lead",
        "seeing-children",
        "Visits in Family Safeguarding C are late far more often than elsewhere",
        "2025-01-20",
        "An experienced manager lent for three months",
        "",
        "",
    ),
    (
        "2025-09-08",
        "Quality assurance lead",
        "audits-graded-above-moderation",
        "Auditors grade above moderators in one case of four",
        "2025-10-06",
        "Auditors moderate each other in pairs",
        "2026-06-08",
        "Agreement is better",
    ),
    (
        "2026-03-16",
        "Designated nurse",
        "health-assessments",
        "Fewer assessments are in date since the contract changed",
        "2026-05-18",
        "Ask the health board for two more clinics",
        "",
        "",
    ),
    (
        "2026-06-15",
        "Performance manager",
        "re-referrals-12m",
        "Re-referrals have risen since the spring",
        "",
        "",
        "",
        "",
    ),
    (
        "2026-07-06",
        "Service manager, fostering",
        "long-term-stability",
        "No month has met the target",
        "",
        "",
        "",
        "",
    ),
    (
        "2026-07-27",
        "Practice lead",
        "caseloads",
        "Family Safeguarding C holds more cases for each worker than any team",
        "",
        "",
        "",
        "",
    ),
    (
        "2026-08-10",
        "Commissioning manager",
        "children-in-unregistered-homes",
        "The list has not been checked since June",
        "",
        "",
        "",
        "",
    ),
    (
        "2026-09-21",
        "Independent reviewing manager",
        "supervision",
        "Drift is raised in reviews and not in supervision",
        "2026-10-05",
        "Reviewing officers sit in on supervision in two teams",
        "",
        "",
    ),
)


def self_evaluation() -> Iterator[Row]:
    """Areas in three years, every criterion in the last; some graded above what else is known."""
    for day, grades in EARLIER:
        for area, grade in zip(AREAS, grades, strict=True):
            yield _said(
                day, area, grade, "Inspection, figures and audits of the year", "Keep to the improvement plan"
            )
    for area in AREAS:
        yield _said(
            LATEST, area, AREA_GRADES[area], "Figures and audits of the year, and what families say", ""
        )
    for theme in THEMES:
        yield _on(theme)


def _on(theme: Theme) -> Row:
    grade, known = FLATTERING.get(theme.criterion, ("", ""))
    if not grade:
        grade = REQUIRES if theme.criterion in MODEST else GOOD
        known = f"Audits and dip samples of {theme.about}"
    plan = f"Look again at {theme.about} in autumn" if grade == REQUIRES else ""
    return _said(LATEST, theme.criterion, grade, known, plan)


def _said(day: str, criterion: str, grade: str, known: str, plan: str) -> Row:
    return {"date": day, "criterion": criterion, "grade": grade, "how_we_know": known, "plan": plan}


def confirmations() -> list[Row]:
    """confirmations.csv: the board each half-year, twice with somebody who saw it otherwise."""
    columns = ("date", "area", "indicative", "confirmed", "reason", "dissent")
    return [{**dict(zip(columns, row, strict=True)), "by": "Improvement board"} for row in CONFIRMATIONS]


def signals() -> list[Row]:
    """signals.csv: what was known when; some led to nothing yet."""
    columns = ("first_known", "known_by", "about", "what", "decided", "decision", "effect_checked", "effect")
    rows = sorted(SIGNALS)
    return [
        {"signal": f"SIG-{number:02d}", **dict(zip(columns, row, strict=True))}
        for number, row in enumerate(rows, start=1)
    ]
