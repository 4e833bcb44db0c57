"""Children found unsafe in audits: who is not recorded as made safe yet, and how fast the others were."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.few import how_many
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.practice.audits import Graded, audits_known, number_of_audits
from readiness.statistics.disclosure import is_small
from readiness.wording import upper_first
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Escalation:
    """A child found unsafe in an audit. `days` run until the child was made safe, or until today where still open."""

    audit: str
    escalated: date
    made_safe: date | None
    days: int
    team: str
    lines: tuple[int, ...]
    """The lines of audits.csv that say so."""

    @property
    def place(self) -> str:
        """Where it stands: `audits.csv, line 930`."""
        noun = "line" if len(self.lines) == 1 else "lines"
        return f"audits.csv, {noun} {', '.join(map(str, self.lines))}"

    @property
    def words(self) -> str:
        """What is known of it: `AUD-3611, Family Safeguarding C: found unsafe on 4 October 2026, not recorded ...`."""
        days = f" ({counted(self.days, 'day')})" if self.days else ""
        ended = f"made safe on {uk_date(self.made_safe)}" if self.made_safe else "not recorded as made safe"
        return f"{self.audit}, {self.team}: found unsafe on {uk_date(self.escalated)}, {ended}{days}"


@dataclass(frozen=True, slots=True)
class Escalations:
    """Every child found unsafe by a day. `open`: not recorded as made safe, the longest first; `safe`: made safe.

    `sentence` says the gravest of it; `short` in a headline's few words, empty where none is open. `past` says how
    fast the others were made safe, empty where the sentence has said that. `audits` is how many audits it rests on:
    with none, nothing is known.
    """

    as_at: date
    audits: int
    open: tuple[Escalation, ...]
    safe: tuple[Escalation, ...]
    sentence: str
    short: str
    past: str


def open_escalations(workspace: Workspace, as_at: date, protected: bool = False) -> Escalations:
    """The children found unsafe in audits by a day (`escalated`), and those not recorded as made safe by then.

    The sentences of `protected` ones may leave the screen: they tell 1 to 4 children as fewer than five.

    Rows of one audit escalated on one day are one child, open until each row has its `made_safe`. A child made safe
    after the day counts as open on it; so does one whose `made_safe` lies before `escalated`, which can't be right.
    """
    known = workspace.once(audits_known, as_at)
    unsafe: dict[tuple[str, date], list[Graded]] = defaultdict(list)
    for one in known:
        if one.escalated:
            unsafe[one.audit, one.escalated].append(one)
    every = [_escalation(found, rows, as_at) for (_, found), rows in sorted(unsafe.items(), key=_by_day)]
    still = tuple(one for one in every if one.made_safe is None)
    safe = tuple(one for one in every if one.made_safe)
    audits = number_of_audits(known)
    past = made_safe_words(safe, protected) if still and safe else ""
    sentence = _sentence(as_at, audits, still, safe, protected)
    return Escalations(as_at, audits, still, safe, sentence, _short(still, protected), past)


def _by_day(found: tuple[tuple[str, date], list[Graded]]) -> tuple[date, str]:
    (audit, day), _ = found
    return day, audit


def _escalation(found: date, rows: Sequence[Graded], as_at: date) -> Escalation:
    ends = [one.made_safe for one in rows if one.made_safe and one.made_safe >= found]
    safe = max(ends) if len(ends) == len(rows) else None
    waited = ((safe or as_at) - found).days
    return Escalation(rows[0].audit, found, safe, waited, rows[0].team, tuple(one.line for one in rows))


def _sentence(
    as_at: date, audits: int, still: Sequence[Escalation], safe: Sequence[Escalation], protected: bool
) -> str:
    if not audits:
        return (
            f"No audit is known by {uk_date(as_at)}, so nothing is known of children found unsafe in audits."
        )
    if still:
        return _open_words(still, protected)
    if not safe:
        known = f"{how_many(audits, protected=protected)} {'audit' if audits == 1 else 'audits'}"
        return f"No child is recorded as found unsafe in the {known} known by {uk_date(as_at)}."
    if protected and is_small(len(safe)):
        return f"Fewer than five children are recorded as found unsafe in audits: all were made safe{_in_days(safe)}."
    if len(safe) == 1:
        return f"The one child recorded as found unsafe in an audit was made safe {_after(safe[0].days)}."
    every = "Both" if len(safe) == 2 else f"All {counted_out(len(safe))}"
    how = ", each on the same day" if all(one.days == 0 for one in safe) else f": {_split(safe, protected)}"
    return f"{every} children recorded as found unsafe in audits were made safe{how}."


def _short(still: Sequence[Escalation], protected: bool) -> str:
    if not still:
        return ""
    if len(still) == 1 and not protected:
        return "One child found unsafe in an audit is not recorded as made safe"
    number = upper_first(how_many(len(still), protected=protected))
    return f"{number} children found unsafe in audits are not recorded as made safe"


def _open_words(still: Sequence[Escalation], protected: bool) -> str:
    longest = still[0]
    day, wait = uk_date(longest.escalated), counted(longest.days, "day")
    if len(still) == 1 and not protected:
        later = f", {wait} later" if longest.days else ""
        return f"One child found unsafe in an audit on {day} is not recorded as made safe{later}."
    ago = f", {wait} ago" if longest.days else ""
    return f"{_short(still, protected)}; the first was found on {day}{ago}."


def made_safe_words(safe: Sequence[Escalation], protected: bool = False) -> str:
    """How fast the children found unsafe were made safe, apart from those still open."""
    same = sum(one.days == 0 for one in safe)
    if protected and is_small(len(safe)):
        return f"Fewer than five other children were made safe{_in_days(safe)}."
    if len(safe) == 1:
        return f"One other child was made safe {_after(safe[0].days)}."
    others = f"{counted_out(len(safe)).capitalize()} other children were made safe"
    if same == len(safe):
        return f"{others}, each on the same day."
    return f"{others}: {_split(safe, protected)}."


def _in_days(safe: Sequence[Escalation]) -> str:
    """Within how many days all of them were made safe, without saying how many at once."""
    longest = max(one.days for one in safe)
    return f" within {counted(longest, 'day')}" if longest else ", each on the same day"


def _split(safe: Sequence[Escalation], protected: bool) -> str:
    """How many the same day, how many later: `11 the same day, two later, after up to six days`."""
    late = [one.days for one in safe if one.days]
    if protected and (is_small(len(late)) or is_small(len(safe) - len(late))):
        return f"some the same day, some later, after up to {counted(max(late), 'day')}"
    wait = counted(max(late), "day")
    after = f"one after {wait}" if len(late) == 1 else f"{counted_out(len(late))} later, after up to {wait}"
    return f"{counted_out(len(safe) - len(late)) if len(late) < len(safe) else 'none'} the same day, {after}"


def _after(days: int) -> str:
    return "the same day" if days == 0 else f"{counted(days, 'day')} later"
