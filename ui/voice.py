"""The Voice page's parts on what is heard: from whom, who is missing, on what, and the rows behind."""

from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.voice_answers import Words, answers_chart
from readiness.charts.voice_courses import courses_chart
from readiness.dates import uk_date
from readiness.evidence.tables import TABLES
from readiness.insight.indicators.facts import missing_words
from readiness.insight.voice.facts import VoiceFact, newest_voices, voice_on
from readiness.insight.voice.heard import Heard
from readiness.insight.voice.missing import Reach, areas_sentence, people_sentence
from readiness.insight.voice.rows import FILE, WHO, Voice, answer_words, voice_words
from readiness.insight.voice.sentences import (
    answers_words,
    heard_sentence,
    overall_sentence,
    questions_sentence,
    told_words,
)
from readiness.story.charts import answers_subtitle, groups_chart, source_of
from readiness.wording import listed, upper_first
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_long, show_table
from ui.state import INDICATOR, View, choose_tab, page_file

ANSWERS = "answers"
MOST_QUESTIONS = 40
"""Questions drawn; the others stand with their criterion and among the rows behind."""
NEWEST = 4
"""Voices shown on the page; the rest stand among the rows behind it."""


def show_heard(view: View, found: VoiceFact) -> None:
    """How much was heard; the counted answers, one chart at a time; and every group in words."""
    st.header("What we hear, and from whom", anchor=False)
    if not found.voices:
        show_nothing_heard(view)
        return
    st.markdown(plain(overall_sentence(found.groups, found.year, current=found.current)))
    groups = "\n".join(f"- {plain(heard_sentence(each))}" for each in found.groups)
    if not show_answers(view, found):
        st.markdown(groups)
        return
    with st.expander(f"Each group in words ({len(found.groups)})"):
        st.markdown(groups)


def show_answers(view: View, found: VoiceFact) -> bool:
    """The counted answers by group, by question or over time; gives whether there are any."""
    held = {
        "by-group": ("By group", groups_chart, any(each.answers for each in found.groups)),
        "by-question": ("By question", questions_chart, bool(found.questions)),
        "over-time": ("Over time", time_chart, found.courses is not None),
    }
    shown = {name: label for name, (label, _, there) in held.items() if there}
    if not shown:
        return False
    chosen, tab = choose_tab(shown, ANSWERS)
    with tab:
        if chart := view.workspace.once(held[chosen][1], view.as_at, view.framework.id):
            show(chart)
    return True


def show_nothing_heard(view: View) -> None:
    """The state without feedback: which file, which columns, and why there may be none."""
    columns = listed([f"`{name}`" for name in TABLES["feedback"].required]).replace("`", "")
    show_empty(
        "Nothing that anybody said is on record by this day.",
        FILE,
        f"a row for each survey question, consultation, focus group, complaint or compliment, with {columns}, "
        "and sentiment, or positive and responses",
    )
    if "voice" not in view.workspace.dataset.description.strands:
        st.markdown("The dataset says that it can't hold this kind of evidence, so no score expects it.")


def questions_chart(workspace: Workspace, as_at: date, framework_id: str) -> Chart:
    """Counted answers by question, lowest share first."""
    found = workspace.once(voice_on, as_at, framework_id)
    shown = found.questions[:MOST_QUESTIONS]
    all_shown = len(shown) == len(found.questions)
    which = "Lowest share first" if all_shown else f"The {len(shown)} lowest of {len(found.questions)} shares"
    words = Words(
        title=questions_sentence(found.questions) or "Positive answers by question",
        subtitle=answers_subtitle(workspace, found),
        reading=f"{which}. Where intervals overlap, the order may be chance.",
        first="Question",
        file_name=f"voice-by-question-{as_at.isoformat()}",
    )
    return answers_chart(shown, words)


def time_chart(workspace: Workspace, as_at: date, framework_id: str) -> Chart:
    """Counted answers of each group over time."""
    found = workspace.once(voice_on, as_at, framework_id)
    assert found.courses is not None
    return courses_chart(found.courses, source_of(workspace), as_at.isoformat())


def show_missing(found: Reach) -> None:
    """Who, and what area, was not heard in a year; and who spoke about what."""
    st.header("Who is missing", anchor=False)
    (st.warning if found.people else st.markdown)(plain(people_sentence(found)))
    if len(found.people) == len(WHO):
        return
    (st.warning if found.areas else st.markdown)(plain(areas_sentence(found)))
    rows = [
        {"Judgement area": each.area} | {who.capitalize(): str(each.rows.get(who, "none")) for who in WHO}
        for each in found.table
    ]
    with st.expander("Who spoke about what: rows by judgement area in the 12 months"):
        show_table(pd.DataFrame(rows), alt="Rows of feedback by judgement area and who spoke")


def show_words(found: VoiceFact) -> None:
    """What was said in words: the newest as it was said, then all of it by theme and by criterion."""
    newest = newest_voices(found, NEWEST)
    if newest:
        st.header("In their own words, newest first", anchor=False)
        st.markdown("\n".join(f"- {_said(voice)}" for voice in newest))
    if found.themes:
        with st.expander(f"Said in words, by theme ({len(found.themes)})"):
            st.markdown("Complaints and what was negative come first.")
            rows = [_theme_row(each) for each in found.themes]
            show_table(pd.DataFrame(rows), alt="Themes of what was said in words")
    if found.criteria:
        with st.expander(f"Everything heard, by criterion ({len(found.criteria)})"):
            rows = pd.DataFrame([_criterion_row(each) for each in found.criteria])
            show_table(rows.loc[:, (rows != "").any()], alt="Feedback by criterion")


def _said(voice: Voice) -> str:
    how = f"{plain(voice.kind)}, {uk_date(voice.day)} ({plain(answer_words(voice))})"
    return (
        f"**{plain(upper_first(voice.who))}**, {how}: {plain(voice_words(voice))}. {FILE}, line {voice.line}"
    )


def _theme_row(heard: Heard) -> dict[str, str]:
    said = {"Said in words": told_words(heard.told), "By": heard.who}
    return {"Theme": heard.name} | said


def _criterion_row(heard: Heard) -> dict[str, str]:
    return {
        "Criterion": heard.name,
        "By": heard.who,
        "Answers counted, with 95% interval": answers_words(heard.answers) if heard.answers else "",
        "Said in words": told_words(heard.told),
        "Newest": uk_date(heard.newest),
    }


def show_indicators(found: VoiceFact) -> None:
    """The indicators that measure how people are heard, each with a link to its chart."""
    st.header("Indicators of voice", anchor=False)
    for fact in found.indicators:
        with st.container(gap="xsmall", key=f"voice-{fact.indicator.id}"):
            st.markdown(plain(fact.sentence))
            st.page_link(
                page_file("indicators"),
                label=f"Its chart: {plain(fact.indicator.title)}",
                query_params={INDICATOR: fact.indicator.id},
            )
    if found.missing:
        named = listed([each.title for each in found.missing])
        show_empty(f"Without a figure: {named}.", "observations.csv", missing_words(found.missing[0]))


def show_voices(found: VoiceFact) -> None:
    """Every row of feedback known by the day, newest first. The frame can be saved, so it has no small counts."""
    if not found.voices:
        return
    with st.expander(f"The rows of {FILE} behind this ({len(found.voices)})"):
        table = [
            {
                "Date": uk_date(voice.day),
                "Who": voice.who,
                "How": voice.kind,
                "Theme": voice.theme,
                "What was said": "" if voice.counted else voice_words(voice),
                "How it came out": answer_words(voice, protected=True),
                "File and line": f"{FILE}, line {voice.line}",
                "Source": voice.source,
            }
            for voice in found.voices
        ]
        show_long(pd.DataFrame(table), "The rows of feedback, newest first")
