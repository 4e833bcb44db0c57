"""A pack of a meeting as a file: slides, a briefing or a workbook, all from the same messages."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from readiness.packs.closing import closing
from readiness.packs.imprint import Imprint, imprint
from readiness.problems import Problem, UserError
from readiness.story.message import Message
from readiness.story.story import story
from readiness.workspace import Workspace

Format = Literal["pptx", "docx", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
KINDS = {"pptx": "slides", "docx": "briefing", "xlsx": "workbook"}
"""What a pack of each format is, as its file name says."""


COUNTED = {"pptx": "slides", "docx": "messages", "xlsx": "sheets"}
"""What the parts of a pack of each format are."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A file in the making: its bytes, and how many slides, messages or sheets it holds."""

    content: bytes
    parts: int


def pack_bytes(workspace: Workspace, as_at: date, framework_id: str, since: date, format: Format) -> bytes:
    """The pack of a day as a file. `since` is the day that the meeting compares with.

    Raises UserError where the template of the settings, or the dataset's own meeting.yaml, can't be used.
    """
    return pack(workspace, as_at, framework_id, since, format).content


def pack(workspace: Workspace, as_at: date, framework_id: str, since: date, format: Format) -> Pack:
    """As pack_bytes, with what it holds. Writers are imported here, where one is used: they take time to load."""
    about = imprint(workspace, as_at, framework_id)
    messages = messages_of(workspace, as_at, framework_id, since, about)
    branding = workspace.config.settings.branding
    if format == "pptx":
        from readiness.packs.slides import Look, slides_bytes

        return Pack(
            *slides_bytes(messages, about, Look(branding.accent, template(workspace), branding.title, since))
        )
    if format == "docx":
        from readiness.packs.briefing import briefing_bytes

        return Pack(briefing_bytes(messages, about, branding.title, since), len(messages))
    from readiness.packs.workbook import workbook_bytes

    return Pack(*workbook_bytes(workspace, messages, about, framework_id))


def messages_of(
    workspace: Workspace, as_at: date, framework_id: str, since: date, about: Imprint
) -> tuple[Message, ...]:
    """The messages of the story, and last how far they can be trusted."""
    return (*story(workspace, as_at, framework_id, since), workspace.once(closing, about))


def template(workspace: Workspace) -> Path | None:
    """Where the authority's own PowerPoint file lies; None where the settings name none.

    It lies with the configuration, so that what was kept of a meeting has the template that it was presented on.
    """
    named = workspace.config.settings.pack.template
    return workspace.config.folder / named if named else None


def template_problems(workspace: Workspace) -> tuple[Problem, ...]:
    """What is wrong with the template that the settings name; nothing where slides can be made."""
    path = template(workspace)
    if path is None:
        return ()
    from readiness.packs.slide_template import design_of

    try:
        design_of(path)
    except UserError as error:
        return error.problems
    return ()


def file_name(workspace: Workspace, as_at: date, format: Format) -> str:
    """What a pack is called when it is kept: `readiness-slides-northmere-2026-11-06.pptx`."""
    dataset = re.sub(r"[^a-z0-9]+", "-", workspace.dataset.folder.name.lower()).strip("-") or "dataset"
    return f"readiness-{KINDS[format]}-{dataset}-{as_at.isoformat()}.{format}"
