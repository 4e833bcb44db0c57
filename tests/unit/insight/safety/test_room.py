"""The facts of the Safety page: every line in its place, as the scores have it, nothing known later than the day."""

from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.insight.safety.counts import STATES
from readiness.insight.safety.lines import safety_lines
from readiness.insight.safety.room import ELSEWHERE, IN_AUDITS, SafetyRoom, safety_room
from readiness.workspace import Workspace
from tests.evidence_files import DESCRIPTION, small_config
from tests.pages.shipped import DATES, FRAMEWORKS, opened, shipped

DATASETS = ("northmere", "wokingham", "reading")
LINE = "red_lines: [{id: late, title: Late visits, area: help, indicator: late, below: 80, caps_at: good}]\n"
OBSERVED = "indicator,period_end,value,numerator,denominator,team,published,source\n"


@pytest.fixture
def room(tmp_path: Path):  # noqa: ANN201
    """The facts of a dataset with these observations, in a framework with one red line."""
    small_config(tmp_path)
    framework = tmp_path / "frameworks" / "now.yaml"
    framework.write_text(framework.read_text(encoding="utf-8") + LINE, encoding="utf-8")

    def asked(*rows: str, safety: str = "", as_at: str = "2026-03-31", **files: str) -> SafetyRoom:
        (tmp_path / "safety.yaml").write_text(safety, encoding="utf-8")
        (tmp_path / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")
        (tmp_path / "observations.csv").write_text(OBSERVED + "\n".join(rows) + "\n", encoding="utf-8")
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        config = load_config(tmp_path, {})
        return safety_room(Workspace(config, read_dataset(tmp_path, config)), opened(as_at)[0], "now")

    return asked


def at(dataset: str, day: str, framework: str | None = None) -> SafetyRoom:
    workspace, as_at = shipped(dataset), opened(day)[0]
    return workspace.once(safety_room, as_at, framework or workspace.framework(as_at).id)


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("day", [*DATES, "2017-04-30", "2024-06-30", "2026-11-06"])
def test_every_red_line_stands_as_in_the_scores_with_the_same_row(dataset: str, day: str) -> None:
    found, workspace = at(dataset, day), shipped(dataset)
    lines = safety_lines(workspace.score(found.as_at, workspace.framework(found.as_at).id), workspace.config)
    counts = {one.title: one for one in found.counts if one.limit and one.title != IN_AUDITS}
    assert set(counts) == {line.line.title for line in lines}
    for line in lines:
        one = counts[line.line.title]
        assert (line.word == "Crossed") == (one.state == "Crossed")
        assert (line.word == "Clear") == (one.state == "Clear")
        assert line.line.line is None or one.place == f"observations.csv, line {line.line.line}"
        assert one.known == line.line.known


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_count_of_the_configuration_is_shown_once_in_the_order_of_states(framework: str) -> None:
    found = at("northmere", "2026-11-06", framework)
    ids = [one.indicator.id for one in found.counts if one.indicator]
    groups = shipped("northmere").config.safety.groups
    assert sorted(ids) == sorted(name for group in groups for name in group.indicators)
    order = [STATES.index(one.state) for one in found.counts]
    assert order == sorted(order)


@pytest.mark.parametrize("day", ["2024-06-30", "2025-12-31"])
def test_nothing_that_was_known_later_is_used(day: str) -> None:
    found = at("northmere", day)
    assert all(one.known is None or one.known <= found.as_at for one in found.counts)
    assert all(one.day <= found.as_at for one in (*found.events.year, *found.events.earlier))


def test_reading_in_2017_has_three_lines_crossed_as_the_paper_says() -> None:
    found = at("reading", "2017-04-30")
    assert [(one.title, one.place) for one in found.held("Crossed")] == [
        ("Children without an allocated social worker", "observations.csv, line 226"),
        ("Visits to children in need badly overdue", "observations.csv, line 141"),
        ("Children in need without a current plan", "observations.csv, line 210"),
    ]
    assert found.held("Crossed")[2].lasted == (
        "Crossed in both figures known, at least since 15 June 2016, 319 days ago."
    )
    assert "were crossed when last known, on 24 March 2017" in at("reading", "2026-04-02").headline


def test_wokinghams_suppressed_figure_is_not_known_and_says_which_row() -> None:
    found = at("wokingham", "2026-04-02")
    homes = next(one for one in found.counts if one.title == "Care leavers in unsuitable homes")
    assert (homes.state, homes.place) == ("Not known", "observations.csv, line 129")
    assert found.headline.startswith("Whether any child is unsafe, unseen or unallocated today can't be said")


def test_a_team_beyond_the_line_by_itself_is_named() -> None:
    teams = {one.title: one for one in at("northmere", "2024-06-30").teams}
    assert teams["Care visits on time"].beyond == ("Children in Care B",)
    assert teams["Protection visits on time"].limit == ""


def test_without_a_file_of_safety_counts_the_red_lines_are_shown(room) -> None:  # noqa: ANN001
    found = room("late,2026-02-28,79,,,,2026-03-06,tests")
    assert [(one.group, one.state) for one in found.counts] == [
        (IN_AUDITS, "Not known"),
        (ELSEWHERE, "Crossed"),
    ]
    assert found.headline == ("One safety line is crossed: Late visits; one of 2 safety counts is not known.")


def test_a_group_without_a_count_is_not_known(room) -> None:  # noqa: ANN001
    found = room(safety="groups: [{title: Homeless}, {title: Seen, indicators: [late, contacts]}]")
    assert [one.title for one in found.held("Not known")] == [
        IN_AUDITS,
        "Homeless",
        "Late visits",
        "Contacts",
    ]


def test_the_owner_of_an_open_action_acts(room) -> None:  # noqa: ANN001
    actions = (
        "action,title,criterion,source,created,due,owner,success_measure\n"
        "A1,See children,front-door,Board,2026-01-01,2026-02-01,Head of service,late\n"
    )
    found = room("late,2026-02-28,79,,,,2026-03-06,tests", actions=actions)
    assert found.held("Crossed")[0].acts == "Head of service, by 1 February 2026, late"


def test_audits_are_clear_only_while_one_is_fresh(room) -> None:  # noqa: ANN001
    audits = "audit,date,criterion,grade,escalated,made_safe\na,2026-03-01,front-door,good,,\n"
    assert room(audits=audits).held("Clear")[0].title == IN_AUDITS
    assert room(audits=audits, as_at="2026-06-02").held("Not known lately")[0].title == IN_AUDITS
    open_one = audits.replace("good,,", "good,2026-03-01,")
    assert room(audits=open_one).held("Crossed")[0].place == "audits.csv, line 2"
    assert room(audits=open_one, as_at="2026-02-01").held("Not known")[0].title == IN_AUDITS
