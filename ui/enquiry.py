"""The Lines of enquiry page: which questions are shown, and each with its answer. Facts in, words out."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.config.models import EnquiryRule
from readiness.insight.enquiry.facts import Enquiry
from readiness.insight.enquiry.words import by_area, by_rule, rule_title
from readiness.wording import listed
from ui.parts import plain, show_table
from ui.state import AREA, View, choose, page_file

RULE, ANSWERS = "rule", "answers"
"""The URL parameters that narrow the questions to a rule, and say for which the answer is open."""
EVERY, GRAVEST, ALL = "", "gravest", "all"
OPEN = 5
"""Questions whose answer is open without asking."""
LINKS = {
    "areas": "The area and its rows",
    "indicators": "Its chart",
    "inspections": "What each report said",
    "plan": "The action and what moved",
    "practice": "Children found unsafe in audits",
    "safety": "The safety counts",
    "self-evaluation": "Our own grades beside the evidence",
}
"""What a link to each page is called."""


def choose_questions(view: View, found: Sequence[Enquiry]) -> tuple[tuple[Enquiry, ...], bool]:
    """The questions of the area and rule chosen, and whether every answer is open; all three stand in the URL."""
    rules = view.workspace.config.enquiry.rules
    labels = {each.id: each.label for each in view.framework.areas}
    area_counts, rule_counts = by_area(found, list(labels)), by_rule(found, rules)
    areas = {EVERY: f"All areas ({len(found)})"}
    areas |= {each: f"{labels[each]} ({number})" for each, number in area_counts.items()}
    raised = {EVERY: "All rules"}
    raised |= {each: f"{rule_title(each, rules)} ({number})" for each, number in rule_counts.items()}
    shown = {GRAVEST: f"For the {OPEN} gravest", ALL: "For every question, as for printing"}
    with st.container(horizontal=True):
        area = choose("Judgement area", list(areas), AREA, EVERY, areas.__getitem__, width=300)
        rule = choose("Raised by", list(raised), RULE, EVERY, raised.__getitem__, width=360)
        answers = choose("Answers shown", list(shown), ANSWERS, GRAVEST, shown.__getitem__, width=300)
    chosen = tuple(each for each in found if area in (EVERY, each.area) and (not rule or rule in each.rules))
    return chosen, answers == ALL


def show_questions(view: View, found: Sequence[Enquiry], numbers: Sequence[int], *, everything: bool) -> None:
    """The questions in order, each with the number it has among all: the first as cards, the others folded.

    With `everything` all are cards, with what else raises them: as they are to be printed.
    """
    for place, (each, number) in enumerate(zip(found, numbers, strict=True)):
        asked = f"{number}. {plain(each.question)}"
        if everything or place < OPEN:
            with st.container(border=True, key=f"enquiry-{number}"):
                st.header(asked, anchor=False)
                show_answer(view, each)
                show_rest(view, each, folded=not everything)
        else:
            with st.expander(f"**{asked}**"):
                show_answer(view, each)
                show_rest(view, each, folded=False)


def show_answer(view: View, each: Enquiry) -> None:
    """Why it is asked, the best evidence, the owner's role with the open action, and the gap."""
    labels = {area.id: area.label for area in view.framework.areas}
    st.caption(
        plain(f"{labels.get(each.area, '')} · {rule_title(each.rule, view.workspace.config.enquiry.rules)}")
    )
    st.markdown(f"**Why:** {plain(each.why)}")
    st.markdown(f"**Our best evidence:** {plain(each.evidence)}")
    action = f" · {plain(each.action)}" if each.action else ""
    st.markdown(f"**Whose it is to answer:** {plain(each.owner)}{action}")
    st.markdown(f"**The gap:** {plain(each.gap)}")


def show_rest(view: View, each: Enquiry, *, folded: bool) -> None:
    """What else was found on it, the rows that raised it, and where its figures can be followed."""
    with st.expander("What else raises it, and the rows") if folded else st.container():
        show_also(each, view.workspace.config.enquiry.rules)
        show_link(each)


def show_also(each: Enquiry, rules: Sequence[EnquiryRule]) -> None:
    """What other rules found on the same theme, and where the rows that raised the question stand."""
    others = listed([rule_title(name, rules) for name in each.rules[1:]])
    if others:
        st.markdown(f"**Also raised by:** {plain(others)}")
        for why in each.also:
            st.markdown(f"- {plain(why)}")
    if each.rows:
        st.caption(plain(f"Raised by: {'; '.join(row.words for row in each.rows)}"))
    elif not others:
        st.caption("No row raised it: it is asked because there is none.")


def show_link(each: Enquiry) -> None:
    """The page where its figures can be followed to their rows."""
    st.page_link(page_file(each.page), label=LINKS[each.page], query_params=dict(each.parameters))


def show_list(view: View, found: Sequence[Enquiry], numbers: Sequence[int]) -> None:
    """Every question in a table, to hand out."""
    rules = view.workspace.config.enquiry.rules
    rows = [
        {
            "Question": f"{number}. {each.question}",
            "Raised by": rule_title(each.rule, rules),
            "Whose it is": each.owner,
            "The gap": each.gap,
        }
        for number, each in zip(numbers, found, strict=True)
    ]
    with st.expander(f"All of them in a table ({len(rows)})"):
        show_table(pd.DataFrame(rows), alt="Likely questions, gravest first")
