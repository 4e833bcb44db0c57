"""The whole method, section by section, for the page and for `docs/method.md`."""

from readiness.config.models import Config, Framework
from readiness.method.blocks import Section
from readiness.method.evidence_words import rows_section, scale_section, strands_section
from readiness.method.score_words import caps_section, changes_section, confidence_section, scores_section
from readiness.method.signal_words import signals_section
from readiness.method.trust_words import trust_section
from readiness.method.worked_example import worked_example, worked_example_section
from readiness.method.worth_tried import worth_misses_section, worth_tried_section
from readiness.method.worth_words import worth_detail_section, worth_section
from readiness.worth.facts import read_worth

IN_ONE_SENTENCE = "A score is a mean of what was known on the day, weighted by how far it can be trusted."

THEN = (
    "Missing evidence is shown as missing, named limits override a mean that would hide a danger, and a score is not a "
    "prediction of a grade."
)


WORTH = "worth"
"""The section that the chart of what a score was worth belongs to."""

NUMBERS_IN_USE = "Every number here is the one in use: `config/scoring.yaml` sets them, and no code does."


def method_sections(config: Config, framework: Framework) -> tuple[Section, ...]:
    """Every section in order: numbers from this configuration, safety lines from this framework."""
    scoring = config.scoring
    return (
        scale_section(scoring),
        strands_section(scoring),
        rows_section(scoring),
        scores_section(),
        caps_section(config, framework),
        confidence_section(scoring),
        changes_section(),
        worked_example_section(worked_example(scoring)),
        signals_section(config.charts),
        *worth_sections(config),
        trust_section(config),
    )


def worth_sections(config: Config) -> tuple[Section, ...]:
    """How far a score went with the judgements that followed, as measured and shipped."""
    worth = read_worth()
    return (
        worth_section(worth),
        worth_detail_section(worth),
        worth_misses_section(worth),
        worth_tried_section(worth, config),
    )


TABS = {
    "What counts": ("scale", "strands", "rows"),
    "From evidence to a score": ("scores", "confidence", "changes"),
    "Limits on a score": ("caps",),
    "Worked example": ("worked-example",),
    "Signals": ("signals",),
    "What a score is worth": (WORTH, "worth-detail", "worth-misses", "worth-tried"),
    "How far to trust it": ("trust",),
}
"""How the page groups the sections, by their ids."""
