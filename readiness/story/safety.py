"""Risks and red lines: is any child unsafe, unseen or unallocated today, and how do we know?"""

from collections.abc import Sequence

import pandas as pd

from readiness.insight.safety_counts import SafetyCount
from readiness.insight.safety_headline import state_words
from readiness.insight.safety_room import SafetyRoom, safety_room
from readiness.story.message import Listing, Message, Question
from readiness.story.scene import MOST_QUESTIONS, MOST_ROWS, Scene
from readiness.story.words import headed, pointed

MARKS = {"Crossed": "✖", "Not known": "?", "Not known lately": "?", "Known": "·", "Clear": "✓"}


def safety_message(scene: Scene) -> Message:
    """What is crossed and for how long, what is not known, serious events; nothing of it scored."""
    room = scene.workspace.once(safety_room, scene.as_at, scene.framework_id, True)
    title, more = headed(room.headline)
    return Message(
        id="safety",
        title=title,
        points=pointed(
            [_crossed(each) for each in room.held("Crossed")[:3]],
            more,
            [" ".join(state_words(room.counts, state)) for state in ("Not known", "Not known lately")],
            room.events.sentence,
        ),
        sources=scene.files("observations", "audits", "serious_events"),
        page="safety",
        listings=(_listing(room),) if room.counts else (),
        questions=_questions(scene, room),
    )


def _crossed(count: SafetyCount) -> str:
    """A crossed count: what was seen last, and for how long; one of audits says it by itself."""
    if count.indicator is None:
        return count.says
    return f"{count.title}: {count.says} {count.lasted}".strip()


def _listing(room: SafetyRoom) -> Listing:
    """The gravest counts: those crossed, then those not known, as many as a screen holds."""
    order: Sequence = ("Crossed", "Not known", "Not known lately", "Known", "Clear")
    every = [each for state in order for each in room.held(state)]
    shown = every[:MOST_ROWS]
    rows = [
        {
            "Safety count": each.title,
            "State": f"{MARKS[each.state]} {each.state}",
            "What was last seen": each.says,
            "Who acts": each.acts,
        }
        for each in shown
    ]
    return Listing(f"The gravest {len(shown)} of {len(every)} safety counts", pd.DataFrame(rows))


def _questions(scene: Scene, room: SafetyRoom) -> tuple[Question, ...]:
    own = [
        Question(f"{each.title}: when was it last checked, and who acts?", f"{each.checked}. {each.acts}.")
        for each in room.held("Crossed")
        if each.checked and each.acts
    ]
    return (*scene.asked("not made safe", "red line", "not known", most=3), *own)[:MOST_QUESTIONS]
