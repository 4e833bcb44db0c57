"""What waits for a decision, and what has been set on the day."""

from collections.abc import Sequence

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.indicator_words import counted
from readiness.insight.plan import plan_on
from readiness.insight.plan_actions import Action
from readiness.insight.plan_groups import owner
from readiness.insight.waiting import waiting_headline, waiting_on
from readiness.story.message import Listing, Message
from readiness.story.scene import MOST_ROWS, Scene
from readiness.story.words import headed, pointed
from readiness.wording import upper_first


def decisions_message(scene: Scene) -> Message:
    """What is on record as waiting, gravest first; then the actions that were set on the day."""
    waiting = scene.workspace.once(waiting_on, scene.as_at, scene.framework_id)
    title, _ = headed(waiting_headline(waiting))
    today = _set_on_the_day(scene)
    return Message(
        id="decisions",
        title=title,
        points=pointed([each.sentence for each in waiting], _today_words(scene, today)),
        sources=scene.files("actions", "action_updates", "signals"),
        page="plan",
        listings=(_listing(scene, today),) if today else (),
    )


def _set_on_the_day(scene: Scene) -> tuple[Action, ...]:
    found = scene.workspace.once(plan_on, scene.as_at, scene.framework_id)
    return tuple(each for each in found.actions if each.created == scene.as_at) if found else ()


def _today_words(scene: Scene, today: Sequence[Action]) -> str:
    day = uk_date(scene.as_at)
    if not today:
        return f"No action is on record as set on {day}."
    return (
        f"{upper_first(counted(len(today), 'action'))} {'was' if len(today) == 1 else 'were'} set on {day}."
    )


def _listing(scene: Scene, today: Sequence[Action]) -> Listing:
    rows = [
        {
            "Action": each.title,
            "Owner": owner(each),
            "Due": uk_date(each.due) if each.due else "no date set",
        }
        for each in today[-MOST_ROWS:]
    ]
    return Listing(f"Set on {uk_date(scene.as_at)}", pd.DataFrame(rows))
