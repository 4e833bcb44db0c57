"""A large made-up dataset with its own configuration, to measure with: the same on every machine."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

INDICATORS, MONTHS, TEAMS, CRITERIA = 70, 180, 80, 14
OBSERVATIONS, AUDITS = 1_000_000, 200_000
FIRST_MONTH, LAST_DAY = "2011-04", date(2026, 3, 31)
GRADES = ("outstanding", "good", "requires improvement", "inadequate")


def write_history(folder: Path, observations: int = OBSERVATIONS, audits: int = AUDITS) -> None:
    """Write `config/`, `full/` and `empty/` into `folder`: a configuration, and a dataset with and without rows."""
    _write_config(folder / "config")
    for name in ("full", "empty"):
        (folder / name).mkdir(parents=True)
        (folder / name / "dataset.yaml").write_text(
            "title: Made up to measure with\nkind: synthetic\nauthority: {name: Nowhere}\n", encoding="utf-8"
        )
    chance = np.random.default_rng(2026)
    _observations(chance, observations).to_csv(folder / "full" / "observations.csv", index=False)
    _audits(chance, audits).to_csv(folder / "full" / "audits.csv", index=False)


def _observations(chance: np.random.Generator, rows: int) -> pd.DataFrame:
    """Every indicator at every month end for every team; team 0 is the whole authority."""
    ends = pd.period_range(FIRST_MONTH, periods=MONTHS, freq="M").end_time.normalize()
    index = np.arange(rows)
    team = index % TEAMS
    month = index // TEAMS % MONTHS
    indicator = index // (TEAMS * MONTHS) % INDICATORS
    denominator = np.where(team == 0, chance.integers(900, 1500, rows), chance.integers(5, 60, rows))
    numerator = chance.binomial(denominator, 0.15 + 0.6 * indicator / INDICATORS)
    period_end = ends.strftime("%Y-%m-%d").to_numpy()[month]
    published = (ends + pd.Timedelta(days=21)).strftime("%Y-%m-%d").to_numpy()[month]
    return pd.DataFrame(
        {
            "indicator": np.array([f"indicator-{n:02d}" for n in range(INDICATORS)])[indicator],
            "period_end": period_end,
            "value": np.round(100 * numerator / denominator, 1),
            "numerator": numerator,
            "denominator": denominator,
            "team": np.array(["", *(f"Team {n:02d}" for n in range(1, TEAMS))])[team],
            "published": published,
            "source": np.array(["Case system, monthly report", "Performance team return"])[index % 2],
        }
    )


def _audits(chance: np.random.Generator, rows: int) -> pd.DataFrame:
    """Audits of four criteria each, over the same years."""
    audit = np.arange(rows) // 4
    days = pd.date_range(f"{FIRST_MONTH}-01", LAST_DAY).strftime("%Y-%m-%d").to_numpy()
    grade = np.array(GRADES)
    moderated = np.where(chance.random(rows) < 0.3, grade[chance.choice(4, rows, p=(0.1, 0.5, 0.3, 0.1))], "")
    return pd.DataFrame(
        {
            "audit": np.char.add("a-", audit.astype(str)),
            "date": days[audit * len(days) // (audit[-1] + 1)],
            "criterion": np.array([f"criterion-{n:02d}" for n in range(CRITERIA)])[
                (audit * 3 + np.arange(rows) % 4) % CRITERIA
            ],
            "grade": grade[chance.choice(4, rows, p=(0.1, 0.5, 0.3, 0.1))],
            "moderated_grade": moderated,
            "team": np.array([f"Team {n:02d}" for n in range(TEAMS)])[audit % TEAMS],
            "kind": np.array(["case", "thematic"])[audit % 2],
        }
    )


def _write_config(folder: Path) -> None:
    (folder / "frameworks").mkdir(parents=True)
    (folder / "frameworks" / "measured.yaml").write_text(_framework(), encoding="utf-8")
    (folder / "indicators.yaml").write_text(_indicators(), encoding="utf-8")


def _framework() -> str:
    areas = "".join(_area(number) for number in range(4))
    return (
        "id: measured\ntitle: Made up to measure with\ninspectorate: Nobody\nin_force: {from: 2011-04-01}\n"
        f"source: benchmarks\nareas:\n{areas}"
    )


def _area(number: int) -> str:
    criteria = "".join(
        f"      - {{id: criterion-{n:02d}, title: Criterion {n}, good: It is good}}\n"
        for n in range(number, CRITERIA, 4)
    )
    return f"  - id: area-{number}\n    title: Area {number}\n    criteria:\n{criteria}"


def _indicators() -> str:
    scales = ("[10, 30, 50, 70, 90]", "[90, 70, 50, 30, 10]")
    return "indicators:\n" + "".join(
        f"  - {{id: indicator-{n:02d}, title: Indicator {n}, definition: Made up, unit: percent, frequency: monthly, "
        f"scale: {scales[n % 2]}, scale_basis: made up, criteria: [criterion-{n % CRITERIA:02d}], source: made up}}\n"
        for n in range(INDICATORS)
    )
