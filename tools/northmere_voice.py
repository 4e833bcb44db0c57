"""What is said at Northmere: surveys counted each quarter, consultations, focus groups, complaints, compliments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.northmere_basics import (
    SOURCE,
    TEAMS,
    Row,
    clustered,
    days,
    iso,
    quarter_ends,
    random,
)

CHILDREN, PARENTS, STAFF = "children", "parents and carers", "staff"
LEAVERS, PARTNERS, FOSTERERS = "care leavers", "partners", "foster carers"


@dataclass(frozen=True)
class Question:
    """One question of a quarterly survey: who is asked, about what, how many answer, how many say yes (percent)."""

    criterion: str
    of: str
    theme: str
    answers: int
    start: float
    end: float


QUESTIONS = (
    Question("children-in-care", CHILDREN, "Looked after well", 46, 72, 78),
    Question("participation-and-advocacy", CHILDREN, "Listened to in reviews", 44, 66, 76),
    Question("visits-and-life-story", CHILDREN, "Seeing the same social worker", 44, 50, 63),
    Question("stable-homes", CHILDREN, "Feeling at home where I live", 45, 80, 82),
    Question("help-and-protection", PARENTS, "Help made a difference", 58, 60, 66),
    Question("assessment", PARENTS, "Understood why you were worried", 52, 58, 70),
    Question("plans-and-reviews", PARENTS, "Know what has to change", 50, 55, 64),
    Question("seeing-children", PARENTS, "Worker came when they said", 51, 68, 63),
    Question("care-leavers", LEAVERS, "Supported by the council", 31, 64, 71),
    Question("local-offer", LEAVERS, "Know what I am entitled to", 30, 46, 62),
    Question("personal-advisers", LEAVERS, "Can reach my adviser", 31, 76, 80),
    Question("supervision", STAFF, "Supervision helps me think", 84, 60, 72),
    Question("caseloads", STAFF, "Workload lets me do good work", 84, 57, 52),
    Question("impact-of-leaders", STAFF, "Leaders know what practice is like", 82, 55, 66),
    Question("front-door", PARTNERS, "Advice when we ring", 38, 65, 74),
    Question("partnerships", PARTNERS, "Challenge is welcome", 37, 58, 64),
    Question("foster-carers", FOSTERERS, "Supported as carers", 33, 70, 72),
)

GATHERINGS = (
    (
        "consultation",
        CHILDREN,
        "stable-homes",
        "Moving home",
        "negative",
        "Moves come with too little warning",
    ),
    (
        "consultation",
        PARENTS,
        "early-help",
        "Asking for help early",
        "mixed",
        "Help was kind, and hard to find",
    ),
    ("consultation", LEAVERS, "local-offer", "A new local offer", "positive", "The draft is clear and fair"),
    (
        "consultation",
        FOSTERERS,
        "kinship-carers",
        "Support for kinship carers",
        "mixed",
        "Good people, late money",
    ),
    (
        "focus group",
        CHILDREN,
        "participation-and-advocacy",
        "Reviews",
        "positive",
        "We chair parts of our reviews",
    ),
    (
        "focus group",
        CHILDREN,
        "seeing-children",
        "Being seen",
        "mixed",
        "Some were seen alone, others rarely",
    ),
    (
        "focus group",
        PARENTS,
        "neglect-and-parental-risk",
        "Long plans",
        "negative",
        "The worry was never made plain",
    ),
    (
        "focus group",
        LEAVERS,
        "care-leavers-influence",
        "The forum",
        "positive",
        "We asked for a hub and it opened",
    ),
    (
        "focus group",
        LEAVERS,
        "care-leavers-health",
        "Getting counselling",
        "negative",
        "The wait is months long",
    ),
    ("focus group", STAFF, "caseloads", "Work in safeguarding", "negative", "One team carries too much"),
    (
        "focus group",
        STAFF,
        "practice-model-and-training",
        "The practice model",
        "positive",
        "We share a language",
    ),
    (
        "focus group",
        PARTNERS,
        "strategy-discussions",
        "Being invited",
        "mixed",
        "Called in time, at short notice",
    ),
)
"""Held in turn, two each quarter."""

COMPLAINTS = (
    (PARENTS, "plans-and-reviews", "Delay", "A plan came weeks after the meeting"),
    (PARENTS, "assessment", "Being informed", "Nobody said how long the assessment would take"),
    (PARENTS, "seeing-children", "Change of worker", "A third worker in a year"),
    (CHILDREN, "visits-and-life-story", "Family time", "Family time was changed without asking"),
    (PARENTS, "childrens-records", "Records", "An old address on a letter"),
    (LEAVERS, "care-leavers-homes", "Repairs", "A repair took months"),
    (PARENTS, "disabled-children-and-young-carers", "Short breaks", "The offer ended without a talk"),
    (FOSTERERS, "foster-carers", "Payments", "An allowance came late"),
)
COMPLIMENTS = (
    (PARENTS, "family-network-and-pre-proceedings", "Being heard", "A meeting that let the family lead"),
    (CHILDREN, "visits-and-life-story", "Life story", "A book about my life that I keep"),
    (PARTNERS, "front-door", "Advice", "Clear advice on a hard day"),
    (LEAVERS, "personal-advisers", "Steady help", "An adviser who never gave up"),
    (FOSTERERS, "foster-carers", "Training", "Training that helped that same week"),
    (PARENTS, "early-help", "Kindness", "A worker who turned up and listened"),
)

STAGE_1_A_QUARTER = 11.0
TEAM_SHARES = (1, 1, 1, 1, 1.2, 1.2, 2.2, 0.9, 0.9, 0.8, 0.8)
STAGE_2, STAGE_3, OMBUDSMAN = 0.09, 0.02, 0.02
"""Of the complaints that a team receives, the shares that reach these stages."""


def feedback() -> list[Row]:
    """feedback.csv in order of date."""
    rows = [row for quarter, day in enumerate(quarter_ends()) for row in _quarter(quarter, day)]
    return sorted(rows, key=lambda row: (row["date"], row["feedback"]))


def _quarter(quarter: int, day: date) -> Iterator[Row]:
    rng = random(f"feedback {quarter}")
    for number, question in enumerate(QUESTIONS, start=1):
        yield _survey(
            rng, question, quarter, {"feedback": f"SUR-{quarter + 1:02d}-{number:02d}", "date": iso(day)}
        )
    for place in (0, 1):
        kind, of, criterion, theme, sentiment, summary = GATHERINGS[(quarter * 2 + place) % len(GATHERINGS)]
        said = {"from": of, "criterion": criterion, "theme": theme, "summary": summary}
        name = {"feedback": f"GRP-{quarter + 1:02d}-{place + 1}", "date": iso(day - days(20 + 9 * place))}
        yield {**name, **said, "kind": kind, "sentiment": sentiment, "source": SOURCE}
    yield from _told(rng, quarter, day, "complaint", "negative", COMPLAINTS)
    yield from _told(rng, quarter, day, "compliment", "positive", COMPLIMENTS)


def _survey(rng: np.random.Generator, question: Question, quarter: int, name: Row) -> Row:
    asked = np.maximum(rng.poisson(question.answers, 1), 12)
    level = question.start + (question.end - question.start) * quarter / (len(quarter_ends()) - 1)
    positive = int(clustered(rng, asked, np.array([level]))[0])
    return {
        **name,
        "criterion": question.criterion,
        "from": question.of,
        "kind": "survey",
        "positive": str(positive),
        "responses": str(int(asked[0])),
        "theme": question.theme,
        "summary": f"{positive} of {int(asked[0])} {question.of} said yes",
        "source": SOURCE,
    }


def _told(
    rng: np.random.Generator,
    quarter: int,
    day: date,
    kind: str,
    sentiment: str,
    options: tuple[tuple[str, str, str, str], ...],
) -> Iterator[Row]:
    for place, at in enumerate(rng.permutation(len(options))[:3], start=1):
        of, criterion, theme, summary = options[int(at)]
        yield {
            "feedback": f"{kind}-{quarter + 1:02d}-{place}",
            "date": iso(day - days(rng.uniform(1, 85))),
            "criterion": criterion,
            "from": of,
            "kind": kind,
            "sentiment": sentiment,
            "theme": theme,
            "summary": summary,
            "source": SOURCE,
        }


# Numbers of complaints ---------------------------------------------------------------------------


def complaints() -> list[Row]:
    """complaints.csv: every team each quarter, each complaint once at the stage it reached, and compliments."""
    rows = []
    for day in quarter_ends():
        rng = random(f"complaints {iso(day)}")
        for team, share in zip(TEAMS, TEAM_SHARES, strict=True):
            rows += _of_team(rng, day, team, STAGE_1_A_QUARTER * share / sum(TEAM_SHARES))
    return rows


def _of_team(rng: np.random.Generator, day: date, team: str, expected: float) -> Iterator[Row]:
    received = int(rng.poisson(expected))
    further = {"stage 2": STAGE_2, "stage 3": STAGE_3, "ombudsman": OMBUDSMAN}
    reached = {stage: int(rng.binomial(received, share)) for stage, share in further.items()}
    first = {"stage 1": received - sum(reached.values())}
    for stage, count in (first | reached | {"compliment": int(rng.poisson(1.6))}).items():
        if count or stage not in ("stage 3", "ombudsman"):
            yield {
                "period_end": iso(day),
                "period": _financial_quarter(day),
                "team": team,
                "stage": stage,
                "count": str(count),
                "source": SOURCE,
            }


def _financial_quarter(day: date) -> str:
    start = day.year if day.month > 3 else day.year - 1
    quarter = {6: 1, 9: 2, 12: 3, 3: 4}[day.month]
    return f"{start}/{(start + 1) % 100:02d} quarter {quarter}"
