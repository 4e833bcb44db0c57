"""Confirmed grades beside the indicative ones, and beside what was judged next."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.challenge import (
    Challenge,
    challenge,
    confirmations_on,
    later_words,
    recorded_words,
)
from readiness.insight.confirm import NewConfirmation, confirm, why_not_confirm
from readiness.problems import UserError
from readiness.workspace import Workspace
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import made

DAY = date(2026, 11, 6)
AREA = "help-and-protection"
OBSERVED = ("supervision-on-time,2025-01-31,80,Made",)


def row(day: str, indicative: str, confirmed: str, area: str = AREA, dissent: str = "") -> str:
    return f"{day},{area},{indicative},{confirmed},Improvement board,Because,{dissent}"


def inspected(*reports: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    """Judgements of the area, each with the day it was published and its grade."""
    return {
        "inspections": tuple(f"i{day},ilacs-2023,inspection,Report,,,{day},Made" for day, _ in reports),
        "judgements": tuple(f"i{day},{AREA},{grade},Worded" for day, grade in reports),
    }


def asked(workspace: Workspace, day: date = DAY, area: str = AREA) -> Challenge:
    return challenge(workspace, day, "ilacs-2026", area)


def test_an_override_is_said_with_both_grades_and_the_grade_of_today() -> None:
    found = asked(shipped("northmere"), area="children-in-care")
    assert found.sentence == (
        "The improvement board confirmed requires improvement, where the indicative grade was good, "
        "on 19 October 2026, 18 days ago. The indicative grade is good now, higher than what was confirmed."
    )
    assert (found.every[0].line, found.every[0].overridden) == (12, True)


def test_dissent_and_reason_are_kept_as_written() -> None:
    first = asked(shipped("northmere"), area="children-in-care").every[-1]
    assert first.dissent == "Head of service, children in care: health and reviews are strong"
    assert first.reason == "Long-term homes break down, and the mean hides it"


@pytest.mark.parametrize("area", ["impact-of-leaders", AREA, "children-in-care", "care-leavers"])
def test_northmeres_records_are_what_the_method_gives_for_their_days(area: str) -> None:
    found = asked(shipped("northmere"), area=area)
    assert len(found.every) == 3
    assert [recorded_words(each) for each in found.every] == ["", "", ""]


def test_a_grade_recorded_otherwise_than_the_method_gives_is_said(tmp_path: Path) -> None:
    found = asked(made(tmp_path, confirmations=(row("2026-10-01", "good", "good"),)))
    assert recorded_words(found.every[0]).startswith(
        "The row of 1 October 2026 records the indicative grade as good; "
        "for that day the method now gives not enough evidence."
    )
    assert found.sentence.endswith("There is not enough evidence for an indicative grade now.")


def test_confirmations_after_the_day_are_not_known_and_none_is_said(tmp_path: Path) -> None:
    workspace = made(tmp_path, confirmations=(row("2026-11-07", "good", "good"),))
    assert asked(workspace).every == ()
    assert asked(workspace).sentence == (
        "Nobody has confirmed or overridden this area's indicative grade by 6 November 2026."
    )


def test_the_next_judgement_after_it_is_the_one_compared(tmp_path: Path) -> None:
    reports = inspected(("2025-01-01", "inadequate"), ("2026-03-01", "good"), ("2026-06-01", "outstanding"))
    found = asked(
        made(tmp_path, confirmations=(row("2026-01-01", "requires improvement", "good"),), **reports)
    )
    words = "ood, 1 March 2026; the grade confirmed was the same, the indicative one lower"
    assert later_words(found.every[0]) == f"G{words}"
    assert found.record == (f"One judgement has come since: g{words}.")


def test_a_judgement_of_the_same_day_is_not_later_and_one_after_the_day_asked_not_known(
    tmp_path: Path,
) -> None:
    reports = inspected(("2026-01-01", "inadequate"), ("2026-12-01", "good"))
    found = asked(made(tmp_path, confirmations=(row("2026-01-01", "good", "good"),), **reports))
    assert (later_words(found.every[0]), found.record) == ("No judgement since", "")


def test_only_the_last_confirmation_before_a_judgement_counts_in_the_record(tmp_path: Path) -> None:
    rows = (
        row("2025-01-01", "good", "good"),
        row("2025-06-01", "good", "requires improvement"),
        row("2026-02-01", "good", "good"),
    )
    reports = inspected(("2026-01-01", "requires improvement"), ("2026-06-01", "good"))
    assert asked(made(tmp_path, confirmations=rows, **reports)).record == (
        "Of 2 judgements that came after a confirmation, the grade confirmed last before it was the same in 2, "
        "the indicative grade recorded with it in 1."
    )


def test_a_row_under_the_areas_older_name_counts_for_it(tmp_path: Path) -> None:
    workspace = made(
        tmp_path, confirmations=(row("2015-01-01", "good", "good", area="children-looked-after"),)
    )
    assert len(asked(workspace, area="children-in-care").every) == 1
    assert asked(workspace, area="care-leavers").every == ()


def test_of_two_rows_of_one_day_the_last_in_the_file_comes_first(tmp_path: Path) -> None:
    rows = row("2026-10-01", "good", "good"), row("2026-10-01", "good", "requires improvement")
    assert [each.line for each in asked(made(tmp_path, confirmations=rows)).every] == [3, 2]


def test_the_latest_of_every_area_is_what_packs_freeze() -> None:
    found = confirmations_on(shipped("northmere"), DAY, "ilacs-2026")
    assert [each.area for each in found] == ["impact-of-leaders", AREA, "children-in-care", "care-leavers"]
    assert [each.latest == asked(shipped("northmere"), area=each.area).every[0] for each in found] == [
        True
    ] * 4


def test_a_grade_is_confirmed_by_the_framework_of_the_day_only() -> None:
    northmere = shipped("northmere")
    assert why_not_confirm(northmere, DAY, "ilacs-2026", AREA, DAY) == ""
    assert why_not_confirm(northmere, DAY, "ilacs-2023", AREA, DAY).startswith(
        "A grade is confirmed by the framework of the day. Choose "
    )


def test_where_the_method_gives_no_grade_none_is_written(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    with pytest.raises(UserError, match="not enough evidence"):
        confirm(
            workspace, DAY, workspace.framework(DAY).id, AREA, NewConfirmation("good", "Board", "So"), DAY
        )
    assert not (tmp_path / "confirmations.csv").exists()
