"""The Method page: the numbers in use, the example scored live, and how far it can be trusted."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.worth.facts import read_worth
from tests.pages.visit import as_read, headings, installation, said, visited


def cells(visit: AppTest) -> str:
    return as_read("\n".join(each.value.to_string() for each in visit.table))


@pytest.fixture(scope="module")
def method() -> AppTest:
    return visited("method.py", dataset="wokingham")


def test_it_opens_with_one_sentence(method: AppTest) -> None:
    assert not method.exception
    assert method.title[0].value.startswith("A score is a mean of what was known on the day")


def test_every_subject_has_its_tab(method: AppTest) -> None:
    assert [tab.label for tab in method.tabs] == [
        "What counts",
        "From evidence to a score",
        "Limits on a score",
        "Worked example",
        "Signals",
        "What a score is worth",
        "How far to trust it",
    ]
    assert len(headings(method)) == 15


def test_the_worked_example_is_scored_live(method: AppTest) -> None:
    assert "51.8182" in said(method)
    assert "21.375" in said(method)
    assert "80.125" in said(method)
    assert "20.8333%" in cells(method)


def test_it_says_that_a_score_is_no_prediction_and_what_was_not_tested(method: AppTest) -> None:
    assert "not a prediction of a grade" in said(method)
    assert "What was not tested" in said(method)


def test_what_a_score_is_worth_is_said_drawn_and_listed(method: AppTest) -> None:
    assert "A readiness score is not a prediction of a grade, and here is how far it goes" in headings(method)
    assert "A coin gets 50" in said(method)
    assert "last judgement alone" in cells(method)
    assert read_worth().misses[0].name in cells(method)


@pytest.mark.parametrize("framework", ["sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026"])
def test_it_shows_the_safety_lines_of_the_framework_in_use(framework: str) -> None:
    page = visited("method.py", dataset="reading", framework=framework)
    assert not page.exception
    assert framework in said(page)


def test_the_numbers_are_those_of_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installation(tmp_path, monkeypatch)
    (tmp_path / "config" / "scoring.yaml").write_text("status_points: {overdue: 5}\n", encoding="utf-8")
    page = visited("method.py")
    assert not page.exception
    assert "0.05 × 5" in said(page)
    assert "50.6061" in said(page)
