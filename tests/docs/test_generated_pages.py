"""The generated pages are current, and every key, column, command and rule is in them."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from readiness.config.environment import ENVIRONMENT
from readiness.config.models import Charts, EnquiryFile, Framework, Indicator, Meeting, Safety, Settings
from readiness.config.scoring_rules import DEFAULTS
from readiness.evidence.description import DatasetDescription
from readiness.evidence.tables import TABLES
from tests.spec.chapters import CHAPTERS
from tools.docs_config import meant, scoring_keys
from tools.docs_keys import keys_of
from tools.docs_meanings import MEANINGS
from tools.make_docs import PAGES, is_current

CONFIG = Path("docs/config.md").read_text(encoding="utf-8")
GUIDE = Path("docs/data-guide.md").read_text(encoding="utf-8")
METHOD = Path("docs/method.md").read_text(encoding="utf-8")

MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "frameworks": (Framework, CONFIG),
    "indicators.yaml": (Indicator, CONFIG),
    "charts.yaml": (Charts, CONFIG),
    "safety.yaml": (Safety, CONFIG),
    "enquiry.yaml": (EnquiryFile, CONFIG),
    "meeting.yaml": (Meeting, CONFIG),
    "settings.yaml": (Settings, CONFIG),
    "dataset.yaml": (DatasetDescription, GUIDE),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_generated_page_is_what_make_docs_would_write(page: str) -> None:
    assert is_current(page, PAGES[page]()), f"{page} is out of date: run make docs"


@pytest.mark.parametrize("file", MODELS)
def test_every_key_of_a_file_is_documented_and_no_other(file: str) -> None:
    model, page = MODELS[file]
    keys = [key.path for key in keys_of(model)]
    assert set(MEANINGS[file]) == set(keys)
    assert [key for key in keys if f"`{key}`" not in page] == []


def test_every_number_of_the_method_is_documented_with_what_is_shipped() -> None:
    keys = dict(scoring_keys(DEFAULTS))
    assert {meant(path) for path in keys} == set(MEANINGS["scoring.yaml"])
    assert [
        path
        for path, shipped in keys.items()
        if not re.search(rf"`{re.escape(path)}` \|.*\| {shipped} \|", CONFIG)
    ] == []


@pytest.mark.parametrize("variable", ENVIRONMENT)
def test_every_environment_variable_is_documented(variable: str) -> None:
    assert f"`{variable}`" in CONFIG


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_in_the_data_guide(table: str) -> None:
    part = GUIDE.split(f"## {table}.csv\n", 1)[1].split("\n## ", 1)[0]
    assert [name for name in TABLES[table].headings if f"| `{name}`" not in part] == []


def test_every_rule_is_shown_with_its_example() -> None:
    rules = [example.rule for examples in CHAPTERS.values() for example in examples]
    assert [rule for rule in rules if rule not in METHOD] == []


@pytest.mark.parametrize("figure", ["55", "66", "51.8182", "0.4125", "21.375", "80.125"])
def test_the_worked_example_is_in_the_method(figure: str) -> None:
    assert figure in METHOD
