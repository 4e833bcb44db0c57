"""The national files: what a row is made of."""

from datetime import date
from pathlib import Path

import pytest

from readiness.config.load import load_config
from tools.build_national import MODEL, _check, framework_of, judgements, neighbours
from tools.national_sources import PUBLICATIONS, source_id, source_rows
from tools.released_tables import SOURCES

CONFIG = load_config(Path(__file__).parents[3] / "config")
HEAD = (
    "la_code,ons_code,la_name,framework,inspection_type,inspection_start,published,overall_effectiveness,"
    "impact_of_leaders,help_and_protection,children_in_care,care_leavers,adoption_sif,source\n"
)


def inspection(framework: str, start: str) -> dict[str, str]:
    return {"framework": framework, "inspection_start": start}


def made(folder: Path, row: str) -> list[dict[str, str]]:
    (folder / "inspections").mkdir()
    (folder / "inspections/inspections_all_2014_2026.csv").write_text(HEAD + row + "\n", encoding="utf-8")
    return [dict(each) for each in judgements(folder, CONFIG)]


@pytest.mark.parametrize(
    ("start", "framework"),
    [
        ("2018-01-29", "ilacs-2018"),
        ("2022-12-31", "ilacs-2018"),
        ("2023-01-01", "ilacs-2023"),
        ("2026-03-31", "ilacs-2023"),
        ("2026-04-01", "ilacs-2026"),
    ],
)
def test_an_inspection_is_under_the_framework_in_force_on_its_first_day(start: str, framework: str) -> None:
    assert framework_of(inspection("ILACS", start), CONFIG).id == framework


def test_a_single_inspection_published_after_its_framework_ended_is_still_one() -> None:
    assert framework_of(inspection("SIF", ""), CONFIG).id == "sif-2013"


def test_areas_are_named_as_that_framework_names_them_and_blanks_make_no_row(tmp_path: Path) -> None:
    rows = made(
        tmp_path,
        "872,E06000041,W,SIF,SIF,,2016-01-05,Good,Good,Inadequate,,Outstanding,Requires improvement to be good,"
        "parsed from published PDF",
    )
    assert {row["area"]: row["grade"] for row in rows} == {
        "overall": "good",
        "leadership": "good",
        "help-and-protection": "inadequate",
        "care-leavers": "outstanding",
        "adoption": "requires improvement",
    }
    assert {row["inspection"] for row in rows} == {"E06000041-2016-01-05"}


def test_before_2023_children_in_care_and_care_leavers_are_one_area(tmp_path: Path) -> None:
    row = "872,E06000041,W,ILACS,Short,2022-12-05,2023-02-01,Good,Good,Good,Outstanding,,,Ofsted official"
    assert {each["area"] for each in made(tmp_path, row)} == {
        "overall",
        "impact-of-leaders",
        "help-and-protection",
        "children-in-care-and-care-leavers",
    }


def test_a_judgement_that_its_framework_does_not_have_stops_the_script(tmp_path: Path) -> None:
    row = "872,E06000041,W,ILACS,Short,2025-12-05,2026-02-01,Good,Good,Good,Good,Good,Good,D2I scrape"
    with pytest.raises(KeyError, match="adoption"):
        made(tmp_path, row)


def test_neighbours_are_written_nearest_first_by_code(tmp_path: Path) -> None:
    (tmp_path / "lookups").mkdir()
    (tmp_path / "lookups/statistical_neighbours_2025.csv").write_text(
        "la_number,la_name,rank,neighbour_la_number,closeness,neighbour_name\n1,A,10,3,Close,C\n1,A,2,2,Close,B\n",
        encoding="utf-8",
    )
    rows = list(neighbours(tmp_path, {"1": "E1", "2": "E2", "3": "E3"}))
    assert [(row["rank"], row["neighbour"], row["model"]) for row in rows] == [
        ("2", "E2", MODEL),
        ("10", "E3", MODEL),
    ]


def test_a_figure_of_two_publications_names_both() -> None:
    text = f"{SOURCES['lait'].format(columns='X')}; counts: {SOURCES['C1']}, and ONS mid-year population"
    assert source_id(text) == "lait+cin-c1+population"


def test_every_national_release_has_a_publication_and_an_unknown_one_stops_the_script() -> None:
    for name, text in SOURCES.items():
        if name != "earlier":
            assert "+" not in source_id(text.format(columns="X"))
    with pytest.raises(ValueError, match="no publication"):
        source_id("a leaflet")


def test_a_joined_source_is_as_late_as_its_last_part_and_stands_after_its_parts() -> None:
    rows = source_rows(["cin-c1+population", "lait"])
    assert [row["source"] for row in rows] == ["lait", "cin-c1", "population", "cin-c1+population"]
    assert rows[-1]["published"] == max(rows[1]["published"], rows[2]["published"])


def test_every_publication_is_dated_and_licensed() -> None:
    for row in source_rows(each.id for each in PUBLICATIONS):
        assert date.fromisoformat(row["published"])
        assert row["licence"] == "Open Government Licence v3.0"


def test_a_check_changes_nothing_and_says_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_bytes(b"one")
    assert _check({"a.csv": b"one"}, tmp_path) == 0
    assert _check({"a.csv": b"two", "b.csv": b""}, tmp_path) == 1
    assert "differs: a.csv, b.csv" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
