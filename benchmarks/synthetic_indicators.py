"""Many made-up indicators with their own configuration, to measure the Indicators page with: the same every time."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

INDICATORS, MONTHS, CRITERIA, AREAS = 150, 60, 20, 4
TEAMS = ("", "North", "East", "West")
LAST_DAY = date(2026, 3, 31)


def write_many(folder: Path) -> None:
    """Write `config/` and `data/many/` into `folder`."""
    config, data = folder / "config", folder / "data" / "many"
    (config / "frameworks").mkdir(parents=True)
    data.mkdir(parents=True)
    (config / "frameworks" / "made-up.yaml").write_text(_framework(), encoding="utf-8")
    (config / "indicators.yaml").write_text(_indicators(), encoding="utf-8")
    description = "title: Made up to measure with\nkind: synthetic\nauthority: {name: Nowhere}\n"
    (data / "dataset.yaml").write_text(description, encoding="utf-8")
    rows = _observations(np.random.default_rng(2026))
    rows.to_csv(data / "observations.csv", index=False)
    _targets().to_csv(data / "targets.csv", index=False)


def _framework() -> str:
    lines = ["id: made-up", "title: Made up", "inspectorate: None", "in_force: {from: 2011-01-01}"]
    lines += ["source: Made up", "areas:"]
    for area in range(AREAS):
        lines += [f"  - id: area-{area}", f"    title: Area {area}", "    criteria:"]
        lines += [
            f"      - {{id: criterion-{number:02d}, title: Criterion {number}, good: It is good.}}"
            for number in range(CRITERIA)
            if number % AREAS == area
        ]
    return "\n".join(lines) + "\n"


def _indicators() -> str:
    lines = ["indicators:"]
    for number in range(INDICATORS):
        lines += [
            f"  - id: indicator-{number:03d}",
            f"    title: Indicator {number}",
            "    definition: Made up",
            "    unit: percent",
            "    frequency: monthly",
            "    scale: [20, 40, 60, 80, 95]",
            "    scale_basis: Made up",
            f"    criteria: [criterion-{number % CRITERIA:02d}]",
            "    source: Made up",
        ]
    return "\n".join(lines) + "\n"


def _observations(chance: np.random.Generator) -> pd.DataFrame:
    """Every indicator at every month end; every fifth also by team. A third of them drift."""
    ends = pd.period_range(end=pd.Period(LAST_DAY, "M"), periods=MONTHS, freq="M").end_time.normalize()
    frames = []
    for number in range(INDICATORS):
        level = 55 + number % 30 + (np.arange(MONTHS) * 0.2 if number % 3 == 0 else 0)
        for team in TEAMS if number % 5 == 0 else TEAMS[:1]:
            size = chance.integers(20, 60, MONTHS) if team else chance.integers(80, 200, MONTHS)
            top = chance.binomial(size, np.clip(level, 0, 100) / 100)
            figures = {"numerator": top, "denominator": size, "team": team, "published": ends}
            frames.append(
                pd.DataFrame({"indicator": f"indicator-{number:03d}", "period_end": ends, **figures})
            )
    return pd.concat(frames).assign(source="Made up")


def _targets() -> pd.DataFrame:
    names = [f"indicator-{number:03d}" for number in range(INDICATORS)]
    return pd.DataFrame({"indicator": names, "from": "2020-04-01", "target": 75})
