"""Lines of enquiry: how many and the gravest first, each with its answer, by area and rule in the link."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.insight.enquiry.facts import enquiries
from readiness.insight.enquiry.words import headline
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, headings, installation, said, visited

TODAY = "2026-11-06"


def page(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("enquiry.py", dataset=dataset, as_at=as_at, **more)


@pytest.mark.parametrize("dataset", ["northmere", "wokingham", "reading"])
@pytest.mark.parametrize("as_at", DATES)
def test_every_day_since_2011_can_be_shown(dataset: str, as_at: str) -> None:
    shown, workspace, (day,) = page(dataset, as_at), shipped(dataset), opened(as_at)
    found = enquiries(workspace, day, workspace.framework(day).id)
    assert not shown.exception
    assert as_read(shown.title[0].value) == headline(found, workspace.config.enquiry.rules)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    assert not page(framework=framework).exception


def test_the_gravest_comes_first_with_why_evidence_owner_and_gap() -> None:
    shown = page()
    assert as_read(shown.title[0].value).startswith(
        "23 questions are likely; the gravest is about children found"
    )
    assert as_read(headings(shown)[0]).startswith("1. Children found unsafe in your own audits")
    for words in ("Why:", "Our best evidence:", "Whose it is to answer:", "The gap:"):
        assert f"**{words}**" in said(shown)


def test_five_answers_are_open_and_all_of_them_where_the_link_says_so() -> None:
    assert len(headings(page())) == 5
    assert len(headings(page(answers="all"))) == 23


def test_a_link_names_area_and_rule_and_each_question_keeps_its_number() -> None:
    shown = page("wokingham", "2026-04-30", area="impact-of-leaders", rule="repeat-finding", answers="all")
    asked = [as_read(each) for each in headings(shown)]
    assert all("you were told of this in" in each for each in asked)
    assert any(
        each.startswith("5. Management oversight and supervision: you were told of this in 2016")
        for each in asked
    )
    assert "Shown: six of 29 questions." in said(shown)


def test_a_link_to_a_rule_that_raised_nothing_shows_every_question() -> None:
    assert "Shown:" not in said(page(rule="no-such-rule"))


def test_a_dataset_without_a_row_is_asked_what_it_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation(tmp_path, monkeypatch)
    shown = visited("enquiry.py", as_at="2025-03-31")
    assert not shown.exception
    assert "likely" in shown.title[0].value


def test_without_rules_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installation(tmp_path, monkeypatch)
    (tmp_path / "config" / "enquiry.yaml").write_text("rules:\n", encoding="utf-8")
    shown = visited("enquiry.py", as_at="2025-03-31")
    assert as_read(shown.title[0].value) == "No rule of enquiry is in use, so no question can be raised."
