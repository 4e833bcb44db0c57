"""Concerns of the charts: who has answered them, in signals.csv or by an open action."""

from datetime import date
from pathlib import Path

import pytest

from readiness.dates import month_ends
from readiness.insight.grip.facts import grip_on
from readiness.insight.grip.unanswered import Raised, Unanswered, began_on, unanswered_on
from readiness.workspace import Workspace
from tests.unit.insight.grip_made import made, signal
from tests.unit.insight.indicator_made import fact, monthly

DAY = date(2026, 3, 31)
MONTHS = month_ends(date(2024, 1, 1), DAY)
BEGAN = date(2025, 8, 31)
FIGURES = [80.0 if index % 2 else 82.0 for index in range(19)] + [60.0] * 8
"""Supervision on time: level for 19 months, then eight months low, from August 2025."""
OBSERVED = tuple(
    f"supervision-on-time,{day},{figure},Made" for day, figure in zip(MONTHS, FIGURES, strict=True)
)
ACTION = "x,Train managers,supervision,Board,2025-09-01,{due},Head of service,supervision-on-time"


def raised(tmp_path: Path, *signals: str, actions: tuple[str, ...] = ()) -> Raised:
    workspace = made(tmp_path, observations=OBSERVED, signals=signals, actions=actions)
    (one,) = answered(workspace).every
    return one


def answered(workspace: Workspace) -> Unanswered:
    return unanswered_on(workspace, DAY, "ilacs-2026")


def test_a_concern_without_a_row_has_no_answer(tmp_path: Path) -> None:
    one = raised(tmp_path)
    assert (one.standing, one.began, one.answers) == ("not answered", BEGAN, ())


def test_an_improvement_is_no_concern(tmp_path: Path) -> None:
    better = tuple(
        f"supervision-on-time,{day},{figure + 38 if figure == 60 else figure},Made"
        for day, figure in zip(MONTHS, FIGURES, strict=True)
    )
    found = answered(made(tmp_path, observations=better))
    assert found.every == ()


@pytest.mark.parametrize("about", ["supervision-on-time", "supervision", "impact-of-leaders"])
def test_a_signal_about_it_its_criterion_or_its_area_answers(tmp_path: Path, about: str) -> None:
    one = raised(tmp_path, signal("a", "2025-10-01", about))
    assert one.standing == "known, nothing decided"
    assert [(each.file, each.line) for each in one.answers] == [("signals.csv", 2)]
    assert raised(tmp_path, signal("a", "2025-10-01", about, decided="2025-11-01")).standing == "acted on"


def test_a_signal_closed_before_the_concern_began_says_nothing_of_it(tmp_path: Path) -> None:
    closed = signal("a", "2025-01-01", decided="2025-02-01", checked="2025-08-30")
    assert raised(tmp_path, closed).standing == "not answered"
    still = signal("a", "2025-01-01", decided="2025-02-01", checked="2025-08-31")
    assert raised(tmp_path, still).standing == "acted on"


def test_a_signal_about_something_else_does_not_answer(tmp_path: Path) -> None:
    assert raised(tmp_path, signal("a", "2025-10-01", "front-door")).standing == "not answered"


def test_an_open_action_answers_and_an_overdue_one_only_in_part(tmp_path: Path) -> None:
    assert raised(tmp_path, actions=(ACTION.format(due="2026-06-30"),)).standing == "acted on"
    late = raised(tmp_path, actions=(ACTION.format(due="2026-02-28"),))
    assert late.standing == "every action overdue"
    assert late.answers[0].says.endswith("overdue.")


def test_the_headline_names_what_waits_and_what_has_no_answer(tmp_path: Path) -> None:
    workspace = made(tmp_path, observations=OBSERVED, signals=(signal("a", "2026-03-01", "front-door"),))
    assert grip_on(workspace, DAY, "ilacs-2026").headline == (
        "One signal waits for a decision, for 30 days.",
        "One concern of the charts has no answer.",
    )
    assert answered(workspace).sentence == "The charts raise one concern: one without an answer."


def test_without_figures_or_rows_the_headline_claims_nothing(tmp_path: Path) -> None:
    found = grip_on(made(tmp_path, signals=()), DAY, "ilacs-2026")
    assert found.headline == ("When leaders first knew is not on record by 31 March 2026.",)
    assert found.raised.sentence == (
        "No indicator has figures enough to tell a change from noise, and none has a target."
    )


def test_a_missed_target_counts_from_the_day_it_came_in() -> None:
    missed = fact(monthly([70.0, 72.0] * 10), target=90.0)
    assert missed.reading.variation.tone == "ordinary"
    assert began_on(missed) == date(2020, 1, 31)
