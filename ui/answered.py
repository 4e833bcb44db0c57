"""You said, we did: each action that answers what people said, with what was said and whether it helped."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from readiness.dates import uk_date
from readiness.insight.voice.answered import (
    Answered,
    answered_sentence,
    helped_words,
    status_words,
)
from readiness.insight.voice.rows import FILE, Voice, answer_words, voice_words
from ui.parts import plain, show_empty, show_long

SHOWN = 3
NOT_WRITTEN = (
    "What was said is the nearest on record: feedback on the same criterion in the year before. No file says which "
    "voice an action answers."
)
NOTHING_SAID = "Nothing on this criterion stands in feedback.csv for the year before."


def show_answered(actions: Sequence[Answered]) -> None:
    """A few as cards, those with what was said first, and of these what is overdue; all of them as a table."""
    st.header("You said, we did", anchor=False)
    if not actions:
        show_empty(
            answered_sentence(actions),
            "actions.csv",
            "rows whose source names the complaints or the feedback they answer, such as Complaints 2024/25",
        )
        return
    st.markdown(f"{plain(answered_sentence(actions))} {NOT_WRITTEN}")
    with st.grid("auto", min_column_width=320, border=True, key="answered") as grid:
        for each in sorted(actions, key=lambda one: not one.said)[:SHOWN]:
            with grid.cell():
                show_one(each)
    if len(actions) > SHOWN:
        with st.expander(f"All of them ({len(actions)})"):
            show_long(pd.DataFrame([_row(each) for each in actions]), "Actions that answer what people said")


def show_one(each: Answered) -> None:
    """One action: said, done, how it stands, whether it helped, and where all that stands."""
    said = "  \n".join(said_line(voice) for voice in each.said) or NOTHING_SAID
    st.markdown(f"**You said**  \n{said}")
    why = f"  \nWhy: {plain(each.rationale)}" if each.rationale else ""
    st.markdown(f"**We did**  \n{plain(each.title)}{why}")
    st.markdown(f"**How it stands:** {plain(status_words(each))}")
    st.markdown(f"**Did it help?** {plain(helped_words(each))}")
    st.caption(plain(where_words(each)))


def said_line(voice: Voice) -> str:
    """What one row says, as Markdown."""
    words = answer_words(voice) if voice.counted else voice_words(voice)
    about = f"{voice.theme}: {words}" if voice.counted and voice.theme else words
    return f"{plain(about)} ({plain(voice.who)}, {plain(voice.kind)}, {uk_date(voice.day)})"


def where_words(each: Answered) -> str:
    """Who owns an action, and the lines on which all this stands."""
    owner = f"{each.owner}. " if each.owner else "No owner is named. "
    lines = [f"actions.csv, line {each.line} (its {each.named_in} names complaints or feedback)"]
    lines += [f"action_updates.csv, line {each.update.line}"] if each.update else []
    lines += [f"{FILE}, line {voice.line}" for voice in each.said]
    return f"{each.action}. {owner}Set {uk_date(each.created)}. {'; '.join(lines)}"


def _row(each: Answered) -> dict[str, str]:
    said = "; ".join(
        f"{voice.theme}: {answer_words(voice, protected=True)}" if voice.counted else voice_words(voice)
        for voice in each.said
    )
    return {
        "You said": said or "nothing on record",
        "We did": each.title,
        "Set": uk_date(each.created),
        "How it stands": status_words(each),
        "Did it help?": helped_words(each),
        "Comes from": each.source,
        "File and line": f"actions.csv, line {each.line}",
    }
