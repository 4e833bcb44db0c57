"""The safety lines of every area in plain sentences: crossed first, then not known, then clear."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Config
from readiness.dates import uk_date
from readiness.insight.few import FEWER, NOT_SHOWN
from readiness.scoring.results import RedLineState, Scores
from readiness.statistics.disclosure import is_small
from readiness.wording import in_unit

ORDER = ("crossed", "never observed", "not known lately", "clear")
WORDS: dict[str, Literal["Crossed", "Not known", "Clear"]] = {
    "crossed": "Crossed",
    "never observed": "Not known",
    "not known lately": "Not known",
    "clear": "Clear",
}


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """One line as it stands: a word for its state, a sentence, and where the figure comes from."""

    line: RedLineState
    word: Literal["Crossed", "Not known", "Clear"]
    sentence: str
    limit: str
    area: str


def safety_lines(
    scores: Scores, config: Config, few: Collection[str] | None = None
) -> tuple[SafetyLine, ...]:
    """Every safety line of the areas that are scored, crossed first, then not known, then clear.

    With `few`, the indicators whose latest figure gives 1 to 4 children away, the sentences may leave the screen.
    """
    lines = [
        SafetyLine(
            line,
            WORDS[line.state],
            _sentence(line, config, scores.as_at, few),
            _limit(line, config),
            area.short,
        )
        for area in scores.areas
        for line in area.red_lines
    ]
    return tuple(sorted(lines, key=lambda each: ORDER.index(each.line.state)))


def state_sentence(lines: Sequence[SafetyLine], word: Literal["Crossed", "Not known", "Clear"]) -> str:
    """How many lines are in a state, and which they are; empty where none is."""
    held = [line.line.title for line in lines if line.word == word]
    if not held:
        return ""
    warned = " What is not known is not clear." if word == "Not known" else ""
    return f"{word}: {len(held)} of {len(lines)} safety lines. {'; '.join(held)}.{warned}"


def _sentence(line: RedLineState, config: Config, as_at: date, few: Collection[str] | None) -> str:
    indicator = config.indicators[line.indicator]
    if line.figure is None or line.period_end is None or line.known is None:
        return f"No figure has been seen. Add rows for {indicator.id} to observations.csv."
    is_few = few is not None and (
        line.indicator in few or (indicator.unit == "count" and is_small(line.figure))
    )
    told = FEWER if indicator.unit == "count" else NOT_SHOWN
    figure = told if is_few else in_unit(line.figure, indicator.unit)
    # A count needs no name beside the line's own; a share does, since 67% on time is a third overdue.
    named = figure if indicator.unit == "count" else f"{indicator.label} {figure}"
    seen = f"{named}{',' if is_few else ''} at {uk_date(line.period_end)}"
    if line.state == "not known lately":
        return f"Last seen {seen}, known on {uk_date(line.known)}: too old to call clear."
    return f"{seen}, known on {uk_date(line.known)}.{_nothing_newer(line.known, as_at)}"


def _nothing_newer(known: date, as_at: date) -> str:
    """That a figure is years old; it still holds, because silence clears nothing."""
    years = (as_at - known).days // 365
    return f" No newer figure in {years} {'year' if years == 1 else 'years'}." if years else ""


def _limit(line: RedLineState, config: Config) -> str:
    direction = "above" if line.over else "below"
    return f"Crossed when {direction} {in_unit(line.limit, config.indicators[line.indicator].unit)}"
