"""Where actions come from, what they are about and whose they are; and what they lack: an owner, a date, a measure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readiness.config.models import Framework
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.plan.actions import EVIDENCED, NO_UPDATE, Action
from readiness.items.lookup import Lookup
from readiness.items.status import OVERDUE
from readiness.wording import listed

NO_OWNER = "No owner named"
ELSEWHERE = "Not in this framework"


@dataclass(frozen=True, slots=True)
class Group:
    """The actions of one source, area or owner, by how they stand. `longest` is the most days overdue, None if none."""

    name: str
    actions: int
    open: int
    overdue: int
    longest: int | None
    silent: int
    closed: int
    evidenced: int


def group(name: str, actions: Sequence[Action]) -> Group:
    """How some actions stand together."""
    status = Counter(each.status for each in actions)
    closed = sum(each.closed is not None for each in actions)
    days = [each.overdue_days for each in actions if each.overdue_days is not None]
    return Group(
        name=name,
        actions=len(actions),
        open=len(actions) - closed,
        overdue=status[OVERDUE],
        longest=max(days, default=None),
        silent=status[NO_UPDATE],
        closed=closed,
        evidenced=status[EVIDENCED],
    )


def groups(actions: Sequence[Action], name: Callable[[Action], str]) -> tuple[Group, ...]:
    """Actions by a name, those with most overdue first, then with most open."""
    held: dict[str, list[Action]] = defaultdict(list)
    for each in actions:
        held[name(each)].append(each)
    found = [group(name, mine) for name, mine in held.items()]
    return tuple(sorted(found, key=lambda each: (-each.overdue, -each.open, each.name)))


def foremost_words(found: Sequence[Group]) -> str:
    """The first of some groups in a few words: `Audit programme, 15 of 48 open overdue`."""
    first = found[0]
    if first.overdue:
        return f"{first.name}, {first.overdue} of {first.open} open overdue"
    return f"{first.name}, {first.open} open of {first.actions}"


def area_names(framework: Framework) -> dict[str, str]:
    """The label of the area that each criterion, and each area itself, belongs to."""
    lookup = Lookup(framework)
    return {
        reference: framework.areas[int(lookup.area_of[lookup.indices(reference)[0]])].label
        for reference in sorted(framework.ids)
        if lookup.indices(reference)
    }


def by_area(actions: Sequence[Action], framework: Framework) -> tuple[Group, ...]:
    """Actions by the judgement area that their criterion belongs to in a framework."""
    names = area_names(framework)
    return groups(actions, lambda each: names.get(each.criterion, ELSEWHERE))


def owner(action: Action) -> str:
    """The role that owns an action, or that none is named."""
    return action.owner or NO_OWNER


@dataclass(frozen=True, slots=True)
class Gaps:
    """Actions not closed that lack something, each in the order of the file; and in one sentence how many do."""

    open: int
    no_owner: tuple[Action, ...]
    no_due: tuple[Action, ...]
    no_measure: tuple[Action, ...]
    no_update: tuple[Action, ...]
    sentence: str


def gaps(actions: Sequence[Action]) -> Gaps:
    """What the open actions of a plan lack."""
    still = [each for each in actions if each.closed is None]
    lacking = (
        tuple(each for each in still if not each.owner),
        tuple(each for each in still if each.due is None),
        tuple(each for each in still if not each.measure),
        tuple(each for each in still if each.silent),
    )
    words = ("an owner", "a due date", "a measure", "an update on record")
    counts = [*zip(map(len, lacking), words, strict=True)]
    told = all(each.status != NO_UPDATE for each in still)
    return Gaps(len(still), *lacking, sentence=_sentence(len(still), counts, told=told))


def _sentence(still: int, lacking: Sequence[tuple[int, str]], *, told: bool) -> str:
    """What open actions lack; `told` is whether all have an update, those set on the day itself included."""
    if not still:
        return "No action is open, so none lacks anything."
    whole = "an owner, a due date, a measure and an update" if told else "an owner, a due date and a measure"
    if still == 1:
        has = listed([_no(what) for number, what in lacking if number])
        return f"The one open action has {has or whole}."
    parts = [_lack(number, still, what) for number, what in lacking if number]
    each = counted(still, "open action")
    return f"Of {each} {listed(parts)}." if parts else f"All of {each} have {whole}."


def _lack(number: int, still: int, what: str) -> str:
    """How many of several lack a thing: `two have no owner`, `none has an owner`."""
    if number == still:
        return f"none has {what}"
    return f"{counted_out(number)} {'has' if number == 1 else 'have'} {_no(what)}"


def _no(what: str) -> str:
    """`no owner` of `an owner`."""
    return f"no {what.split(maxsplit=1)[1]}"
