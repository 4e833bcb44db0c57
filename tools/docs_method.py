"""`docs/method.md`: the method in words with the shipped numbers, and every rule by example."""

from pathlib import Path

from readiness.config.load import load_config
from readiness.method.blocks import Table, markdown, markdown_table
from readiness.method.sections import IN_ONE_SENTENCE, THEN, method_sections
from tests.spec.chapters import CHAPTERS
from tests.spec.examples import Example, text_table

ROOT = Path(__file__).resolve().parent.parent
FRAMEWORK = "ilacs-2026"

HEAD = """# How readiness is scored

<!-- Made by `make docs` from readiness/method, config/scoring.yaml and tests/spec. Do not edit by hand. -->

{first} {then}

The numbers on this page are those of `config/scoring.yaml`, which an authority may change (`docs/config.md`); the
Method page of the dashboard shows the numbers in use. The code is in `readiness/items/` (rows to evidence) and
`readiness/scoring/` (evidence to scores).
"""

EXAMPLES = """## Every rule by example

These tables are the tests in `tests/spec`: each is a whole dataset, scored by the same code as the pages. Their small
framework has an area `help` with the criteria `front-door` and `assessment`, and an area `leaders` with `caseloads`;
an older framework `before` has the areas `help-and-care`, which `help` continues, and `leadership`.
"""


def method_page() -> str:
    """The whole page as Markdown."""
    config = load_config(ROOT / "config")
    sections = method_sections(config, config.frameworks[FRAMEWORK])
    head = HEAD.format(first=IN_ONE_SENTENCE, then=THEN)
    chapters = "\n".join(_chapter(title, examples) for title, examples in CHAPTERS.items())
    return f"{head}\n{markdown(sections)}\n{EXAMPLES}\n{chapters}"


def _chapter(title: str, examples: tuple[Example, ...]) -> str:
    return f"### {title}\n\n" + "\n".join(_example(example) for example in examples)


def _example(example: Example) -> str:
    tables = "\n\n".join(f"`{name}.csv`\n\n{_table(text)}" for name, text in example.files.items())
    held = f" The dataset can hold {' and '.join(example.strands)} only." if example.strands else ""
    return f"**{example.rule}**{held}\n\n{tables}\n\nScores:\n\n{_table(example.expect)}\n"


def _table(text: str) -> str:
    headings, rows = text_table(text)
    return markdown_table(Table(headings, tuple(rows)))
