"""The questions an inspector would likely ask, and how well we could answer today."""

from collections.abc import Sequence

import pandas as pd

from readiness.insight.enquiry.facts import Enquiry
from readiness.insight.enquiry.words import answered_words, short_headline
from readiness.story.message import Listing, Message
from readiness.story.scene import MOST_ROWS, Scene, question_of
from readiness.story.words import MOST_TITLE, headed, pointed, shortened

MOST_ASKED, MOST_LISTED = 3, 5
"""Questions that are told as points, and in the table beside them."""
LONGEST_GAP = 110
"""Characters of what is missing that a cell has room for, cut between sentences."""


def enquiry_message(scene: Scene) -> Message:
    """How many questions the rules raise and what the gravest is about; then who answers, and what is missing."""
    found = scene.enquiries
    title, more = headed(short_headline(found, scene.config.enquiry.rules, MOST_TITLE))
    shown = found[:MOST_LISTED]
    none = "" if found else "The rules are in enquiry.yaml: they ask of missing evidence too."
    return Message(
        id="enquiry",
        title=title,
        points=pointed(more, [each.question for each in found[:MOST_ASKED]], answered_words(found), none),
        sources=scene.files("observations", "audits", "inspections", "feedback", "action_updates"),
        page="enquiry",
        listings=(_listing(shown, len(found)),) if found else (),
        questions=tuple(question_of(each) for each in found[:MOST_ROWS]),
    )


def _listing(shown: Sequence[Enquiry], every: int) -> Listing:
    """Who answers the gravest questions, and what is missing to answer them."""
    rows = [
        {
            "About": each.subject,
            "Who answers": each.owner,
            "What is missing": shortened(each.gap, LONGEST_GAP),
        }
        for each in shown
    ]
    of = f"The gravest {len(shown)} of {every}" if len(shown) < every else "Every question"
    return Listing(f"{of}, and what is missing to answer", pd.DataFrame(rows))
