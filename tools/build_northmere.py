"""Write the synthetic dataset: Northmere Council, which does not exist.

    python tools/build_northmere.py [--data data/northmere] [--real data/wokingham/comparators.csv]

Levels and stories follow published figures for a small unitary authority; every row is drawn with a fixed
seed, so that running this again writes the same bytes. Only comparators.csv holds real figures, and says so.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # so that the script runs as a file, from any folder

from readiness.evidence.tables import TABLES  # noqa: E402
from tools.northmere_actions import actions_and_updates  # noqa: E402
from tools.northmere_audits import audits  # noqa: E402
from tools.northmere_basics import Row  # noqa: E402
from tools.northmere_counted import comparators, counted, targets  # noqa: E402
from tools.northmere_documents import documents  # noqa: E402
from tools.northmere_observations import observations  # noqa: E402
from tools.northmere_scrutiny import events, findings, inspections, judgements, serious_events  # noqa: E402
from tools.northmere_self_view import confirmations, self_evaluation, signals  # noqa: E402
from tools.northmere_series import TARGETS  # noqa: E402
from tools.northmere_voice import complaints, feedback  # noqa: E402

DESCRIPTION = """\
title: Northmere Council (fictional)
kind: synthetic
authority:
  name: Northmere Council (fictional)
  region: South East
  type: unitary authority
description: >-
  Northmere does not exist. Every figure, audit, action, comment and inspection of it is synthetic, made by
  tools/build_northmere.py, to show what the pages can do. It is sized like a small unitary authority, with 36 months
  from November 2023 to October 2026, and no row stands for a real child, family or worker. Only the comparators are
  real published figures; the statistical neighbours are those of Wokingham, which stand in.
strands: [performance, practice, scrutiny, voice, improvement]
comparators: [England, South East, Statistical neighbours]
source: Synthetic, made by tools/build_northmere.py
licence: >-
  Synthetic data, free to use. Comparators: contains public sector information licensed under the Open Government
  Licence v3.0.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    options.data.mkdir(parents=True, exist_ok=True)
    (options.data / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8", newline="\n")
    for table, rows in tables(_read(options.real)).items():
        _write(table, rows, options.data / f"{table}.csv")
    return 0


def tables(real: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    """Every table's rows by name; `real` are the published comparators to stand beside them."""
    audited, complained = audits(), complaints()
    drawn = list(observations())
    observed = [*drawn, *counted(audited, complained, drawn)]
    actions, updates = actions_and_updates()
    return {
        "observations": sorted(observed, key=_place),
        "comparators": comparators(real, observed),
        "targets": targets(TARGETS),
        "inspections": inspections(),
        "judgements": judgements(),
        "findings": list(findings()),
        "audits": audited,
        "actions": actions,
        "action_updates": updates,
        "feedback": feedback(),
        "complaints": complained,
        "documents": documents(),
        "self_evaluation": list(self_evaluation()),
        "confirmations": confirmations(),
        "signals": signals(),
        "serious_events": serious_events(),
        "events": events(),
    }


def _place(row: Row) -> tuple[str, ...]:
    return (row["indicator"], row["period_end"], row.get("team", ""), row.get("group", ""), row["published"])


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(table: str, rows: Iterable[Row], path: Path) -> None:
    columns = [column.name for column in TABLES[table].columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path}: {sum(1 for _ in path.open(encoding='utf-8')) - 1} rows")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the synthetic dataset.")
    parser.add_argument("--data", type=Path, default=ROOT / "data/northmere", help="folder to write")
    parser.add_argument("--real", type=Path, default=ROOT / "data/wokingham/comparators.csv")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
