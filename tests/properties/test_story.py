"""What must always hold of the story: nothing that it says gives a count of 1 to 4 children or families away."""

import re
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from readiness.dates import month_ends, months_before
from readiness.story.story import story
from readiness.workspace import Workspace
from tests.pages.shipped import shipped
from tests.unit.story.told import made, texts

WORDS = ("one", "two", "three", "four")
SMALL = r"(?:one|two|three|four|[1-4])"
PEOPLE = r"(?:child|children|family|families|parents?|carers?|care leavers?|young people|young person|babies)"
TELLS = (
    re.compile(rf"\b{SMALL} (?:other |more )?{PEOPLE}\b", re.IGNORECASE),
    re.compile(rf"\b(?:the one|both|all {SMALL}) (?:other )?{PEOPLE}\b", re.IGNORECASE),
    re.compile(rf"\b{SMALL} serious events?\b", re.IGNORECASE),
    re.compile(rf"(?<![\d.,]){SMALL} of [\d,]+ (?:answers )?positive\b"),
)
DAYS = month_ends(date(2010, 12, 1), date(2026, 11, 30))
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without making a failing case smaller: each opens a dataset, and names its numbers by itself."""
COUNTS = st.integers(0, 8)
TODAY = date(2026, 11, 6)


def told(workspace: Workspace, day: date) -> list[str]:
    framework = workspace.framework(day).id
    return [said for each in story(workspace, day, framework, months_before(day, 3)) for said in texts(each)]


def given_away(said: list[str]) -> list[str]:
    return [each for each in said if any(pattern.search(each) for pattern in TELLS)]


@settings(max_examples=10)
@given(st.sampled_from(["wokingham", "reading", "northmere"]), st.sampled_from(DAYS))
def test_no_message_of_a_shipped_dataset_tells_few_children(dataset: str, day: date) -> None:
    assert given_away(told(shipped(dataset), day)) == []


@settings(max_examples=15, phases=QUICK)
@given(
    alone=COUNTS,
    unsafe=COUNTS,
    safe=COUNTS,
    events=st.integers(1, 8),
    positive=COUNTS,
    rest=COUNTS,
    seen=COUNTS,
)
def test_no_message_tells_few_children_whatever_the_rows(
    alone: int, unsafe: int, safe: int, events: int, positive: int, rest: int, seen: int
) -> None:
    answers = positive + rest
    audits = [f"U-{each},2026-10-01,front-door,good,2026-10-01," for each in range(unsafe)]
    audits += [
        f"S-{each},2026-10-01,front-door,good,2026-10-01,2026-10-0{1 + each % 3}" for each in range(safe)
    ]
    rows = {
        "observations": [
            f"alone,2026-10-31,{alone},,,2026-11-01,tests",
            f"seen,2026-10-31,{100 * seen / 8},{seen},8,2026-11-01,tests",
        ],
        "audits": audits,
        "serious_events": [f"2026-10-01,rapid review,{events}"],
        "feedback": [f"F-1,2026-10-01,front-door,children,survey,,{positive},{answers},Safe"]
        if answers
        else [],
    }
    with tempfile.TemporaryDirectory() as folder:
        said = told(made(Path(folder), rows), TODAY)
    everything = "\n".join(said)
    assert given_away(said) == []
    if 0 < alone < 5:
        assert not re.search(rf"(?:Children alone|Unallocated)[^\n]*\b{alone} at\b", everything)
        assert f"({alone} " not in everything and f": {alone}," not in everything
        assert "fewer than five at 31 October 2026" in everything or "fewer than five, at 31" in everything
    if min(positive, rest) in (1, 2, 3, 4) or 0 < answers < 5:
        assert not re.search(rf"\b{positive} of {answers} (?:positive|answers|children)", everything)
    if min(seen, 8 - seen) in (1, 2, 3, 4):
        assert f"{100 * seen / 8:g}%" not in everything
