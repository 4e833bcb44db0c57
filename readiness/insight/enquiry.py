"""What an inspector would likely ask, and the best evidence there is to answer with."""

from dataclasses import dataclass
from datetime import date

from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One likely question. `rule` is the id of the rule in enquiry.yaml that raised it; `subject` what it is about.

    `area` is the id of the judgement area; `criterion` of the criterion, empty where it is about the whole area. `why`
    is what raised it, `evidence` the best evidence held, `owner` a role, `gap` what is missing to answer it; each is a
    sentence and may be read out: a count of 1 to 4 children or families is told as fewer than five.
    """

    rule: str
    area: str
    criterion: str
    subject: str
    question: str
    why: str
    evidence: str
    owner: str
    gap: str


def enquiries(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Enquiry, ...]:
    """Every question that the rules raise on a day, gravest first."""
    return ()
