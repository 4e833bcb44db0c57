"""Figures as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.wording import (
    as_seen,
    in_unit,
    judgement_of,
    listed_names,
    local_judgement,
    plain_number,
    points_words,
    score_range,
    signed,
    whole_score,
)


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        (81.7, "percent", "81.7%"),
        (1283.0, "count", "1,283"),
        (45.25, "rate per 10,000", "45.2 per 10,000"),
        (210.0, "days", "210 days"),
        (15.2, "ratio", "15.2"),
    ],
)
def test_a_figure_is_said_in_its_unit(figure: float, unit: str, said: str) -> None:
    assert in_unit(figure, unit) == said


def test_a_score_is_cut_and_never_rounded_up() -> None:
    assert [whole_score(59.999), whole_score(60 - 1e-12), whole_score(39.99)] == [59, 60, 39]


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (4.44, "+4.4"),
        (-3.0, "−3.0"),
        (0.0, "no change"),
        (0.04, "no change"),
        (-0.3, "−0.3"),
    ],
)
def test_a_change_is_said_with_its_sign(points: float, said: str) -> None:
    assert signed(points) == said


@given(st.floats(-1e9, 1e9))
def test_a_plain_number_has_one_decimal_at_most(figure: float) -> None:
    assert abs(float(plain_number(figure).replace(",", "")) - figure) <= 0.05 + abs(figure) * 1e-12


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Care and leaving care"], "Care and leaving care"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B and C"], "A, and B and C"),
        (["A", "B and C", "D"], "A, B and C, and D"),
        (["A, B and C", "D"], "A, B and C; and D"),
    ],
)
def test_names_that_hold_an_and_or_a_comma_are_told_apart(names: list[str], said: str) -> None:
    assert listed_names(names) == said


@pytest.mark.parametrize(("points", "said"), [(1.04, "1 point"), (1.1, "1.1 points"), (0.1, "0.1 points")])
def test_one_point_is_said_as_one(points: float, said: str) -> None:
    assert points_words(points) == said


def test_a_judgement_of_a_synthetic_dataset_is_nobodys() -> None:
    assert judgement_of("synthetic", "Ofsted", "judgements") == "Invented judgements, not Ofsted's"
    assert judgement_of("published", "Ofsted") == "Ofsted judgement"
    assert judgement_of("live", "Ofsted", which="last") == "Ofsted's last judgement"


def test_a_judgement_is_that_of_the_inspectorate_whose_framework_it_is() -> None:
    assert judgement_of("live", "Care Quality Commission") == "Care Quality Commission judgement"
    assert local_judgement("Estyn") == "a local working judgement, not Estyn's"
    assert judgement_of("live", "Estyn", "judgements", "last") == "Estyn's last judgements"


def test_a_range_whose_ends_are_shown_alike_is_told_as_one_score() -> None:
    assert score_range(21.375, 80.125) == "21 to 80"
    assert score_range(95.2, 95.9) == "95 exactly"


def test_what_turns_or_ends_the_words_around_it_is_not_passed_on() -> None:
    assert (
        as_seen("a\x07b\x1b[31m \u202eturned\u2066 \u0645\u0631\u062d\u0628\u0627 é 😀")
        == "ab[31m turned مرحبا é 😀"
    )
