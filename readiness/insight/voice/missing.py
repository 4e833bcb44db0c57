"""Who has not been heard: the groups that feedback.csv can name, and the judgement areas, with nothing in a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Framework
from readiness.dates import uk_date
from readiness.insight.voice.rows import WHO, Voice, Year, within
from readiness.wording import listed


@dataclass(frozen=True, slots=True)
class Missing:
    """A group, or an area, of which nothing was heard in a year; `last` is the day it last was, None for never."""

    name: str
    last: date | None

    @property
    def words(self) -> str:
        """`partners (last on 3 March 2024)`, `staff (never)`."""
        return f"{self.name} ({f'last on {uk_date(self.last)}' if self.last else 'never'})"


@dataclass(frozen=True, slots=True)
class AreaVoices:
    """How many rows of each group were about one judgement area in a year; groups without any are left out."""

    area: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reach:
    """Who was heard on what in a year, and who and what was not."""

    year: Year
    people: tuple[Missing, ...]
    areas: tuple[Missing, ...]
    table: tuple[AreaVoices, ...]


def reach(voices: Sequence[Voice], framework: Framework, as_at: Year) -> Reach:
    """Who was heard on which area in the year, and who was not. Rows of other frameworks' criteria are of no area."""
    areas = {area.label: {area.id, *(each.id for each in area.criteria)} for area in framework.areas}
    heard = within(voices, as_at)
    people = _missing([(who, [voice for voice in voices if voice.who == who]) for who in WHO], as_at)
    about = [(area, [voice for voice in voices if voice.criterion in ids]) for area, ids in areas.items()]
    table = tuple(
        AreaVoices(area, {who: rows for who in WHO if (rows := _count(heard, who, ids))})
        for area, ids in areas.items()
    )
    return Reach(as_at, people, _missing(about, as_at), table)


def _missing(groups: Sequence[tuple[str, Sequence[Voice]]], year: Year) -> tuple[Missing, ...]:
    return tuple(
        Missing(name, max((voice.day for voice in mine), default=None))
        for name, mine in groups
        if not within(mine, year)
    )


def _count(voices: Sequence[Voice], who: str, ids: set[str]) -> int:
    return sum(voice.who == who and voice.criterion in ids for voice in voices)


def people_sentence(found: Reach) -> str:
    """From which groups nothing is on record in the year, and when they were last heard. No record is not silence."""
    when = f"in the 12 months to {uk_date(found.year.last)}"
    if not found.people:
        return f"Every group was heard {when}: {listed(WHO)}."
    named = listed([each.words for each in found.people])
    if len(found.people) < len(WHO):
        return f"Nothing is on record {when} from {named}."
    if all(each.last is None for each in found.people):
        return f"No feedback from anybody is on record {when}, nor before."
    return f"No feedback from anybody is on record {when}: {named}."


def areas_sentence(found: Reach) -> str:
    """About which judgement areas nothing is on record in the year."""
    if not found.areas:
        return "Every judgement area was spoken about." if found.table else ""
    if len(found.areas) == len(found.table):
        return "Nothing is on record about any judgement area."
    return f"Nothing is on record about these areas: {listed([each.words for each in found.areas])}."
