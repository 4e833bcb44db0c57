"""A small installation of its own, to be frozen and then changed."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readiness.snapshots.changes import Changes, changes_since
from readiness.snapshots.freeze import Presented, freeze
from readiness.snapshots.snapshot import Kind, Snapshot
from readiness.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "examples" / "worked-example"
DAY = date(2025, 3, 31)
FRAMEWORK = next((EXAMPLE / "config" / "frameworks").glob("*.yaml")).stem


@dataclass(frozen=True)
class Installed:
    """The folders of an installation; its dataset is that of the worked example."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "config"

    @property
    def dataset(self) -> Path:
        return self.folder / "data" / "mine"

    @property
    def national(self) -> Path:
        return self.folder / "data" / "national"

    @property
    def snapshots(self) -> Path:
        return self.folder / "snapshots"

    def opened(self) -> Workspace:
        return open_workspace(self.config, self.dataset)

    def frozen(self, title: str = "Improvement board", kind: Kind = "meeting", day: date = DAY) -> Snapshot:
        presented = Presented(kind, title, day, FRAMEWORK, titles=("What we found",))
        return freeze(self.opened(), presented, self.national, self.snapshots)

    def changes(self, kept: Snapshot) -> Changes:
        return changes_since(kept, self.dataset, self.config, self.national)


def installed(folder: Path) -> Installed:
    """A fresh installation with a dataset, a configuration and a small national picture."""
    shutil.copytree(EXAMPLE / "config", folder / "config")
    shutil.copytree(EXAMPLE / "data", folder / "data" / "mine")
    (folder / "data" / "national").mkdir()
    (folder / "data" / "national" / "sources.csv").write_text("source,title\n", encoding="utf-8")
    return Installed(folder)
