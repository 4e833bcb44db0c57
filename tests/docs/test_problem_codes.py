"""Every kind of problem is explained to the person who has it."""

import re
from pathlib import Path

import pytest

from readiness.problems import Code

GUIDE = Path("docs/problems.md").read_text(encoding="utf-8")


def section(code: str) -> str:
    found = re.search(rf"^### `{code}`\n(.*?)(?=^#|\Z)", GUIDE, re.M | re.S)
    return found.group(1) if found else ""


@pytest.mark.parametrize("code", list(Code))
def test_a_problem_has_its_cause_and_its_fix_in_the_guide(code: Code) -> None:
    assert "**Cause.**" in section(code)
    assert "**Fix.**" in section(code)


def test_the_guide_explains_no_problem_that_does_not_exist() -> None:
    assert set(re.findall(r"^### `(.+?)`$", GUIDE, re.M)) == {code.value for code in Code}
