"""Judgements by any inspectorate, with and without the words of the day: whose they are and what they are called."""

from datetime import date
from pathlib import Path

from readiness.insight.inspections.judgements import (
    OfstedJudgement,
    judgements_by,
    one_report,
    whose_judgements,
)
from readiness.insight.timeline import marks
from readiness.workspace import Workspace, open_workspace

DAY = date(2026, 11, 6)
FRAMEWORK = """
id: adults
title: Adult social care assessments
inspectorate: Care Quality Commission
in_force: {from: 2023-04-01}
source: tests
areas:
  - {id: working, title: Working with people, criteria: [{id: needs, title: Needs, good: They are met}]}
"""


def adults(folder: Path) -> Workspace:
    """An authority that the Care Quality Commission has judged; one of three judgements has no words of its own."""
    (folder / "config" / "frameworks").mkdir(parents=True)
    (folder / "config" / "frameworks" / "adults.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (folder / "config" / "indicators.yaml").write_text("indicators: []\n", encoding="utf-8")
    tables = {
        "dataset.yaml": "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n",
        "inspections.csv": "inspection,framework,kind,title,published,source\n"
        "i1,adults,inspection,Assessment,2026-10-01,Report\nold,,inspection,Old,2010-10-01,Report\n",
        "judgements.csv": "inspection,area,grade,title\ni1,working,inadequate,\ni1,overall,good,\n"
        "old,care at home,good,\n",
    }
    (folder / "data").mkdir()
    for name, content in tables.items():
        (folder / "data" / name).write_text(content, encoding="utf-8")
    return open_workspace(folder / "config", folder / "data")


def test_a_judgement_without_words_is_called_what_its_framework_calls_the_area(tmp_path: Path) -> None:
    held = adults(tmp_path)
    found = {each.worded for each in judgements_by(held.evidence("adults"), DAY)}
    assert found == {"Working with people", "Overall effectiveness", "care at home"}
    first, last = marks(held.dataset, held.config, date(2000, 1, 1), DAY)
    assert first.detail == "care at home: good"
    assert last.detail == "Working with people: inadequate; Overall effectiveness: good"


def test_a_judgement_is_named_after_the_inspectorate_of_the_framework(tmp_path: Path) -> None:
    [area] = adults(tmp_path).score(DAY).areas
    assert [cap.reason for cap in area.caps] == [
        "Care Quality Commission's last judgement, published 1 October 2026, was inadequate"
    ]
    assert whose_judgements("live", "Care Quality Commission") == "Care Quality Commission's last judgements"


def test_one_report_is_named_only_where_it_gave_every_judgement() -> None:
    one, other = judged("Full inspection"), judged("Focused visit")
    assert one_report([one, judged("Full inspection")]) == one
    assert one_report([one, other]) is None
    assert one_report([one, None]) is None
    assert one_report([None, None]) is None
    assert one_report([]) is None


def judged(inspection: str) -> OfstedJudgement:
    return OfstedJudgement("care", "Care", "good", DAY, inspection, "Report", None, 2)
