"""Judgement areas: why does this area stand where it does?"""

import streamlit as st

from readiness.insight.area import area_sentence
from readiness.insight.area_teams import area_teams
from readiness.insight.cards import area_cards
from readiness.insight.rows import evidence_rows, row_by_row
from readiness.scoring.results import AreaScore
from ui.area_teams import show_teams
from ui.cards import show_caps, show_last_judgement, show_standing, show_too_little
from ui.challenge import show_challenge
from ui.criteria import show_criteria
from ui.parts import plain
from ui.state import AREA, View, choose, current_view
from ui.tables import show_rows
from ui.what_if_pace import show_outlook

HEAVIEST = 15


def main(view: View) -> None:
    """Choose an area, say where it stands, then its criteria, each with the rows behind it."""
    if not view.scores.areas:
        st.title("This framework has no area that can be scored.", anchor=False)
        return
    place = st.container()
    names = {area.id: area.title for area in view.scores.areas}
    chosen = choose("Judgement area", list(names), AREA, next(iter(names)), names.__getitem__, width=640)
    area = view.scores.area(chosen)
    place.title(plain(area_sentence(area, view.workspace.config.scoring)), anchor=False)
    show_area(view, area)
    st.header("Themes, and the evidence behind each", anchor=False)
    show_criteria(view, area)
    show_heaviest(view, area)
    show_challenge(view, area)
    show_teams(view.workspace.once(area_teams, view.as_at, view.framework.id)[area.id])


def show_area(view: View, area: AreaScore) -> None:
    """What the card says, and Ofsted's own last judgement beside it."""
    cards = view.workspace.once(area_cards, view.as_at, view.framework.id)
    card = next(card for card in cards if card.area.id == area.id)
    if not area.enough:
        show_too_little(card)
        show_caps(area.caps)
        return
    ours, ofsted = st.columns(2, gap="large")
    with ours:
        show_standing(card)
    with ofsted:
        show_last_judgement(card)
        show_caps(area.caps)
        show_outlook(view, area.id)


def show_heaviest(view: View, area: AreaScore) -> None:
    """The rows that make most of the area's score, whichever criterion they stand on."""
    rows = row_by_row(evidence_rows(view.workspace.evidence(view.framework.id), area.id, view.as_at))
    shown = rows[:HEAVIEST]
    if not shown:
        return
    heading = f"the {len(shown)} heaviest of {len(rows)} rows" if len(rows) > HEAVIEST else "every row"
    with st.expander(f"What weighs most in this area: {heading} in use"):
        st.caption("Each over all criteria that it speaks to.")
        show_rows(shown, trust=False)


main(current_view())
