"""Adding rows from the screen: what is refused, what is kept, and that two at once lose nothing."""

import errno
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from readiness.config.models import Config
from readiness.evidence import lock, write
from readiness.evidence.backup import KEPT, keep_backup
from readiness.evidence.dataset import Dataset, read_dataset
from readiness.evidence.fingerprint import fingerprint
from readiness.evidence.record import add_made, add_row, add_rows, ids_written, next_id
from readiness.problems import Code, UserError
from tests.evidence_files import small_config

ACTION = {"title": "Weekly review", "criterion": "front-door", "source": "Meeting", "created": "2025-05-01"}
EVENTS = b'\xef\xbb\xbfDate,colour,Label\r\n2025-01-01,red,"a, ""b"""\r\n\r\nnot a date,,kept\r\n'


def opened(folder: Path, config: Config) -> Dataset:
    return read_dataset(folder, config)


def event(label: str, day: str = "2025-01-02") -> dict[str, str]:
    return {"date": day, "label": label}


def refused(dataset: Dataset, config: Config, table: str, row: dict[str, str]) -> list[Code]:
    before = fingerprint(dataset.folder)
    with pytest.raises(UserError) as raised:
        add_row(dataset, config, table, row)
    assert fingerprint(dataset.folder) == before
    return [problem.code for problem in raised.value.problems]


def test_a_row_goes_below_and_every_byte_above_stays(dataset_folder: Path, config: Config) -> None:
    path = dataset_folder / "events.csv"
    path.write_bytes(EVENTS)
    line = add_row(opened(dataset_folder, config), config, "events", event("Board, first"))
    assert path.read_bytes() == EVENTS + b'2025-01-02,,"Board, first"\r\n'
    read = read_dataset(dataset_folder, config).tables["events"]
    assert (line, list(read.rows["line"]), read.set_aside) == (5, [2, 5], 1)


def test_a_last_line_without_an_end_gets_one(dataset_folder: Path, config: Config) -> None:
    (dataset_folder / "events.csv").write_bytes(b"date,label\n2025-01-01,a")
    assert add_row(opened(dataset_folder, config), config, "events", event("b")) == 3
    assert (dataset_folder / "events.csv").read_bytes() == b"date,label\n2025-01-01,a\n2025-01-02,b\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"date,label\n",
        b"date;label\n2025-01-01;a\n",
        b"date,label\n2025-01-01,caf\xe9\n",
        b"label\nlonely\n",
    ],
)
def test_a_file_of_any_make_takes_a_row_that_is_then_used(
    dataset_folder: Path, config: Config, content: bytes
) -> None:
    (dataset_folder / "events.csv").write_bytes(content)
    dataset = opened(dataset_folder, config)
    before = dataset.tables["events"]
    line = add_row(dataset, config, "events", event("b") | {"source": "minutes"})
    after = read_dataset(dataset_folder, config).tables["events"]
    assert (after.used, after.set_aside) == (before.used + 1, before.set_aside)
    assert after.rows.iloc[-1][["label", "source", "line"]].to_list() == ["b", "minutes", line]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"date": "31/02/2025", "label": "b"}, Code.NOT_A_DATE),
        ({"date": "2025-01-02"}, Code.VALUE_MISSING),
        ({"date": "2025-01-01", "label": "a"}, Code.DUPLICATE_ROW),
        ({"date": "2025-01-02", "label": "b", "kind": "holiday"}, Code.NOT_A_CHOICE),
        ({"date": "2025-01-02", "label": "b" * 100_001}, Code.CELL_TOO_LONG),
        ({"date": "2025-01-02", "label": "b", "colour": "red"}, Code.COLUMN_UNKNOWN),
        ({"date": "2025-01-02", "label": "=1+1"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": " @SUM(A1)"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "two\nlines"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "a\x00b"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "turned \u202e round"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "lone \ud800"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Child born 12/03/2014 moved"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "DOB: 3 March 2014"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Date of birth 2014-03-12"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "About child 448123"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Call 0118 496 0123"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Visit to RG1 2AA"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Case no. 4481234 reviewed"}, Code.TEXT_REFUSED),
        ({"date": "2025-01-02", "label": "Ask jo.bloggs@example.org"}, Code.TEXT_REFUSED),
    ],
)
def test_a_row_the_reader_would_not_use_is_refused_with_the_file_untouched(
    dataset_folder: Path, config: Config, row: dict[str, str], code: Code
) -> None:
    (dataset_folder / "events.csv").write_text("date,label\n2025-01-01,a\n", encoding="utf-8")
    assert refused(opened(dataset_folder, config), config, "events", row) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Agreed 12/03/2025: 45-day assessments by Q3, from 18.5% to 12%",
        "Case loads of 2016 to 2019; 12 children, born and placed out of area",
        "Ofsted's ILACS 2023 (A4, 12 pages): 1234 contacts, 20% up – and – held",
        "Zażółć gęślą jaźń; 日本語; naïve café",
        "Babies born 5 weeks early; cost of each child 2024/25; KS4 2nd year; every case 1200 hours",
        "Children born 12 months apart; by Q1 2026; phone line open 0800 to 1800",
    ],
)
def test_ordinary_words_are_not_taken_for_somebody(dataset_folder: Path, config: Config, text: str) -> None:
    add_row(opened(dataset_folder, config), config, "events", event(text))
    assert list(read_dataset(dataset_folder, config).tables["events"].rows["label"]) == [text]


def test_an_unknown_reference_and_an_unknown_table_are_refused(dataset_folder: Path, config: Config) -> None:
    dataset = opened(dataset_folder, config)
    row = ACTION | {"action": "a-1", "criterion": "frontdoor"}
    assert refused(dataset, config, "actions", row) == [Code.UNKNOWN_REFERENCE]
    assert refused(dataset, config, "plans", row) == [Code.FILE_UNREADABLE]


def test_an_action_and_its_first_update_are_added_together_or_not_at_all(
    dataset_folder: Path, config: Config
) -> None:
    dataset = opened(dataset_folder, config)
    action = ("actions", ACTION | {"action": "a-1"})
    early = ("action_updates", {"action": "a-1", "date": "2025-04-30", "status": "on track"})
    with pytest.raises(UserError) as raised:
        add_rows(dataset, config, [early, action])
    assert [problem.code for problem in raised.value.problems] == [Code.DATES_DISAGREE]
    assert not (dataset_folder / "actions.csv").exists()
    good = ("action_updates", early[1] | {"date": "2025-05-01"})
    assert add_rows(dataset, config, [good, action]) == (2, 2)
    assert read_dataset(dataset_folder, config).problems == ()


def test_what_stands_on_the_disk_now_counts_and_not_what_was_opened(
    dataset_folder: Path, config: Config
) -> None:
    dataset = opened(dataset_folder, config)
    add_row(dataset, config, "events", event("theirs"))
    assert add_row(dataset, config, "events", event("mine")) == 3
    assert refused(dataset, config, "events", event("theirs")) == [Code.DUPLICATE_ROW]


def test_a_row_is_refused_where_it_would_change_what_the_others_mean(
    dataset_folder: Path, config: Config
) -> None:
    # The third row has a cell too many: under a new heading it would become that column's.
    (dataset_folder / "events.csv").write_text(
        "date,label\n2025-01-01,a\n2025-01-03,c,other\n", encoding="utf-8"
    )
    row = event("b") | {"kind": "policy"}
    assert refused(opened(dataset_folder, config), config, "events", row) == [Code.FILE_NOT_WRITTEN]


def test_the_file_as_it_was_is_kept_once_a_day_and_is_no_part_of_the_dataset(
    dataset_folder: Path, config: Config
) -> None:
    (dataset_folder / "events.csv").write_text("date,label\n2025-01-01,a\n", encoding="utf-8")
    dataset = opened(dataset_folder, config)
    begun = date.today()
    add_row(dataset, config, "events", event("b"))
    [copy] = (dataset_folder / ".backups").iterdir()
    assert copy.name in {f"events.{day.isoformat()}.csv" for day in (begun, date.today())}
    assert copy.read_text(encoding="utf-8") == "date,label\n2025-01-01,a\n"
    seen = fingerprint(dataset_folder)
    copy.unlink()
    assert fingerprint(dataset_folder) == seen
    assert read_dataset(dataset_folder, config).problems == ()


def test_of_several_states_in_a_day_the_first_is_kept(tmp_path: Path) -> None:
    path, day = tmp_path / "events.csv", date(2026, 11, 27)
    assert keep_backup(path, day) is None
    for content in (b"first", b"second"):
        path.write_bytes(content)
        copy = keep_backup(path, day)
        assert copy is not None and copy.read_bytes() == b"first"


def test_the_number_of_backups_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("date,label\n", encoding="utf-8")
    days = [date.fromordinal(740_000 + number) for number in range(KEPT + 5)]
    for day in days:
        keep_backup(path, day)
    names = sorted(each.name for each in (tmp_path / ".backups").iterdir())
    assert names == [f"events.{day.isoformat()}.csv" for day in days[5:]]


def test_a_full_disk_leaves_every_file_as_it_was(
    dataset_folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = opened(dataset_folder, config)
    add_row(dataset, config, "actions", ACTION | {"action": "a-1"})
    written: list[int] = []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    before = (dataset_folder / "actions.csv").read_bytes()
    monkeypatch.setattr(write.os, "fsync", full)
    update = ("action_updates", {"action": "a-2", "date": "2025-05-01", "status": "on track"})
    with pytest.raises(UserError, match="No space left on device"):
        add_rows(dataset, config, [("actions", ACTION | {"action": "a-2"}), update])
    assert (dataset_folder / "actions.csv").read_bytes() == before
    assert sorted(each.name for each in dataset_folder.glob("*")) == [
        ".backups",
        ".lock",
        "actions.csv",
        "dataset.yaml",
    ]


def test_a_file_that_can_not_be_replaced_puts_the_others_back(dataset_folder: Path, config: Config) -> None:
    dataset = opened(dataset_folder, config)
    add_row(dataset, config, "actions", ACTION | {"action": "a-1"})
    before = (dataset_folder / "actions.csv").read_bytes()
    (dataset_folder / "notes").mkdir()
    with pytest.raises(OSError):
        write.replace_files({dataset_folder / "actions.csv": b"new", dataset_folder / "notes": b"new"})
    assert (dataset_folder / "actions.csv").read_bytes() == before


def test_an_id_follows_the_highest_one_of_its_kind() -> None:
    assert next_id(["ACT-009", "ACT-261", "MTG-900", "ACT-x", "ACT-0007b"], "ACT") == "ACT-262"
    assert next_id(["ACT-999"], "ACT") == "ACT-1000"
    assert next_id([], "ACT") == "ACT-001"
    assert next_id(["SIG-04"], "SIG") == "SIG-05"


def test_the_ids_of_rows_set_aside_are_not_free(dataset_folder: Path) -> None:
    (dataset_folder / "actions.csv").write_text("Title,Action\na,ACT-001\nb, ACT-002 \nc\n", encoding="utf-8")
    assert ids_written(dataset_folder, "actions") == ("ACT-001", "ACT-002")
    assert ids_written(dataset_folder, "signals") == ()


# Many at once ------------------------------------------------------------------------------------

WRITERS, ROWS = 4, 10


def write_many(folder: Path, config_folder: Path, writer: int, by_file: bool) -> list[int]:
    """What one process does: add actions, each under the next free id; `by_file`: where the system has no locks."""
    if by_file:
        lock.fcntl = None
    config = small_config(config_folder / str(writer))
    dataset = read_dataset(folder, config)

    def make(number: int) -> list[tuple[str, dict[str, str]]]:
        free = next_id(ids_written(folder, "actions"), "ACT")
        return [("actions", ACTION | {"action": free, "title": f"{writer} wrote {number}"})]

    return [add_made(dataset, config, lambda number=number: make(number))[0] for number in range(ROWS)]


@pytest.mark.parametrize("by_file", [False, True])
def test_many_who_write_at_once_lose_nothing(
    dataset_folder: Path, tmp_path: Path, config: Config, by_file: bool
) -> None:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(WRITERS, mp_context=context) as pool:
        jobs = [
            pool.submit(write_many, dataset_folder, tmp_path / "config", writer, by_file)
            for writer in range(WRITERS)
        ]
        lines = [line for job in jobs for line in job.result()]
    dataset = read_dataset(dataset_folder, config)
    actions = dataset.tables["actions"].rows
    assert dataset.problems == ()
    assert list(actions["action"]) == [f"ACT-{number:03}" for number in range(1, WRITERS * ROWS + 1)]
    assert {f"{writer} wrote {row}" for writer in range(WRITERS) for row in range(ROWS)} == set(
        actions["title"]
    )
    assert sorted(lines) == sorted(actions["line"])


def test_whoever_waits_too_long_is_told_and_writes_nothing(
    dataset_folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = opened(dataset_folder, config)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with lock.written_alone(dataset_folder):
        assert refused(dataset, config, "events", event("b")) == [Code.FILE_NOT_WRITTEN]
    assert add_row(dataset, config, "events", event("b")) == 2


def test_a_lock_file_that_a_dead_process_left_is_taken_away(tmp_path: Path) -> None:
    left = tmp_path / ".lock"
    left.write_bytes(b"")
    with pytest.raises(TimeoutError), lock.held_by_file(left, 0.05):
        pass
    os.utime(left, (0, 0))
    with lock.held_by_file(left, lock.PATIENCE):
        assert left.exists()
    assert not left.exists()


def test_only_one_at_a_time_takes_away_a_lock_file_that_was_left(tmp_path: Path) -> None:
    left, taking = tmp_path / ".lock", tmp_path / ".lock-stale"
    left.write_bytes(b"")
    taking.write_bytes(b"")
    os.utime(left, (0, 0))
    with pytest.raises(TimeoutError), lock.held_by_file(left, 0.05):
        pass
    assert left.exists()
    os.utime(taking, (0, 0))
    with lock.held_by_file(left, lock.PATIENCE):
        assert left.exists()
    assert list(tmp_path.iterdir()) == []


def test_of_many_who_find_the_same_lock_file_left_behind_one_holds_it_at_a_time(tmp_path: Path) -> None:
    left, inside, most = tmp_path / ".lock", [], []

    def hold(number: int) -> None:
        with lock.held_by_file(left, 60.0):
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.001)
            inside.remove(number)

    for _ in range(5):
        left.write_bytes(b"")
        os.utime(left, (0, 0))
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(hold, range(6)))
    assert most == [1] * 30


def test_a_link_to_a_file_elsewhere_stays_a_link_and_the_file_gets_the_row(
    dataset_folder: Path, config: Config, tmp_path: Path
) -> None:
    kept = tmp_path / "shared-events.csv"
    kept.write_bytes(b"date,label\n2025-01-01,a\n")
    (dataset_folder / "events.csv").symlink_to(kept)
    add_row(opened(dataset_folder, config), config, "events", event("b"))
    assert (dataset_folder / "events.csv").is_symlink()
    assert kept.read_bytes() == b"date,label\n2025-01-01,a\n2025-01-02,b\n"


def test_a_file_marked_read_only_is_left_alone_in_a_folder_that_may_be_written_to(
    dataset_folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    (dataset_folder / "events.csv").write_bytes(b"date,label\n2025-01-01,a\n")
    monkeypatch.setattr(write.os, "access", lambda path, mode: Path(path).name != "events.csv")
    dataset = opened(dataset_folder, config)
    assert refused(dataset, config, "events", event("b")) == [Code.FILE_NOT_WRITTEN]


def test_what_a_killed_writer_left_is_taken_away_by_the_next(dataset_folder: Path, config: Config) -> None:
    unfinished = dataset_folder / f".events.csv.abc{write.UNFINISHED}"
    unfinished.write_bytes(b"date,la")
    add_row(opened(dataset_folder, config), config, "events", event("b"))
    assert not unfinished.exists()


def test_a_folder_that_may_not_be_written_to_is_named_and_not_the_lock_in_it(
    dataset_folder: Path, config: Config
) -> None:
    (dataset_folder / lock.LOCK).mkdir()
    with pytest.raises(UserError) as raised:
        add_row(opened(dataset_folder, config), config, "events", event("b"))
    assert raised.value.problems[0].file == dataset_folder.name
