"""An authority's own order of a meeting: `meeting.yaml` in its dataset folder, read and written whole."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from readiness.config.meeting import Meeting, Screen
from readiness.config.messages import problems_with
from readiness.config.yaml_source import read_yaml
from readiness.evidence.write import replace_file
from readiness.problems import Code, UserError

FILE = "meeting.yaml"
HEAD = "# This authority's own order of a meeting, saved by the Meeting page. docs/config.md explains every key.\n"


def own_meeting(folder: Path) -> Meeting | None:
    """What the dataset's own file says; None where there is none. Raises UserError with every problem in it."""
    if not (folder / FILE).exists():
        return None
    source = read_yaml(folder / FILE, FILE)
    if source.data is None and not source.problems:
        source.add(Code.YAML_SYNTAX, "the file is empty; take it away, or name screens in it", 1)
    if source.problems:
        raise UserError(source.problems)
    try:
        return Meeting.model_validate(source.data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise UserError(problems_with(error, Meeting, source)) from error


def save_meeting(folder: Path, meeting: Meeting) -> None:
    """Put an order in place of the dataset's own, whole or not at all.

    Raises OSError, with the old file untouched, where it can't be written.
    """
    screens = [_entry(each) for each in meeting.screens]
    written = yaml.safe_dump({"screens": screens}, sort_keys=False, allow_unicode=True, width=100)
    replace_file(folder / FILE, f"{HEAD}{written}".encode())


def _entry(screen: Screen) -> dict[str, str | bool]:
    """A screen as the file holds it: what is as it would be anyway is left out."""
    entry: dict[str, str | bool] = {"id": screen.id}
    if screen.title:
        entry["title"] = screen.title
    if not screen.show:
        entry["show"] = False
    if screen.note:
        entry["note"] = screen.note
    return entry
