"""Northmere's audits.csv: about 22 a month, a fifth moderated, with learning and children found unsafe."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from tools.northmere_basics import (
    ASSESSMENT,
    CARE,
    CARE_LEAVERS,
    DISABLED,
    FRONT_DOOR,
    MONTHS,
    SAFEGUARDING,
    TODAY,
    Row,
    days,
    iso,
    month_end,
    pick,
    random,
)
from tools.northmere_words import HELP, IN_CARE, LEADERS, LEAVING, themes_of

GRADES = ("outstanding", "good", "requires improvement", "inadequate")
MIX = ((4, 42, 45, 9), (5, 45, 42, 8), (6, 52, 37, 5))
"""Auditors' grades in hundredths, by year: from under half good or better to nearly three in five."""

MODERATED_ONE_IN = 5
LOWERED, RAISED = (0.40, 0.27, 0.16), (0.02, 0.02, 0.04)
"""Of those moderated, by year: a quarter in all come out a grade lower, fewer each year."""

AREAS_OF_TEAM = {
    FRONT_DOOR: HELP,
    **dict.fromkeys((*ASSESSMENT, *SAFEGUARDING, DISABLED), HELP),
    **dict.fromkeys(CARE, IN_CARE),
    CARE_LEAVERS: LEAVING,
}
TEAM_WEIGHTS = {FRONT_DOOR: 2, CARE[0]: 4, CARE[1]: 4, CARE_LEAVERS: 4}
KINDS, KIND_WEIGHTS = ("case", "thematic", "dip sample", "observation"), (72, 14, 9, 5)
ROUNDS = (
    "Neglect",
    "Voice of the child",
    "Management oversight",
    "Plans with clear aims",
    "Domestic abuse",
    "Exploitation",
    "Identity and culture",
    "Permanence",
    "Fathers and absent parents",
    "Quality of recording",
)
OVERSIGHT = ("supervision", "childrens-records", "caseloads", "practice-model-and-training", "equality")
ESCALATED_EVERY = 5
LATER_BY = (3, 6)
"""Of the children found unsafe, two were made safe days later, and the last is not yet."""


def audits() -> list[Row]:
    """All rows in order of date; an audit that graded two criteria has two."""
    rows = [row for month in range(1, MONTHS + 1) for row in _month(month)]
    rows.sort(key=lambda row: (row["date"], row["audit"]))
    return _escalated(_moderated(rows))


def _month(month: int) -> Iterator[Row]:
    rng = random(f"audits {month}")
    last = month_end(month)
    for number in range(int(rng.integers(20, 25))):
        day = last.replace(day=int(rng.integers(1, last.day + 1)))
        yield from _audit(rng, f"AUD-{month:02d}{number + 1:02d}", day, (month - 1) // 12)


def _audit(rng: np.random.Generator, name: str, day: date, year: int) -> Iterator[Row]:
    teams = list(AREAS_OF_TEAM)
    team = pick(rng, teams, [TEAM_WEIGHTS.get(team, 3) for team in teams])
    area = AREAS_OF_TEAM[team]
    kind = pick(rng, KINDS, KIND_WEIGHTS)
    whole = rng.random() < 0.25
    criterion = area if whole else pick(rng, [theme.criterion for theme in themes_of(area)])
    base = {"audit": name, "date": iso(day), "team": team, "kind": kind, "theme": _round(rng, kind, day)}
    yield {**base, "criterion": criterion, **_graded(rng, day, year, team)}
    if rng.random() < 0.2:
        also = LEADERS if rng.random() < 0.25 else pick(rng, OVERSIGHT)
        yield {**base, "criterion": also, **_graded(rng, day, year, team)}


def _round(rng: np.random.Generator, kind: str, day: date) -> str:
    """A thematic round looks at one thing for a quarter; other audits at whatever stands out."""
    return ROUNDS[(day.year * 4 + day.month // 3) % len(ROUNDS)] if kind == "thematic" else pick(rng, ROUNDS)


def _graded(rng: np.random.Generator, day: date, year: int, team: str) -> Row:
    mix = np.array(MIX[year], dtype=float)
    if team == SAFEGUARDING[2]:  # the team whose visits are late is the one whose practice is weaker
        mix *= (0.5, 0.75, 1.2, 1.8)
    grade = pick(rng, GRADES, tuple(mix))
    weak = GRADES.index(grade) >= 2
    return {"grade": grade, **(_learning(rng, day) if weak or rng.random() < 0.4 else {})}


def _learning(rng: np.random.Generator, day: date) -> Row:
    due = day + days(rng.choice((28, 42, 56)))
    closed = day + days(rng.gamma(4, 11))
    checked = closed + days(60 + rng.gamma(3, 15))
    done = closed <= TODAY and rng.random() < 0.85
    seen = done and checked <= TODAY and rng.random() < 0.5
    return {
        "learning_due": iso(due),
        "learning_closed": iso(closed) if done else "",
        "checked_in_practice": iso(checked) if seen else "",
    }


def _moderated(rows: list[Row]) -> list[Row]:
    """Every fifth row is moderated: in each year a set share comes out one grade lower, a few one higher."""
    for year in range(3):
        first, last = iso(month_end(12 * year)), iso(month_end(12 * year + 12))
        chosen = [row for row in rows if first < row["date"] <= last][2::MODERATED_ONE_IN]
        order = random(f"moderation {year}").permutation(len(chosen))
        lower = [index for index in order if chosen[index]["grade"] != "inadequate"]
        lower = lower[: round(LOWERED[year] * len(chosen))]
        higher = [i for i in order if i not in lower and chosen[i]["grade"] != "outstanding"]
        higher = higher[: round(RAISED[year] * len(chosen))]
        for index, row in enumerate(chosen):
            step = (index in lower) - (index in higher)
            row["moderated_grade"] = GRADES[GRADES.index(row["grade"]) + step]
    return [{"moderated_grade": "", **row} for row in rows]


def _escalated(rows: list[Row]) -> list[Row]:
    """A child was found unsafe in some of the inadequate ones: mostly made safe that day."""
    unsafe = [row for row in rows if row["grade"] == "inadequate"][::ESCALATED_EVERY]
    for row in unsafe:
        row["escalated"] = row["made_safe"] = row["date"]
    for row, late in zip((unsafe[3], unsafe[8]), LATER_BY, strict=True):
        row["made_safe"] = iso(date.fromisoformat(row["date"]) + days(late))
    unsafe[-1]["made_safe"] = ""
    return rows
