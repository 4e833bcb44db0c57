"""The whole story: the messages of a meeting in the order that its leaders have chosen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from readiness.config.models import Meeting
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
    """The order of the dataset's own meeting.yaml; where it has none, that of the configuration."""
    return workspace.once(_order)


def _told(workspace: Workspace, as_at: date, framework_id: str, since: date, screen: str) -> Message:
    return MESSAGES[screen](Scene(workspace, as_at, framework_id, since))


def _order(workspace: Workspace) -> Meeting:
    return own_meeting(workspace.dataset.folder) or workspace.config.meeting
