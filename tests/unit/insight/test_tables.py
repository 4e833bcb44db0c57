"""What came in, in words: counts, strands, what is missing, where it comes from, what can be downloaded."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.evidence.dataset import Dataset, read_dataset
from readiness.evidence.tables import TABLES
from readiness.insight.conflicts import conflicts
from readiness.insight.downloads import problems_csv, templates_zip
from readiness.insight.sources import sources
from readiness.insight.tables import (
    counted,
    data_sentences,
    feeds,
    missing_tables,
    scored_sentence,
    strands_sentence,
    table_facts,
)

CONFIG = load_config(Path(__file__).parents[3] / "docs" / "examples" / "worked-example" / "config")
HEAD = "indicator,period_end,value,source,note\n"
GOOD = "re-referrals-12m,2025-02-28,22.5,list,\n"
DAY = date(2025, 3, 31)
BAD = "re-referrals-12m,31/02/2025,=1+1,list,\n"


def dataset(folder: Path, observations: str = "", strands: str = "") -> Dataset:
    description = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n" + strands
    (folder / "dataset.yaml").write_text(description, encoding="utf-8")
    if observations:
        (folder / "observations.csv").write_text(HEAD + observations, encoding="utf-8")
    return read_dataset(folder, CONFIG)


def test_rows_read_used_and_set_aside_open_the_page(tmp_path: Path) -> None:
    first, problems, fresh = data_sentences(dataset(tmp_path, GOOD + BAD), date(2025, 2, 28), DAY)
    assert first == "2 rows in 1 file: 1 used, 1 set aside."
    assert problems.startswith("There ")
    assert fresh == "The freshest evidence became known on 28 February 2025."


def test_evidence_of_days_to_come_is_not_said_to_be_known(tmp_path: Path) -> None:
    *_, fresh = data_sentences(dataset(tmp_path, GOOD), date(2029, 11, 3), DAY)
    assert fresh == (
        "The newest evidence is dated 3 November 2029, after the day shown: scores as at 31 March 2025 do not see it."
    )


def test_where_all_is_well_that_is_said(tmp_path: Path) -> None:
    first, problems, _ = data_sentences(dataset(tmp_path, GOOD), date(2025, 2, 28), DAY)
    assert (first, problems) == ("1 row in 1 file: every row is used.", "No problem was found.")


def test_an_empty_dataset_says_so(tmp_path: Path) -> None:
    assert data_sentences(dataset(tmp_path), None, DAY) == (
        "No row was read: every table is empty or absent.",
        "No problem was found.",
    )


def test_each_table_with_rows_has_its_counts_and_the_others_are_missing(tmp_path: Path) -> None:
    read = dataset(tmp_path, GOOD + BAD)
    [fact] = table_facts(read)
    assert (fact.file, fact.read, fact.used, fact.set_aside) == ("observations.csv", 2, 1, 1)
    assert len(missing_tables(read)) == len(TABLES) - 1


def test_missing_tables_that_feed_scores_come_first_with_the_columns_they_need(tmp_path: Path) -> None:
    missing = missing_tables(dataset(tmp_path))
    scored = [table.feeds != "shown, not scored" for table in missing]
    assert scored == sorted(scored, reverse=True)
    audits = next(table for table in missing if table.file == "audits.csv")
    assert audits.required == ("audit", "date", "criterion", "grade")


@pytest.mark.parametrize(
    ("table", "held", "fed"),
    [
        ("observations", ("performance", "voice"), "performance and voice"),
        ("observations", ("performance",), "performance"),
        ("feedback", ("performance",), "shown, not scored"),
        ("complaints", ("voice",), "shown, not scored"),
    ],
)
def test_a_table_feeds_only_what_the_dataset_can_hold(table: str, held: tuple[str, ...], fed: str) -> None:
    assert feeds(table, held) == fed


def test_the_files_that_scores_rest_on_are_named(tmp_path: Path) -> None:
    read = dataset(tmp_path, GOOD)
    assert scored_sentence(table_facts(read)) == "Scores rest on observations.csv."
    (tmp_path / "events.csv").write_text("date,label\n2025-03-01,Hub\n", encoding="utf-8")
    facts = table_facts(read_dataset(tmp_path, CONFIG))
    assert scored_sentence(facts) == "Scores rest on observations.csv. The others are shown and not scored."
    assert scored_sentence(facts[1:]) == "None of these files feeds a score; they are shown only."


def test_strands_that_cannot_be_held_are_named(tmp_path: Path) -> None:
    held = dataset(tmp_path, strands="strands: [performance, scrutiny, improvement]\n")
    assert strands_sentence(held).startswith(
        "This dataset can't hold practice and voice, so no score expects them"
    )


def test_a_dataset_that_can_hold_everything_says_so(tmp_path: Path) -> None:
    assert "all five" in strands_sentence(dataset(tmp_path))


def test_one_and_many_are_worded_apart() -> None:
    assert (counted(1, "row"), counted(0, "row"), counted(2403, "row")) == ("1 row", "0 rows", "2,403 rows")


def test_sources_are_distinct_and_counted_the_commonest_first(tmp_path: Path) -> None:
    rows = "".join(
        f"re-referrals-12m,20{year}-02-28,20,{who},\n" for year, who in ((21, "a"), (22, "b"), (23, "b"))
    )
    found = [(source.file, source.source, source.rows) for source in sources(dataset(tmp_path, rows))]
    assert found == [("observations.csv", "b", 2), ("observations.csv", "a", 1)]


def test_the_source_of_a_row_set_aside_is_not_counted(tmp_path: Path) -> None:
    assert sources(dataset(tmp_path, "re-referrals-12m,31/02/2025,20,gone,\n")) == ()


def test_a_row_whose_note_says_conflict_is_listed_with_its_line(tmp_path: Path) -> None:
    row = "re-referrals-12m,2025-02-28,22.5,list,Seen twice. Conflict: the board paper has 21\n"
    [found] = conflicts(dataset(tmp_path, row))
    assert (found.file, found.line, found.about) == ("observations.csv", 2, "re-referrals-12m")
    assert found.says == "the board paper has 21"


def test_a_conflict_of_a_dated_row_names_the_date_as_people_read_it(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(
        "date,label,source\n2025-03-01,Hub,list. Conflict: or April\n", encoding="utf-8"
    )
    [found] = conflicts(dataset(tmp_path))
    assert found.about == "1 March 2025"


def test_the_download_of_problems_has_all_of_them_and_no_formula(tmp_path: Path) -> None:
    problems = dataset(tmp_path, GOOD + BAD).problems
    rows = list(csv.DictReader(io.StringIO(problems_csv(problems).decode("utf-8"))))
    assert len(rows) == len(problems) > 0
    assert {row["file"] for row in rows} == {"observations.csv"}
    assert not any(value.startswith("=") for row in rows for value in row.values())
    assert "'=1+1" in {row["found"] for row in rows}


def test_the_templates_hold_every_table_with_its_headings_and_are_the_same_each_time() -> None:
    made = templates_zip()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert set(archive.namelist()) == {table.file for table in TABLES.values()}
        assert archive.read("targets.csv").decode("utf-8") == "indicator,from,target,agreed_by\n"
    assert templates_zip() == made
