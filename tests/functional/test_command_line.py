"""The command line as people and scripts meet it: what it prints, where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from readiness.__main__ import main
from readiness.evidence.tables import TABLES
from readiness.snapshots.shelf import find

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "worked-example"
CONFIG = ("--config", str(EXAMPLE / "config"))
WORKED = (*CONFIG, "--data", str(EXAMPLE / "data"))
STRANDS = ["performance", "practice", "scrutiny", "voice", "improvement"]

Printed = pytest.CaptureFixture[str]


def answer(printed: Printed, *arguments: str) -> dict:
    assert main([*arguments, "--json"]) == 0
    return json.loads(printed.readouterr().out)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset with one good row."""
    description = "title: Mine\nkind: published\nauthority: {name: Exampleshire}\n"
    (tmp_path / "dataset.yaml").write_text(description, encoding="utf-8")
    (tmp_path / "observations.csv").write_text(
        "indicator,period_end,value,source\nre-referrals-12m,2025-02-28,22.5,list\n", encoding="utf-8"
    )
    return tmp_path


def add_row(dataset: Path, row: str) -> None:
    with (dataset / "observations.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def test_score_answers_with_exactly_the_keys_of_the_contract(capsys: Printed) -> None:
    scores = answer(capsys, "score", *WORKED, "--as-at", "2025-03-31")
    assert list(scores) == ["as_at", "framework", "dataset", "overall", "areas"]
    [area] = scores["areas"]
    assert set(area) == {
        *("id", "score", "uncapped", "grade", "coverage", "confidence", "low", "high", "disagrees"),
        *("caps", "red_lines", "criteria"),
    }
    assert set(area["red_lines"]) == {"crossed", "not_known", "clear"}
    [criterion] = area["criteria"]
    assert list(criterion) == ["id", "score", "coverage", "strands"]
    assert list(criterion["strands"]) == STRANDS
    assert all(
        set(each) == {"score", "coverage", "items", "expected"} for each in criterion["strands"].values()
    )


def test_score_rounds_nothing(capsys: Printed) -> None:
    [area] = answer(capsys, "score", *WORKED, "--as-at", "2025-03-31")["areas"]
    assert area["uncapped"] == pytest.approx((0.30 * 55 + 0.0625 * 66 + 0.05 * 15) / 0.4125, abs=1e-12)
    assert (area["grade"], area["confidence"], area["disagrees"]) == ("requires improvement", "low", True)


def test_a_framework_without_a_criterion_has_no_area_to_score(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "indicators.yaml").write_text("indicators: []\n", encoding="utf-8")
    (tmp_path / "frameworks" / "bare.yaml").write_text(
        "{id: bare, title: Bare, inspectorate: Nobody, in_force: {from: 2020-01-01}, source: tests, "
        "overall: {}, areas: [{id: help, title: Help, criteria: []}]}",
        encoding="utf-8",
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "dataset.yaml").write_text(
        "{title: Mine, kind: live, authority: {name: Exampleshire}}", encoding="utf-8"
    )
    bare = ("--config", str(tmp_path), "--data", str(tmp_path / "data"))
    scores = answer(capsys, "score", *bare)
    assert (scores["areas"], scores["overall"]["grade"]) == ([], None)
    history = answer(capsys, "history", *bare, "--from", "2025-01-01", "--to", "2025-02-28")
    assert (history["dates"], history["areas"]) == (["2025-01-31", "2025-02-28"], {})


def test_score_without_a_date_is_as_at_the_last_evidence_of_a_dataset_that_is_not_live(
    capsys: Printed,
) -> None:
    assert answer(capsys, "score", *WORKED)["as_at"] == "2025-03-31"


def test_score_where_nothing_is_known_has_numbers_for_coverage_and_range_only(capsys: Printed) -> None:
    [area] = answer(capsys, "score", *WORKED, "--as-at", "2010-01-01")["areas"]
    assert (area["score"], area["uncapped"], area["grade"]) == (None, None, None)
    assert (area["coverage"], area["low"], area["high"], area["confidence"]) == (0, 0, 100, "none")


def test_a_cap_names_its_kind_id_grade_and_reason(capsys: Printed) -> None:
    reading = ("--config", str(ROOT / "config"), "--data", str(ROOT / "data" / "reading"))
    scores = answer(capsys, "score", *reading, "--as-at", "2016-09-30")
    caps = [cap for area in scores["areas"] for cap in area["caps"]]
    assert caps
    assert all(set(cap) == {"kind", "id", "caps_at", "reason"} for cap in caps)
    assert {cap["kind"] for cap in caps} <= {"red line", "weak practice", "last judgement", "priority action"}


def test_the_framework_asked_for_is_the_one_used(capsys: Printed) -> None:
    reading = ("--config", str(ROOT / "config"), "--data", str(ROOT / "data" / "reading"))
    scores = answer(capsys, "score", *reading, "--as-at", "2024-06-30", "--framework", "sif-2013")
    assert scores["framework"] == "sif-2013"
    assert list(scores["overall"]) == ["grade", "rule"]


@pytest.mark.parametrize(
    ("day", "framework"),
    [
        ("2016-05-31", "sif-2013"),
        ("2018-05-31", "ilacs-2018"),
        ("2023-05-31", "ilacs-2023"),
        ("2026-05-31", "ilacs-2026"),
    ],
)
def test_else_it_is_the_one_in_force_on_the_day(capsys: Printed, day: str, framework: str) -> None:
    wokingham = ("--config", str(ROOT / "config"), "--data", str(ROOT / "data" / "wokingham"))
    assert answer(capsys, "score", *wokingham, "--as-at", day)["framework"] == framework


def test_history_has_a_value_for_every_month_end(capsys: Printed) -> None:
    history = answer(capsys, "history", *WORKED, "--from", "2024-06-01", "--to", "2025-03-31")
    assert list(history) == ["framework", "dates", "areas", "coverage", "criteria"]
    assert (history["dates"][0], history["dates"][-1], len(history["dates"])) == (
        "2024-06-30",
        "2025-03-31",
        10,
    )
    for part in ("areas", "coverage", "criteria"):
        assert all(len(values) == 10 for values in history[part].values())
    assert history["areas"]["help-and-protection"][-1] == pytest.approx(51.8181818, abs=1e-6)


def test_history_over_no_month_end_is_empty_lists(capsys: Printed) -> None:
    history = answer(capsys, "history", *WORKED, "--from", "2025-03-02", "--to", "2025-03-30")
    assert history["dates"] == []
    assert history["areas"] == {"help-and-protection": []}


def test_check_counts_every_table_of_the_schema(capsys: Printed) -> None:
    checked = answer(capsys, "check", *WORKED)
    assert list(checked) == ["tables", "problems"]
    assert set(checked["tables"]) == set(TABLES)
    assert checked["tables"]["audits"] == {"read": 2, "used": 2, "set_aside": 0}
    assert checked["tables"]["feedback"] == {"read": 0, "used": 0, "set_aside": 0}


def test_check_ends_with_1_where_a_row_is_set_aside_and_says_where(capsys: Printed, dataset: Path) -> None:
    add_row(dataset, "re-referrals-12m,31/02/2025,20,list")
    assert main(["check", *CONFIG, "--data", str(dataset), "--json"]) == 1
    checked = json.loads(capsys.readouterr().out)
    assert checked["tables"]["observations"] == {"read": 2, "used": 1, "set_aside": 1}
    [problem] = checked["problems"]
    assert set(problem) == {"file", "line", "column", "value", "message", "level"}
    assert (problem["file"], problem["line"], problem["column"]) == ("observations.csv", 3, "period_end")
    assert (problem["value"], problem["level"]) == ("31/02/2025", "error")


def test_score_ends_with_0_although_a_row_is_set_aside(capsys: Printed, dataset: Path) -> None:
    add_row(dataset, "re-referrals-12m,31/02/2025,20,list")
    assert main(["score", *CONFIG, "--data", str(dataset)]) == 0
    assert "Help and protection" in capsys.readouterr().out


def test_a_warning_changes_no_exit_status(capsys: Printed, dataset: Path) -> None:
    (dataset / "audit.csv").write_text("audit,date\n", encoding="utf-8")
    assert main(["check", *CONFIG, "--data", str(dataset)]) == 0
    assert "warning: audit.csv" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("score", *CONFIG, "--data", "no-such-folder"), "no-such-folder"),
        (("score", "--config", "no-such-folder"), "at least one framework is needed"),
        (("score", *WORKED, "--framework", "ilacs-2031"), "ilacs-2031"),
        (("score", *CONFIG), "--data"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_says_so_on_standard_error(
    capsys: Printed, arguments: tuple[str, ...], said: str
) -> None:
    assert main([*arguments, "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    "arguments",
    [("score", "--as-at", "31/02/2025"), ("history",), ("nonsense",), ("score", "--nonsense"), ()],
)
def test_a_wrong_command_ends_with_2(capsys: Printed, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_templates_writes_one_empty_file_for_every_table(capsys: Printed, tmp_path: Path) -> None:
    assert main(["templates", str(tmp_path / "new")]) == 0
    assert {path.stem for path in (tmp_path / "new").iterdir()} == set(TABLES)
    header = (tmp_path / "new" / "audits.csv").read_text(encoding="utf-8").splitlines()
    assert header == [",".join(TABLES["audits"].headings)]
    assert "audits.csv" in capsys.readouterr().out


def test_templates_leaves_a_file_that_is_there_alone(capsys: Printed, dataset: Path) -> None:
    before = (dataset / "observations.csv").read_bytes()
    written = answer(capsys, "templates", str(dataset))["written"]
    assert (dataset / "observations.csv").read_bytes() == before
    assert len(written) == len(TABLES) - 1


def test_people_get_sentences_and_no_json(capsys: Printed) -> None:
    assert main(["score", *WORKED, "--as-at", "2025-03-31"]) == 0
    printed = capsys.readouterr().out
    assert "Indicative requires improvement, 51" in printed
    assert "the evidence disagrees" in printed


def test_a_child_found_unsafe_and_not_made_safe_is_said_first(capsys: Printed) -> None:
    northmere = ("--config", str(ROOT / "config"), "--data", str(ROOT / "data" / "northmere"))
    assert main(["score", *northmere, "--as-at", "2026-10-31"]) == 0
    said = capsys.readouterr().out.split("\n\n")[1]
    assert said.startswith(
        "One child found unsafe in an audit on 4 October 2026 is not recorded as made safe, "
    )


def test_it_runs_as_a_module_on_the_first_dataset_of_the_settings() -> None:
    command = [sys.executable, "-m", "readiness", "score", "--as-at", "2019-05-31", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["dataset"] == "wokingham"


def test_a_mistake_in_a_yaml_file_is_told_with_its_line(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "frameworks").mkdir()
    wrong = (EXAMPLE / "config" / "frameworks" / "worked-example.yaml").read_text(encoding="utf-8")
    (tmp_path / "frameworks" / "worked-example.yaml").write_text(
        wrong.replace("good:", "goood:"), encoding="utf-8"
    )
    (tmp_path / "indicators.yaml").write_bytes((EXAMPLE / "config" / "indicators.yaml").read_bytes())
    assert main(["check", "--config", str(tmp_path), "--data", str(EXAMPLE / "data")]) == 2
    printed = capsys.readouterr().err
    assert "line 13" in printed
    assert "good" in printed


def packed(printed: Printed, out: Path, *arguments: str) -> dict:
    given = ("pack", *WORKED, "--format", out.suffix[1:], "--out", str(out))
    return answer(printed, *given, *arguments)


@pytest.mark.parametrize(("ending", "parts"), [("pptx", "slides"), ("docx", "messages"), ("xlsx", "sheets")])
def test_pack_writes_a_file_and_says_what_it_wrote(
    ending: str, parts: str, capsys: Printed, tmp_path: Path
) -> None:
    out = tmp_path / f"pack.{ending}"
    told = packed(capsys, out, "--as-at", "2025-03-31", "--since", "2024-12-31")
    assert list(told) == ["written", "bytes", parts, "as_at", "since", "framework"]
    assert (told["written"], told["bytes"]) == (str(out), out.stat().st_size)
    assert (told["as_at"], told["since"]) == ("2025-03-31", "2024-12-31")
    assert told[parts] > 3
    assert out.read_bytes()[:2] == b"PK"


def test_pack_looks_back_three_months_where_no_meeting_was_kept(capsys: Printed, tmp_path: Path) -> None:
    assert packed(capsys, tmp_path / "pack.docx", "--as-at", "2025-03-31")["since"] == "2024-12-31"


def test_pack_keeps_what_it_was_made_from_as_presented(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_SNAPSHOTS", str(tmp_path / "snapshots"))
    told = packed(capsys, tmp_path / "pack.xlsx", "--as-at", "2025-03-31", "--keep", "March board")
    kept = find(tmp_path / "snapshots", told["kept"])
    assert (kept.id, kept.kind, kept.title) == ("2025-03-31-data-march-board", "pack", "March board")
    assert (kept.as_at.isoformat(), kept.framework) == (told["as_at"], told["framework"])
    assert kept.since and kept.since.isoformat() == told["since"]
    assert len(kept.titles) > 3
    again = packed(capsys, tmp_path / "pack.xlsx", "--as-at", "2025-03-31")
    assert "kept" not in again


def test_pack_says_in_words_what_it_wrote(capsys: Printed, tmp_path: Path) -> None:
    out = tmp_path / "pack.docx"
    assert main(["pack", *WORKED, "--format", "docx", "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith(f"{out}: ")


def test_pack_into_a_folder_that_is_not_there_writes_nothing_and_says_why(
    capsys: Printed, tmp_path: Path
) -> None:
    out = tmp_path / "none" / "pack.docx"
    assert main(["pack", *WORKED, "--format", "docx", "--out", str(out)]) == 2
    assert "can't be written here" in capsys.readouterr().err
    assert not out.parent.exists()


def test_pack_with_a_template_that_can_not_be_used_leaves_the_old_file(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_TEMPLATE", str(tmp_path / "none.pptx"))
    out = tmp_path / "pack.pptx"
    out.write_bytes(b"old")
    assert main(["pack", *WORKED, "--format", "pptx", "--out", str(out)]) == 2
    assert "pack.template" in capsys.readouterr().err
    assert out.read_bytes() == b"old"
