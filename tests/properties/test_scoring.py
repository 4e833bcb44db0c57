"""What must always hold of scores, whatever the evidence: held against the method written out in plain loops."""

import json
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.insight.drivers import drivers
from readiness.output import score_document
from readiness.workspace import Workspace
from tests.properties.strategies import DAY, HELD, tables, write_dataset
from tests.reference import Reference

CONFIG = load_config(Path(__file__).parents[1] / "datasets" / "two-frameworks" / "config")
FRAMEWORK = st.sampled_from(["old", "new"])
MODEST = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def opened(made: dict, held: tuple = ()) -> Workspace:
    with tempfile.TemporaryDirectory() as folder:
        dataset = read_dataset(write_dataset(Path(folder) / "made", made, *([held] if held else [])), CONFIG)
    assert not any(problem.level == "error" for problem in dataset.problems), dataset.problems
    return Workspace(CONFIG, dataset)


@MODEST
@given(tables(), HELD, FRAMEWORK, DAY)
def test_scores_agree_with_the_method_in_plain_loops(
    made: dict, held: tuple, framework: str, day: date
) -> None:
    found = opened(made, held).score(day, framework)
    expected = Reference(CONFIG, CONFIG.frameworks[framework], made, held).score(day)
    assert [area.id for area in found.areas] == list(expected)
    for area in found.areas:
        wanted = expected[area.id]
        for name in ("score", "uncapped", "coverage", "low", "high"):
            assert getattr(area, name) == pytest.approx(wanted[name], abs=1e-9), (area.id, name)
        assert sorted((cap.kind, cap.id, cap.caps_at) for cap in area.caps) == wanted["caps"]
        assert {c.id: pytest.approx((c.score, c.coverage), abs=1e-9) for c in area.criteria} == wanted[
            "criteria"
        ]
        for criterion in area.criteria:
            for name, cell in criterion.cells.items():
                wanted_cell = wanted["cells"][criterion.id, name]
                assert cell.items == wanted_cell["items"]
                assert (cell.score, cell.coverage) == pytest.approx(
                    (wanted_cell["score"], wanted_cell["coverage"]), abs=1e-9
                )


@MODEST
@given(tables(), FRAMEWORK)
def test_history_in_one_sort_equals_scoring_date_by_date(made: dict, framework: str) -> None:
    workspace = opened(made)
    history = workspace.history(date(2016, 12, 1), date(2021, 6, 30), framework)
    for index, day in enumerate(history.dates):
        scores = workspace.score(day, framework)
        for area in scores.areas:
            assert history.areas[area.id][index] == pytest.approx(area.score, abs=1e-9)
            assert history.coverage[area.id][index] == pytest.approx(area.coverage, abs=1e-9)
            for criterion in area.criteria:
                assert history.criteria[criterion.id][index] == pytest.approx(criterion.score, abs=1e-9)


@MODEST
@given(tables(), FRAMEWORK, DAY, DAY)
def test_drivers_add_up_to_the_change(made: dict, framework: str, one: date, other: date) -> None:
    workspace, dates = opened(made), (min(one, other), max(one, other))
    before, after = (workspace.score(day, framework) for day in dates)
    for start, end in zip(before.areas, after.areas, strict=True):
        found = drivers(workspace.evidence(framework), start, end, dates)
        if start.score is None or end.score is None or start.uncapped is None or end.uncapped is None:
            assert found.why_not and not found.effects
            continue
        effects = sum(effect.effect for effect in found.effects)
        assert effects == pytest.approx(end.uncapped - start.uncapped, abs=1e-9)
        assert effects + found.cap == pytest.approx(end.score - start.score, abs=1e-9)
        assert sum(found.split().values()) == pytest.approx(found.moved, abs=1e-9)
        for grouping in ("source", "indicator", "strand", "criterion"):
            assert sum(points for _, points in found.grouped(grouping)) == pytest.approx(effects, abs=1e-9)


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_scores_stay_within_their_bounds(made: dict, framework: str, day: date) -> None:
    for area in opened(made).score(day, framework).areas:
        assert 0 <= area.coverage <= 1 + 1e-12
        assert 0 <= area.low <= area.high + 1e-9 <= 100 + 2e-9
        if area.score is not None and area.uncapped is not None:
            assert area.low - 1e-9 <= area.score <= min(area.high, area.uncapped) + 1e-9
        if not area.enough:
            assert area.grade is None


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_a_score_does_not_see_what_became_known_later(made: dict, framework: str, day: date) -> None:
    seen = {
        **made,
        "observations": [
            row for row in made["observations"] if (row["published"] or row["period_end"]) <= day
        ],
        "audits": [row for row in made["audits"] if row["date"] <= day],
        "feedback": [row for row in made["feedback"] if row["date"] <= day],
        "action_updates": [row for row in made["action_updates"] if row["date"] <= day],
    }
    late = {row["inspection"] for row in made["inspections"] if row["published"] > day}
    for table in ("inspections", "judgements", "findings"):
        seen[table] = [row for row in made[table] if row["inspection"] not in late]
    assert standing(opened(seen), day, framework) == standing(opened(made), day, framework)


def standing(workspace: Workspace, day: date, framework: str) -> list:
    """What scores come to, to nine decimals: rows left out move lines and the order of sums, and nothing else."""
    rounded = json.loads(
        json.dumps(score_document(workspace.score(day, framework))),
        parse_float=lambda text: round(float(text), 9),
    )
    return rounded["areas"]
