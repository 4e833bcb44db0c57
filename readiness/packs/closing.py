"""The last message of every pack: how its figures were worked out, and how far they can be trusted."""

from readiness.dates import uk_date
from readiness.insight.tables import data_sentences
from readiness.method.sections import IN_ONE_SENTENCE, THEN
from readiness.method.trust_words import NOT_A_PREDICTION
from readiness.packs.imprint import Imprint
from readiness.story.message import Message, Question
from readiness.workspace import Workspace

CLOSING = "trust"
ROWS_AND_PROBLEMS = 2
"""Of what the Data page says first: how fresh evidence is depends on the day, so it is left to the message of that."""
TITLE = "How this was worked out, and how far it can be trusted"
COVERAGE = (
    "Where less than a quarter of the expected evidence is held, no number and no grade is given: the pack says what "
    "evidence is missing instead."
)
SMALL = "Counts of one to four children or families are told as fewer than five; what gives them away is left out."
ANY_ROW = Question(
    "How do we know that a figure is right?",
    "Every score can be followed on the dashboard to the rows of the files behind it; the workbook of this pack lists "
    "them with file and line.",
)
WEIGHTS = Question(
    "Who chose the weights?",
    "They are working assumptions, open to challenge: written down in the configuration, the same for every area, and "
    "not fitted to inspection results.",
)


def closing(workspace: Workspace, about: Imprint) -> Message:
    """What the pack says of itself, in the words of the Method page, with what was read for it."""
    read = " ".join(
        data_sentences(workspace.dataset, workspace.last_evidence, about.as_at)[:ROWS_AND_PROBLEMS]
    )
    points = (
        unmarked(NOT_A_PREDICTION),
        f"{IN_ONE_SENTENCE} {THEN}",
        COVERAGE,
        f"{about.dataset}, set against {about.framework}. {read} What was known by {uk_date(about.as_at)} counts.",
        SMALL,
    )
    return Message(CLOSING, TITLE, points, (), "method", questions=(ANY_ROW, WEIGHTS))


def unmarked(words: str) -> str:
    """Our own Markdown without its stars."""
    return words.replace("**", "")
