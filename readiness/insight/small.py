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
    """Whether a figure in this unit gives a small count away, by itself or by the counts that stand beside it."""
    return figure_gives_away(who.figure, who.numerator, who.denominator, unit)


def figure_gives_away(figure: float, numerator: float | None, denominator: float | None, unit: str) -> bool:
    """As gives_away, of the parts. A count is its own numerator; a percentage also tells what is left over.

    Numerator and denominator may be blank: None or not a number.
    """
    if unit == "count":
        return is_small(figure)
    if numerator is None or numerator != numerator:
        return False
    if unit == "percent" and denominator and denominator == denominator:
        return not may_show_percentage(numerator, denominator)
    return is_small(numerator)
