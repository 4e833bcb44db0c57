"""How the explanation reads as Markdown, and that it takes its numbers from the configuration."""

from dataclasses import replace
from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import Scoring
from readiness.method.blocks import Section, Table, markdown, markdown_table, number, per_cent
from readiness.method.evidence_words import rows_section, scale_section, strands_section
from readiness.method.score_words import caps_section, confidence_section
from readiness.method.sections import TABS, method_sections
from readiness.method.trust_words import trust_section

CONFIG = load_config(Path(__file__).parents[3] / "config")


@pytest.mark.parametrize(
    ("value", "written"),
    [(66.0, "66"), (0.0625, "0.0625"), (51.81818181, "51.8182"), (0.5, "0.5"), (-0.25, "-0.25")],
)
def test_a_number_has_no_needless_decimals(value: float, written: str) -> None:
    assert number(value) == written


def test_a_share_is_written_as_a_percentage() -> None:
    assert per_cent(0.25) == "25%"


def test_a_table_escapes_the_bar() -> None:
    assert markdown_table(Table(("a",), (("x|y",),))) == "| a |\n| --- |\n| x\\|y |"


def test_a_section_has_its_heading_and_its_blocks_apart() -> None:
    text = markdown([Section("one", "One", ("A.", Table(("b",), (("c",),))))], level=3)
    assert text == "### One\n\nA.\n\n| b |\n| --- |\n| c |\n"


@pytest.mark.parametrize("framework", sorted(CONFIG.frameworks))
def test_every_section_stands_in_one_tab(framework: str) -> None:
    ids = [section.id for section in method_sections(CONFIG, CONFIG.frameworks[framework])]
    assert sorted(ids) == sorted(section for tab in TABS.values() for section in tab)


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        ({"bands": {"good": 61.5}}, "61.5"),
        ({"grade_points": {"good": 71.5}}, "71.5"),
        ({"strands": {"voice": {"weight": 11.5}}}, "11.5"),
        ({"strands": {"practice": {"fresh_days": 97.0}}}, "97 days"),
        ({"weights": {"judgement": 2.5}}, "weighs 2.5"),
        ({"weights": {"doubtful": 0.35}}, "0.35 of its weight"),
        ({"finding_points": {"mixed": 51.5}}, "51.5"),
        ({"feedback_points": {"negative": 26.5}}, "negative 26.5"),
        ({"strands": {"voice": {"fresh_days": 1}}}, "| 1 day |"),
        ({"status_points": {"at risk": 36.5}}, "36.5"),
        ({"confidence": {"high": 0.8}}, "80% or more"),
        ({"disagreement": {"points": 22.5}}, "22.5 points apart"),
    ],
)
def test_a_number_that_is_changed_is_changed_in_the_words(changed: dict, written: str) -> None:
    scoring = Scoring.model_validate(changed)
    sections = (
        scale_section(scoring),
        strands_section(scoring),
        rows_section(scoring),
        confidence_section(scoring),
    )
    assert written in markdown(sections)
    assert written not in markdown([scale_section(CONFIG.scoring), confidence_section(CONFIG.scoring)])


def test_every_safety_line_of_the_framework_is_listed_with_its_limit() -> None:
    framework = CONFIG.frameworks["ilacs-2026"]
    text = markdown([caps_section(CONFIG, framework)])
    assert framework.red_lines
    assert all(line.title in text for line in framework.red_lines)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ([], "No indicator is configured"),
        (["agency-rate"], "The one indicator is scored;"),
        (["contacts"], "The one indicator is context;"),
        (["agency-rate", "contacts"], "Of 2 indicators 1 is scored and 1 is context;"),
    ],
)
def test_how_many_indicators_are_scored_is_told_of_none_of_one_and_of_several(
    kept: list[str], said: str
) -> None:
    config = replace(CONFIG, indicators={name: CONFIG.indicators[name] for name in kept})
    assert any(str(block).startswith(said) for block in trust_section(config).blocks)
