"""Confirming or overriding the indicative grade of an area: a row of confirmations.csv, and never a changed one."""

from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.evidence.record import add_row
from readiness.problems import Code, Problem, UserError
from readiness.workspace import Workspace

FILE = "confirmations.csv"


@dataclass(frozen=True, slots=True)
class NewConfirmation:
    """What somebody says of an area's indicative grade: the grade confirmed, by which role, why, and any dissent."""

    confirmed: str
    by: str
    reason: str
    dissent: str = ""


def why_not_confirm(workspace: Workspace, as_at: date, framework_id: str, area_id: str, today: date) -> str:
    """Why an area's grade can't be confirmed on what is on screen, in a sentence; empty where it can.

    A row holds the day and no framework: so it is dated as what was looked at, by the framework of that day.
    """
    usual = workspace.framework(as_at)
    if usual.id != framework_id:
        return f"A grade is confirmed by the framework of the day. Choose {usual.title} in the bar to do so."
    if workspace.dataset.description.kind == "live" and as_at != today:
        return f"A grade is confirmed as it stands today. Choose {uk_date(today)} in the bar to do so."
    if workspace.score(as_at, framework_id).area(area_id).grade is None:
        return (
            "There is not enough evidence for an indicative grade, so there is nothing to confirm or override yet. "
            "Say what you hold of this area in the self-evaluation until there is."
        )
    return ""


def confirm(
    workspace: Workspace, as_at: date, framework_id: str, area_id: str, said: NewConfirmation, today: date
) -> int:
    """Write who confirmed or overrode an area's grade; returns the line in confirmations.csv. Earlier rows stay.

    The indicative grade is the method's of that day, never typed. Raises UserError, nothing written, where it can't be
    confirmed (`why_not_confirm`) or the row would not be used.
    """
    refusal = why_not_confirm(workspace, as_at, framework_id, area_id, today)
    if refusal:
        raise UserError([Problem(FILE, None, "indicative", None, refusal, Code.WRONG_VALUE)])
    row = {
        "date": as_at.isoformat(),
        "area": area_id,
        "indicative": workspace.score(as_at, framework_id).area(area_id).grade or "",
        "confirmed": said.confirmed,
        "by": said.by,
        "reason": said.reason,
        "dissent": said.dissent,
    }
    return add_row(workspace.dataset, workspace.config, "confirmations", row)
