"""The questions an inspector would likely ask, and how well we could answer today."""

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.indicator_words import counted
from readiness.story.message import Listing, Message
from readiness.story.scene import MOST_ROWS, Scene, question_of
from readiness.story.words import headed, pointed
from readiness.wording import upper_first

MOST_ASKED = 4


def enquiry_message(scene: Scene) -> Message:
    """How many questions the rules raise and what the first is about; then who answers, and what is missing."""
    found = scene.enquiries
    sources = scene.files("observations", "audits", "inspections", "feedback", "action_updates")
    if not found:
        title = f"No rule raises a question on {uk_date(scene.as_at)}."
        point = (
            "Rules are in enquiry.yaml; they ask of missing evidence too, so none means that none is asked."
        )
        return Message("enquiry", title, (point,), sources, "enquiry")
    number = upper_first(counted(len(found), "question"))
    verb = "is" if len(found) == 1 else "are"
    title, more = headed(f"{number} {verb} likely, first on: {found[0].subject}.")
    shown = found[:MOST_ROWS]
    rows = [{"About": each.subject, "Who answers": each.owner, "What is missing": each.gap} for each in shown]
    of = f"The first {len(shown)} of {len(found)}" if len(shown) < len(found) else "Every question"
    return Message(
        id="enquiry",
        title=title,
        points=pointed(more, [each.question for each in found[:MOST_ASKED]]),
        sources=sources,
        page="enquiry",
        listings=(Listing(f"{of}, gravest first", pd.DataFrame(rows)),),
        questions=tuple(question_of(each) for each in shown),
    )
