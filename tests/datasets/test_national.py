"""The shipped national picture against what Ofsted and the department published, and against the two real datasets."""

from datetime import date

import pandas as pd
import pytest

from readiness.evidence.dataset import Dataset
from readiness.evidence.tables import TABLES
from readiness.national import figures_known, judgements_known, neighbours_of
from readiness.output import check_document
from tests.pages.shipped import national, shipped

TOTALS = {
    "overall": (36, 67, 31, 19),
    "impact-of-leaders": (45, 60, 33, 15),
    "help-and-protection": (22, 71, 45, 15),
}
"""Outstanding, good, requires improvement, inadequate: Ofsted, Local authority inspection outcomes as at 31 March
2025 (published 25 September 2025), table 1, counted."""

CARE_TOTALS, CARE_LEAVERS_TOTALS = (37, 75, 30, 11), (27, 43, 26, 7)
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
REAL = {"wokingham": "E06000041", "reading": "E06000038"}
FIGURE = ["value", "numerator", "denominator"]


def latest_on_ofsteds_day() -> pd.DataFrame:
    """The judgements of each present authority's last inspection in Ofsted's statistics as at 31 March 2025.

    Wakefield's that began on 24 March 2025 was published in July, too late for them.
    """
    authorities = national().authorities
    present = authorities.loc[authorities["until"].isna(), "authority"]
    known = judgements_known(national(), date(2026, 6, 30))
    known = known[(known["source"] == "ofsted-2025") & known["authority"].isin(present)]
    last = known.groupby("authority", observed=True)["inspection"].last()
    return known[known["inspection"].isin(last)]


def totals(grades: pd.Series) -> tuple[int, ...]:
    counted = grades.astype(str).value_counts()
    return tuple(int(counted.get(grade, 0)) for grade in GRADES)


def dataset(name: str) -> Dataset:
    return shipped(name).dataset


def test_every_row_is_used_and_nothing_is_a_problem() -> None:
    assert national().problems == ()
    assert all(table.set_aside == 0 for table in national().tables.values())


def test_there_are_153_authorities_and_five_that_were_replaced() -> None:
    until = national().authorities["until"]
    assert (int(until.isna().sum()), int(until.notna().sum())) == (153, 5)


def test_every_authority_has_ten_neighbours_and_is_none_of_them() -> None:
    authorities = national().authorities
    for authority in authorities.loc[authorities["until"].isna(), "authority"]:
        near = neighbours_of(national(), authority)
        assert len(set(near) - {authority}) == 10


@pytest.mark.parametrize("area", TOTALS)
def test_the_grades_of_an_area_are_as_many_as_ofsted_counted(area: str) -> None:
    latest = latest_on_ofsteds_day()
    assert latest["authority"].nunique() == 153
    assert totals(latest.loc[latest["area"] == area, "grade"]) == TOTALS[area]


def test_care_and_care_leavers_together_or_apart_are_as_many_as_ofsted_counted() -> None:
    latest = latest_on_ofsteds_day()
    care = latest[latest["area"].isin(["children-in-care", "children-in-care-and-care-leavers"])]
    assert totals(care["grade"]) == CARE_TOTALS
    assert totals(latest.loc[latest["area"] == "care-leavers", "grade"]) == CARE_LEAVERS_TOTALS


def test_482_inspections_are_held_of_which_167_under_the_single_framework() -> None:
    inspections = national().judgements.drop_duplicates("inspection")
    assert len(inspections) == 482
    assert int((inspections["framework"] == "sif-2013").sum()) == 167


def test_a_framework_is_the_one_in_force_on_the_first_day() -> None:
    judgements = national().judgements.dropna(subset="start")
    for framework, rows in judgements.groupby("framework", observed=True):
        in_force = shipped("reading").config.frameworks[str(framework)].in_force
        assert rows["start"].min().date() >= in_force.from_
        assert in_force.to is None or rows["start"].max().date() <= in_force.to


def test_since_april_2026_no_overall_grade_is_given() -> None:
    judgements = national().judgements
    assert "overall" not in set(judgements.loc[judgements["framework"] == "ilacs-2026", "area"])


@pytest.mark.parametrize("name", REAL)
def test_judgements_are_those_that_the_authoritys_own_dataset_holds(name: str) -> None:
    own = (
        dataset(name)
        .tables["judgements"]
        .rows.merge(
            dataset(name).tables["inspections"].rows[["inspection", "framework", "kind", "published"]],
            on="inspection",
        )
    )
    graded = own[(own["kind"] == "inspection") & own["framework"].notna()]
    ours = {(row.published, str(row.framework), str(row.area), str(row.grade)) for row in graded.itertuples()}
    judgements = national().judgements
    theirs = judgements[judgements["authority"] == REAL[name]]
    assert ours == {
        (row.published, str(row.framework), str(row.area), str(row.grade)) for row in theirs.itertuples()
    }
    assert len(ours) == 15


@pytest.mark.parametrize("name", REAL)
def test_figures_are_those_that_the_authoritys_own_dataset_holds(name: str) -> None:
    observations = dataset(name).tables["observations"].rows
    whole = observations[observations["team"].isna() & observations["group"].isna()]
    figures = national().figures
    mine = figures[figures["authority"] == REAL[name]]
    pairs = mine.merge(whole, on=["indicator", "period_end", "published"], suffixes=("", "_own"))
    assert len(pairs) == len(mine) >= 400
    pd.testing.assert_series_equal(pairs["figure"], pairs["figure_own"], check_names=False)


@pytest.mark.parametrize(
    ("authority", "year", "figure"),
    [
        ("E06000041", 2025, (16.8, 298, 1778)),
        ("E10000019", 2025, (22.9, 2001, 8726)),
        ("E08000035", 2024, (24.2, 2399, 9914)),
    ],
)
def test_re_referrals_are_those_printed_in_table_c1(
    authority: str, year: int, figure: tuple[float, ...]
) -> None:
    """Wokingham, Lincolnshire and Leeds: Department for Education, Children in need, table C1, 2025 release."""
    known = figures_known(national(), "re-referrals-12m", date(2026, 6, 30))
    row = known[(known["authority"] == authority) & (known["period_end"] == pd.Timestamp(year, 3, 31))]
    assert row[FIGURE].to_numpy().tolist() == [list(figure)]


def test_a_day_before_the_release_of_2025_its_figures_are_not_known() -> None:
    days = (date(2025, 10, 29), date(2025, 10, 30))
    before, after = (figures_known(national(), "re-referrals-12m", day)["period_end"].max() for day in days)
    assert (before, after) == (pd.Timestamp(2024, 3, 31), pd.Timestamp(2025, 3, 31))


def test_shares_are_shares_and_no_authority_stands_twice_in_a_period() -> None:
    figures, indicators = national().figures, shipped("reading").config.indicators
    percent = {each.id for each in indicators.values() if each.unit == "percent"}
    percent -= {"section-47-conversion"}  # a conference may follow an enquiry of the year before
    assert figures.loc[figures["indicator"].isin(percent), "figure"].between(0, 100).all()
    assert not figures.duplicated(["indicator", "period_end", "authority"]).any()
    assert figures["figure"].notna().all()


def test_the_document_of_a_check_has_the_tables_of_the_dataset_only() -> None:
    assert set(check_document(dataset("reading"))["tables"]) == set(TABLES)
