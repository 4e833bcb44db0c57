"""What is heard, added up: answers that were counted, with their interval, and what was said in words, kept apart."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeVar

from readiness.insight.voice.rows import WHO, Voice, Year, within
from readiness.statistics.disclosure import may_show_percentage, protect_table
from readiness.statistics.intervals import Interval, difference_of_proportions, wilson
from readiness.wording import listed

Key = TypeVar("Key", bound=Hashable)
Move = Literal["up", "down", "level"]
CHANCE = 0.05
TONES = ("positive", "mixed", "negative")
NO_TONE = "no tone given"
TOLD = (*TONES, NO_TONE, "compliment", "complaint")
"""What is said in words: the tone of what people answered when asked, and what they came to say of themselves."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Counted answers: how many were positive, of how many; `share` in percent with its 95% interval (Wilson)."""

    positive: float
    responses: float
    share: Interval

    @property
    def small(self) -> bool:
        """Whether a count of 1 to 4 is among them, which no file may show."""
        return not may_show_percentage(self.positive, self.responses)


@dataclass(frozen=True, slots=True)
class Change:
    """The same questions in two years. `move` is "level" where chance explains the difference."""

    now: Answers
    before: Answers
    difference: Interval
    questions: int
    move: Move


@dataclass(frozen=True, slots=True)
class Heard:
    """What one group said, or what was said on one thing. `rows` counts rows of the file, not people.

    `who` said it, where that is not the name. `hidden`: a file must leave the answers out, because of small numbers.
    """

    name: str
    rows: int
    answers: Answers | None
    told: Mapping[str, int]
    newest: date
    change: Change | None = None
    hidden: bool = False
    who: str = ""
    """Whether a file must leave its answers out: small numbers, or such as would give others away."""


def added_up(voices: Sequence[Voice]) -> Answers | None:
    """The counted answers of these rows together; None where none was counted."""
    counted = [voice for voice in voices if voice.counted]
    positive = sum(voice.positive or 0.0 for voice in counted)
    responses = sum(voice.responses or 0.0 for voice in counted)
    share = wilson(positive, responses, per=100)
    return Answers(positive, responses, share) if share else None


def told(voices: Sequence[Voice]) -> dict[str, int]:
    """Rows that were not counted, by their tone or, where people came of themselves, by their kind."""
    found = Counter(
        (voice.tone or NO_TONE) if voice.asked else voice.kind for voice in voices if not voice.counted
    )
    return {word: found[word] for word in TOLD if found[word]}


def by(voices: Sequence[Voice], key: Callable[[Voice], Key]) -> dict[Key, list[Voice]]:
    """The rows of each key, in the order in which the keys first occur."""
    found: dict[Key, list[Voice]] = {}
    for voice in voices:
        found.setdefault(key(voice), []).append(voice)
    return found


def change(voices: Sequence[Voice], now: Year, before: Year, tests: int) -> Change | None:
    """How the answers to the questions asked in both years differ; None where no question was.

    `tests` is how many such comparisons are looked at together: the more, the surer each must be (Bonferroni).
    """
    halves = [
        by([v for v in within(voices, year) if v.counted], lambda v: v.question) for year in (now, before)
    ]
    same = halves[0].keys() & halves[1].keys()
    one, other = (added_up([voice for question in same for voice in half[question]]) for half in halves)
    if one is None or other is None:
        return None
    pair = (one.positive, one.responses), (other.positive, other.responses)
    found = difference_of_proportions(*pair, confidence=1 - CHANCE / max(tests, 1), per=100)
    if found is None:
        return None
    return Change(one, other, found, len(same), _move(found))


def _move(difference: Interval) -> Move:
    return "up" if difference.lower > 0 else "down" if difference.upper < 0 else "level"


def heard_by_who(voices: Sequence[Voice], year: Year) -> tuple[Heard, ...]:
    """What each group said in a year, in the order of the contract; those not heard are left out."""
    groups = by(within(voices, year), lambda voice: voice.who)
    tests = sum(added_up(mine) is not None for mine in groups.values())
    found = []
    for who in WHO:
        if who in groups:
            mine = [voice for voice in voices if voice.who == who]
            found.append(_heard(who, groups[who], change(mine, year, year.before, tests)))
    return tuple(found)


def _heard(name: str, voices: Sequence[Voice], moved: Change | None) -> Heard:
    answers = added_up(voices)
    hidden = answers is not None and answers.small
    return Heard(name, len(voices), answers, told(voices), max(v.day for v in voices), moved, hidden)


def questions_of(voices: Sequence[Voice], year: Year) -> tuple[Heard, ...]:
    """Every question whose answers were counted in a year, lowest share first."""
    groups = by([voice for voice in within(voices, year) if voice.counted], lambda voice: voice.question)
    hidden = _hidden_questions(groups)
    every = by(voices, lambda voice: voice.question)
    found = []
    for (who, theme, criterion), mine in groups.items():
        moved = change(every[who, theme, criterion], year, year.before, len(groups))
        newest = max(voice.day for voice in mine)
        name = theme or criterion
        secret = (who, theme, criterion) in hidden
        found.append(Heard(name, len(mine), added_up(mine), {}, newest, moved, secret, who))
    return tuple(
        sorted(found, key=lambda each: (each.answers.share.value if each.answers else 0.0, each.name))
    )


def _hidden_questions(
    groups: Mapping[tuple[str, str, str], Sequence[Voice]],
) -> frozenset[tuple[str, str, str]]:
    """The questions that a file leaves out: their group's total stands in another file, so some protect others."""
    found: set[tuple[str, str, str]] = set()
    for who in {question[0] for question in groups}:
        mine = {question: added_up(rows) for question, rows in groups.items() if question[0] == who}
        found |= hidden_of(mine)
    return frozenset(found)


def hidden_of(parts: Mapping[Key, Answers | None]) -> frozenset[Key]:
    """The parts of a whole, itself shown, whose answers must be hidden in a file (statistics/disclosure)."""
    held = [(key, part) for key, part in parts.items() if part]
    if not held:
        return frozenset()
    positive = [round(part.positive) for _, part in held]
    rest = [max(round(part.responses) - round(part.positive), 0) for _, part in held]
    table = protect_table([positive, rest], column_totals_shown=True)
    cells = zip(held, *table.cells, table.column_totals, strict=True)
    return frozenset(key for (key, _), *three in cells if any(cell.count is None for cell in three))


def heard_by_theme(voices: Sequence[Voice], year: Year) -> tuple[Heard, ...]:
    """What was said in words, by theme: most often a complaint or negative first."""
    groups = by(
        [v for v in within(voices, year) if not v.counted], lambda voice: voice.theme or "No theme named"
    )
    found = [replace(_heard(theme, mine, None), who=_who(mine)) for theme, mine in groups.items()]
    return tuple(sorted(found, key=lambda each: (-_against(each), -each.rows, each.name)))


def _who(voices: Sequence[Voice]) -> str:
    return listed([who for who in WHO if any(voice.who == who for voice in voices)])


def _against(heard: Heard) -> int:
    return heard.told.get("complaint", 0) + heard.told.get("negative", 0)


def heard_by_criterion(voices: Sequence[Voice], year: Year, titles: Mapping[str, str]) -> tuple[Heard, ...]:
    """What was heard on each criterion, or whole area, by its title; most rows first."""
    groups = by(within(voices, year), lambda voice: voice.criterion)
    found = [
        replace(_heard(titles.get(criterion, criterion), mine, None), who=_who(mine))
        for criterion, mine in groups.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.rows, each.name)))
