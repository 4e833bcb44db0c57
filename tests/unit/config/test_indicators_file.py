"""The file of indicators: minimal, full, each key missing, each value wrong, with message and line."""

from datetime import date
from pathlib import Path

import pytest

from readiness.config.models import Indicator
from readiness.problems import Code
from tests.unit.config.folders import INDICATORS, load, problem, problems

CONTEXT = """\
indicators:
  - id: re-referrals
    title: Re-referrals within 12 months
    definition: Referrals within 12 months of another, of all referrals
    unit: percent
    frequency: annual
    source: CIN census
"""

DATED = "[{from: 2022-01-01, values: [5, 4, 3, 2, 1]}, {from: 2016-01-01, values: [9, 8, 7, 6, 5]}]"
PLAIN = "[35, 26, 21, 17, 12]"


def only(folder: Path, text: str) -> Indicator:
    return load(folder, indicators=text).indicators["re-referrals"]


def test_an_indicator_without_a_scale_is_context(tmp_path: Path) -> None:
    indicator = only(tmp_path, CONTEXT)
    assert (indicator.scored, indicator.higher_is_better, indicator.criteria) == (False, None, {})
    assert (indicator.strand, indicator.label) == ("performance", "Re-referrals within 12 months")


def test_a_plain_scale_is_one_entry_that_always_held(tmp_path: Path) -> None:
    indicator = only(tmp_path, INDICATORS)
    assert indicator.scale is not None
    assert [(entry.from_, entry.values) for entry in indicator.scale] == [(date.min, (35, 26, 21, 17, 12))]
    assert (indicator.scored, indicator.higher_is_better) == (True, False)


def test_a_dated_scale_is_put_in_order_of_date(tmp_path: Path) -> None:
    indicator = only(tmp_path, INDICATORS.replace(PLAIN, DATED))
    assert indicator.scale is not None
    assert [entry.from_.year for entry in indicator.scale] == [2016, 2022]


def test_the_optional_keys_are_read(tmp_path: Path) -> None:
    more = "    short: Returns\n    fresh_days: 100\n    strand: voice\n    statutory: none\n"
    more += "    counts_children: true\n"
    indicator = only(tmp_path, INDICATORS + more)
    assert (indicator.label, indicator.fresh_days, indicator.strand) == ("Returns", 100, "voice")
    assert indicator.counts_children
    assert not only(tmp_path, INDICATORS).counts_children


def test_criteria_may_carry_weights(tmp_path: Path) -> None:
    weighed = INDICATORS.replace("[front-door]", "{front-door: 1, help: 0.5}")
    assert only(tmp_path, weighed).criteria == {"front-door": 1, "help": 0.5}
    assert only(tmp_path, INDICATORS).criteria == {"front-door": 1}


@pytest.mark.parametrize("key", ["title", "definition", "unit", "frequency", "source"])
def test_each_key_that_is_needed_is_missed(key: str, tmp_path: Path) -> None:
    lines = [line for line in CONTEXT.splitlines(keepends=True) if not line.startswith(f"    {key}:")]
    found = problem(tmp_path, indicators="".join(lines))
    assert (found.code, found.line, found.column) == (Code.MISSING_KEY, 2, f"indicators.re-referrals.{key}")


def test_a_scale_needs_its_basis_also_where_other_keys_are_wrong(tmp_path: Path) -> None:
    lines = INDICATORS.replace("    scale_basis: spread of authorities\n", "").replace("percent", "percnt")
    found = problems(tmp_path, indicators=lines)
    assert [(one.code, one.column) for one in found] == [
        (Code.MISSING_KEY, "indicators.re-referrals.scale_basis"),
        (Code.WRONG_VALUE, "indicators.re-referrals.unit"),
    ]


@pytest.mark.parametrize(
    ("scale", "key", "said"),
    [
        ("[35, 26, 21, 17]", "scale", "five values"),
        ("[35, 26, 21, 17, 12, 3]", "scale", "5 values, and not 6"),
        ("[]", "scale", "five values"),
        ("7", "scale", "should be a list"),
        ("[35, 26, 26, 17, 12]", "scale", "rise at every step"),
        ("[35, 26, x, 17, 12]", "scale.3", "a number"),
        ("[35, 26, 1e999, 17, 12]", "scale.3", "ordinary number"),
        ("[{from: 2016-01-01, values: [9, 8, 7, 6, x]}]", "scale.1.values.5", "a number"),
        ("[{from: x, values: [9, 8, 7, 6, 5]}]", "scale.1.from", "a date"),
        ("[{values: [9, 8, 7, 6, 5]}]", "scale.1.from", "`from` is missing"),
        (DATED.replace("2016", "2022"), "scale", "same `from`"),
        (DATED.replace("[9, 8, 7, 6, 5]", "[5, 6, 7, 8, 9]"), "scale", "same way"),
    ],
)
def test_each_wrong_scale_is_named(scale: str, key: str, said: str, tmp_path: Path) -> None:
    found = problem(tmp_path, indicators=INDICATORS.replace(PLAIN, scale))
    assert (found.line, found.column) == (7, f"indicators.re-referrals.{key}")
    assert said in found.message


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("percent", "per cent", "unit", "did you mean `percent`?"),
        ("annual", "yearly", "frequency", "monthly, quarterly, annual"),
        ("[front-door]", "[front-door, front-door]", "criteria", "listed twice"),
        ("[front-door]", "[1]", "criteria", "list of ids"),
        ("[front-door]", "front-door", "criteria", "keys with values"),
        ("[front-door]", "{front-door: 0}", "criteria.front-door", "above 0"),
        ("[front-door]", "{front-door: '1'}", "criteria.front-door", "without quotes"),
        ("re-referrals", "0123 4", "id", "lower-case letters and digits"),
        ("re-referrals", "123", "id", "in quotes"),
    ],
)
def test_each_wrong_value_is_named(old: str, new: str, key: str, said: str, tmp_path: Path) -> None:
    found = problem(tmp_path, indicators=INDICATORS.replace(old, new, 1))
    assert (found.column or "").endswith(f".{key}")
    assert said in found.message


def test_the_file_itself_is_needed_and_may_not_be_empty(tmp_path: Path) -> None:
    assert problem(tmp_path, indicators="").message == "the file is empty"
    assert problem(tmp_path, indicators="indicaters: []").message.startswith(
        "unknown key; did you mean `indicators`?"
    )
