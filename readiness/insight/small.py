"""Whether a figure with its counts tells a count of 1 to 4 children: what no file may hold."""

from typing import Protocol

from readiness.statistics.disclosure import is_small, may_show_percentage


class Counted(Protocol):
    """A figure, and the counts it was worked out from where they are known."""

    @property
    def figure(self) -> float: ...

    @property
    def numerator(self) -> float | None: ...

    @property
    def denominator(self) -> float | None: ...


def gives_away(who: Counted, unit: str) -> bool:
    """Whether a figure in this unit gives a small count away, by itself or by the counts that stand beside it.

    A count is its own numerator; a percentage also tells what is left over.
    """
    top, whole = who.numerator, who.denominator
    if unit == "count":
        return is_small(who.figure)
    if top is None:
        return False
    return not may_show_percentage(top, whole) if unit == "percent" and whole else is_small(top)
