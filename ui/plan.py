"""The Plan page's parts: what is overdue, whether it worked, the pace, who and where, what is missing, every action."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.burn_up import burn_up_chart
from readiness.charts.figure import Chart
from readiness.dates import uk_date
from readiness.insight.plan.actions import Action, actions_known
from readiness.insight.plan.burn_up import burn_up
from readiness.insight.plan.chain import standing
from readiness.insight.plan.facts import Plan, again_sentence, claimed, claimed_sentence, overdue_sentence
from readiness.insight.plan.groups import Group, foremost_words, owner
from readiness.insight.plan.impact import RULE, VERDICTS, Impact, Verdict, closed_on, impact_sentence
from readiness.insight.plan.pace import METHOD, PlanQuarter
from readiness.story.charts import source_of
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import ThemeColour, plain, show_empty, show_long, show_table
from ui.plan_dates import show_moved_dates
from ui.state import View

ACTION = "action"
"""The URL parameter that names the action opened."""
FILE, UPDATES = "actions.csv", "action_updates.csv"
MOST_SHOWN = 3
RECENT = 5
"""Quarters that stand beside the pace: the one that runs, and the four that it is reckoned from."""
TONES: dict[Verdict, ThemeColour] = {
    "held": "blue",
    "lapsed": "orange",
    "worse": "orange",
    "unmoved": "gray",
    "unsaid": "gray",
}


def open_action(action: str) -> None:
    """Name an action in the URL, which opens it; an empty name goes back to the plan."""
    st.session_state[ACTION] = action


def show_no_actions() -> None:
    """The state without an action: what to add to which file, and what each column makes possible."""
    columns = "a row for each recommendation or action, with action, title, criterion, source and created"
    show_empty("There is no action to show.", FILE, columns)
    st.header("What each further column makes possible", anchor=False)
    possible = {
        "due": "what is overdue, by how many days, and what was closed late",
        "owner": "whose it is: a role, never a person",
        "success_measure": "whether the figure that should show it moved, and stayed moved",
        "action_updates.csv": "how each action stands, at what pace they close, when the rest would be",
    }
    rows = [{"Column or file": name, "What it lets this page say": says} for name, says in possible.items()]
    show_table(pd.DataFrame(rows), alt="Columns of actions.csv, and what each makes possible")


def show_overdue(view: View, found: Plan) -> None:
    """What is overdue: the longest to be opened one by one, all of them as a table; and which dates were moved."""
    st.header("Is it done, and on time?", anchor=False)
    st.markdown(f"**{plain(overdue_sentence(found))}**")
    for each in found.overdue[:MOST_SHOWN]:
        show_to_open(
            each, "late", f"{plain(owner(each))} · {plain(found.names.get(each.criterion, each.criterion))}"
        )
    if len(found.overdue) > MOST_SHOWN:
        with st.expander(f"All that is overdue, the longest first ({len(found.overdue)})"):
            show_long(pd.DataFrame([overdue_row(found, each) for each in found.overdue]), "Overdue actions")
    elif not any(each.due for each in found.actions):
        show_empty("No action has a due date.", FILE, "the column due")
    show_moved_dates(view, found.actions)


def show_to_open(action: Action, place: str, words: str) -> None:
    """One action by its title, which opens it when pressed, with how it stands."""
    name, said = st.columns([5, 7], gap="xsmall", vertical_alignment="center")
    name.button(
        f"**{plain(action.title)}**",
        key=f"row-open-{place}-{action.action}",
        on_click=open_action,
        args=(action.action,),
        type="tertiary",
        wrap=True,
    )
    badge = (
        f":orange-badge[▲ {plain(standing(action))}]"
        if action.overdue_days is not None
        else plain(standing(action))
    )
    said.markdown(f"{badge} {words}")


def overdue_row(found: Plan, each: Action) -> dict[str, object]:
    """One overdue action as a row."""
    return {
        "Action": each.title,
        "Days overdue": each.overdue_days,
        "Due": uk_date(each.due) if each.due else "",
        "Owner's role": owner(each),
        "Criterion": found.names.get(each.criterion, each.criterion),
        "Line of actions.csv": str(each.line),
    }


def show_impact(found: Plan) -> None:
    """Did it work? By verdict, closed and open; first the claims that the figures don't bear out."""
    st.header("Did it work?", anchor=False)
    st.markdown(f"**{plain(impact_sentence(found.impacts, len(found.actions)))}** A status is not an impact.")
    if not found.impacts:
        show_empty("Nothing can be measured.", FILE, "the column success_measure, an indicator's id")
        return
    show_claimed(found)
    closed, still = closed_on(found.impacts, True), closed_on(found.impacts, False)
    rows = [
        {
            "What the figures say": f"{mark} {words}",
            "Closed actions": closed[verdict],
            "Open actions": still[verdict],
        }
        for verdict, (mark, words) in VERDICTS.items()
    ]
    show_table(pd.DataFrame(rows), alt="Actions by what their measure did since")
    with st.expander(f"Every action with a measure ({len(found.impacts)})"):
        rows = [impact_row(each) for verdict in VERDICTS for each in found.impacts if each.verdict == verdict]
        show_long(pd.DataFrame(rows), "Actions by what their measure did since")
        st.markdown(f"The rule: {plain(RULE)}")


def show_claimed(found: Plan) -> None:
    """Actions recorded as impact evidenced whose own measure does not show it; else the first closed ones."""
    doubted = claimed(found)
    if again := again_sentence(found):
        st.markdown(plain(again))
    if sentence := claimed_sentence(found):
        st.warning(f"▲ {plain(sentence)} The evidence may be of another kind: say which.")
    for each in (doubted or [each for each in found.impacts if each.action.closed])[:MOST_SHOWN]:
        show_to_open(each.action, "claimed", f"{impact_badge(each)} {plain(each.label)}. {plain(each.says)}")


def impact_badge(found: Impact) -> str:
    """A verdict as Markdown: its mark and words, in the colour of what they mean."""
    mark, words = VERDICTS[found.verdict]
    return f":{TONES[found.verdict]}-badge[{mark} {words}]"


def impact_row(each: Impact) -> dict[str, str]:
    """One action and what its measure did since."""
    return {
        "What its measure did": " ".join(VERDICTS[each.verdict]),
        "Action": each.action.title,
        "How it stands": standing(each.action),
        "Measure": each.label,
        "Since it was set": each.says,
        "Actions of this measure": str(each.shared),
        "Line of actions.csv": str(each.action.line),
    }


def show_pace(view: View, found: Plan) -> None:
    """How fast actions close, when the rest would be, and the burn-up against the due dates."""
    st.header("Is the pace enough?", anchor=False)
    st.markdown(f"**{plain(found.pace.sentence)}**")
    show(view.workspace.once(burn_up_drawn, view.as_at))
    show_quarters(found)
    st.caption(plain(METHOD))


def burn_up_drawn(workspace: Workspace, as_at: date) -> Chart:
    """The burn-up of the actions known on a day: made once, since a figure takes longer than all the rest."""
    found = burn_up(workspace.once(actions_known, as_at), as_at)
    return burn_up_chart(found, source_of(workspace, FILE, UPDATES))


def show_quarters(found: Plan) -> None:
    """The plan in numbers by quarter, latest first; the select box at the top opens one of them action by action."""
    every = found.pace.quarters[::-1]
    show_table(quarters_table(every[:RECENT]), alt="The plan by quarter, latest first")
    if len(every) > RECENT:
        with st.expander(f"Every quarter since the first action ({len(every)})"):
            show_long(quarters_table(every), "The plan by quarter, latest first")


def quarters_table(quarters: Sequence[PlanQuarter]) -> pd.DataFrame:
    """A row a quarter."""
    rows = [
        {
            "Quarter": each.name,
            "Set": each.opened,
            "Closed": each.closed,
            "Impact evidenced": each.evidenced,
            "Open at its end": each.open_end,
            "Overdue at its end": each.overdue_end,
        }
        for each in quarters
    ]
    return pd.DataFrame(rows)


def show_groups(found: Plan) -> None:
    """The plan by source, by judgement area and by the owner's role."""
    st.header("Where it comes from, what it is about, whose it is", anchor=False)
    by = (("source", found.sources), ("judgement area", found.areas), ("owner's role", found.owners))
    for name, rows in by:
        with st.expander(f"By {name} ({len(rows)}): {plain(foremost_words(rows))}"):
            show_long(groups_table(rows, name.capitalize()), f"Actions by {name}, most overdue first")


def groups_table(groups: Sequence[Group], first: str) -> pd.DataFrame:
    """A row a group: all its actions by how they stand."""
    rows = [
        {
            first: each.name,
            "Actions": each.actions,
            "Open": each.open,
            "Overdue": each.overdue,
            "Longest, days": "" if each.longest is None else str(each.longest),
            "No update": each.silent,
            "Closed": each.closed,
            "Impact evidenced": each.evidenced,
        }
        for each in groups
    ]
    return pd.DataFrame(rows)


def show_gaps(found: Plan) -> None:
    """What open actions lack, and the rows to fill."""
    st.header("What open actions lack", anchor=False)
    lacks = found.gaps
    st.markdown(plain(lacks.sentence))
    wanting = (
        ("owner", FILE, lacks.no_owner),
        ("due", FILE, lacks.no_due),
        ("success_measure", FILE, lacks.no_measure),
        ("an update", UPDATES, lacks.no_update),
    )
    rows = [row for what, file, mine in wanting for row in gap_rows(what, file, mine)]
    if rows:
        with st.expander(f"The cells to fill, and the rows to add ({len(rows)})"):
            show_long(pd.DataFrame(rows), "What open actions lack")


def gap_rows(what: str, file: str, actions: Sequence[Action]) -> list[dict[str, str]]:
    """Actions that lack one thing, by their lines, so that a cell can be found and filled."""
    return [
        {
            "Lacks": what,
            "Add it to": file,
            "Line of actions.csv": str(each.line),
            "Id": each.action,
            "Action": each.title,
            "From": each.plan,
            "Set": uk_date(each.created),
        }
        for each in actions
    ]


def show_every(found: Plan) -> None:
    """Every action with its file and line."""
    rows = [
        {
            "Action": each.title,
            "How it stands": standing(each),
            "Owner's role": owner(each),
            "Due": uk_date(each.due) if each.due else "",
            "From": each.plan,
            "Criterion": found.names.get(each.criterion, each.criterion),
            "Id": each.action,
            "Line of actions.csv": each.line,
        }
        for each in found.actions
    ]
    with st.expander(f"Every action, with its row ({len(rows)})"):
        show_long(pd.DataFrame(rows), "Every action known by the day")
