"""Self-evaluation: our grades beside the evidence, area by area; judge first, then see; the draft to take away."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from readiness.config.load import load_config
from readiness.insight.self_evaluation.facts import self_view
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped
from tests.pages.visit import as_read, column, headings, installation, said, visited

TODAY = "2026-11-06"
DATASETS = ["northmere", "wokingham", "reading"]
HEAD = "date,criterion,grade,how_we_know,plan\n"


def page(dataset: str = "northmere", as_at: str = TODAY, **more: str) -> AppTest:
    return visited("self_evaluation.py", dataset=dataset, as_at=as_at, **more)


def title(shown: AppTest) -> str:
    assert not shown.exception
    return as_read(shown.title[0].value)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("as_at", [DATES[0], DATES[2], DATES[3]])
def test_every_dataset_and_day_can_be_shown(dataset: str, as_at: str) -> None:
    day, workspace = opened(as_at)[0], shipped(dataset)
    found = self_view(workspace, day, workspace.framework(day).id)
    assert title(page(dataset, as_at)) == found.headline


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_can_be_shown(framework: str) -> None:
    shown = page(framework=framework)
    assert title(shown)
    assert any("Triangulation" in each for each in headings(shown))


def test_over_optimism_comes_first_then_the_picture_then_what_to_look_at() -> None:
    shown = page()
    assert title(shown).startswith("We grade ourselves higher than our evidence in 20 of 54 criteria")
    assert [as_read(each) for each in headings(shown)] == [
        "Voice, feedback and complaints: our grade is furthest above the evidence",
        "What to look at before an inspector does",
        "What speaks for us",
        "Our grades, and what was judged afterwards",
        "Triangulation: what each kind of evidence holds and says",
    ]
    words = said(shown)
    assert "quadratic weighted kappa 0.27, 0.08 to 0.46" in words
    assert "We say ★ outstanding (self_evaluation.csv, line 58). The evidence is at 61" in words
    assert (
        "Long-term stability: 58.1% in October 2026, unlikely to meet the target (observations.csv, line 1904)"
        in words
    )


def test_one_area_answers_the_three_questions_with_the_evidence_beside_them() -> None:
    shown = page(area="impact-of-leaders")
    assert title(shown) == (
        "Impact of leaders: we say good, higher than the evidence indicates: requires improvement at 55, high "
        "confidence."
    )
    words = said(shown)
    assert "**How we know it:** Figures and audits of the year, and what families say." in words
    assert (
        "**Challenge:** The improvement board confirmed the indicative grade, requires improvement" in words
    )
    assert column(shown, "What we say")[1] == "◆ requires improvement"
    assert column(shown, "Our grade is")[0] == "↑ higher than the evidence"
    assert "not expected" in column(shown, "Performance")


@pytest.mark.parametrize("dataset", ["wokingham", "reading"])
def test_without_a_self_evaluation_it_says_which_columns_to_fill_and_still_triangulates(dataset: str) -> None:
    shown = page(dataset, "2026-04-30")
    assert "self_evaluation.csv" in shown.info[0].value
    assert "`how_we_know`: How do you know it?" in said(shown)
    assert len(column(shown, "The evidence indicates")) == 4
    assert "can't be held" in [as_read(each) for each in column(shown, "Practice")]


def test_an_area_without_a_grade_of_ours_still_shows_what_the_evidence_holds() -> None:
    shown = page("wokingham", "2026-04-30", area="care-leavers")
    assert title(shown).startswith(
        "Care leavers: we have no grade of our own on record; the evidence indicates good at 61"
    )
    assert "self_evaluation.csv" in shown.info[0].value
    assert "none held" in [as_read(each) for each in column(shown, "Performance")]


def test_judging_first_hides_every_figure_until_a_grade_and_a_reason_are_given() -> None:
    shown = page(mode="judge", area="impact-of-leaders")
    assert title(shown).startswith("Judge first, then see")
    assert not shown.get("plotly_chart")
    assert not shown.table
    assert "requires improvement" not in said(shown)
    press(shown)
    assert "Still to answer" in said(shown)


def test_after_judging_the_evidence_and_what_is_on_record_stand_beside_the_grade() -> None:
    shown = judge(page(mode="judge", area="impact-of-leaders"), "outstanding", "I *feel* <b>it</b>")
    words = said(shown)
    assert (
        "You say outstanding of impact of leaders, two grades higher than the evidence, which indicates requires "
        "improvement at 55, high confidence. Our self-evaluation of 29 May 2026 says good."
    ) in words
    assert r"I \*feel\* \<b\>it\</b\>" in "".join(each.value for each in shown.markdown)
    assert "3 more areas are still hidden: choose one above." in [
        as_read(each.value) for each in shown.caption
    ]
    next(each for each in shown.button if each.label == "Judge this area again").click().run()
    assert "two grades higher" not in said(shown)


def test_a_grade_judged_first_is_kept_in_the_file_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_WRITING", "everybody")
    dataset = installation(tmp_path, monkeypatch)
    area = next(iter(load_config(tmp_path / "config").frameworks.values())).areas[0]
    shown = judge(visited("self_evaluation.py", as_at="2025-03-31", mode="judge"), "good", "Audits agree")
    assert not (dataset / "self_evaluation.csv").exists()
    next(each for each in shown.button if each.label.startswith("Keep this")).click().run()
    assert not shown.exception
    text = (dataset / "self_evaluation.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines() == [HEAD.strip(), f"2025-03-31,{area.id},good,Audits agree,"]
    assert "Our self-evaluation of 31 March 2025 says good." in said(shown)


def test_who_may_not_write_is_told_why_and_nothing_is_offered() -> None:
    shown = judge(page(mode="judge", area="care-leavers"), "good", "Audits agree")
    assert not [each for each in shown.button if each.label.startswith("Keep this")]
    assert any("saved" in each.value for each in shown.info)


def test_text_of_the_file_is_shown_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = installation(tmp_path, monkeypatch)
    area = next(iter(load_config(tmp_path / "config").frameworks.values())).areas[0]
    row = f"2025-03-01,{area.id},good,**Bold** <i>x</i> $1$,[link](http://x)\n"
    (dataset / "self_evaluation.csv").write_text(HEAD + row, encoding="utf-8")
    shown = visited("self_evaluation.py", as_at="2025-03-31", area=area.id)
    assert not shown.exception
    assert r"\*\*Bold\*\* \<i\>x\</i\> \$1\$" in "".join(each.value for each in shown.markdown)


def judge(shown: AppTest, grade: str, reason: str) -> AppTest:
    """Fill in the form and press its button."""
    next(each for each in shown.selectbox if "-grade-" in str(each.key)).set_value(grade)
    next(each for each in shown.text_area if "-how_we_know-" in str(each.key)).set_value(reason)
    return press(shown)


def press(shown: AppTest) -> AppTest:
    """Ask for the evidence."""
    next(each for each in shown.button if each.label == "Show the evidence").click().run()
    assert not shown.exception
    return shown
