"""One message of a meeting: a screen, a slide, a passage of the briefing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from readiness.charts.figure import Chart


@dataclass(frozen=True)
class Listing:
    """A short table with the sentence that heads it. It may leave the screen: it holds no count of 1 to 4 children.

    Cells are text as people read them, or numbers; text comes from files and is shown as written.
    """

    title: str
    frame: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the message is likely to raise, and the best answer there is, in a sentence each."""

    asked: str
    answer: str


@dataclass(frozen=True)
class Message:
    """One message. `id` is its name in the story; `title` the finding in one sentence.

    `points` are the few sentences under it, most important first. Every word and figure may leave the screen: counts
    of 1 to 4 children or families are told as fewer than five, on the wall as in the files, so that both say the same.
    `sources` name the files (and where they say so, the publications) that it rests on. `page` and `parameters` lead to
    the page where each figure can be followed to its row; `parameters` are those of its URL beside the view's own.
    `note` is the presenter's own, from meeting.yaml: for the notes of a screen or a slide, never for readers.
    """

    id: str
    title: str
    points: tuple[str, ...]
    sources: tuple[str, ...]
    page: str
    chart: Chart | None = None
    listings: tuple[Listing, ...] = ()
    questions: tuple[Question, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
