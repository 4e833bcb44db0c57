"""A small dataset for lines of enquiry: one framework of two areas, one rule in use at a time."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.insight.enquiry.facts import Enquiry, enquiries
from readiness.workspace import Workspace

TODAY = date(2026, 3, 31)
FRAMEWORK = """
id: now
title: Framework of these tests
inspectorate: Nobody
in_force: {from: 2020-01-01}
source: tests
areas:
  - id: help
    title: Help
    criteria:
      - {id: front-door, title: Front door, good: It opens}
      - {id: plans, title: Plans, good: They hold}
      - {id: seen, title: Seeing children, good: They are seen}
  - {id: care, title: Care, criteria: [{id: permanence, title: Permanence, good: It lasts}]}
red_lines:
  - {id: no-worker, title: Children without a worker, area: help, indicator: unallocated, above: 0,
     caps_at: inadequate}
"""
INDICATORS = """
indicators:
  - {id: late, title: Late visits, definition: Late of all, unit: percent, frequency: monthly, source: tests,
     scale: [50, 30, 20, 10, 0], scale_basis: tests, criteria: [seen]}
  - {id: unallocated, title: Unallocated, definition: How many, unit: count, frequency: monthly, source: tests}
"""
DESCRIPTION = "title: Tests\nkind: synthetic\nauthority: {name: Nowhere}\n"
HEADS: Mapping[str, str] = {
    "observations": "indicator,period_end,value,numerator,denominator,published,source",
    "targets": "indicator,from,target",
    "inspections": "inspection,framework,kind,title,published,source",
    "judgements": "inspection,area,grade",
    "findings": "finding,inspection,criterion,kind,summary,source",
    "audits": "audit,date,criterion,grade,moderated_grade,escalated,made_safe",
    "actions": "action,title,criterion,source,created,due,owner,success_measure",
    "action_updates": "action,date,status",
    "feedback": "feedback,date,criterion,from,kind,sentiment,positive,responses",
    "self_evaluation": "date,criterion,grade,how_we_know,plan",
    "signals": "signal,first_known,known_by,about,what,decided,decision",
}


def questions(folder: Path, *rules: str, **files: tuple[str, ...]) -> tuple[Enquiry, ...]:
    """The questions that these rules (each in YAML) raise today of a dataset with these rows."""
    return enquiries(made(folder, *rules, **files), TODAY, "now")


def made(folder: Path, *rules: str, **files: tuple[str, ...]) -> Workspace:
    """A workspace with these rules of enquiry and these rows of each table."""
    (folder / "frameworks").mkdir(exist_ok=True)
    (folder / "frameworks" / "now.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    (folder / "enquiry.yaml").write_text("\n".join(["rules:", *rules, ""]), encoding="utf-8")
    (folder / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")
    for old in folder.glob("*.csv"):
        old.unlink()
    for table, rows in files.items():
        (folder / f"{table}.csv").write_text("\n".join([HEADS[table], *rows, ""]), encoding="utf-8")
    config = load_config(folder, {})
    dataset = read_dataset(folder, config)
    assert not [each for each in dataset.problems if each.level == "error"], dataset.problems
    return Workspace(config, dataset)


def rule(kind: str, **more: object) -> str:
    """One rule of a kind, in YAML."""
    extra = "".join(f", {name}: {value}" for name, value in more.items())
    return f'  - {{id: {kind.replace(" ", "-")}, title: "About {kind}", kind: {kind}, question: "What of it?"{extra}}}'


def judged(*findings: str) -> dict[str, tuple[str, ...]]:
    """Reports r1 (2020), r2 (2022), r3 (2024) with findings such as `r1,plans,area for improvement`."""
    rows = (f"f{number},{each},Said so,report" for number, each in enumerate(findings))
    return {
        "inspections": tuple(
            f"r{number},now,inspection,Report {number},{year}-05-01,report"
            for number, year in ((1, 2020), (2, 2022), (3, 2024))
        ),
        "findings": tuple(rows),
    }
