"""The Self-evaluation page's parts for the whole authority: what to add, the picture, the lists, the record."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.palette import grade_mark
from readiness.charts.self_evaluation import self_chart
from readiness.dates import uk_date
from readiness.insight.cards import band_edges
from readiness.insight.self_evaluation.area import apart, position_words
from readiness.insight.self_evaluation.claims import FILE
from readiness.insight.self_evaluation.facts import QUESTIONS, SelfView, self_view
from readiness.insight.self_evaluation.lists import RULE, Noted, find
from readiness.insight.self_evaluation.places import Place
from readiness.packs.self_evaluation import self_evaluation_document
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import AREA, CRITERION, View, page_file

MOST_DRAWN, MOST_LINKED = 12, 6
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_nothing_claimed(found: SelfView) -> None:
    """The state without a self-evaluation: what to put in which file, and where the evidence stands meanwhile."""
    show_how_to_add()
    columns = ("grade", "how_we_know", "plan")
    asked = [f"- `{column}`: {plain(asks)}" for column, asks in zip(columns, QUESTIONS, strict=True)]
    st.markdown("\n".join(["Three columns answer Ofsted's three questions:", "", *asked]))
    st.header("Where the evidence stands", anchor=False)
    rows = [
        {"Judgement area": area.whole.title, "The evidence indicates": marked_position(area.whole)}
        for area in found.areas
    ]
    show_table(pd.DataFrame(rows), alt="What the evidence indicates of each area")


def show_how_to_add() -> None:
    """What to put in which file, so that a grade of our own stands beside the evidence."""
    show_empty(
        "A self-evaluation sets your own grade of each area and criterion beside the evidence.",
        FILE,
        "a row for each, with date, criterion (its id, or an area's), grade, how_we_know and plan",
    )


def show_whole(view: View, found: SelfView) -> None:
    """Every list that matters, with the picture of where we and the evidence part."""
    lead = f"**{plain(found.areas_sentence)}** " if found.areas_sentence else ""
    st.markdown(f"{lead}{plain(found.agreed.sentence)}")
    show_elsewhere(found)
    drawn = view.workspace.once(apart_drawn, view.as_at, view.framework.id)
    if drawn:
        show(drawn)
    st.header("What to look at before an inspector does", anchor=False)
    for each in sorted((each for each in found.lists if not each.good), key=lambda each: not each.entries):
        show_list(each)
    st.header("What speaks for us", anchor=False)
    show_list(find(found.lists, "planned"))
    st.caption(f"How it is compared: {plain(RULE)}")
    show_record(found)


def show_elsewhere(found: SelfView) -> None:
    """Rows that fall on nothing that this framework scores: said, so that none is lost."""
    if found.elsewhere:
        lines = ", ".join(str(each.line) for each in sorted(found.elsewhere, key=lambda each: each.line)[:20])
        one = len(found.elsewhere) == 1
        said = "row is" if one else "rows are"
        st.markdown(
            f"{len(found.elsewhere)} {said} on nothing that this framework scores, so not shown here: "
            f"{FILE}, {'line' if one else 'lines'} {lines}."
        )


def apart_drawn(workspace: Workspace, as_at: date, framework_id: str) -> Chart | None:
    """The picture of what we grade above or below the evidence; None where nothing is. Made once."""
    found = workspace.once(self_view, as_at, framework_id)
    places = apart([place for area in found.areas for place in area.themes] or [])
    places = places or apart([area.whole for area in found.areas])
    if not places:
        return None
    higher = find(found.lists, "higher").sentence
    more = f" The {MOST_DRAWN} furthest are drawn." if len(places) > MOST_DRAWN else ""
    bands = band_edges(workspace.config.scoring)
    return self_chart(places[:MOST_DRAWN], found.as_at, bands, f"{higher}{more}", "self-evaluation")


def show_list(each: Noted) -> None:
    """One list: its sentence at all times, its entries on request, each with the way to its evidence."""
    if not each.entries:
        st.markdown(f"✓ {plain(each.sentence)}" if not each.good else plain(each.sentence))
        return
    mark = "✓" if each.good else "▲"
    with st.expander(f"{mark} {plain(each.title)} ({len(each.entries)})"):
        st.markdown(f"**{plain(each.sentence)}**")
        for entry in each.entries[:MOST_LINKED]:
            show_linked(entry.place, entry.says)
        if len(each.entries) > MOST_LINKED:
            show_long(entries_table(each), alt=each.title)


def show_linked(place: Place, says: str) -> None:
    """One area or criterion, linked to its rows of evidence, with why it is listed."""
    name, said = st.columns([4, 8], gap="small", vertical_alignment="center")
    query = {AREA: place.area} if place.whole else {AREA: place.area, CRITERION: place.id}
    name.page_link(page_file("areas"), label=plain(place.name), query_params=query)
    said.markdown(f"{own_words(place)} {plain(says)}")


def own_words(place: Place) -> str:
    """Our grade with its mark and its row, as Markdown; empty where there is none."""
    claim = place.claim
    return f"We say {grade_mark(claim.grade)} {claim.grade} ({FILE}, line {claim.line})." if claim else ""


def entries_table(each: Noted) -> pd.DataFrame:
    """Every entry of a list as a row."""
    rows = [
        {
            "Criterion or area": entry.place.name,
            "Our grade": marked_claim(entry.place),
            "Why": entry.says,
            f"Line of {FILE}": str(entry.place.claim.line) if entry.place.claim else "",
        }
        for entry in each.entries
    ]
    return pd.DataFrame(rows)


def marked_claim(place: Place) -> str:
    """Our grade with its mark; that there is none."""
    return f"{grade_mark(place.claim.grade)} {place.claim.grade}" if place.claim else "none"


def marked_position(place: Place) -> str:
    """What the evidence indicates, with its mark."""
    return f"{grade_mark(place.now.grade)} {position_words(place.now)}"


def show_record(found: SelfView) -> None:
    """How our own grades have stood up to inspection."""
    st.header("Our grades, and what was judged afterwards", anchor=False)
    st.markdown(plain(found.record.sentence))
    rows = [
        {
            "Published": uk_date(each.judged.published),
            "Judgement area": each.area,
            "We had said": f"{grade_mark(each.claim.grade)} {each.claim.grade} ({uk_date(each.claim.day)})",
            "Judged": f"{grade_mark(each.judged.grade)} {each.judged.grade}",
            "Ours was": each.verdict.removeprefix("ours "),
            "Lines": f"{FILE} {each.claim.line}, judgements.csv {each.judged.line}",
        }
        for each in found.record.every
    ]
    if rows:
        show_long(pd.DataFrame(rows), alt="Judgements that came after a grade of ours, latest first")


def show_draft(view: View) -> None:
    """The self-evaluation as a Word file to go on with: made when asked for."""
    st.download_button(
        "Draft the self-evaluation (Word)",
        data=lambda: self_evaluation_document(view.workspace, view.as_at, view.framework.id),
        file_name=f"self-evaluation-{view.dataset}-{view.as_at.isoformat()}.docx",
        mime=DOCX,
        key="draft-self-evaluation",
        on_click="ignore",
    )
