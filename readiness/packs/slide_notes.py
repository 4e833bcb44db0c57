"""What a presenter finds in the notes: what did not fit, the likely questions with answers, and where figures stand."""

import re
from collections.abc import Iterable, Sequence

from readiness.charts.native import Plot
from readiness.story.message import Message

TITLES = {
    "": "Overview",
    "areas": "Judgement areas",
    "since": "Since we last met",
    "enquiry": "Lines of enquiry",
}
"""What the menu calls pages whose address says something else."""


def notes_of(message: Message, left: Sequence[str], plot: Plot | None) -> list[str]:
    """The notes of a message's slide, a paragraph each; `left` is what had no room on it, `plot` the chart drawn."""
    return [
        *_own(message),
        *_more(left),
        *_how_to_read(message, plot),
        *_questions(message),
        *_sources(message),
    ]


def _own(message: Message) -> Iterable[str]:
    """The presenter's own note, from meeting.yaml."""
    return [message.note] if message.note else []


def _more(left: Sequence[str]) -> Iterable[str]:
    return ["No room for this on the slide:", *left] if left else []


def _how_to_read(message: Message, plot: Plot | None) -> Iterable[str]:
    """Of the chart as it is drawn on the slide; nothing where a table stands in its place."""
    if not message.chart or not plot:
        return []
    return [f"How to read the chart: {plot.how_to_read or message.chart.how_to_read}"]


def _questions(message: Message) -> Iterable[str]:
    if not message.questions:
        return []
    told = [
        line for each in message.questions for line in (f"Question: {each.asked}", f"Answer: {each.answer}")
    ]
    return ["Likely questions", *told]


def _sources(message: Message) -> Iterable[str]:
    rests = [f"Sources: {'; '.join(message.sources)}"] if message.sources else []
    where = page_name(message.page)
    return [*rests, f"Every figure can be followed to its row on the dashboard's page {where}."]


def page_name(page: str) -> str:
    """What a page is called in a sentence: `What if`."""
    return TITLES.get(page) or re.sub("[-_]", " ", page).capitalize()
