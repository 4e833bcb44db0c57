"""The whole story: the messages of a meeting in the order that its leaders have chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from readiness.config.models import Meeting, Screen
from readiness.evidence.meeting_order import own_meeting
from readiness.story.areas import areas_message
from readiness.story.decisions import decisions_message
from readiness.story.enquiry import enquiry_message
from readiness.story.headline import headline_message
from readiness.story.message import Message
from readiness.story.plan import plan_message
from readiness.story.practice import practice_message
from readiness.story.safety import safety_message
from readiness.story.scene import Scene
from readiness.story.signals import signals_message
from readiness.story.since import since_message
from readiness.story.voice import voice_message
from readiness.wording import listed, lower_first, upper_first
from readiness.workspace import Workspace

MESSAGES: Mapping[str, Callable[[Scene], Message]] = {
    "headline": headline_message,
    "areas": areas_message,
    "since": since_message,
    "signals": signals_message,
    "practice": practice_message,
    "voice": voice_message,
    "plan": plan_message,
    "safety": safety_message,
    "enquiry": enquiry_message,
    "decisions": decisions_message,
}
"""What tells each screen."""

RESTS_ON: Mapping[str, str] = {"practice": "practice", "voice": "voice"}
"""The kind of evidence without which a screen has nothing to say."""


def story(workspace: Workspace, as_at: date, framework_id: str, since: date) -> tuple[Message, ...]:
    """Every message that is shown, in order; never empty. `since` is the day that the meeting compares with.

    Raises UserError where the dataset's own meeting.yaml can't be used.
    """
    return tuple(
        message_of(workspace, as_at, framework_id, since, screen.id) for screen in order(workspace).shown
    )


def message_of(workspace: Workspace, as_at: date, framework_id: str, since: date, screen: str) -> Message:
    """One message by the id of its screen, worked out once, with the presenter's own note."""
    note = next((each.note for each in order(workspace).every if each.id == screen), None)
    return replace(workspace.once(_told, as_at, framework_id, since, screen), note=note or "")


def order(workspace: Workspace) -> Meeting:
    """The order of the dataset's own meeting.yaml, taken as it is; where it has none, that of the configuration.

    That one is for every dataset: of it a screen is left out whose evidence this dataset says that it can't hold.
    """
    return workspace.once(_order)


def left_out_words(workspace: Workspace) -> str:
    """Which screens are left out since the dataset can't hold what they rest on; empty where none is."""
    if own_meeting(workspace.dataset.folder):
        return ""
    out = [each for each in workspace.config.meeting.shown if each not in order(workspace).shown]
    if not out:
        return ""
    names = upper_first(listed([lower_first(each.name) for each in out]))
    is_left, them = ("is", "it") if len(out) == 1 else ("are", "them")
    return (
        f"{names} {is_left} left out: dataset.yaml says under strands that this dataset can't hold such evidence. "
        f"An order of your own can show {them}."
    )


def _told(workspace: Workspace, as_at: date, framework_id: str, since: date, screen: str) -> Message:
    return MESSAGES[screen](Scene(workspace, as_at, framework_id, since))


def _order(workspace: Workspace) -> Meeting:
    own = own_meeting(workspace.dataset.folder)
    return own or _worth_showing(workspace.config.meeting, workspace.dataset.description.strands)


def _worth_showing(meeting: Meeting, held: Sequence[str]) -> Meeting:
    """The screens with those not shown that rest on evidence not held; all as they are where none would be left."""
    screens = tuple(each if _rests_on_held(each, held) else _hidden(each) for each in meeting.screens)
    return Meeting(screens=screens) if any(each.show for each in screens) else meeting


def _rests_on_held(screen: Screen, held: Sequence[str]) -> bool:
    return RESTS_ON.get(screen.id) in (None, *held)


def _hidden(screen: Screen) -> Screen:
    return screen.model_copy(update={"show": False})
