"""What was judged beside our evidence of the day before: the words, and that nothing later is seen."""

import csv
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.inspections.calibration import (
    FEWEST,
    Compared,
    Verdict,
    calibration,
    calibration_words,
    sign_probability,
)
from readiness.insight.inspections.judgements import OfstedJudgement
from readiness.workspace import Workspace, open_workspace
from tests.pages.shipped import ROOT, shipped

JUDGED = OfstedJudgement("help", "Help", "good", date(2023, 5, 9), "Inspection", "Report", "now", 2)
ONE = Compared(JUDGED, "now", "Help", date(2023, 5, 8), "good", 65.0, 0.5, "medium", (), "the same")
SAME: Verdict = "the same"
HIGHER: Verdict = "ours higher"
LOWER: Verdict = "ours lower"
NEITHER: Verdict = "not enough evidence"
CAME = date(2026, 5, 1)
KNOWN: dict[str, Callable[[dict[str, str]], str]] = {
    "observations": lambda row: row["published"] or row["period_end"],
    "audits": lambda row: row["date"],
    "feedback": lambda row: row["date"],
    "action_updates": lambda row: row["date"],
    "actions": lambda row: row["created"],
    "inspections": lambda row: row["published"],
}


def several(*verdicts: Verdict, each_year: bool = True) -> list[Compared]:
    """A comparison for each verdict, of an inspection of its own or all of one."""
    return [
        replace(
            ONE,
            verdict=verdict,
            judged=replace(JUDGED, published=date(2000 + (number if each_year else 0), 5, 9)),
        )
        for number, verdict in enumerate(verdicts)
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "No judgement can be set beside our evidence of the day before yet."),
        (several(NEITHER), "On the day before the one judgement there was not enough evidence"),
        (several(*[NEITHER] * 2), "On the day before any of two judgements there was not"),
        (
            several(SAME),
            "On one of one judgement there was enough evidence the day before: the same on one.",
        ),
        (several(SAME, HIGHER), "the same on one, ours higher on one. These are of two"),
        (several(*[LOWER] * 5), "These are of five inspections: too few to say"),
        (several(*[LOWER] * 9, each_year=False), "These are of one inspection: too few to say"),
        (several(*[LOWER] * 6), "Over six inspections ours lean lower by more than chance explains."),
        (several(*[HIGHER] * 6), "Over six inspections ours lean higher by more than chance explains."),
        (several(*[HIGHER] * 5, LOWER), "Over six inspections no lean beyond chance shows."),
        (several(*[SAME] * 8), "Over eight inspections no lean beyond chance shows."),
    ],
)
def test_the_reading_never_says_more_than_so_many_inspections_allow(
    found: Sequence[Compared], said: str
) -> None:
    assert said in calibration_words(found)


def test_the_sign_test_is_that_of_the_textbook_and_sets_the_fewest() -> None:
    assert sign_probability(0, 0) == 1.0
    assert sign_probability(2, 3) == 1.0
    assert sign_probability(0, 6) == pytest.approx(2 / 64)
    assert sign_probability(0, FEWEST) < 0.05 < sign_probability(0, FEWEST - 1)


def test_wokinghams_evidence_of_the_day_before_agreed_on_four_of_seven() -> None:
    found = calibration(shipped("wokingham"), date(2026, 4, 2))
    verdicts = {(each.day.year, each.area): each.verdict for each in found.compared}
    assert verdicts[2023, "Children in care"] == "ours lower"
    assert verdicts[2023, "Care leavers"] == verdicts[2019, "Help and protection"] == "ours higher"
    assert list(verdicts.values()).count("the same") == 4
    assert [each.verdict for each in found.compared if each.day.year == 2016] == ["not enough evidence"] * 5


def test_the_record_grows_with_each_inspection_and_never_changes_what_it_said() -> None:
    workspace = shipped("wokingham")
    records = [calibration(workspace, date(year, 12, 31)).compared for year in (2010, 2016, 2019, 2023)]
    assert [len(each) for each in records] == [0, 5, 8, 12]
    assert all(set(earlier) <= set(later) for earlier, later in pairwise(records))


def test_every_line_stands_on_its_judgement() -> None:
    rows = list(csv.reader((ROOT / "data" / "reading" / "judgements.csv").open(encoding="utf-8")))
    for each in calibration(shipped("reading"), date(2026, 4, 2)).compared:
        area, grade = rows[each.judged.line - 1][1:3]
        assert area == each.judged.area
        assert grade.removesuffix(" to be good") == each.judged.grade


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Workspace]:
    """Northmere inspected on a day amid its evidence, and Northmere as its files stood on the day before."""
    full, before = (copied(tmp_path_factory.mktemp(name) / "northmere") for name in ("full", "before"))
    appended(full / "inspections.csv", f"new,ilacs-2026,inspection,New,2026-04-01,2026-04-10,{CAME},made")
    for area in ("impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers"):
        appended(full / "judgements.csv", f"new,{area},good,{area}")
    appended(full / "findings.csv", "new-1,new,supervision,priority action,Much worse,made")
    for table, known in KNOWN.items():
        cut(before / f"{table}.csv", known)
    return open_workspace(ROOT / "config", full), open_workspace(ROOT / "config", before)


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / "data" / "northmere", folder)
    return folder


def appended(file: Path, row: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{row}\n", encoding="utf-8")


def cut(file: Path, known: Callable[[dict[str, str]], str]) -> None:
    """Without the rows known on or after the day of the report. Children of a row that goes are set aside."""
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(row for row in rows if known(row) < CAME.isoformat())


def test_nothing_published_on_the_day_or_later_counts(inspected: tuple[Workspace, Workspace]) -> None:
    full, before = inspected
    found = [each for each in calibration(full, date(2026, 11, 6)).compared if each.judged.published == CAME]
    as_it_stood = before.score(date(2026, 4, 30), "ilacs-2026")
    assert len(found) == 4
    assert all(each.verdict != "not enough evidence" for each in found)
    for each in found:
        area = as_it_stood.area(each.judged.area)
        assert each.score == pytest.approx(area.score)
        assert each.coverage == pytest.approx(area.coverage)
        assert (each.ours, each.confidence) == (area.grade, area.confidence)


@given(st.lists(st.sampled_from([SAME, HIGHER, LOWER, NEITHER]), max_size=12))
def test_no_lean_is_said_of_fewer_inspections_than_could_show_one(verdicts: list[Verdict]) -> None:
    said = calibration_words(several(*verdicts))
    compared = [each for each in verdicts if each != "not enough evidence"]
    assert ("more than chance" not in said) or len(compared) >= FEWEST
    assert ("too few to say" in said) == (0 < len(compared) < FEWEST)
