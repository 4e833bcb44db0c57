"""How fast a large history is read, checked and scored, against how long pandas needs to read the files at all.

Everything is given as a ratio to `pandas.read_csv` of the same files with its defaults, because seconds
depend on the machine. Run it on a machine with nothing else to do: `make bench`.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from synthetic_history import AUDITS, INDICATORS, LAST_DAY, MONTHS, OBSERVATIONS, TEAMS, write_history

ROOT = Path(__file__).resolve().parents[1]
TIMES = 3

TIMER = "from time import perf_counter as now\nbegun = now()\n{work}\nprint(now() - begun)"
PANDAS = "[pandas.read_csv(f'{folder}/{{name}}.csv') for name in ('observations', 'audits')]"


def main() -> None:
    """Make the data, measure, print."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_history(folder)
        print(_machine())
        print(
            f"{OBSERVATIONS:,} observations ({INDICATORS} indicators, {MONTHS} months, {TEAMS} teams), "
            f"{AUDITS:,} audits"
        )
        pandas = _median(lambda: _fresh("import pandas", PANDAS.format(folder=folder / "full")))
        print(f"pandas.read_csv of both files: {pandas:.2f} s = 1.00")
        _print("reading and checking", _median(lambda: _reading(folder)), pandas)
        _print("scoring alone, every month", _median(lambda: _scoring(folder)), pandas)
        full, empty = (_median(lambda name=name: _command(folder, name)) for name in ("full", "empty"))
        _print("the command history, less the same on empty tables", full - empty, pandas)


def _print(what: str, seconds: float, pandas: float) -> None:
    print(f"{what}: {seconds:.2f} s = {seconds / pandas:.2f}")


def _machine() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("pandas", "numpy", "pyarrow"))
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}"


def _median(measure: Callable[[], float]) -> float:
    return median(measure() for _ in range(TIMES))


def _reading(folder: Path) -> float:
    prepare = (
        "from pathlib import Path\nfrom readiness.config.load import load_config\n"
        "from readiness.evidence.dataset import read_dataset\n"
        f"config = load_config(Path({str(folder / 'config')!r}), {{}})"
    )
    return _fresh(prepare, f"read_dataset(Path({str(folder / 'full')!r}), config)")


def _scoring(folder: Path) -> float:
    prepare = (
        "from datetime import date\nfrom pathlib import Path\n"
        "from readiness.workspace import open_workspace\n"
        f"workspace = open_workspace(Path({str(folder / 'config')!r}), Path({str(folder / 'full')!r}))\n"
    )
    return _fresh(prepare, f"workspace.history(date(2011, 4, 30), date.fromisoformat('{LAST_DAY}'))")


def _fresh(prepare: str, work: str) -> float:
    """Seconds that `work` takes in a process of its own, after `prepare`."""
    ran = _run([sys.executable, "-c", f"{prepare}\n{TIMER.format(work=work)}"])
    return float(ran.splitlines()[-1])


def _command(folder: Path, dataset: str) -> float:
    """Seconds that the whole command takes, from start to JSON."""
    command = [
        sys.executable,
        "-m",
        "readiness",
        "history",
        "--from",
        "2011-04-30",
        "--to",
        LAST_DAY.isoformat(),
    ]
    given = ["--config", str(folder / "config"), "--data", str(folder / dataset), "--json"]
    begun = perf_counter()
    printed = _run(command + given)
    taken = perf_counter() - begun
    if len(json.loads(printed)["dates"]) != MONTHS:
        raise SystemExit("The command did not score every month.")
    return taken


def _run(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
