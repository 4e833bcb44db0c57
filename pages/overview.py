"""Overview: where do we stand, how sure are we, what changed?"""

import streamlit as st

from readiness.dates import months_before
from readiness.insight.area_teams import area_teams
from readiness.insight.cards import area_cards, band_edges
from readiness.insight.changes import area_changes
from readiness.insight.freshness import freshness
from readiness.insight.headline import YEAR, headline
from readiness.insight.matrix import strand_matrix
from readiness.insight.safety.escalations import open_escalations
from readiness.insight.safety.lines import safety_lines
from readiness.insight.what_if.projection import paces
from ui.cards import show_cards, show_ofsted, show_overall, show_positions
from ui.parts import plain
from ui.safety import show_safety
from ui.state import SINCE, View, choose, current_view
from ui.tables import show_freshness, show_matrix

PERIODS = {"3": "3 months", "6": "6 months", "12": "1 year", "24": "2 years", "36": "3 years"}


def main(view: View) -> None:
    """From the one sentence down to how fresh the evidence is."""
    first, *rest = view.workspace.once(headline, view.as_at, view.framework.id)
    st.title(plain(first), anchor=False)
    st.markdown(plain(" ".join(rest)))
    show_lines(view)
    show_areas(view)
    show_strands(view)
    show_changes(view)
    show_how_fresh(view)


def show_lines(view: View) -> None:
    st.header("Safety lines", anchor=False)
    unsafe = view.workspace.once(open_escalations, view.as_at)
    expected = "practice" in view.workspace.dataset.description.strands
    show_safety(safety_lines(view.scores, view.workspace.config), unsafe, audits_expected=expected)


def show_areas(view: View) -> None:
    cards = view.workspace.once(area_cards, view.as_at, view.framework.id)
    teams = view.workspace.once(area_teams, view.as_at, view.framework.id)
    bands = band_edges(view.workspace.config.scoring)
    ours, ofsted = st.columns([5, 2], gap="large")
    with ours:
        show_positions(cards, view.scores, bands)
    with ofsted:
        show_ofsted(cards)
    show_overall(view.scores.overall)
    show_cards(cards, view.workspace.once(paces, view.as_at, view.framework.id), teams, bands)


def show_strands(view: View) -> None:
    st.header("What each kind of evidence says", anchor=False)
    held = view.workspace.dataset.description.strands
    show_matrix(strand_matrix(view.scores, view.workspace.config.scoring, held), "Judgement area")


def show_changes(view: View) -> None:
    st.header("What changed", anchor=False)
    months = choose("Compared with", list(PERIODS), SINCE, str(YEAR), period_words, width=220)
    since = months_before(view.as_at, int(months))
    changes = view.workspace.once(area_changes, view.framework.id, since, view.as_at)
    st.markdown("\n".join(f"- {plain(change.sentence)}" for change in changes))


def period_words(months: str) -> str:
    return f"{PERIODS[months]} before"


def show_how_fresh(view: View) -> None:
    st.header("How fresh the evidence is", anchor=False)
    show_freshness(freshness(view.workspace.evidence(view.framework.id), view.as_at))


main(current_view())
