"""Self-evaluation: how well do we know ourselves, and who has challenged it?"""

import streamlit as st

from readiness.insight.self_evaluation.area import area_heading
from readiness.insight.self_evaluation.facts import SelfView, self_view
from ui.parts import plain
from ui.self_evaluation import show_draft, show_nothing_claimed, show_whole
from ui.self_evaluation_area import show_area, show_triangulations
from ui.self_evaluation_judge import show_judge
from ui.state import AREA, View, choose, current_view

EVERY, JUDGE = "", "judge"
MODES = {EVERY: "Our grades beside the evidence", JUDGE: "Judge first, then see"}
JUDGE_TITLE = "Judge first, then see: give your own grade before the evidence is shown."


def main(view: View) -> None:
    """The whole authority or one area; or a form first, with the evidence hidden until it is filled in."""
    found = view.workspace.once(self_view, view.as_at, view.framework.id)
    labels = {area.id: area.label for area in view.framework.areas}
    if not found.areas:
        st.title("This framework has no area that can be scored.", anchor=False)
        return
    place = st.container()
    left, right = st.columns(2)
    with left:
        mode = choose("How to look at it", list(MODES), "mode", EVERY, MODES.__getitem__)
    with right:
        ids = [area.whole.id for area in found.areas]
        names = {EVERY: "The whole authority"} | {each: labels[each] for each in ids}
        offered = ids if mode == JUDGE else list(names)
        chosen = choose("Judgement area", offered, AREA, offered[0], names.__getitem__)
    if mode == JUDGE:
        place.title(JUDGE_TITLE, anchor=False)
        show_judge(view, found, found.area(chosen), labels[chosen])
        return
    show_draft(view)
    if chosen == EVERY:
        place.title(plain(found.headline), anchor=False)
        show_every(view, found)
        return
    place.title(plain(area_heading(found.area(chosen).whole, labels[chosen])), anchor=False)
    show_area(view, found.area(chosen))


def show_every(view: View, found: SelfView) -> None:
    if found.claimed:
        show_whole(view, found)
    else:
        show_nothing_claimed(found)
    show_triangulations(view, found)


main(current_view())
