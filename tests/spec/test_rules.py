"""Every rule of the method, by example: the tables of the documentation scored by the real code."""

from pathlib import Path

import pytest

from tests.spec.chapters import CHAPTERS
from tests.spec.examples import Example, expectations, found, opened

EXAMPLES = [example for examples in CHAPTERS.values() for example in examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule[:60])
def test_the_example_scores_as_its_table_says(example: Example, tmp_path: Path) -> None:
    workspace = opened(example, tmp_path)
    assert [str(problem) for problem in workspace.dataset.problems] == []
    for day, what, wanted in expectations(example):
        got = found(workspace.score(day, example.framework), what)
        assert as_written(got, wanted) == wanted, f"{what} as at {day} is {got}, not {wanted}"


def as_written(got: float | str | None, wanted: str) -> str:
    """What was found as the table writes it: a number that agrees to 9 decimals reads as the one wanted."""
    if got is None:
        return "none"
    if isinstance(got, float | int) and not isinstance(got, bool):
        return wanted if got == pytest.approx(float(wanted), abs=1e-9, rel=0) else repr(got)
    return str(got)
