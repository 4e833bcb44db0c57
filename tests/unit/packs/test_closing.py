"""The last message: how figures were worked out, of which rows, by which day, and what they are not."""

from datetime import date

from readiness.packs.closing import closing
from readiness.packs.imprint import imprint
from tests.pages.shipped import shipped


def test_it_says_what_a_score_is_not_what_was_read_and_by_which_day() -> None:
    workspace, day = shipped("northmere"), date(2024, 9, 30)
    told = closing(workspace, imprint(workspace, day, "ilacs-2023"))
    said = " ".join(told.points)
    for words in (
        "not a prediction of a grade",
        "rows in 17 files",
        "What was known by 30 September 2024 counts.",
    ):
        assert words in said
    assert "**" not in said
    assert "2026" not in said
    assert len(told.questions) == 2
