"""Text from files is shown as written, and a download never runs in a spreadsheet."""

import pandas as pd
import pytest

from readiness.charts.figure import Chart
from readiness.charts.template import new_figure
from tests.pages.visit import run
from ui.bar import dataset_label, framework_label
from ui.figures import csv_file, safe_cell
from ui.parts import plain, plain_cell, problem_table
from ui.state import PAGES, page_file


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Plans, visits and reviews (2019).", "Plans, visits and reviews (2019)."),
        ("![x](http://a.b/c.png)", "!\\[x\\](\u200bhttp\\://a.b/c.png)"),
        ("www.a.b and jo@a.b", "\u200bwww.a.b and jo@\u200ba.b"),
        (":red[alarm]", r"\:red\[alarm\]"),
        ("$x$ costs £5", r"\$x\$ costs £5"),
        ("<b>bold</b> & co", r"\<b\>bold\</b\> \& co"),
        ("- a list", r"\- a list"),
        ("1. first", r"1\. first"),
        ("# heading\nsecond line", r"\# heading second line"),
        ("quiet\x07 and \u202ebackwards", "quiet and backwards"),
    ],
)
def test_markdown_in_a_text_from_a_file_stays_text(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_a_cell_without_a_figure_is_blank() -> None:
    assert [plain_cell(value) for value in (None, float("nan"), pd.NaT, 0, "a|b")] == [
        "",
        "",
        "",
        "0",
        r"a\|b",
    ]


def test_a_table_of_one_row_is_read_downwards_and_a_blank_cell_has_no_line() -> None:
    shown = run(
        "import pandas as pd\n"
        "from ui.parts import show_table\n"
        "row = {'Count': 1283, 'Share': 12.5, 'Figure': None, 'Who acts': '', 'Reason': float('nan'), 'Said': 'a|b'}\n"
        "show_table(pd.DataFrame([row]), alt='One')\n"
    )
    assert not shown.exception
    assert [each.value for each in shown.markdown] == [
        "**Count:** 1,283",
        r"**Share:** 12\.5",
        r"**Said:** a\|b",
    ]


@pytest.mark.parametrize("written", ["=1+1", "+44", "-2+3", "@cmd", "\tx"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(written: str) -> None:
    assert safe_cell(written) == f"'{written}"


def test_a_download_is_headed_by_its_marking_and_holds_every_row() -> None:
    table = pd.DataFrame({"Area": ["Care leavers", "=x"], "Points": [61.5, None]})
    chart = Chart("Title", "Subtitle", "Reading", "How", new_figure(), table, "Alt", "points")
    lines = csv_file(chart, "Official - sensitive", "Estyn").decode("utf-8-sig").splitlines()
    assert lines[0] == "Official - sensitive"
    assert lines[1] == '"Readiness figures are a local working judgement, not Estyn\'s."'
    assert lines[5:] == ["Area,Points", "Care leavers,61.5", "'=x,"]


def test_no_problems_make_an_empty_table() -> None:
    assert problem_table(()).empty


def test_ids_are_shown_as_words() -> None:
    assert dataset_label("north-east_2024") == "North east 2024"
    assert framework_label("ilacs-2018") == "ILACS 2018"


def test_every_page_has_a_title_and_an_address_of_its_own() -> None:
    assert len({entry.path for entry in PAGES}) == len({entry.title for entry in PAGES}) == len(PAGES)
    assert page_file("") == "../pages/overview.py"
