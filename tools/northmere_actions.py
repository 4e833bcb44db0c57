"""Northmere's 260 actions and how they stood: three in five closed, about one in eight overdue, some reopened."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from tools.northmere_basics import SOURCE, TODAY, Row, days, iso, month_end, pick, random
from tools.northmere_words import OWNERS, THEMES, Theme

CLOSED, OVERDUE, OPEN = 156, 31, 73
REOPENED = 8
WITHOUT_OWNER_EVERY, WITHOUT_DUE_EVERY = 29, 9
INSPECTION, VISIT = "ilacs-2023", "focused-2025"
VISIT_PUBLISHED = date(2025, 3, 27)

FORMS = (
    ("Check {} every week", "Nobody looked often enough to see delay"),
    ("Write down the standard for {}", "Teams worked to different standards"),
    ("Train every team in {}", "Audits found uneven skill"),
    ("Dip sample {} each quarter", "Leaders could not say how they knew"),
    ("Ask families about {}", "The views of families were missing"),
    ("Show {} on the monthly pack", "The board had no figure to follow"),
    ("Name a lead for {}", "Nobody held it as their own"),
    ("Agree with partners who does what in {}", "Partners expected it of one another"),
)
SOURCES = ("Audit programme", "Self-evaluation", "Peer review", "Complaint", "Improvement board")
SOURCE_WEIGHTS = (45, 15, 15, 10, 15)
CLOSINGS = ("completed", "impact evidenced", "partially achieved", "stopped")
CLOSING_WEIGHTS = (60, 20, 13, 7)
NOTES = {
    "not started": "Agreed, and not begun",
    "on track": "Under way as planned",
    "at risk": "Held up: staff moved to other work",
    "completed": "Done",
    "impact evidenced": "Done, and a later audit found the difference",
    "partially achieved": "Done in part; the rest goes into the new plan",
    "stopped": "Overtaken by another action",
}


@dataclass(frozen=True)
class Life:
    """An action's dates and how it went: status by day."""

    created: date
    due: date | None
    updates: tuple[tuple[date, str], ...]


def actions_and_updates() -> tuple[list[Row], list[Row]]:
    """actions.csv and action_updates.csv, numbered in order of the day each was set."""
    lives = sorted(_lives(), key=lambda life: (life.created, life.updates))
    named = list(zip(_named(lives), lives, strict=True))
    updates = [
        {"action": row["action"], "date": iso(day), "status": status, "note": NOTES[status]}
        for row, life in named
        for day, status in life.updates
    ]
    return [row for row, _ in named], sorted(updates, key=lambda row: (row["date"], row["action"]))


def _lives() -> Iterator[Life]:
    rng = random("actions")
    yield from (_closed(rng) for _ in range(CLOSED))
    yield from (_overdue(rng) for _ in range(OVERDUE))
    yield from (_open(rng, number) for number in range(OPEN))


def _closed(rng: np.random.Generator) -> Life:
    created = month_end(1) + days(rng.uniform(0, 960))
    took = float(np.clip(rng.lognormal(np.log(45), 0.45), 15, 110))
    end = created + days(took)
    status = pick(rng, CLOSINGS, CLOSING_WEIGHTS)
    due = created + days(rng.choice((42, 56, 70, 90)))
    return Life(created, due, (*_begun(rng, created, took), (end, status)))


def _begun(rng: np.random.Generator, created: date, span: float) -> tuple[tuple[date, str], ...]:
    first = (created + days(span * 0.25), pick(rng, ("on track", "not started"), (75, 25)))
    second = (created + days(span * 0.7), pick(rng, ("on track", "at risk"), (70, 30)))
    return (first, second)


def _overdue(rng: np.random.Generator) -> Life:
    due = TODAY - days(rng.uniform(6, 150))
    span = float(rng.uniform(50, 110))
    created = due - days(span)
    return Life(created, due, (*_begun(rng, created, span), (due - days(rng.uniform(1, 8)), "at risk")))


def _open(rng: np.random.Generator, number: int) -> Life:
    """Not yet due; the first few were closed and opened again, and one in nine has no date."""
    created = TODAY - days(rng.uniform(20, 120))
    due = TODAY + days(rng.uniform(10, 140))
    span = float((TODAY - created).days)
    if number < REOPENED:
        again = ((created + days(span * 0.5), "completed"), (created + days(span * 0.9), "on track"))
        return Life(created, due, ((created + days(span * 0.25), "on track"), *again))
    return Life(created, due if number % WITHOUT_DUE_EVERY else None, _begun(rng, created, span))


def _named(lives: list[Life]) -> Iterator[Row]:
    """A theme and a form of words for each, no two alike."""
    rng = random("action titles")
    wordings = list(product(THEMES, FORMS))
    for number, (life, at) in enumerate(zip(lives, rng.permutation(len(wordings)), strict=False), start=1):
        theme, (form, reason) = wordings[int(at)]
        yield {
            "action": f"ACT-{number:03d}",
            "title": form.format(theme.about),
            "criterion": theme.criterion,
            "source": _source(rng, life.created),
            "created": iso(life.created),
            "due": iso(life.due),
            "owner": "" if number % WITHOUT_OWNER_EVERY == 0 else _owner(rng, theme),
            "success_measure": theme.indicator,
            "rationale": reason,
        }


def _source(rng: np.random.Generator, created: date) -> str:
    """The inspection before the period and the focused visit led to a good part of the plan."""
    if created < date(2024, 7, 1) and rng.random() < 0.5:
        return INSPECTION
    if VISIT_PUBLISHED <= created < date(2025, 9, 1) and rng.random() < 0.45:
        return VISIT
    return f"{pick(rng, SOURCES, SOURCE_WEIGHTS)}. {SOURCE}"


def _owner(rng: np.random.Generator, theme: Theme) -> str:
    return pick(rng, OWNERS[theme.area])
