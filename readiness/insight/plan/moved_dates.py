"""Which due dates were moved: as kept at meetings, beside what actions.csv holds now. Nothing else has earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import Action
from readiness.wording import upper_first

NO_MEETING = (
    "Whether a due date was moved can't be told: actions.csv holds one for each action, and no meeting was kept before "
    "this day (“As presented”, on the Meeting page). Days overdue are counted from the due date as it is now."
)


@dataclass(frozen=True, slots=True)
class KeptDates:
    """The due dates by action as the files stood when a meeting was kept. `meeting` is the day it was as at."""

    meeting: date
    dues: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An action whose due date is not what a meeting had before it.

    `was` is the first on record, at the meeting of `kept`; `times` how often it differed from one record to the next,
    the file as it is now being the last; `days` how much later it is now: negative where earlier, None without one.
    """

    action: Action
    was: date
    kept: date
    times: int
    days: int | None


def moved_dates(actions: Sequence[Action], kept: Sequence[KeptDates]) -> tuple[MovedDate, ...]:
    """The actions whose due date was moved since it was first kept, the furthest first; `kept` in order of time."""
    found = [_moved(each, kept) for each in actions]
    return tuple(
        sorted((each for each in found if each), key=lambda each: (-(each.days or 0), each.action.line))
    )


def _moved(action: Action, kept: Sequence[KeptDates]) -> MovedDate | None:
    held = [(each.meeting, each.dues[action.action]) for each in kept if action.action in each.dues]
    if not held:
        return None
    first, was = held[0]
    times = sum(one != other for one, other in pairwise([*(due for _, due in held), action.due]))
    if not times:
        return None
    return MovedDate(action, was, first, times, (action.due - was).days if action.due else None)


def moved_sentence(found: Sequence[MovedDate], kept: Sequence[KeptDates]) -> str:
    """How many due dates were put off since the first meeting on record, and the furthest; or that none was."""
    if not kept:
        return NO_MEETING
    since = f"since the meeting of {uk_date(kept[0].meeting)}"
    later = [each for each in found if each.days and each.days > 0]
    rest = len(found) - len(later)
    if not later and not rest:
        return f"No due date was moved {since}, the first on record."
    others = (
        f"{counted_out(rest)} {'was' if rest == 1 else 'were'} moved otherwise or taken out" if rest else ""
    )
    if not later:
        return f"No due date was put off {since}; {others}."
    put_off = f"{upper_first(counted(len(later), 'due date'))} {'was' if len(later) == 1 else 'were'} put off {since}"
    furthest = f"{'' if len(later) == 1 else 'the furthest '}by {counted(later[0].days or 0, 'day')}"
    return f"{put_off}, {furthest}{f'; {others}' if others else ''}."


def moved_words(found: MovedDate) -> str:
    """One moved date: `due 30 June 2026 at the meeting of 3 April 2026, now 30 September 2026, 92 days later`."""
    said = f"due {uk_date(found.was)} at the meeting of {uk_date(found.kept)}, "
    if found.action.due is None or found.days is None:
        return f"{said}now without a due date"
    way = "later" if found.days > 0 else "earlier"
    moved = f", {counted(abs(found.days), 'day')} {way}" if found.days else ", moved and moved back"
    often = f", moved {counted_out(found.times)} times" if found.times > 1 and found.days else ""
    return f"{said}now {uk_date(found.action.due)}{moved}{often}"
