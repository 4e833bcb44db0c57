"""What a meeting shows, in which order: the screens of `meeting.yaml`, for every authority or for one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from readiness.config.fields import Flag, Model, Text

ScreenId = Literal[
    "headline",
    "areas",
    "since",
    "signals",
    "practice",
    "voice",
    "plan",
    "safety",
    "enquiry",
    "decisions",
]
SCREEN_IDS: tuple[ScreenId, ...] = get_args(ScreenId)
"""Every screen that there is, in the order that is shown where no file says otherwise."""


NAMES: Mapping[ScreenId, str] = MappingProxyType(
    {
        "headline": "Headline",
        "areas": "Judgement areas",
        "since": "Since we last met",
        "signals": "Signals",
        "practice": "Practice",
        "voice": "Voice",
        "plan": "Plan",
        "safety": "Risks and red lines",
        "enquiry": "Likely questions",
        "decisions": "Decisions",
    }
)
"""What each screen is called where the file gives it no title."""


class Screen(Model):
    """One screen of a meeting. `title` is how the order names it; the message's own finding always heads it.

    `show` is whether it is part of the meeting; `note` is the presenter's own, which no slide or briefing holds as text
    for readers.
    """

    id: ScreenId
    title: Text | None = None
    show: Flag = True
    note: Text | None = None

    @property
    def name(self) -> str:
        """What the order calls it."""
        return self.title or NAMES[self.id]


def _worth_meeting(screens: Sequence[Screen]) -> Sequence[Screen]:
    """Raises ValueError for a screen named twice, and where none is shown."""
    twice = sorted(name for name, times in Counter(each.id for each in screens).items() if times > 1)
    if twice:
        raise ValueError(f"each screen should be named once; twice: {', '.join(twice)}")
    if not any(each.show for each in screens):
        raise ValueError("at least one screen should be shown")
    return screens


class Meeting(Model):
    """What `meeting.yaml` says. `Meeting()` is what is shipped: every screen, in the order of `SCREEN_IDS`."""

    screens: Annotated[tuple[Screen, ...], AfterValidator(_worth_meeting)] = tuple(
        Screen(id=each) for each in SCREEN_IDS
    )

    @property
    def shown(self) -> tuple[Screen, ...]:
        """The screens that are part of the meeting, in order."""
        return tuple(each for each in self.screens if each.show)

    @property
    def every(self) -> tuple[Screen, ...]:
        """Every screen that there is: those of the file in their order, then those it leaves out, as not shown."""
        named = {each.id for each in self.screens}
        left_out = (Screen(id=each, show=False) for each in SCREEN_IDS if each not in named)
        return (*self.screens, *left_out)
