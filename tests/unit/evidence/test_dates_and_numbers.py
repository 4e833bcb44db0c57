"""Single cells: what is understood as a date or a number, and what is said of the rest."""

import math

import pytest

from readiness.evidence.date_cells import explain_date, parse_date, parse_dates
from readiness.evidence.number_cells import explain_number, parse_numbers
from readiness.evidence.words import as_words


@pytest.mark.parametrize(
    "cell",
    ["2025-03-31", "31/03/2025", "31/3/2025", "2025-03-31 00:00:00", "2025-03-31T00:00", "31/03/2025 00:00"],
)
def test_iso_and_uk_dates_are_read_with_or_without_midnight(cell: str) -> None:
    found = parse_date(cell)
    assert found is not None and found.isoformat() == "2025-03-31"


@pytest.mark.parametrize(
    ("cell", "fix"),
    [
        ("31/02/2025", "no such day"),
        ("2025-02-31", "no such day"),
        ("03/31/2025", "swapped: write 2025-03-31"),
        ("2025-31-03", "swapped: write 2025-03-31"),
        ("31/03/25", "four figures"),
        ("45747", "31/03/2025"),
        ("2025/03/31", "write 2025-03-31"),
        ("31.03.2025", "write 2025-03-31"),
        ("2025-03-31 14:05", "time of day"),
        ("01/01/1850", "between 1900 and 2200"),
        ("March", "day first"),
        ("=TODAY()", "day first"),
    ],
)
def test_what_is_no_date_is_answered_with_the_likely_fix(cell: str, fix: str) -> None:
    assert parse_date(cell) is None
    assert fix in explain_date(cell)


def test_dates_read_at_once_are_the_dates_read_one_by_one() -> None:
    cells = [
        "2024-02-29",
        "2025-02-29",
        "2025-04-31",
        "2025-12-31",
        "1/4/2025",
        "",
        "1900-01-01",
        "2200-12-31",
    ]
    found = parse_dates(as_words(cells)).astype(object).tolist()
    assert [one.date() if one else None for one in found] == [parse_date(cell) for cell in cells]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12.5", 12.5),
        ("65%", 65),
        ("65 %", 65),
        ("1,234", 1234),
        ("-1,234.50", -1234.5),
        ("+3", 3),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("0", 0),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: str, value: float) -> None:
    numbers = parse_numbers(as_words([cell]))
    assert numbers.value[0] == value
    assert not numbers.wrong[0]


@pytest.mark.parametrize("cell", ["", "-", "..", ":", "x", "X", "c", "C", "NA", "na", "n/a", "N/A"])
def test_the_signs_of_official_statistics_are_no_figure_and_never_nought(cell: str) -> None:
    numbers = parse_numbers(as_words([cell]))
    assert math.isnan(numbers.value[0])
    assert not numbers.wrong[0]


@pytest.mark.parametrize(
    "cell",
    ["inf", "nan", "1e999", "=1+1", "+cmd", "@x", "12,5", "1,23", "1 234", "5a", "%", "<5", "١٢", "--1"],
)
def test_what_is_no_number_is_wrong(cell: str) -> None:
    assert parse_numbers(as_words([cell])).wrong[0]


def test_formulas_and_decimal_commas_are_explained() -> None:
    assert "Formulas" in explain_number("=1+1")
    assert "12.5" in explain_number("12,5")


@pytest.mark.parametrize(
    ("cell", "decimals"), [("65%", 0), ("6.50", 2), ("1,234.5", 1), ("1.5e-3", 4), ("15e1", 0)]
)
def test_decimals_are_counted_as_written(cell: str, decimals: int) -> None:
    assert parse_numbers(as_words([cell])).decimals[0] == decimals
