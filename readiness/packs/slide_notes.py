"""What a presenter finds in the notes: what did not fit, the likely questions with answers, and where figures stand."""

from collections.abc import Iterable, Sequence

from readiness.story.message import Message


def notes_of(message: Message, left: Sequence[str]) -> list[str]:
    """The notes of a message's slide, a paragraph each; `left` is what had no room on it."""
    return [*_own(message), *_more(left), *_how_to_read(message), *_questions(message), *_sources(message)]


def _own(message: Message) -> Iterable[str]:
    """The presenter's own note, from meeting.yaml."""
    return [message.note] if message.note else []


def _more(left: Sequence[str]) -> Iterable[str]:
    return ["No room for this on the slide:", *left] if left else []


def _how_to_read(message: Message) -> Iterable[str]:
    return [f"How to read the chart: {message.chart.how_to_read}"] if message.chart else []


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
    return page.replace("_", " ").capitalize()
