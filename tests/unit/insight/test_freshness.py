"""How fresh each kind of evidence is, in a sentence that agrees with how many rows there are."""

from datetime import date
from pathlib import Path

from readiness.insight.freshness import freshness
from tests.unit.story.told import made

DAY = date(2026, 11, 6)


def practice(folder: Path, *audits: str) -> str:
    workspace = made(folder, {"audits": list(audits)})
    [said] = [
        each.sentence for each in freshness(workspace.evidence("now"), DAY) if each.strand == "practice"
    ]
    return said


def test_one_row_is_told_as_one_and_several_by_the_newest(tmp_path: Path) -> None:
    one, two = "a1,2026-10-01,front-door,good", "a2,2026-10-02,front-door,good"
    assert practice(tmp_path / "one", one) == (
        "1 row in use, known on 1 October 2026; it counts for 100% of what it did when fresh."
    )
    assert practice(tmp_path / "two", one, two) == (
        "2 rows in use, the newest known on 2 October 2026; they count for 100% of what they did when fresh."
    )
    assert practice(tmp_path / "none") == "No rows are in use on this day."
