"""What is said in place of a figure that gives few children away."""

from datetime import date

import pytest

from readiness.insight.few import FEWER, NOT_SHOWN, figure_words, how_many
from readiness.insight.indicators.series import Measured
from readiness.insight.safety.escalations import Escalation, made_safe_words

DAY = date(2026, 10, 31)


def measured(figure: float, numerator: float | None = None, denominator: float | None = None) -> Measured:
    return Measured(DAY, figure, numerator, denominator, DAY, False, "", "tests", "observations.csv", 2)


@pytest.mark.parametrize(
    ("one", "unit", "said"),
    [
        (measured(0), "count", "0"),
        (measured(3), "count", FEWER),
        (measured(5), "count", "5"),
        (measured(30, 3, 10), "percent", NOT_SHOWN),
        (measured(70, 7, 10), "percent", NOT_SHOWN),
        (measured(50, 5, 10), "percent", "50%"),
        (measured(30), "percent", "30%"),
        (measured(2.5, 4, 16_000), "rate per 10,000", NOT_SHOWN),
    ],
)
def test_a_figure_is_told_unless_it_gives_few_children_away(one: Measured, unit: str, said: str) -> None:
    assert figure_words(one, unit, protected=True) == said
    assert figure_words(one, unit, protected=False) not in (FEWER, NOT_SHOWN)


def test_a_number_of_children_is_hidden_from_one_to_four_only() -> None:
    assert [how_many(number, protected=True) for number in (0, 1, 4, 5)] == ["no", FEWER, FEWER, "five"]
    assert how_many(3, protected=False) == "three"


def safe(*days: int) -> list[Escalation]:
    return [Escalation(f"A-{each}", DAY, DAY, each, "A", (2,)) for each in days]


def test_how_fast_few_children_were_made_safe_is_told_without_their_number() -> None:
    assert (
        made_safe_words(safe(0, 2), True) == "Fewer than five other children were made safe within two days."
    )
    assert (
        made_safe_words(safe(0), True)
        == "Fewer than five other children were made safe, each on the same day."
    )
    assert made_safe_words(safe(0, 0, 0, 0, 0, 3), True) == (
        "Six other children were made safe: some the same day, some later, after up to three days."
    )
    assert (
        made_safe_words(safe(0, 2))
        == "Two other children were made safe: one the same day, one after two days."
    )
