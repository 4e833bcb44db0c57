"""How fast the Indicators page is with many indicators: 150 of them, 60 months each, three teams for every fifth.

Seconds depend on the machine, so each is also given as a ratio to `pandas.read_csv` of the observations alone.
Run it on a machine with nothing else to do: `make bench`.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

import pandas as pd  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402
from synthetic_indicators import INDICATORS, LAST_DAY, MONTHS, write_many  # noqa: E402
from timing import seconds  # noqa: E402

from readiness.charts.control import control_chart_of  # noqa: E402
from readiness.charts.indicator import Setting  # noqa: E402
from readiness.insight.indicators.facts import Indicators, indicators_on  # noqa: E402
from readiness.workspace import Workspace, open_workspace  # noqa: E402

TIMES = 5
NORTHMERE_DAY = date(2026, 11, 6)
Open = Callable[[], Workspace]


def main() -> None:
    """Make the data, measure, print."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_many(folder)
        yardstick = _median(lambda: pd.read_csv(folder / "data" / "many" / "observations.csv"))
        print(f"{INDICATORS} indicators, {MONTHS} months; pandas.read_csv: {yardstick * 1000:.1f} ms = 1.0")
        many = _facts(f"{INDICATORS} made up", lambda: _many(folder), LAST_DAY, yardstick)
        _facts("Northmere", _northmere, NORTHMERE_DAY, yardstick)
        first = next(fact for fact in many.facts.values() if fact.controlled)
        _print("one chart drawn", _median(lambda: control_chart_of(first, Setting((), "Made"))), yardstick)
        _page(f"{INDICATORS} made up", folder, LAST_DAY, yardstick)
        _page("Northmere", ROOT, NORTHMERE_DAY, yardstick)


def _many(folder: Path) -> Workspace:
    return open_workspace(folder / "config", folder / "data" / "many")


def _northmere() -> Workspace:
    return open_workspace(ROOT / "config", ROOT / "data" / "northmere")


def _facts(name: str, opened: Open, day: date, yardstick: float) -> Indicators:
    """Every fact of the matrix, asked for the first time and again."""
    workspaces = [opened() for _ in range(TIMES)]
    cold = median(seconds(partial(each.once, indicators_on, day)) for each in workspaces)
    _print(f"{name}: facts of the matrix, first asked for", cold, yardstick)
    _print(f"{name}: asked for again", _median(lambda: workspaces[0].once(indicators_on, day)), yardstick)
    return workspaces[0].once(indicators_on, day)


def _page(name: str, folder: Path, day: date, yardstick: float) -> None:
    """The page's script, on the second visit and after: what a click costs before the browser draws."""
    os.environ["READINESS_CONFIG"] = str(folder / "config")
    page = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=120)
    page.query_params["as_at"] = day.isoformat()
    page.query_params["dataset"] = "many" if folder != ROOT else "northmere"
    page.run().switch_page("../pages/indicators.py").run()
    if page.exception:
        raise SystemExit(f"The page failed: {page.exception[0].message}")
    _print(f"{name}: the page run again", _median(page.run), yardstick)


def _median(measure: Callable[[], object]) -> float:
    return median(seconds(measure) for _ in range(TIMES))


def _print(what: str, seconds: float, yardstick: float) -> None:
    print(f"{what}: {seconds * 1000:.1f} ms = {seconds / yardstick:.1f}")


if __name__ == "__main__":
    main()
