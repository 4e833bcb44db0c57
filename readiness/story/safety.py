"""Risks and red lines: is any child unsafe, unseen or unallocated today, and how do we know?"""

import pandas as pd

from readiness.insight.safety.counts import NOBODY_ACTS, SafetyCount, State
from readiness.insight.safety.headline import counts_stand
from readiness.insight.safety.room import SafetyRoom, safety_room
from readiness.insight.since.said import named
from readiness.story.message import Listing, Message, Question
from readiness.story.scene import MOST_QUESTIONS, Scene
from readiness.story.words import headed, pointed

MOST_CROSSED, MOST_LISTED = 3, 6
"""Counts that are told as points, and in the table beside them."""
UNKNOWN: tuple[State, ...] = ("Not known", "Not known lately")
MARKS = {"Crossed": "✖", "Not known": "?", "Not known lately": "?", "Known": "·", "Clear": "✓"}


def safety_message(scene: Scene) -> Message:
    """What is crossed and for how long, what is not known, serious events; nothing of it scored.

    Children not made safe head the meeting: here the title says how the counts stand, and they are the first point.
    """
    room = scene.workspace.once(safety_room, scene.as_at, scene.framework_id, True)
    title, more = (counts_stand(room.counts), ()) if room.unsafe.open else headed(room.headline)
    return Message(
        id="safety",
        title=title,
        points=pointed(
            room.unsafe.sentence if room.unsafe.open else "",
            [_crossed(each) for each in room.held("Crossed") if each.indicator][:MOST_CROSSED],
            [each for each in more if not each.startswith("Among them ")],
            [_unknown(room, state) for state in UNKNOWN],
            room.events.sentence,
        ),
        sources=scene.files("observations", "audits", "serious_events"),
        page="safety",
        listings=(_listing(room),) if room.counts else (),
        questions=_questions(scene, room),
    )


def _crossed(count: SafetyCount) -> str:
    """A crossed count: what was seen last, and for how long."""
    return f"{count.title}: {count.says} {count.lasted}".strip()


def _unknown(room: SafetyRoom, state: State) -> str:
    """Which counts are in a state that is not clear, the first by name."""
    titles = [each.title for each in room.held(state)]
    return f"{state}: {named(titles)}." if titles else ""


def _listing(room: SafetyRoom) -> Listing:
    """The gravest counts: those crossed, then those not known, as many as a screen holds."""
    every = [each for state in ("Crossed", *UNKNOWN, "Known", "Clear") for each in room.held(state)]
    shown = every[:MOST_LISTED]
    rows = [
        {
            "Safety count": each.title,
            "State": f"{MARKS[each.state]} {each.state}",
            "Last seen": "never" if each.state == "Not known" else each.says.split("; ")[0],
            "Who acts": "nobody on record" if each.acts in ("", NOBODY_ACTS) else each.acts,
        }
        for each in shown
    ]
    told = f"The gravest {len(shown)} of {len(every)} safety counts"
    return Listing(told if len(shown) < len(every) else "Every safety count", pd.DataFrame(rows))


def _questions(scene: Scene, room: SafetyRoom) -> tuple[Question, ...]:
    own = [
        Question(f"{each.title}: when was it last checked, and who acts?", f"{each.checked}. {each.acts}.")
        for each in room.held("Crossed")
        if each.checked and each.acts
    ]
    return (*scene.asked("not made safe", "red line", "not known", most=3), *own)[:MOST_QUESTIONS]
