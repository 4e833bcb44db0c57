"""A dataset folder as a whole: its description, its files, their fingerprint, writing and templates."""

from pathlib import Path

import pytest

from readiness.config.models import Config
from readiness.evidence.dataset import read_dataset
from readiness.evidence.fingerprint import fingerprint
from readiness.evidence.tables import TABLES
from readiness.evidence.templates import write_templates
from readiness.evidence.write import appended, csv_bytes, replace_file
from readiness.problems import Code, UserError


def test_a_folder_without_tables_is_a_dataset_of_empty_tables(dataset_folder: Path, config: Config) -> None:
    dataset = read_dataset(dataset_folder, config)
    assert set(dataset.tables) == set(TABLES)
    assert (dataset.id, dataset.set_aside, dataset.problems) == ("dataset", 0, ())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, Code.FILE_MISSING),
        ("", Code.YAML_SYNTAX),
        ("title: T\nkind: lively\nauthority: {name: N}\n", Code.WRONG_VALUE),
        ("title: T\nkind: live\n", Code.MISSING_KEY),
        ("title: T\nkind: live\nauthority: {name: N}\nframework: nwo\n", Code.UNKNOWN_REFERENCE),
    ],
)
def test_a_missing_or_wrong_description_is_an_error_of_the_user(
    dataset_folder: Path, config: Config, content: str | None, code: Code
) -> None:
    (dataset_folder / "dataset.yaml").unlink()
    if content is not None:
        (dataset_folder / "dataset.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        read_dataset(dataset_folder, config)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_mistake_in_the_own_order_of_a_meeting_is_told_with_its_line_and_stops_nothing(
    dataset_folder: Path, config: Config
) -> None:
    (dataset_folder / "meeting.yaml").write_text("screens:\n  - id: headlines\n", encoding="utf-8")
    dataset = read_dataset(dataset_folder, config)
    assert [(each.file, each.line, each.code) for each in dataset.problems] == [
        ("meeting.yaml", 2, Code.WRONG_VALUE)
    ]
    assert dataset.set_aside == 0


def test_a_missing_folder_is_an_error_of_the_user(tmp_path: Path, config: Config) -> None:
    with pytest.raises(UserError, match="no dataset folder"):
        read_dataset(tmp_path / "nowhere", config)


def test_a_csv_file_of_another_name_is_reported_with_the_nearest(
    dataset_folder: Path, config: Config
) -> None:
    (dataset_folder / "observation.csv").write_text("indicator\n", encoding="utf-8")
    [problem] = read_dataset(dataset_folder, config).problems
    assert (problem.level, "observations.csv" in problem.message) == ("warning", True)


def test_a_folder_in_the_place_of_a_file_is_reported(dataset_folder: Path, config: Config) -> None:
    (dataset_folder / "events.csv").mkdir()
    [problem] = read_dataset(dataset_folder, config).problems
    assert (problem.file, problem.code) == ("events.csv", Code.FILE_UNREADABLE)


def test_reading_changes_no_file(dataset_folder: Path, config: Config) -> None:
    (dataset_folder / "events.csv").write_bytes(b"date,label\r\n31/02/2025,caf\xe9\r\n")
    before = fingerprint(dataset_folder)
    read_dataset(dataset_folder, config)
    assert fingerprint(dataset_folder) == before


def test_the_fingerprint_changes_with_any_file_and_only_then(dataset_folder: Path, tmp_path: Path) -> None:
    seen = [
        fingerprint(dataset_folder, tmp_path / "nowhere"),
        fingerprint(dataset_folder, tmp_path / "nowhere"),
    ]
    (dataset_folder / "events.csv").write_text("date,label\n", encoding="utf-8")
    seen.append(fingerprint(dataset_folder, tmp_path / "nowhere"))
    (dataset_folder / "events.csv").unlink()
    seen.append(fingerprint(dataset_folder, tmp_path / "nowhere"))
    assert seen[0] == seen[1] == seen[3] != seen[2]


def test_a_file_that_cannot_be_replaced_stays_whole(tmp_path: Path) -> None:
    (tmp_path / "events.csv").mkdir()
    with pytest.raises(OSError):
        replace_file(tmp_path / "events.csv", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_rows_are_added_below_what_is_there_with_every_column_kept(
    dataset_folder: Path, config: Config
) -> None:
    path = dataset_folder / "events.csv"
    path.write_text('Date,colour,Label\n2025-01-01,red,"a, ""b"""\nnot a date,,kept\n', encoding="utf-8")
    row = {"date": "2025-01-02", "label": "c", "source": "minutes"}
    path.write_bytes(appended(path.read_bytes(), TABLES["events"], [row]).content)
    assert path.read_text(encoding="utf-8").splitlines() == [
        "Date,colour,Label,source",
        '2025-01-01,red,"a, ""b""",',
        "not a date,,kept,",
        "2025-01-02,,c,minutes",
    ]
    assert read_dataset(dataset_folder, config).tables["events"].used == 2


def test_adding_to_an_absent_table_makes_it_with_every_heading() -> None:
    made = appended(b"", TABLES["events"], [{"date": "2025-01-02", "label": "line\nend"}])
    assert made.content == b'date,label,kind,source\n2025-01-02,"line\nend",,\n'


def test_a_row_with_an_unknown_column_is_not_added() -> None:
    with pytest.raises(UserError, match="no such column"):
        appended(b"", TABLES["events"], [{"day": "2025-01-02"}])


def test_templates_have_every_table_and_leave_present_files_alone(
    dataset_folder: Path, config: Config
) -> None:
    (dataset_folder / "events.csv").write_text("mine", encoding="utf-8")
    written = write_templates(dataset_folder)
    assert len(written) == len(TABLES) - 1
    assert (dataset_folder / "events.csv").read_text(encoding="utf-8") == "mine"
    (dataset_folder / "events.csv").unlink()
    write_templates(dataset_folder)
    assert read_dataset(dataset_folder, config).problems == ()


def test_the_example_of_every_column_is_a_value_it_accepts(dataset_folder: Path, config: Config) -> None:
    for table in TABLES.values():
        row = [("" if column.known else column.example) for column in table.columns]
        (dataset_folder / table.file).write_bytes(csv_bytes(table.headings, [row]))
    blank = {"value-missing", "parent-missing", "figures-disagree"}
    found = [problem for problem in read_dataset(dataset_folder, config).problems if problem.level == "error"]
    assert [str(problem) for problem in found if problem.code not in blank] == []
