"""How fast packs are made and frozen, and how large they are: slides, briefing and workbook of the shipped datasets.

Seconds depend on the machine, so each is also given as a ratio to reading the same dataset. Run it on a machine with
nothing else to do: `make bench`.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from timing import seconds  # noqa: E402

from readiness.config.load import load_config  # noqa: E402
from readiness.dates import months_before  # noqa: E402
from readiness.packs.pack import FORMATS, Format, pack  # noqa: E402
from readiness.snapshots.freeze import Presented, freeze  # noqa: E402
from readiness.story.story import story  # noqa: E402
from readiness.workspace import Workspace, open_workspace  # noqa: E402

TIMES = 5
DATASETS = ("northmere", "wokingham", "reading")
DAY = date(2026, 11, 30)


def main() -> None:
    """Measure each dataset, print."""
    print(f"the configuration alone: {_median(_configured):.3f} s")
    for name in DATASETS:
        reading = _median(lambda name=name: _opened(name))
        print(f"{name}: reading and checking {reading:.2f} s = 1.0")
        _print(
            "the story, first told",
            median(seconds(partial(_told, _opened(name))) for _ in range(TIMES)),
            reading,
        )
        workspace = _opened(name)
        _told(workspace)
        for kind in FORMATS:
            made = _made(workspace, kind)
            size = f"{made.parts} parts, {len(made.content) / 1024:.0f} kB"
            _print(f"{kind} ({size}), once told", _median(partial(_made, workspace, kind)), reading)
        _print("freezing what was presented", _median(partial(_frozen, workspace)), reading)
        _print("the command pack, slides, from start to file", _median(partial(_command, name)), reading)


def _opened(name: str) -> Workspace:
    return open_workspace(ROOT / "config", ROOT / "data" / name)


def _asked(workspace: Workspace) -> tuple[date, str, date]:
    as_at = workspace.default_as_at(DAY)
    return as_at, workspace.framework(as_at).id, months_before(as_at, 3)


def _told(workspace: Workspace) -> object:
    return story(workspace, *_asked(workspace))


def _made(workspace: Workspace, kind: Format):  # noqa: ANN202
    as_at, framework, since = _asked(workspace)
    return pack(workspace, as_at, framework, since, kind)


def _frozen(workspace: Workspace) -> None:
    as_at, framework, _ = _asked(workspace)
    with TemporaryDirectory() as shelf:
        presented = Presented("meeting", "Improvement board", as_at, framework)
        freeze(workspace, presented, ROOT / "data" / "national", Path(shelf))


def _configured() -> object:
    return load_config(ROOT / "config", environment={})


def _command(name: str) -> None:
    with TemporaryDirectory() as folder:
        out = str(Path(folder) / "pack.pptx")
        given = ["--data", str(ROOT / "data" / name), "--format", "pptx", "--out", out]
        command = [sys.executable, "-m", "readiness", "pack", *given]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)


def _median(measure: Callable[[], object]) -> float:
    return median(seconds(measure) for _ in range(TIMES))


def _print(what: str, seconds: float, yardstick: float) -> None:
    print(f"  {what}: {seconds:.2f} s = {seconds / yardstick:.1f}")


if __name__ == "__main__":
    main()
