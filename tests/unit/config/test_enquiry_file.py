"""`enquiry.yaml`: what it says by default, and every mistake in it with its line."""

from pathlib import Path

import pytest

from readiness.config.enquiry import KINDS, NUMBERS, PLACEHOLDERS
from readiness.config.load import load_config
from readiness.config.models import EnquiryFile
from tests.unit.config.folders import load, problem

SHIPPED = Path(__file__).parents[3] / "config"
RULE = "rules:\n  - {{id: weak, title: Weak, kind: weak, question: 'Why?'{more}}}\n"


def rule(more: str) -> str:
    """A file of one rule with more keys."""
    return RULE.format(more=f", {more}" if more else "")


def test_the_shipped_file_says_the_defaults(tmp_path: Path) -> None:
    assert load_config(SHIPPED, environment={}).enquiry == EnquiryFile()
    assert load(tmp_path).enquiry == EnquiryFile()


def test_every_kind_is_shipped_once_and_explained_at_the_head_of_the_file() -> None:
    assert [each.kind for each in EnquiryFile().rules] == list(KINDS)
    head = (SHIPPED / "enquiry.yaml").read_text(encoding="utf-8").split("\nrules:", 1)[0]
    assert [kind for kind in KINDS if f"\n#   {kind} " not in head] == []
    assert set(NUMBERS) | set(PLACEHOLDERS) <= set(KINDS)


def test_rules_left_blank_ask_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, enquiry="rules:\n").enquiry.rules == ()


def test_a_number_left_out_is_as_shipped_and_one_given_holds(tmp_path: Path) -> None:
    (plain,) = load(tmp_path, enquiry=rule("")).enquiry.rules
    assert (plain.number("below"), plain.asked) == (50, True)
    (given,) = load(tmp_path, enquiry=rule("below: 40, asked: false")).enquiry.rules
    assert (given.number("below"), given.asked) == (40, False)


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("rule: []", 1, "rule", "did you mean `rules`?"),
        (rule("belows: 40"), 2, "rules.weak.belows", "did you mean `below`?"),
        (rule("days: 40"), 2, "rules.weak.days", "a rule of the kind `weak` does not use this number"),
        (rule("below: 400"), 2, "rules.weak.below", "should be 100 or less"),
        (rule("areas: [hepl]"), 2, "rules.weak.areas.1", "did you mean `help`?"),
        (rule("together_from: 3"), 2, "rules.weak", "should both be given, or neither"),
        (
            rule("together: 'And {criterion}?', together_from: 3"),
            2,
            "rules.weak.together",
            "nothing is known to fill in for {criterion}; possible here: {area}, {number}, {themes}",
        ),
        (
            rule("").replace("Why?", "Why {indicator}?"),
            2,
            "rules.weak.question",
            "nothing is known to fill in for {indicator}; possible here: {area}, {criterion}",
        ),
        (rule("").replace("Why?", "Why {area.x}?"), 2, "rules.weak.question", "braces should hold one name"),
        (rule("").replace("Why?", "Why {?"), 2, "rules.weak.question", "brace"),
        (rule("").replace("kind: weak", "kind: week"), 2, "rules.weak.kind", "did you mean `weak`?"),
        (
            f"{rule('')}{rule('').split(chr(10), 1)[1]}",
            3,
            "rules.weak.id",
            "line 2 has the same id; each rule should have its own",
        ),
    ],
)
def test_each_mistake_is_named_with_its_line(
    text: str, line: int, key: str, said: str, tmp_path: Path
) -> None:
    found = problem(tmp_path, enquiry=text)
    assert (found.file, found.line, found.column) == ("enquiry.yaml", line, key)
    assert said in found.message
