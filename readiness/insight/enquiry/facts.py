"""What an inspector would likely ask, and the best evidence there is to answer with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from readiness.config.models import EnquiryRule
from readiness.insight.enquiry import figures, record, safety, scores
from readiness.insight.enquiry.answer import best_evidence, gap_of, owner_of
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.insight.indicators.words import counted_out
from readiness.wording import lower_first, upper_first
from readiness.workspace import Workspace

RAISES: Mapping[str, Callable[[Ground, EnquiryRule], Iterable[Raised]]] = {
    "not made safe": safety.not_made_safe,
    "red line": safety.red_line,
    "not known": safety.not_known,
    "repeat finding": record.repeat_finding,
    "out of control": figures.out_of_control,
    "self-evaluation higher": record.self_evaluation_higher,
    "closed without impact": record.closed_without_impact,
    "overdue": record.overdue,
    "weak": scores.weak,
    "contradictory": scores.contradictory,
    "target missed": figures.target_missed,
    "single source": scores.single_source,
    "stale": scores.stale,
    "no evidence": scores.no_evidence,
}
BY_ITSELF = ("not made safe", "red line", "not known")
"""Kinds that are asked about each by itself: no other question stands in for a danger."""
BY_AREA = ("areas", "self-evaluation")
"""Pages that a link opens at an area."""
MOST_THEMES = 4
"""Themes that a question about several names; the others are counted."""
MOST_ROWS = 6
WHOLE = "the area as a whole"


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One likely question. `rule` is the id of the rule in enquiry.yaml that raised it; `subject` what it is about.

    `area` is the id of the judgement area; `criterion` of the criterion, empty where it is about the whole area. `why`
    is what raised it, `evidence` the best evidence held, `owner` a role, `gap` what is missing to answer it; each is a
    sentence and may be read out: a count of 1 to 4 children or families is told as fewer than five.

    `criteria` are all it asks about, `rules` all that it met, its own first, and `also` what the others found; `action`
    is the owner's open action, empty without one. `rows` are those that raised it, `answer` the row of the evidence.
    `page` and `parameters` lead to where the figures can be followed.
    """

    rule: str
    area: str
    criterion: str
    subject: str
    question: str
    why: str
    evidence: str
    owner: str
    gap: str
    criteria: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    action: str = ""
    rows: tuple[RowAt, ...] = ()
    answer: RowAt | None = None
    page: str = "areas"
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def enquiries(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Enquiry, ...]:
    """Every question that the rules raise on a day, gravest first."""
    return workspace.once(asked, as_at, framework_id)


def asked(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Enquiry, ...]:
    """`enquiries`, worked out. Rules come in the order of the file; a criterion is asked about once, by the first."""
    ground = Ground(workspace, as_at, workspace.config.frameworks[framework_id])
    lines: list[Line] = []
    by_criterion: dict[str, Line] = {}
    for rule in ground.config.enquiry.rules if ground.scores.areas else ():
        if rule.asked:
            for line in _lines(ground, rule, by_criterion):
                lines.append(line)
                if rule.kind not in BY_ITSELF:
                    by_criterion |= dict.fromkeys(line.criteria, line)
    return tuple(_enquiry(ground, line) for line in lines)


@dataclass(slots=True)
class Line:
    """A question in the making: what raised it, and what other rules found on the same criteria."""

    rule: EnquiryRule
    raised: Raised
    criteria: tuple[str, ...]
    together: str = ""
    also: list[tuple[str, str]] = field(default_factory=list)


def _lines(ground: Ground, rule: EnquiryRule, asked_of: Mapping[str, Line]) -> Iterator[Line]:
    """The questions of one rule. What is about a criterion that is asked about already goes with that question."""
    fresh: dict[tuple[str, ...], Raised] = {}
    for raised in RAISES[rule.kind](ground, rule):
        if rule.areas and raised.area not in rule.areas:
            continue
        itself = rule.kind in BY_ITSELF
        line = None if itself else asked_of.get(raised.criterion)
        if line:
            line.also.append((rule.id, raised.why))
        else:
            fresh.setdefault((raised.area, raised.subject if itself else raised.criterion), raised)
    yield from _put_together(ground, rule, list(fresh.values()))


def _put_together(ground: Ground, rule: EnquiryRule, fresh: Sequence[Raised]) -> Iterator[Line]:
    """Questions about many themes of one area as one, where the rule says so."""
    by_area: dict[str, list[Raised]] = defaultdict(list)
    for raised in fresh:
        by_area[raised.area].append(raised)
    done: set[str] = set()
    for raised in fresh:
        mine = by_area[raised.area]
        if rule.together_from is None or len(mine) < rule.together_from:
            yield Line(rule, raised, _asked_about(ground, raised))
        elif raised.area not in done:
            done.add(raised.area)
            yield _together(ground, rule, mine)


def _asked_about(ground: Ground, raised: Raised) -> tuple[str, ...]:
    """The criterion; all of its area's where it is about the whole of it; none where it is about a line alone."""
    if raised.criterion or raised.indicators:
        return (raised.criterion,) if raised.criterion else ()
    return tuple(each for each in ground.criteria if ground.areas[each] == raised.area)


def _together(ground: Ground, rule: EnquiryRule, mine: Sequence[Raised]) -> Line:
    area = mine[0].area
    names = [lower_first(each.subject) for each in mine if not _of_the_area(each)]
    number = counted_out(len(names))
    names += [WHOLE for each in mine if _of_the_area(each)]
    themes = "; ".join(names[:MOST_THEMES])
    if len(names) > MOST_THEMES:
        themes += f"; and {counted_out(len(names) - MOST_THEMES)} more"
    same = len({each.why for each in mine}) == 1
    lead = WHOLE if _of_the_area(mine[0]) else mine[0].subject
    first = f"{'Of each' if same else upper_first(lead)}: {lower_first(mine[0].why)}"
    raised = Raised(
        area=area,
        criterion="",
        subject=ground.labels[area],
        why=f"{upper_first(themes)}. {first}",
        rows=tuple(dict.fromkeys(row for each in mine for row in each.rows)),
        indicators=tuple(name for each in mine for name in each.indicators),
        wanted=_wanted(mine),
        page=mine[0].page,
        parameters=MappingProxyType({"area": area} if mine[0].page in BY_AREA else {}),
    )
    words = {"area": ground.labels[area], "number": number, "themes": themes}
    criteria = tuple(dict.fromkeys(each.criterion for each in mine if each.criterion))
    return Line(rule, raised, criteria, (rule.together or "").format(**words))


def _of_the_area(raised: Raised) -> bool:
    """Whether it is about an area as a whole: not one of its themes, and no line or indicator."""
    return not raised.criterion and not raised.indicators


def _wanted(mine: Sequence[Raised]) -> str:
    """What is missing for the first, and that the others lack the same where each lacks something."""
    first, rest = mine[0].wanted, len(mine) - 1
    if not first or not all(each.wanted for each in mine):
        return first
    return f"{first} The same is missing for the other{'' if rest == 1 else f' {counted_out(rest)}'}."


def _enquiry(ground: Ground, line: Line) -> Enquiry:
    raised, rule = line.raised, line.rule
    evidence, answer = best_evidence(ground, raised, line.criteria)
    owner = owner_of(ground, raised, line.criteria)
    return Enquiry(
        rule=rule.id,
        area=raised.area,
        criterion=raised.criterion,
        subject=raised.subject,
        question=upper_first(line.together or _question(ground, rule, raised)),
        why=raised.why,
        evidence=evidence,
        owner=owner.role,
        gap=gap_of(ground, raised, line.criteria),
        criteria=line.criteria,
        rules=tuple(dict.fromkeys((rule.id, *(name for name, _ in line.also)))),
        also=tuple(dict.fromkeys(why for _, why in line.also)),
        action=owner.action,
        rows=raised.rows[:MOST_ROWS],
        answer=answer,
        page=raised.page,
        parameters=raised.parameters,
    )


def _question(ground: Ground, rule: EnquiryRule, raised: Raised) -> str:
    """The rule's words with their names filled in; a whole area stands for its criterion."""
    criterion = ground.labels.get(raised.criterion or raised.area, raised.subject)
    names = {"area": ground.labels.get(raised.area, ""), "criterion": criterion, **raised.names}
    return rule.question.format(**names)
