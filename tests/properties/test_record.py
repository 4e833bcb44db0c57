"""Whatever is typed: a row that is accepted is read back as it was typed, and the rows above mean what they meant."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from readiness.config.models import Config
from readiness.evidence.dataset import read_dataset
from readiness.evidence.fill import fill_row
from readiness.evidence.record import add_row
from readiness.problems import UserError
from tests.evidence_files import DESCRIPTION, small_config

TEXTS = st.text(max_size=40) | st.text(alphabet=" ,;\"\t'=+-@\r\nab\u00a0\u2028", max_size=12)
HEADERS = st.sampled_from(
    ["date,label", "label,colour,date,kind", 'source,"date",Label', "date;label;colour"]
)
LINES = st.lists(
    st.sampled_from(
        ["2025-01-01,a", '2025-01-02,"b, c",x', "", "z", '"open,2025', "a,b,c,d,e,f", "2025-01-03;d;e"]
    ),
    max_size=5,
)
ENDS = st.sampled_from(["\n", "\r\n"])
SIGNALS = st.lists(
    st.sampled_from(
        [
            "s-2,2025-01-02,Manager,late,Seen,,",
            's-3,2025-01-02,Manager,late,"Two\nlines, one row",2025-02-01,Act,,,kept',
            "",
            "s-4,31/02/2025,Manager,late,Seen,,",
            's-5,2025-01-02,"open,late',
            "s-1,2025-01-09,Manager,late,The same id,,",
        ]
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return small_config(tmp_path_factory.mktemp("record") / "config")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("record")


def folder_with(place: Path, content: str) -> Path:
    folder = Path(tempfile.mkdtemp(dir=place))
    (folder / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")
    (folder / "events.csv").write_bytes(content.encode("utf-8"))
    return folder


@settings(max_examples=50)
@given(label=TEXTS, source=TEXTS)
def test_text_that_is_accepted_is_read_back_as_it_was_typed(
    place: Path, config: Config, label: str, source: str
) -> None:
    folder = folder_with(place, "date,label\n2025-01-01,first\n")
    dataset = read_dataset(folder, config)
    row = {"date": "2025-01-02", "label": label, "source": source}
    before = (folder / "events.csv").read_bytes()
    try:
        line = add_row(dataset, config, "events", row)
    except UserError:
        event("refused")
        assert (folder / "events.csv").read_bytes() == before
        return
    event("accepted")
    read = read_dataset(folder, config).tables["events"]
    [added] = read.rows[read.rows["line"] == line].astype(object).fillna("").to_dict("records")
    assert (read.read, read.used, line) == (2, 2, 3)
    assert (added["label"], added["source"]) == (label.strip(), source.strip())


@settings(max_examples=50)
@given(header=HEADERS, lines=LINES, end=ENDS, closed=st.booleans(), source=st.sampled_from(["", "minutes"]))
def test_the_rows_above_are_used_and_set_aside_as_before(
    place: Path, config: Config, header: str, lines: list[str], end: str, closed: bool, source: str
) -> None:
    content = end.join([header, *lines]) + (end if closed else "")
    folder = folder_with(place, content)
    dataset = read_dataset(folder, config)
    before = dataset.tables["events"]
    row = {"date": "2025-02-01", "label": "added, here", "source": source}
    try:
        add_row(dataset, config, "events", row)
    except UserError:
        assert (folder / "events.csv").read_bytes() == content.encode("utf-8")
        return
    after = read_dataset(folder, config).tables["events"]
    assert (after.read, after.used, after.set_aside) == (before.read + 1, before.used + 1, before.set_aside)
    kept = before.rows.drop(columns="line").astype(object)
    assert after.rows.iloc[:-1].drop(columns="line").astype(object).equals(kept)
    written = (folder / "events.csv").read_bytes()
    if written.startswith(content.encode("utf-8")):
        assert after.rows["line"].iloc[:-1].equals(before.rows["line"])


@settings(max_examples=50)
@given(above=SIGNALS, below=SIGNALS, end=ENDS, decision=TEXTS)
def test_filling_a_rows_blank_cells_changes_no_other_row(
    place: Path, config: Config, above: list[str], below: list[str], end: str, decision: str
) -> None:
    head = "signal,first_known,known_by,about,what,decided,decision,effect_checked,effect,colour"
    content = end.join([head, *above, "s-1,2025-01-02,Manager,late,Mine,,,", *below]) + end
    folder = folder_with(place, "date,label\n")
    (folder / "signals.csv").write_bytes(content.encode("utf-8"))
    dataset = read_dataset(folder, config)
    before = dataset.tables["signals"]
    try:
        fill_row(dataset, config, "signals", "s-1", {"decided": "2025-03-01", "decision": decision})
    except UserError:
        assert (folder / "signals.csv").read_bytes() == content.encode("utf-8")
        return
    after = read_dataset(folder, config).tables["signals"]
    assert (after.read, after.used) == (before.read, before.used)
    was, now = (
        {
            row["signal"]: row
            for row in each.rows.drop(columns="line").astype(object).fillna("").to_dict("records")
        }
        for each in (before, after)
    )
    mine = now.pop("s-1")
    assert mine["decision"] == decision.strip()
    assert now == {name: row for name, row in was.items() if name != "s-1"}
