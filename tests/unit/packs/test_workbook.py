"""The workbook: typed cells, nothing that could run, a chart of Excel's own, and the evidence behind scores."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
from xlsxwriter import Workbook

from readiness.packs.imprint import imprint
from readiness.packs.sheet import Sheet, SheetWriter
from readiness.packs.workbook import PLAIN
from readiness.packs.workbook_evidence import HIDDEN, TOO_LITTLE, evidence_sheets
from readiness.workspace import open_workspace
from tests.unit.packs.pack_made import ABOUT, LINES

FRAMEWORK = """
id: now
title: Framework
inspectorate: Nobody
in_force: {from: 2020-01-01}
source: tests
areas:
  - {id: care, title: Care, criteria: [{id: permanence, title: Permanence, good: It lasts}]}
"""
INDICATORS = """
indicators:
  - {id: late, title: Late, definition: Late, unit: percent, frequency: monthly, source: tests,
     scale: [50, 40, 30, 20, 10], scale_basis: Made, criteria: [permanence]}
  - {id: early, title: Early, definition: Early, unit: percent, frequency: monthly, source: tests,
     scale: [50, 60, 70, 80, 90], scale_basis: Made, criteria: [permanence]}
"""
OBSERVATIONS = """indicator,period_end,numerator,denominator,source
late,2026-03-31,3,40,list
early,2026-03-31,30,40,list
"""
FEEDBACK = """feedback,date,criterion,from,kind,positive,responses
F1,2026-03-01,permanence,children,survey,2,30
F2,2026-03-01,permanence,staff,survey,20,30
"""


def written(*sheets: Sheet) -> Any:  # noqa: ANN401
    """These sheets in a book of their own, read back."""
    file = io.BytesIO()
    book = Workbook(file, PLAIN)
    writer = SheetWriter(book, ABOUT, "#1A5F9E")
    for sheet in sheets:
        writer.add(sheet)
    book.close()
    return openpyxl.load_workbook(io.BytesIO(file.getvalue()))


def evidence(folder: Path, scoring: str = "") -> list[Sheet]:
    """The sheets of evidence of a small dataset, scored by these numbers of the method."""
    for name, text in (("now.yaml", FRAMEWORK), ("indicators.yaml", INDICATORS), ("scoring.yaml", scoring)):
        place = folder / "config" / ("frameworks" if name == "now.yaml" else "")
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    data = folder / "data"
    data.mkdir()
    description = "title: Tests\nkind: live\nauthority: {name: Nowhere}\n"
    for name, text in (
        ("dataset.yaml", description),
        ("observations.csv", OBSERVATIONS),
        ("feedback.csv", FEEDBACK),
    ):
        (data / name).write_text(text, encoding="utf-8")
    workspace = open_workspace(folder / "config", data)
    return evidence_sheets(workspace, imprint(workspace, date(2026, 4, 1), "now"), "now")


def test_cells_are_what_they_are_and_text_never_runs() -> None:
    frame = pd.DataFrame({"A": ["=1+1", "81.7%", "6 November 2026"], "B": [3, None, "http://x.y"]})
    sheet = written(Sheet("S", "T", frame))["S"]
    assert [cell.value for cell in sheet["A"][4:]] == ["=1+1", 0.817, sheet["A7"].value]
    assert sheet["A7"].value.date() == date(2026, 11, 6)
    assert [cell.data_type for cell in sheet["A"][4:]] == ["s", "n", "d"]
    assert sheet["A6"].number_format == "#,##0.0%"
    assert sheet["B5"].value == 3
    assert sheet["B7"].hyperlink is None


def test_a_sheet_says_what_it_is_keeps_its_headings_in_sight_and_prints_on_a4() -> None:
    sheet = written(Sheet("S", "What it holds", pd.DataFrame({"A": [1]})))["S"]
    assert (sheet["A1"].value, sheet["A2"].value) == ("What it holds", ABOUT.footer)
    assert sheet.freeze_panes == "A5"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert ABOUT.marking in str(sheet.oddFooter.left.text)


def test_sheets_have_names_of_their_own_that_excel_takes() -> None:
    names = ("a/b:c?*[]", "A" * 40, "a" * 40, "", "'quoted'", "Contents")
    book = written(*(Sheet(name, "T", pd.DataFrame({"A": [1]})) for name in names))
    assert len({name.lower() for name in book.sheetnames}) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)


def test_a_plot_is_a_chart_of_excels_own_over_its_figures() -> None:
    sheet = written(Sheet("S", "T", pd.DataFrame({"A": [1]}), LINES))["S"]
    [chart] = sheet._charts
    assert [series.val.numRef.f for series in chart.series] == ["S!$P$5:$P$8", "S!$Q$5:$Q$8", "S!$R$5:$R$8"]
    assert [sheet[f"P{row}"].value for row in range(5, 9)] == [81.5, None, 83.25, 79]
    assert sheet["O5"].value.date() == date(2026, 1, 31)


def test_an_empty_table_is_a_sheet_with_its_headings() -> None:
    sheet = written(Sheet("S", "T", pd.DataFrame(columns=["A", "B"])))["S"]
    assert [sheet["A4"].value, sheet["B4"].value] == ["A", "B"]


def test_evidence_is_listed_row_by_row_with_its_place_but_not_what_tells_a_small_count(
    tmp_path: Path,
) -> None:
    areas, criteria, rows = evidence(tmp_path)
    assert list(areas.frame["Judgement area"]) == ["Care"]
    assert list(criteria.frame["Criterion"]) == ["Permanence"]
    said = dict(
        zip(rows.frame["File"] + rows.frame["Line"].astype(str), rows.frame["What it says"], strict=True)
    )
    assert said["observations.csv2"] == f"Late: {HIDDEN}"
    assert said["observations.csv3"] == "Early: 75%, 31 March 2026"
    assert said["feedback.csv2"].endswith(HIDDEN)
    assert said["feedback.csv3"].startswith("Survey of staff: 20 of 30 positive")
    points = dict(
        zip(rows.frame["File"] + rows.frame["Line"].astype(str), rows.frame["Points, 0 to 100"], strict=True)
    )
    assert pd.isna(points["observations.csv2"])
    assert points["observations.csv3"] == 70


def test_a_criterion_has_a_number_from_the_coverage_on_that_the_method_asks_for(tmp_path: Path) -> None:
    def told(low: float) -> tuple[object, object]:
        areas, criteria, _ = evidence(tmp_path / str(low), f"confidence: {{low: {low}}}\n")
        return areas.frame["Score"][0], criteria.frame["Score"][0]

    # Two fresh figures are all of the 30, two surveys of the three that are enough are two thirds of the 10, of 100.
    assert told(0.36) == (76, 76)
    assert told(0.37) == (TOO_LITTLE, TOO_LITTLE)
