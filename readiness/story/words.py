"""Sentences cut for a screen: a title that is short enough to be read from afar, and what is left as points."""

import re
from collections.abc import Iterable

from readiness.story.scene import MOST_POINTS
from readiness.wording import upper_first

MOST_TITLE = 110
"""Characters up to which a title is read at a glance."""
MOST_POINT = 160
"""Characters that a point should not exceed where it can be cut between sentences."""
APART = re.compile(r"(?<=can't be said): |, (?=among them )")
SENTENCES = re.compile(r"(?<=[.?])\s+(?=[A-Z0-9“])")


def headed(said: str, most: int = MOST_TITLE) -> tuple[str, tuple[str, ...]]:
    """A title from the beginning of what is said, and the rest as points; a first clause that is longer stays whole.

    Cut between sentences, then at semicolons, then where what follows only gives the reason or names some of what was
    counted: nowhere else, since half a sentence may say something else.
    """
    first, *rest = SENTENCES.split(said.strip())
    if len(first) <= most:
        return first, tuple(rest)
    clauses = first.rstrip(".").split("; ")
    taken = 1
    while taken < len(clauses) and len("; ".join(clauses[: taken + 1])) < most:
        taken += 1
    title, left = "; ".join(clauses[:taken]), "; ".join(clauses[taken:])
    title, *apart = [title] if len(title) < most else APART.split(title, maxsplit=1)
    points = [f"{upper_first(each)}." for each in (*apart, left) if each]
    return f"{title}.", (*points, *rest)


def pointed(*said: str | Iterable[str]) -> tuple[str, ...]:
    """The first few of these sentences that say anything, each once."""
    flat = [one for each in said for one in ((each,) if isinstance(each, str) else each)]
    return tuple(dict.fromkeys(one.strip() for one in flat if one.strip()))[:MOST_POINTS]


def shortened(said: str, most: int = MOST_POINT) -> str:
    """As many whole sentences from the beginning of what is said as a point has room for, and one at least."""
    first, *rest = SENTENCES.split(said.strip())
    taken = [first]
    while rest and len(" ".join([*taken, rest[0]])) <= most:
        taken.append(rest.pop(0))
    return " ".join(taken)
