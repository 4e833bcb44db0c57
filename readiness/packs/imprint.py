"""What every slide and page of a file says of itself: its marking, whose evidence, as at when, and what it is not."""

from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.wording import local_judgement, upper_first
from readiness.workspace import Workspace

INVENTED = "Synthetic data: every figure is invented"


@dataclass(frozen=True, slots=True)
class Imprint:
    """`marking` is the protective marking of the settings; `kind` the dataset's: published, synthetic or live.

    `framework` is the title of the framework, `inspectorate` who inspects by it.
    """

    marking: str
    authority: str
    dataset: str
    kind: str
    as_at: date
    framework: str
    inspectorate: str

    @property
    def warning(self) -> str:
        """What an invented dataset must say on every slide and page; empty for others."""
        return INVENTED if self.kind == "synthetic" else ""

    @property
    def local(self) -> str:
        """What the figures are, and whose they are not, as a sentence begins."""
        return upper_first(local_judgement(self.inspectorate))

    @property
    def footer(self) -> str:
        """The one line at the foot of every slide and page."""
        parts = (self.marking, self.warning, self.dataset, f"as at {uk_date(self.as_at)}", self.local)
        return " · ".join(part for part in parts if part)


def imprint(workspace: Workspace, as_at: date, framework_id: str) -> Imprint:
    """What a file about this dataset, day and framework says of itself."""
    branding, description = workspace.config.settings.branding, workspace.dataset.description
    framework = workspace.config.frameworks[framework_id]
    return Imprint(
        marking=branding.marking,
        authority=branding.authority or description.authority.name,
        dataset=description.title,
        kind=description.kind,
        as_at=as_at,
        framework=framework.title,
        inspectorate=framework.inspectorate,
    )
