"""How fast the What if page answers a change on Northmere: the scenario scored again, and the page's script.

Seconds depend on the machine, so each is also given as a ratio to scoring the same evidence once as it stands.
Run it on a machine with nothing else to do: `make bench`.
"""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from streamlit.testing.v1 import AppTest  # noqa: E402
from timing import seconds  # noqa: E402

from readiness.insight.what_if.facts import what_if  # noqa: E402
from readiness.insight.what_if.lift import lifts  # noqa: E402
from readiness.insight.what_if.scenario import Done, Figure, MoreAudits, MoreVoice, Scenario, link_text  # noqa: E402
from readiness.insight.what_if.sensitivity import sensitivity  # noqa: E402
from readiness.scoring import prepare, score_at  # noqa: E402
from readiness.workspace import Workspace, open_workspace  # noqa: E402

TIMES = 5
DAY, FRAMEWORK = date(2026, 11, 6), "ilacs-2026"


def main() -> None:
    """Open Northmere, measure, print."""
    opened = open_workspace(ROOT / "config", ROOT / "data" / "northmere")
    once = _median([partial(_scored, opened)] * TIMES)
    print(f"Northmere made into evidence and scored once: {once * 1000:.1f} ms = 1.0")
    _print("lifts, first asked for", _median([partial(lifts, opened, DAY, FRAMEWORK)] * TIMES), once)
    _print("weights, first asked for", _median([partial(sensitivity, opened, DAY, FRAMEWORK)] * TIMES), once)
    tries = [partial(what_if, opened, DAY, FRAMEWORK, _scenario(number)) for number in range(TIMES)]
    _print("a scenario of four changes", _median(tries), once)
    _print("a click: the page run with another scenario", _click(), once)


def _scored(opened: Workspace) -> object:
    return score_at(prepare(opened.dataset, opened.config, opened.config.frameworks[FRAMEWORK]), DAY)


def _scenario(number: int) -> Scenario:
    """A scenario of each kind of change, another for each number."""
    return Scenario(
        (
            Figure("care-visits-on-time", 95.0 - number),
            MoreAudits("front-door", "good", 3 + number),
            MoreVoice("front-door", 80, 2),
            Done("ACT-260", "completed"),
        )
    )


def _click() -> float:
    """The page's script with a scenario that it has not seen: what a click costs before the browser draws."""
    os.environ["READINESS_CONFIG"] = str(ROOT / "config")
    page = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=120)
    page.query_params["dataset"] = "northmere"
    page.query_params["as_at"] = DAY.isoformat()
    page.run().switch_page("../pages/what_if.py").run()
    if page.exception:
        raise SystemExit(f"The page failed: {page.exception[0].message}")
    return _median([partial(_tried, page, _scenario(number)) for number in range(TIMES)])


def _tried(page: AppTest, scenario: Scenario) -> None:
    page.session_state["scenario"] = link_text(scenario)
    page.run()


def _median(works: Sequence[Callable[[], object]]) -> float:
    return median(seconds(work) for work in works)


def _print(what: str, seconds: float, yardstick: float) -> None:
    print(f"{what}: {seconds * 1000:.1f} ms = {seconds / yardstick:.1f}")


if __name__ == "__main__":
    main()
