"""What waits for a decision, and what has been agreed on the day."""

from collections.abc import Sequence

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.decisions import Decision, decisions_of, decisions_sentence
from readiness.insight.waiting import waiting_headline, waiting_on
from readiness.story.message import Listing, Message
from readiness.story.scene import MOST_ROWS, Scene
from readiness.story.words import headed, pointed


def decisions_message(scene: Scene) -> Message:
    """What is on record as waiting, gravest first; then what was agreed on the day."""
    waiting = scene.workspace.once(waiting_on, scene.as_at, scene.framework_id)
    agreed = scene.workspace.once(decisions_of, scene.as_at)
    title, _ = headed(waiting_headline(waiting))
    return Message(
        id="decisions",
        title=title,
        points=pointed([each.sentence for each in waiting]) or (decisions_sentence(agreed, scene.as_at),),
        sources=scene.files("actions", "action_updates", "signals"),
        page="plan",
        listings=(_listing(agreed, scene),) if agreed else (),
    )


def _listing(agreed: Sequence[Decision], scene: Scene) -> Listing:
    """What was agreed on the day, the latest first."""
    rows = [
        {
            "Agreed": each.title,
            "About": each.subject,
            "Owner": (each.owner or "no owner named")
            if each.kind == "action"
            else "a decision, nobody to act",
            "Due": uk_date(each.due) if each.due else "",
        }
        for each in reversed(agreed[-MOST_ROWS:])
    ]
    return Listing(f"Agreed on {uk_date(scene.as_at)}", pd.DataFrame(rows))
