"""The Word draft, read back: its three questions, and that every figure in it is the page's."""

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from readiness.insight.self_evaluation.area import area_heading, position_words, themes_words, verdict_words
from readiness.insight.self_evaluation.draft import area_draft
from readiness.insight.self_evaluation.facts import QUESTIONS, SelfView, self_view
from readiness.insight.self_evaluation.triangulation import triangulation
from readiness.packs.self_evaluation import self_evaluation_document
from readiness.packs.self_evaluation_area import MOST_ACTIONS
from readiness.workspace import Workspace, open_workspace
from tests.pages.shipped import shipped
from tests.unit.insight.grip_made import DESCRIPTION
from tests.unit.insight.self_evaluation_made import DAY, FRAMEWORK, HEAD, claim, judged, workspace

DAYS = {"northmere": date(2026, 11, 6), "wokingham": date(2026, 4, 30), "reading": date(2026, 4, 30)}
DATASETS = sorted(DAYS)


@cache
def draft(dataset: str) -> WordDocument:
    return read_back(shipped(dataset), DAYS[dataset])


def read_back(held: Workspace, day: date) -> WordDocument:
    return Document(io.BytesIO(self_evaluation_document(held, day, held.framework(day).id)))


def view(dataset: str) -> SelfView:
    held, day = shipped(dataset), DAYS[dataset]
    return self_view(held, day, held.framework(day).id)


def said(document: WordDocument) -> str:
    """Every word of the document, tables included."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def tables_with(document: WordDocument, heading: str) -> list[list[list[str]]]:
    """The rows of every table that has a column of this heading, without the heading row."""
    every = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [rows[1:] for rows in every if heading in rows[0]]


@pytest.mark.parametrize("dataset", DATASETS)
def test_each_area_answers_the_three_questions_under_real_headings(dataset: str) -> None:
    styled = [(each.style.name if each.style else "", each.text) for each in draft(dataset).paragraphs]
    areas = [
        text for style, text in styled if (style == "Heading 1" and "experiences" in text) or "impact" in text
    ]
    assert [area.whole.title for area in view(dataset).areas] == [each for each in areas if each[:3] == "The"]
    for number, question in enumerate(QUESTIONS, start=1):
        assert styled.count(("Heading 2", f"{number}. {question}")) == len(view(dataset).areas)


@pytest.mark.parametrize("dataset", DATASETS)
def test_what_the_page_says_in_sentences_the_draft_says_in_the_same_words(dataset: str) -> None:
    held, day, words = shipped(dataset), DAYS[dataset], said(draft(dataset))
    framework = held.framework(day)
    labels = {area.id: area.label for area in framework.areas}
    found = view(dataset)
    assert found.headline in words
    assert not found.claimed or found.agreed.sentence in words
    for area in found.areas:
        assert area_heading(area.whole, labels[area.whole.id]) in words
        assert triangulation(held, day, framework.id, area.whole.id).sentence in words
        if found.claimed:
            assert themes_words(area.themes) in words
    for each in found.lists:
        assert each.sentence in words


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_criterion_has_the_grades_of_the_page(dataset: str) -> None:
    rows = [row for table in tables_with(draft(dataset), "Our grade is") for row in table]
    places = [place for area in view(dataset).areas for place in area.themes]
    assert [row[0] for row in rows] == [place.title for place in places]
    for row, place in zip(rows, places, strict=True):
        assert row[1].split(",")[0][2:] == (place.claim.grade if place.claim else "ne on record")
        assert row[2][2:] == position_words(place.now)
        assert row[3] == verdict_words(place.verdict)


@pytest.mark.parametrize("dataset", DATASETS)
def test_indicators_and_actions_are_those_of_their_pages_with_their_lines(dataset: str) -> None:
    held, day = shipped(dataset), DAYS[dataset]
    framework = held.framework(day)
    words = said(draft(dataset))
    for area in view(dataset).areas:
        facts = area_draft(held, day, framework, area)
        assert facts.audits in words
        for each in facts.measures[:8]:
            assert all(
                text in words for text in (each.title, each.latest, each.target, each.england, each.says)
            )
        for each in facts.actions[:MOST_ACTIONS]:
            assert " ".join(each.title.split()) in words


def test_a_figure_that_gives_few_children_away_is_not_told() -> None:
    held, day = shipped("northmere"), DAYS["northmere"]
    found = [area_draft(held, day, held.framework(day), area) for area in view("northmere").areas]
    latest = {each.title: each.latest for area in found for each in area.measures}
    assert latest["In unsuitable accommodation at 19 to 21"] == "not shown (small numbers), Oct 2026"


def test_few_who_answered_so_leave_neither_count_nor_summary(tmp_path: Path) -> None:
    (tmp_path / "feedback.csv").write_text(
        "feedback,date,criterion,from,kind,positive,responses,theme,summary\n"
        "V1,2026-10-01,early-help,children,survey,3,20,Listening,3 of 20 feel listened to\n"
        "V2,2026-10-02,early-help,children,survey,12,20,Trust,12 of 20 trust us\n",
        encoding="utf-8",
    )
    words = said(read_back(workspace(tmp_path, claim("early-help", "good")), DAY))
    assert "Listening (20 answers, share not shown: small numbers" in words
    assert "3 of 20" not in words
    assert "12 of 20 trust us" in words


def test_few_answers_and_few_audits_are_told_as_fewer_than_five(tmp_path: Path) -> None:
    (tmp_path / "feedback.csv").write_text(
        "feedback,date,criterion,from,kind,positive,responses,theme\nV1,2026-10-01,early-help,children,survey,1,3,Trust\n",
        encoding="utf-8",
    )
    (tmp_path / "audits.csv").write_text(
        "audit,date,criterion,grade\na1,2026-10-01,early-help,good\na2,2026-10-02,early-help,good\n",
        encoding="utf-8",
    )
    words = said(read_back(workspace(tmp_path, claim("early-help", "good")), DAY))
    assert "Trust (fewer than five answers, share not shown: small numbers" in words
    assert "Fewer than five audits of the 12 months to 6 November 2026 looked at it" in words


@pytest.mark.parametrize("dataset", DATASETS)
def test_marking_kind_and_what_it_is_not_stand_on_every_page(dataset: str) -> None:
    section = draft(dataset).sections[0]
    foot = "\n".join(each.text for each in section.footer.paragraphs)
    head = "\n".join(each.text for each in section.header.paragraphs)
    assert "A local working judgement, not Ofsted's" in foot
    assert "Official - sensitive" in head
    assert ("every figure is invented" in head) == (dataset == "northmere")


def test_before_any_evidence_it_is_a_draft_without_figures() -> None:
    document = read_back(shipped("reading"), date(2011, 1, 1))
    words = said(document)
    assert "We have put no grade of our own on record by 1 January 2011" in words
    assert "No open action names this area" in words


def test_odd_text_long_titles_and_hundreds_of_actions_break_nothing(tmp_path: Path) -> None:
    odd = ["<b>x</b> & ]]> <w:p/>", "=1+1", "𝔘ni​code \u202e", "Long " * 300, "W" * 2000]
    (tmp_path / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")
    tables = {
        "actions": [["action", "title", "criterion", "source", "created", "due", "owner"]]
        + [[f"A{n}", odd[n % 5], "early-help", "Board", "2026-01-01", "2026-02-01", odd[n % 5]] for n in range(240)],
        "self_evaluation": [HEAD.split(",")]
        + [["2026-10-01", name, "good", text, text] for name, text in
           zip(("early-help", "front-door", "assessment", "specific-groups", "help-and-protection"), odd, strict=True)],
    }  # fmt: skip
    for name, rows in tables.items():
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    config = Path(__file__).parents[3] / "config"
    document = read_back(open_workspace(config, tmp_path), DAY)
    words = said(document)
    assert "<b>x</b> & ]]> <w:p/>" in words
    assert "The first 8 of 240 open actions" in words
    assert len(tables_with(document, "Open action")) == 1


def test_a_judgement_since_is_in_the_draft_as_on_the_page(tmp_path: Path) -> None:
    held = workspace(tmp_path, claim("help-and-protection", "good", "2026-01-01"), **judged("inadequate"))
    found = self_view(held, DAY, FRAMEWORK)
    assert found.record.sentence in said(read_back(held, DAY))


@pytest.mark.parametrize(
    ("due", "order"), [("2026-02-01", "the longest overdue"), ("2027-01-01", "the soonest due")]
)
def test_only_weaknesses_without_an_action_in_time_are_named_so_and_the_order_of_actions_is_said(
    due: str, order: str, tmp_path: Path
) -> None:
    graded = {"early-help": "inadequate", "immediate-risk": "requires improvement", "specific-groups": "good"}
    actions = (
        "A1,Do it,early-help,Board,2026-01-01,2027-01-01,Head,",
        f"A2,Do it,immediate-risk,Board,2026-01-01,{due},Head,",
    )
    held = workspace(tmp_path, *(claim(*each) for each in graded.items()), actions=actions)
    titles = {each.id: each.title for area in held.framework(DAY).areas for each in area.criteria}
    words = said(read_back(held, DAY))
    lead = "Weaknesses without an open action that is in time:"
    assert (f"{lead} {titles['immediate-risk']}." in words) == (due < "2026-11-06")
    assert words.count(lead) == (due < "2026-11-06")
    assert f"Open actions, {order} first" in words
