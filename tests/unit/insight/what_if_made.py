"""The worked example of the method, opened: few enough rows to work every lift and scenario out by hand."""

from dataclasses import replace
from functools import cache

from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.method.worked_example import AREA, AS_AT, FOLDER
from readiness.workspace import Workspace

FRAMEWORK = "worked-example"
HELD = 0.30 + 0.0625 + 0.05
"""The weights of performance, practice and improvement, as scoring.md 7 works them out."""

__all__ = ["AREA", "AS_AT", "FRAMEWORK", "HELD", "example"]


@cache
def example(*, watched: float | None = None) -> Workspace:
    """The example; `watched` sets a safety line on its one indicator, crossed above so many per cent."""
    config = load_config(FOLDER / "config")
    if watched is not None:
        framework = config.frameworks[FRAMEWORK]
        line = {
            "id": "again",
            "area": AREA,
            "indicator": "re-referrals-12m",
            "above": watched,
            "caps_at": "inadequate",
        }
        changed = type(framework).model_validate(
            {**framework.model_dump(by_alias=True), "red_lines": (line,)}
        )
        config = replace(config, frameworks={FRAMEWORK: changed})
    return Workspace(config, read_dataset(FOLDER / "data", config))
