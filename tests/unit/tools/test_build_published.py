"""Published figures: what a row of the two real datasets is made of."""

from datetime import date

import pandas as pd
import pytest

from tools.build_published import OBSERVATIONS, neighbours_median, observations
from tools.published import CIN, CLA, OUTCOMES, SERIES, WORKFORCE, Counts, Release, Series
from tools.released_figures import consistent, series_figures
from tools.remarks import remark_on

REREFERRALS = Series(
    "re-referrals-12m", CIN, "ReReferral", (Counts("C1", ("again",), ("all",)),), better="low"
)
NO_ROWS = pd.DataFrame(columns=list(OBSERVATIONS))


def table(rows: dict[tuple[int, str], dict[str, str]], columns: tuple[str, ...]) -> pd.DataFrame:
    index = pd.MultiIndex.from_tuples(list(rows), names=["year", "area"])
    return pd.DataFrame(list(rows.values()), index=index, columns=list(columns))


def released(value: str, again: str = "45", england: str = "22.6") -> dict[str, pd.DataFrame]:
    lait = table(
        {(2025, "872"): {"ReReferral": value}, (2025, "970"): {"ReReferral": england}}, ("ReReferral",)
    )
    counts = table({(2025, "872"): {"again": again, "all": "200"}}, ("again", "all"))
    return {"lait": lait, "C1": counts, "earlier": table({(2013, "872"): {}}, ())}


def of_wokingham(tables: dict[str, pd.DataFrame]) -> dict[str, str]:
    return series_figures(REREFERRALS, tables).loc[(2025, "872")].to_dict()


def test_counts_that_give_the_printed_value_are_kept_beside_it() -> None:
    figure = of_wokingham(released("22.5"))
    assert (figure["value"], figure["numerator"], figure["denominator"]) == ("22.5", "45", "200")


def test_counts_that_do_not_give_the_printed_value_are_left_out() -> None:
    figure = of_wokingham(released("23.5"))
    assert (figure["value"], figure["numerator"], figure["denominator"]) == ("23.5", "", "")


def test_a_marker_leaves_the_value_blank_and_the_counts_stand_alone() -> None:
    figure = of_wokingham(released("-"))
    assert (figure["value"], figure["numerator"]) == ("", "45")
    assert figure["source"].startswith("Worked out from counts")


def test_a_suppressed_cell_is_kept_as_a_row_without_a_figure() -> None:
    figure = of_wokingham(released("-", again="c"))
    assert (figure["value"], figure["numerator"], figure["marker"]) == ("", "", "-")


def test_a_year_not_published_at_all_makes_no_row() -> None:
    assert series_figures(REREFERRALS, released("-", again="c", england="-")).empty


def test_rounding_is_judged_by_the_decimals_that_are_printed() -> None:
    assert consistent(pd.Series(["22", "22.0", "22.4"]), pd.Series([22.42] * 3)).tolist() == [
        True,
        False,
        True,
    ]


def test_the_neighbours_median_takes_those_that_have_a_figure() -> None:
    values = {"a": "1", "b": "2", "c": "3", "d": "4", "e": "10", "f": "", "other": "900"}
    columns = ("value", "numerator", "denominator")
    cells = {(2025, area): dict(zip(columns, (value, "", ""), strict=True)) for area, value in values.items()}
    assert neighbours_median(table(cells, columns), 100, list("abcdef")).to_dict("index") == {
        2025: {"median": 3.0, "known": 5}
    }


def test_four_neighbours_are_too_few_for_a_median() -> None:
    columns = ("value", "numerator", "denominator")
    cells = {(2025, area): dict(zip(columns, ("1", "", ""), strict=True)) for area in "abcd"}
    assert neighbours_median(table(cells, columns), 100, list("abcdefghij")).empty


@pytest.mark.parametrize(
    ("release", "year", "period_end", "published"),
    [
        (CIN, 2024, date(2024, 3, 31), date(2024, 10, 31)),
        (CIN, 2016, date(2016, 3, 31), date(2016, 11, 30)),
        (CIN, 2025, date(2025, 3, 31), date(2025, 10, 30)),
        (CLA, 2017, date(2017, 3, 31), date(2017, 9, 30)),
        (CLA, 2020, date(2020, 3, 31), date(2020, 12, 31)),
        (WORKFORCE, 2023, date(2023, 9, 30), date(2024, 2, 29)),
        (OUTCOMES, 2025, date(2025, 7, 31), date(2026, 4, 2)),
    ],
)
def test_a_release_knows_its_year_and_its_day(
    release: Release, year: int, period_end: date, published: date
) -> None:
    assert (release.period_end(year), release.published(year)) == (period_end, published)


def test_a_day_taken_from_the_usual_month_is_said_in_the_note() -> None:
    figure = {"value": "22.5", "numerator": "", "marker": ""}
    assert "Day of publication not known" in remark_on(REREFERRALS, 2024, "872", figure).note
    assert remark_on(REREFERRALS, 2025, "872", figure).note == ""


def test_a_figure_held_to_be_an_error_is_disputed() -> None:
    reviews = next(series for series in SERIES if series.indicator == "child-protection-reviews-on-time")
    figure = {"value": "3", "numerator": "", "marker": ""}
    assert remark_on(reviews, 2017, "870", figure).reliability == "disputed"


def test_rows_kept_by_hand_stand_among_the_published_ones() -> None:
    by_hand = pd.DataFrame([dict.fromkeys(OBSERVATIONS, "") | {"indicator": "a-local-one"}])
    figures = {REREFERRALS: series_figures(REREFERRALS, released("22.5"))}
    found = observations(figures, "872", by_hand)
    assert found["indicator"].tolist() == ["a-local-one", "re-referrals-12m"]


def test_two_rows_with_one_key_are_refused() -> None:
    key = {"indicator": "re-referrals-12m", "period_end": "2025-03-31", "published": "2025-10-30"}
    by_hand = pd.DataFrame([dict.fromkeys(OBSERVATIONS, "") | key])
    with pytest.raises(ValueError, match="re-referrals-12m"):
        observations({REREFERRALS: series_figures(REREFERRALS, released("22.5"))}, "872", by_hand)


def test_an_authority_without_rows_by_hand_has_the_published_ones() -> None:
    figures = {REREFERRALS: series_figures(REREFERRALS, released("22.5"))}
    assert observations(figures, "872", NO_ROWS)["value"].tolist() == ["22.5"]
