"""The parts of the Safety page: states, what is crossed, every count, teams, serious events. Facts in, words out."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
import streamlit as st

from readiness.config.models import Indicator
from readiness.dates import uk_date
from readiness.insight.indicators.parts import part_words
from readiness.insight.indicators.words import counted
from readiness.insight.safety.counts import SafetyCount, State
from readiness.insight.safety.events import FILE, SeriousEvent, SeriousEvents
from readiness.insight.safety.headline import state_words
from readiness.insight.safety.room import SafetyRoom, TeamCount
from readiness.wording import listed, upper_first
from ui.parts import plain, show_empty, show_table
from ui.safety import show_child
from ui.state import INDICATOR, page_file

MARKS: Mapping[State, str] = MappingProxyType(
    {"Not known": "?", "Crossed": "✖", "Not known lately": "?", "Known": "·", "Clear": "✓"}
)


def show_states(room: SafetyRoom) -> None:
    """What is not known, loudest, then what is crossed, not known lately, without a limit, and clear."""
    boxes = {"Not known": st.error, "Crossed": st.error, "Not known lately": st.warning, "Clear": st.success}
    for state, mark in MARKS.items():
        head, rest = state_words(room.counts, state)
        if head:
            boxes.get(state, st.info)(f"**{mark} {plain(head)}** {plain(rest)}")


def show_crossed(room: SafetyRoom) -> None:
    """A card for each child found unsafe and not made safe, and for every line that is crossed."""
    crossed = [one for one in room.held("Crossed") if one.indicator]
    if not crossed and not room.unsafe.open:
        return
    st.header("What is crossed, since when, and who acts", anchor=False)
    with st.grid("auto", min_column_width=300, border=True, key="crossed") as grid:
        for child in room.unsafe.open:
            with grid.cell():
                show_child(child)
        for one in crossed:
            with grid.cell():
                show_card(one)
    if room.unsafe.open:
        acts = next((each.acts for each in room.held("Crossed") if not each.indicator), "")
        st.markdown(f"**Who acts for children found unsafe:** {plain(acts)}")
        st.page_link(page_file("practice"), label="Children found unsafe in audits")


def show_card(one: SafetyCount) -> None:
    """A crossed line: what was seen, since when, how old that is, who acts, and where it stands."""
    st.markdown(f"**{MARKS[one.state]} {plain(one.title)}**  \n{plain(one.says)} {plain(one.lasted)}")
    st.markdown(f"**Who acts:** {plain(one.acts)}")
    st.caption(plain(f"{one.limit} · {one.checked} · {one.place}"))
    if one.indicator:
        show_link(one.indicator, "Its chart")


def show_link(indicator: Indicator, label: str) -> None:
    """An indicator to open, with its chart."""
    st.page_link(page_file("indicators"), label=plain(label), query_params={INDICATOR: indicator.id})


def show_counts(room: SafetyRoom) -> None:
    """What is not known and what to add; folded, every other count as it stands, in the order of states, and charts."""
    missing = [missing_row(one) for one in room.held("Not known")]
    if missing:
        st.header("What is not known, and what to add", anchor=False)
        show_table(pd.DataFrame(missing), alt="Safety counts that are not known, and what to add")
    seen = [count_row(one) for one in room.counts if one.state != "Not known"]
    if not seen:
        return
    st.header("What is known, as it stands", anchor=False)
    with st.expander(
        f"{upper_first(counted(len(seen), 'count'))}: what was last seen, who acts, and its row"
    ):
        show_table(pd.DataFrame(seen), alt="Safety counts that are known, crossed first")
        show_charts(room)


def show_charts(room: SafetyRoom) -> None:
    """A link to the chart of each indicator that a count opens."""
    opened = {one.indicator.id: one.indicator for one in room.counts if one.indicator and one.opens}
    if opened:
        st.caption("Their charts:")
        with st.container(horizontal=True, key="charts"):
            for indicator in opened.values():
                show_link(indicator, indicator.title)


def missing_row(one: SafetyCount) -> dict[str, str]:
    """A count that is not known, as a row of the table."""
    return {
        "Safety count": f"{MARKS[one.state]} {name_of(one)}",
        "Why it is not known, and what to add": one.says,
        "Limit": one.limit or "None set",
    }


def name_of(one: SafetyCount) -> str:
    """A count with the group that it belongs to, where that says more."""
    return one.title if one.title == one.group else f"{one.group}: {one.title}"


def count_row(one: SafetyCount) -> dict[str, str]:
    """A count that has been seen, as a row of the table."""
    seen = " ".join(part for part in (one.says, one.lasted, f"{one.limit}." if one.limit else "") if part)
    return {
        "State and safety count": f"{MARKS[one.state]} {one.state} · {name_of(one)}",
        "What was last seen": seen,
        "Who acts, by when": one.acts,
        "How old it is, and its row": f"{one.checked}. {one.place}",
    }


def show_teams(room: SafetyRoom) -> None:
    """What the teams say on each count that has them, and every team's figure."""
    st.header("By team", anchor=False)
    if not room.teams:
        show_empty(
            "No safety count has figures of two or more teams.",
            "observations.csv",
            "a row for each team, with its name in team",
        )
        return
    for one in room.teams:
        st.markdown(f"- **{plain(one.title)}:** {plain(one.parts.sentence)}{plain_beyond(one)}")
    with st.expander("Every team's figure, and what has none by team"):
        rows = [row for one in room.teams for row in team_rows(one)]
        show_table(pd.DataFrame(rows), alt="Safety counts by team, low end first")
        if room.without_teams:
            st.caption(plain(f"Without figures by team: {'; '.join(room.without_teams)}."))


def plain_beyond(one: TeamCount) -> str:
    """Which teams would cross the line by themselves; that none would, where there is a line."""
    if not one.limit:
        return ""
    if not one.beyond:
        return f" No team is beyond its line by itself ({plain(one.limit.lower())})."
    named = f"{MARKS['Crossed']} Beyond its line by itself: {plain(listed(one.beyond))}"
    return f" **{named}** ({plain(one.limit.lower())})."


def team_rows(one: TeamCount) -> list[dict[str, str]]:
    """The figure of every team on one count."""
    unit = one.unit
    return [
        {
            "Safety count": one.title,
            "Team": part.name,
            "Figure, with its 95% interval": part_words(part, unit),
            "Beyond its line": f"{MARKS['Crossed']} yes"
            if part.name in one.beyond
            else "no"
            if one.limit
            else "",
            "Period": uk_date(one.parts.day),
            "File and line": f"observations.csv, line {part.line}",
        }
        for part in (*one.parts.parts, *one.parts.without)
    ]


def show_events(events: SeriousEvents) -> None:
    """Serious events of the last 12 months: how many of each kind, each with what was learnt, and earlier ones."""
    st.header("Serious events", anchor=False)
    if not events.known:
        show_empty(events.sentence, FILE, "a row for each, with date, kind, count and learning")
        return
    st.markdown(f"**{plain(events.sentence)}**")
    kinds = [
        {
            "Kind": one.kind.capitalize(),
            "Last 12 months": one.year,
            "12 months before": one.year_before,
            "Latest": uk_date(one.last),
        }
        for one in events.kinds
    ]
    show_table(pd.DataFrame(kinds), alt="Serious events by kind, most in the last 12 months first")
    st.caption("A kind without a row in the file is not listed: whether there was one is not known.")
    if events.year:
        show_table(pd.DataFrame([event_row(one) for one in events.year]), alt="Serious events, latest first")
    if events.earlier:
        with st.expander(f"Earlier rows ({len(events.earlier)})"):
            rows = pd.DataFrame([event_row(one) for one in events.earlier])
            show_table(rows, alt="Earlier serious events, latest first")


def event_row(one: SeriousEvent) -> dict[str, object]:
    """A serious event as a row of a table; that nothing was written of what was learnt is said."""
    return {
        "Date": uk_date(one.day),
        "Kind": one.kind.capitalize(),
        "How many": one.count,
        "What was learnt": one.learning or "? Not recorded",
        "Its row and source": f"{FILE}, line {one.line}{f'. {one.source}' if one.source else ''}",
    }
