"""What must always hold of lifts and scenarios, whatever the evidence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.config.load import load_config
from readiness.config.models import Indicator
from readiness.insight.what_if.dataset import current_rows
from readiness.insight.what_if.facts import nameable, scores_if, what_if
from readiness.insight.what_if.lift_sources import Source, sources
from readiness.insight.what_if.scenario import (
    NOTHING_CHANGED,
    STATUSES,
    Done,
    Figure,
    MoreAudits,
    MoreVoice,
    Scenario,
    link_text,
    read_link,
)
from readiness.insight.what_if.sensitivity import with_weight
from readiness.scoring import score_at
from readiness.statistics.slope import slope_interval, theil_sen
from readiness.workspace import Workspace
from tests.properties.strategies import DAY, tables
from tests.properties.test_scoring import opened

CONFIG = load_config(Path(__file__).parents[1] / "datasets" / "two-frameworks" / "config")
FRAMEWORK = st.sampled_from(["old", "new"])
MODEST = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def moved_by(workspace: Workspace, day: date, framework: str, area: str, scenario: Scenario) -> float:
    """The change of an area's score before caps."""
    before = workspace.score(day, framework).area(area).uncapped
    after = scores_if(workspace, day, framework, scenario).area(area).uncapped
    return (after or 0.0) - (before or 0.0)


def figures_aimed_at(found: list[Source]) -> Scenario:
    return Scenario(tuple(Figure(each.id, each.figure or 0.0) for each in found))


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_lifts_of_different_sources_add_up_to_scoring_all_of_them_together(
    made: dict, framework: str, day: date
) -> None:
    workspace = opened(made)
    for area in workspace.score(day, framework).areas:
        mine = [
            each
            for each in sources(workspace, day, framework)
            if each.area == area.id and each.figure is not None
        ]
        joint = moved_by(workspace, day, framework, area.id, figures_aimed_at(mine))
        assert sum(each.points for each in mine) == pytest.approx(joint, abs=1e-9)


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_a_lift_is_what_the_files_score_once_the_row_says_the_figure_aimed_at(
    made: dict, framework: str, day: date
) -> None:
    workspace = opened(made)
    before = workspace.score(day, framework)
    for each in [one for one in sources(workspace, day, framework) if one.figure is not None][:2]:
        row = current_rows(workspace.dataset.tables["observations"].rows, day)[each.id]
        line = int(workspace.dataset.tables["observations"].rows["line"].iloc[row])
        rows = [
            {**old, "value": repr(each.figure)} if at == line - 2 else old
            for at, old in enumerate(made["observations"])
        ]
        after = opened({**made, "observations": rows}).score(day, framework).area(each.area)
        moved = (after.uncapped or 0.0) - (before.area(each.area).uncapped or 0.0)
        assert moved == pytest.approx(each.points, abs=1e-9)


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_audits_and_answers_lift_by_their_share_too(made: dict, framework: str, day: date) -> None:
    workspace = opened(made)
    evidence = workspace.evidence(framework)
    for each in sources(workspace, day, framework):
        if each.kind == "indicator":
            continue
        points = evidence.items.points.copy()
        for row in each.rows:
            table = workspace.dataset.tables[row.file.removesuffix(".csv")].rows
            at = int(np.flatnonzero(table["line"].to_numpy() == row.line)[0])
            mine = (evidence.items.row == at) & (
                evidence.items.strand == {"practice": 1, "voice": 3}[each.kind]
            )
            criterion = [one.id for one in evidence.lookup.criteria].index(row.criterion)
            points[mine & (evidence.items.criterion == criterion)] = each.to
        changed = replace(evidence, items=replace(evidence.items, points=points))
        after = score_at(changed, day).area(each.area).uncapped or 0.0
        before = workspace.score(day, framework).area(each.area).uncapped or 0.0
        assert after - before == pytest.approx(each.points, abs=1e-9)


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_changing_nothing_changes_nothing_exactly(made: dict, framework: str, day: date) -> None:
    workspace = opened(made)
    rows = workspace.dataset.tables["observations"].rows
    same = Scenario(
        tuple(Figure(each, float(rows["figure"].iloc[row])) for each, row in current_rows(rows, day).items())
    )
    assert what_if(workspace, day, framework, NOTHING_CHANGED).after is workspace.score(day, framework)
    assert scores_if(workspace, day, framework, same) == workspace.score(day, framework)


@MODEST
@given(tables(), FRAMEWORK, DAY, st.data())
def test_a_better_figure_never_lowers_an_area_before_caps(
    made: dict, framework: str, day: date, data: st.DataObject
) -> None:
    workspace = opened(made)
    current = current_rows(workspace.dataset.tables["observations"].rows, day)
    scored = [each for each in current if CONFIG.indicators[each].scored]
    if not scored:
        return
    indicator = CONFIG.indicators[data.draw(st.sampled_from(scored))]
    figure = float(workspace.dataset.tables["observations"].rows["figure"].iloc[current[indicator.id]])
    scenario = Scenario((Figure(indicator.id, better(indicator, figure, data.draw(st.floats(0, 50)))),))
    for area in workspace.score(day, framework).areas:
        assert moved_by(workspace, day, framework, area.id, scenario) >= -1e-9


def better(indicator: Indicator, figure: float, by: float) -> float:
    return figure + by if indicator.higher_is_better else max(figure - by, 0.0)


@MODEST
@given(tables(), FRAMEWORK, DAY, st.sampled_from(STATUSES))
def test_a_status_moves_nothing_but_improvement(made: dict, framework: str, day: date, status: str) -> None:
    workspace = opened(made)
    every = tuple(Done(each, status) for each in sorted(nameable(workspace, day, framework).actions))
    found = what_if(workspace, day, framework, Scenario(every))
    for area in found.areas:
        for name, strand in area.before.strands.items():
            if name != "improvement":
                assert area.after.strands[name] == strand
        assert area.caps_gone == area.caps_come == ()


CHANGES = st.one_of(
    st.builds(
        Figure, st.sampled_from(["on-time", "repeats"]), st.integers(0, 1000).map(lambda number: number / 10)
    ),
    st.builds(
        MoreAudits,
        st.sampled_from(["seen", "plans"]),
        st.sampled_from(["good", "inadequate"]),
        st.integers(1, 60),
    ),
    st.builds(MoreVoice, st.sampled_from(["seen", "plans"]), st.integers(0, 100), st.integers(1, 20)),
)


@MODEST
@given(st.lists(CHANGES, max_size=6), tables(), DAY)
def test_a_link_opens_the_scenario_that_wrote_it(changes: list, made: dict, day: date) -> None:
    scenario = NOTHING_CHANGED
    for change in changes:
        scenario = scenario.having(change)
    assert read_link(link_text(scenario), nameable(opened(made), day, "new")) == (scenario, 0)


@MODEST
@given(tables(), DAY, st.sampled_from(["performance", "practice", "scrutiny", "voice", "improvement"]))
def test_the_weight_of_one_kind_alone_moves_no_strand_by_itself(made: dict, day: date, strand: str) -> None:
    workspace = opened(made)
    tilted = score_at(with_weight(workspace.evidence("new"), strand, 1.25), day)
    for before, after in zip(workspace.score(day, "new").areas, tilted.areas, strict=True):
        for criterion, other in zip(before.criteria, after.criteria, strict=True):
            assert criterion.cells == other.cells


@MODEST
@given(st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=2, max_size=12))
def test_the_slope_lies_in_its_interval(values: list) -> None:
    line, interval = theil_sen(values), slope_interval(values)
    assert (line is None) == (interval is None)
    if line and interval:
        assert interval[0] <= line.slope + 1e-9
        assert line.slope <= interval[1] + 1e-9
