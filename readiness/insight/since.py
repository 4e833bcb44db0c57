"""Since we last met: what moved between two days, in plain sentences, most important first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of what changed. `kind` is what it is about: safety, judgement, area, signal, stale, action.

    It may leave the screen: a count of 1 to 4 children or families is told as fewer than five. `page` and `parameters`
    lead to where its figures can be followed to their rows.
    """

    kind: str
    sentence: str
    page: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Since:
    """Everything that changed from one day to a later one: the headline, then each sentence, most important first."""

    first: date
    last: date
    headline: str
    said: tuple[Said, ...]


def since(workspace: Workspace, framework_id: str, first: date, last: date) -> Since:
    """What changed between two days, by the areas of a framework."""
    return Since(first, last, "", ())
