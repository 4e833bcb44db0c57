"""The question that ends a message about a mistyped word."""

from collections.abc import Collection

from readiness.config.keys import nearest

LONGEST = 100


def did_you_mean(given: str, known: Collection[str], question: str = "Did you mean `{}`?") -> str:
    """A question naming the nearest known word, a space before it; empty where nothing comes close."""
    found = nearest(given.strip(), known) if len(given) <= LONGEST else None
    return f" {question.format(found)}" if found else ""
