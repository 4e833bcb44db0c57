"""Filling blank cells: only blank ones, only in their row, and every other byte stays."""

from pathlib import Path

import pytest

from readiness.config.models import Config
from readiness.evidence.dataset import read_dataset
from readiness.evidence.fill import fill_row
from readiness.problems import Code, UserError

HEAD = "signal,first_known,known_by,about,what,decided,decision,colour\r\n"
ONE = 's-1,2025-01-02,Manager,late,"Late, twice\r\nover",,,red\r\n'
TWO = "s-2,2025-01-03,Manager,late,Again,2025-02-01,Act\r\n"
ANSWER = {"decided": "2025-03-01", "decision": "Move two posts, now"}


def with_signals(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    (folder / "signals.csv").write_bytes(content.encode(encoding))
    return folder / "signals.csv"


def fill(folder: Path, config: Config, row: str, values: dict[str, str]) -> int:
    return fill_row(read_dataset(folder, config), config, "signals", row, values)


def refused(folder: Path, config: Config, row: str, values: dict[str, str]) -> list[Code]:
    before = (folder / "signals.csv").read_bytes()
    with pytest.raises(UserError) as raised:
        fill(folder, config, row, values)
    assert (folder / "signals.csv").read_bytes() == before
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_cells_are_filled_and_every_other_byte_stays(
    dataset_folder: Path, config: Config, mark: str
) -> None:
    path = with_signals(dataset_folder, f"{mark}{HEAD}\r\n{TWO}{ONE}{TWO.replace('s-2', 's-3')}")
    assert fill(dataset_folder, config, "s-1", ANSWER) == 4
    filled = ONE.replace(",,,red", ',2025-03-01,"Move two posts, now",red')
    written = path.read_bytes().decode("utf-8")
    assert written == f"{mark}{HEAD}\r\n{TWO}{filled}{TWO.replace('s-2', 's-3')}"
    assert read_dataset(dataset_folder, config).set_aside == 0
    assert (dataset_folder / ".backups").is_dir()


def test_a_column_that_the_file_lacks_is_added(dataset_folder: Path, config: Config) -> None:
    head, row = "signal;first_known;known_by;about;what\n", "s-1;2025-01-02;Manager;late;Caf\xe9\n"
    path = with_signals(dataset_folder, head + row, "cp1252")
    assert fill(dataset_folder, config, "s-1", ANSWER) == 2
    assert path.read_text(encoding="utf-8").splitlines() == [
        "signal,first_known,known_by,about,what,decided,decision",
        's-1,2025-01-02,Manager,late,Caf\xe9,2025-03-01,"Move two posts, now"',
    ]


def test_a_row_shorter_than_the_headings_is_made_long_enough(dataset_folder: Path, config: Config) -> None:
    path = with_signals(dataset_folder, HEAD + "s-1,2025-01-02,Manager,late,Seen")
    fill(dataset_folder, config, "s-1", ANSWER)
    assert path.read_bytes().decode().endswith('Seen,2025-03-01,"Move two posts, now",\r\n')


@pytest.mark.parametrize(
    ("row", "values", "code"),
    [
        ("s-2", ANSWER, Code.DUPLICATE_ROW),
        ("s-9", ANSWER, Code.PARENT_MISSING),
        ("s-1", {"decided": "31/02/2025"}, Code.NOT_A_DATE),
        ("s-1", {"decision": "=1+1"}, Code.TEXT_REFUSED),
        ("s-1", {"colours": "red"}, Code.COLUMN_UNKNOWN),
        ("s-1", {"what": "Otherwise"}, Code.DUPLICATE_ROW),
    ],
)
def test_what_is_filled_gone_or_wrong_is_refused(
    dataset_folder: Path, config: Config, row: str, values: dict[str, str], code: Code
) -> None:
    with_signals(dataset_folder, HEAD + ONE + TWO)
    assert refused(dataset_folder, config, row, values) == [code]
