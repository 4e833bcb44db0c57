"""Who explains a signal, and by when: what actions.csv and signals.csv say, as at a day."""

from datetime import date
from pathlib import Path

import pytest

from readiness.insight.indicators.explained import Explainer, explained_on, explained_words, wanted_words
from readiness.workspace import Workspace, open_workspace
from tests.unit.insight.indicator_made import fact, monthly
from tests.unit.insight.indicators.test_facts import FALLING, STEADY

CONFIG = Path(__file__).parents[4] / "config"
DESCRIPTION = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
ACTIONS = """\
action,title,criterion,source,created,due,owner,success_measure
A1,Clear the backlog,assessment,Board,2025-01-06,2025-03-31,Head of service,re-referrals-12m
A2,Train teams,assessment,Board,2025-01-06,2025-06-30,Team manager,re-referrals-12m
A3,Ask families,assessment,Board,2025-01-06,,,agency-rate
A4,Not yet set,assessment,Board,2025-09-01,2025-12-31,Head of service,agency-rate
A5,Done,assessment,Board,2025-01-06,2025-02-28,Head of service,vacancy-rate
"""
UPDATES = """\
action,date,status
A1,2025-02-03,on track
A5,2025-02-10,completed
"""
SIGNALS = """\
signal,first_known,known_by,about,what,decided,decision,effect_checked,effect
S1,2025-02-01,Performance manager,turnover-rate,More leave,,,,
S2,2024-02-01,Performance manager,vacancy-rate,Many vacancies,2024-03-01,Recruit,2024-09-01,Fewer
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "mine"
    folder.mkdir()
    files = {"dataset.yaml": DESCRIPTION, "actions.csv": ACTIONS, "action_updates.csv": UPDATES}
    for name, text in {**files, "signals.csv": SIGNALS}.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = open_workspace(CONFIG, folder)
    assert not [each for each in made.dataset.problems if each.level == "error"]
    return made


def on(workspace: Workspace, day: str, indicator: str) -> tuple[Explainer, ...]:
    return explained_on(workspace, date.fromisoformat(day))[indicator]


def test_the_action_due_first_is_named_with_its_owner_and_day(workspace: Workspace) -> None:
    found = on(workspace, "2025-02-15", "re-referrals-12m")
    assert explained_words(found) == "To be explained by: Head of service, by 31 March 2025; 1 more"
    assert found[0].says == "Clear the backlog: Head of service, due 31 March 2025, on track."
    assert (found[0].file, found[0].line) == ("actions.csv", 2)


def test_an_explanation_past_its_day_is_said_to_be_late(workspace: Workspace) -> None:
    found = on(workspace, "2025-04-30", "re-referrals-12m")
    assert explained_words(found) == "To be explained by: Head of service, by 31 March 2025, late; 1 more"
    assert found[0].says.endswith("overdue.")


def test_a_row_without_an_owner_names_nobody(workspace: Workspace) -> None:
    found = on(workspace, "2025-04-30", "agency-rate")
    assert explained_words(found) == "Nobody is named to explain it yet"
    assert found[0].says == "Ask families: no owner named, no date set, no update yet."


def test_an_action_set_later_is_not_known_before(workspace: Workspace) -> None:
    before, after = (on(workspace, day, "agency-rate") for day in ("2025-08-31", "2025-09-01"))
    assert (len(before), len(after)) == (1, 2)


def test_closed_actions_and_checked_signals_explain_nothing_any_more(workspace: Workspace) -> None:
    assert on(workspace, "2025-03-01", "vacancy-rate") == ()
    before = on(workspace, "2025-02-09", "vacancy-rate")
    assert explained_words(before) == "To be explained by: Head of service, by 28 February 2025"
    assert len(on(workspace, "2024-08-31", "vacancy-rate")) == 1


def test_a_signal_on_record_names_who_saw_it_and_that_no_date_is_set(workspace: Workspace) -> None:
    found = on(workspace, "2025-02-15", "turnover-rate")
    assert explained_words(found) == "To be explained by: Performance manager, no date set"
    assert wanted_words(fact(monthly(FALLING)), found).startswith("No date is set to explain it.")


def test_where_nobody_is_named_the_row_to_add_is(workspace: Workspace) -> None:
    wanted = wanted_words(fact(monthly(FALLING)), ())
    assert wanted.startswith(
        "Nobody is named to explain it yet. Add a row to actions.csv with success_measure visits"
    )
    assert wanted_words(fact(monthly(STEADY)), ()) == ""
    assert wanted_words(fact(monthly(STEADY), target=99.0), ())
