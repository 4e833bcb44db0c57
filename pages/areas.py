"""Judgement areas: why does this area stand where it does?"""

import streamlit as st

from readiness.dates import uk_date
from readiness.insight.area import area_sentence
from readiness.insight.cards import area_cards
from readiness.insight.rows import EvidenceRow, evidence_rows
from readiness.scoring.results import AreaScore
from readiness.workspace import Workspace
from ui.cards import ofsted_words, show_caps, show_standing, show_too_little
from ui.criteria import show_criteria
from ui.parts import plain
from ui.state import AREA, CRITERION, View, choose, current_view
from ui.tables import show_rows

HEAVIEST = 15
EVERY = "every"


def main(view: View) -> None:
    """Choose an area, say where it stands, then its criteria, then the rows behind them."""
    if not view.scores.areas:
        st.title("This framework has no scored area.", anchor=False)
        return
    place = st.container()
    names = {area.id: area.title for area in view.scores.areas}
    chosen = choose("Judgement area", list(names), AREA, next(iter(names)), names.__getitem__)
    area = view.scores.area(chosen)
    place.title(plain(area_sentence(area)), anchor=False)
    show_area(view, area)
    show_evidence(view, area)
    st.subheader("Criteria", anchor=False)
    description = view.workspace.dataset.description
    show_criteria(area, view.workspace.config.scoring, description.strands)


def show_area(view: View, area: AreaScore) -> None:
    """What the card says, and Ofsted's own last judgement beside it."""
    cards = view.workspace.once(area_cards, view.as_at, view.framework.id)
    card = next(card for card in cards if card.area.id == area.id)
    ours, ofsted = st.columns(2, gap="large")
    with ours:
        if area.enough:
            show_standing(card)
        show_caps(area.caps)
    with ofsted:
        if area.enough:
            st.markdown(f"What Ofsted last said:  \n{ofsted_words(card.last)}")
        else:
            show_too_little(card)


def show_evidence(view: View, area: AreaScore) -> None:
    """The rows behind the area, or behind the one criterion that is chosen."""
    titles = {EVERY: "Every criterion"} | {each.id: each.title for each in area.criteria}
    st.subheader("The evidence rows", anchor=False)
    chosen = choose("Criterion", list(titles), CRITERION, EVERY, titles.__getitem__)
    wanted = None if chosen == EVERY else chosen
    rows = view.workspace.once(rows_of, view.framework.id, area.id, view.as_at, wanted)
    shown = rows[:HEAVIEST] if wanted is None else rows
    count = f"the {len(shown)} heaviest of {len(rows)}" if len(shown) < len(rows) else f"{len(rows)}"
    st.markdown(f"{plain(titles[chosen])}: {count} in use as at {uk_date(view.as_at)}, heaviest first.")
    show_rows(shown)


def rows_of(
    workspace: Workspace, framework_id: str, area_id: str, as_at: object, criterion: str | None
) -> tuple[EvidenceRow, ...]:
    return evidence_rows(workspace.evidence(framework_id), area_id, as_at, criterion)


main(current_view())
