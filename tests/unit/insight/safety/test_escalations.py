"""Children found unsafe in audits: who is open on a day, and how it is said."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.safety.escalations import Escalations, open_escalations
from readiness.workspace import open_workspace
from tests.pages.shipped import shipped

ROOT = Path(__file__).parents[4]
HEAD = "audit,date,criterion,grade,team,escalated,made_safe\n"
DAY = date(2026, 3, 31)


@pytest.fixture
def unsafe(tmp_path: Path):  # noqa: ANN201
    """What is said of rows of audits.csv on a day."""
    description = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
    (tmp_path / "dataset.yaml").write_text(description, encoding="utf-8")

    def asked(*rows: str, as_at: date = DAY) -> Escalations:
        (tmp_path / "audits.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        return open_escalations(open_workspace(ROOT / "config", tmp_path), as_at)

    return asked


def row(audit: str, escalated: str = "", made_safe: str = "", criterion: str = "front-door") -> str:
    return f"{audit},2026-03-01,{criterion},inadequate,Team A,{escalated},{made_safe}"


def test_a_child_not_recorded_as_made_safe_is_open_with_its_days_and_line(unsafe) -> None:  # noqa: ANN001
    found = unsafe(row("a", "2026-03-01"))
    assert [(each.audit, each.days, each.place) for each in found.open] == [("a", 30, "audits.csv, line 2")]
    assert found.sentence == (
        "One child found unsafe in an audit on 1 March 2026 is not recorded as made safe, 30 days later."
    )


def test_the_longest_open_comes_first_and_others_made_safe_are_told_apart(unsafe) -> None:  # noqa: ANN001
    found = unsafe(row("a", "2026-03-20"), row("b", "2026-03-10"), row("c", "2026-03-01", "2026-03-01"))
    assert [each.audit for each in found.open] == ["b", "a"]
    assert found.sentence == (
        "Two children found unsafe in audits are not recorded as made safe; "
        "the first was found on 10 March 2026, 21 days ago."
    )
    assert found.past == "One other child was made safe the same day."


def test_rows_of_one_audit_are_one_child_who_is_open_until_every_row_is_closed(unsafe) -> None:  # noqa: ANN001
    rows = row("a", "2026-03-01", "2026-03-02"), row("a", "2026-03-01", criterion="assessment")
    assert [each.lines for each in unsafe(*rows).open] == [(2, 3)]
    closed = unsafe(rows[0], row("a", "2026-03-01", "2026-03-04", "assessment"))
    assert [each.days for each in closed.safe] == [3]


def test_a_day_made_safe_before_the_child_was_found_makes_nobody_safe(unsafe) -> None:  # noqa: ANN001
    found = unsafe(row("a", "2026-03-05", "2026-03-01"))
    assert found.sentence.startswith(
        "One child found unsafe in an audit on 5 March 2026 is not recorded as made safe"
    )
    assert found.safe == ()


def test_what_came_after_the_day_is_not_known_on_it(unsafe) -> None:  # noqa: ANN001
    later = row("a", "2026-03-10", "2026-03-20")
    assert len(unsafe(later, as_at=date(2026, 3, 9)).open) == 0
    assert len(unsafe(later, as_at=date(2026, 3, 19)).open) == 1
    assert len(unsafe(later, as_at=date(2026, 3, 20)).open) == 0


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "No audit is known by 31 March 2026, so nothing is known of children found unsafe in audits."),
        ((row("a"),), "No child is recorded as found unsafe in the one audit known by 31 March 2026."),
        (
            (row("a", "2026-03-01", "2026-03-01"),),
            "The one child recorded as found unsafe in an audit was made safe the same day.",
        ),
        (
            (row("a", "2026-03-01", "2026-03-01"), row("b", "2026-03-01", "2026-03-04")),
            "Both children recorded as found unsafe in audits were made safe: one the same day, one after three days.",
        ),
        (
            (row("a", "2026-03-31"),),
            "One child found unsafe in an audit on 31 March 2026 is not recorded as made safe.",
        ),
    ],
)
def test_the_sentence_says_no_more_than_is_recorded(unsafe, rows: tuple[str, ...], sentence: str) -> None:  # noqa: ANN001
    assert unsafe(*rows).sentence == sentence


def test_northmeres_two_late_ones_and_its_open_one_are_found() -> None:
    found = open_escalations(shipped("northmere"), date(2026, 11, 6))
    waited = sorted(each.days for each in found.safe)
    assert (len(found.open), waited) == (1, [0] * 11 + [3, 6])
    assert found.open[0].escalated == date(2026, 10, 4)
    assert found.short == "One child found unsafe in an audit is not recorded as made safe"


def test_where_there_are_no_audits_nothing_is_said_to_be_safe() -> None:
    found = open_escalations(shipped("wokingham"), DAY)
    assert (found.audits, found.open, found.short, found.past) == (0, (), "", "")
    assert "nothing is known" in found.sentence
