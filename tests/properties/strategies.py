"""Small datasets of every kind of row, on few days so that ties and edges are common, and as CSV files."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from readiness.config.models import STRANDS

START = date(2017, 1, 1)
DAYS = st.integers(0, 1500).map(lambda number: START + timedelta(days=number))
FEW_DAYS = st.sampled_from([START + timedelta(days=90 * number) for number in range(16)])
DAY = st.one_of(DAYS, FEW_DAYS)
REFERENCES = st.sampled_from(
    [
        "front-door",
        "seen",
        "plans",
        "oversight",
        "nothing",
        "protection",
        "care",
        "leading",
        "children",
        "leaders",
    ]
)
GRADES = st.sampled_from(["inadequate", "requires improvement", "good", "outstanding"])
FIGURES = st.sampled_from([0.0, 3.0, 5.0, 12.0, 19.5, 28.0, 40.0, 49.9, 50.0, 61.25, 75.0, 80.0, 92.0, 100.0])


@st.composite
def observations(draw: st.DrawFn) -> list[dict]:
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "indicator": st.sampled_from(["on-time", "repeats", "unallocated", "permanent", "heard"]),
                    "period_end": DAY,
                    "later": st.sampled_from([None, 0, 30, 200]),
                    "value": st.one_of(st.none(), FIGURES),
                    "team": st.sampled_from(["", "", "", "North"]),
                    "reliability": st.sampled_from(["", "sound", "doubtful", "disputed"]),
                    "source": st.just("made"),
                }
            ),
            max_size=12,
        )
    )
    for row in rows:
        later = row.pop("later")
        row["published"] = None if later is None else row["period_end"] + timedelta(days=later)
    return unique(rows, "indicator", "period_end", "team", "published")


@st.composite
def audits(draw: st.DrawFn) -> list[dict]:
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "audit": st.sampled_from(["A1", "A2", "A3", "A4", "A5", "A6", "A7"]),
                    "criterion": REFERENCES,
                    "grade": GRADES,
                    "moderated_grade": st.one_of(st.none(), GRADES),
                }
            ),
            max_size=10,
        )
    )
    held = {name: draw(DAY) for name in ("A1", "A2", "A3", "A4", "A5", "A6", "A7")}
    return [row | {"date": held[row["audit"]]} for row in unique(rows, "audit", "criterion")]


@st.composite
def inspections(draw: st.DrawFn) -> dict[str, list[dict]]:
    held = [
        {"inspection": f"i{number}", "framework": draw(st.sampled_from(["old", "new", "", "history"])),
         "kind": "inspection", "title": f"Inspection {number}", "published": draw(DAY), "source": "made"}
        for number in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    areas = {"old": ["children", "leaders"], "new": ["protection", "care", "leading", "adoption"]}
    judgements, findings = [], []
    for inspection in held:
        for area in draw(
            st.lists(
                st.sampled_from([*areas.get(inspection["framework"], ["anything"]), "overall"]),
                max_size=3,
                unique=True,
            )
        ):
            grade = draw(st.one_of(GRADES, st.just("adequate")))
            judgements.append({"inspection": inspection["inspection"], "area": area, "grade": grade})
        for kind in draw(
            st.lists(
                st.sampled_from(["strength", "mixed", "area for improvement", "priority action"]), max_size=3
            )
        ):
            found = {"finding": f"f{len(findings)}", "inspection": inspection["inspection"]}
            said = {"criterion": draw(REFERENCES), "kind": kind, "summary": "Said so", "source": "made"}
            findings.append(found | said)
    return {"inspections": held, "judgements": judgements, "findings": findings}


@st.composite
def actions(draw: st.DrawFn) -> dict[str, list[dict]]:
    held: list[dict[str, Any]] = [
        {"action": f"a{number}", "title": "Do it", "criterion": draw(REFERENCES), "source": "plan",
         "created": draw(DAY), "due": draw(st.one_of(st.none(), DAY))}
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    statuses = [
        "not started",
        "on track",
        "at risk",
        "partially achieved",
        "completed",
        "impact evidenced",
        "stopped",
    ]
    updates = [
        {
            "action": action["action"],
            "date": action["created"] + timedelta(days=draw(st.sampled_from([0, 1, 90, 180, 400]))),
            "status": draw(st.sampled_from(statuses)),
        }
        for action in held
        for _ in range(draw(st.integers(0, 4)))
    ]
    return {"actions": held, "action_updates": updates}


@st.composite
def feedback(draw: st.DrawFn) -> list[dict]:
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "date": DAY,
                    "criterion": REFERENCES,
                    "from": st.just("children"),
                    "kind": st.sampled_from(
                        ["survey", "focus group", "consultation", "complaint", "compliment"]
                    ),
                    "sentiment": st.sampled_from(["positive", "mixed", "negative"]),
                    "responses": st.one_of(st.none(), st.integers(1, 40)),
                }
            ),
            max_size=6,
        )
    )
    for number, row in enumerate(rows):
        row["feedback"] = f"v{number}"
        row["positive"] = None if row["responses"] is None else draw(st.integers(0, row["responses"]))
    return rows


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[dict]]:
    """Every scored table; any of them may be empty."""
    return {
        "observations": draw(observations()),
        "audits": draw(audits()),
        "feedback": draw(feedback()),
        **draw(inspections()),
        **draw(actions()),
    }


HELD = st.one_of(st.just(STRANDS), st.lists(st.sampled_from(STRANDS), min_size=1, unique=True).map(tuple))


def unique(rows: list[dict], *key: str) -> list[dict]:
    """The first row of each key, as the contract keeps them."""
    return list({tuple(row[name] for name in key): row for row in reversed(rows)}.values())[::-1]


def write_dataset(folder: Path, tables: dict[str, list[dict]], held: tuple[str, ...] = STRANDS) -> Path:
    """Write tables as a dataset folder that the reader takes."""
    folder.mkdir(parents=True, exist_ok=True)
    strands = ", ".join(held)
    (folder / "dataset.yaml").write_text(
        f"title: Made\nkind: synthetic\nauthority: {{name: Madeshire}}\nstrands: [{strands}]\n",
        encoding="utf-8",
    )
    for name, rows in tables.items():
        if rows:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
    return folder
