"""Questions about our own record: told again and again, graded above the evidence, closed without impact, overdue."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from readiness.config.models import EnquiryRule
from readiness.dates import uk_date
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.insight.few import figure_words
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.findings import Theme, findings_by
from readiness.insight.inspections.findings_words import how_long, state, when, years
from readiness.insight.plan.actions import Action
from readiness.insight.plan.facts import plan_on
from readiness.insight.plan.impact import VERDICTS, Impact
from readiness.insight.self_evaluation.claims import FILE as OUR_VIEW
from readiness.insight.self_evaluation.claims import claims_known
from readiness.insight.self_evaluation.places import (
    Position,
    area_position,
    compare,
    criterion_position,
    outside,
)
from readiness.wording import listed, lower_first, upper_first, whole_score

NOT_IMPROVED = ("worse", "lapsed", "unmoved")


def repeat_finding(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Themes of this framework raised in so many reports and praised in none since, the longest first."""
    for theme in ground.workspace.once(findings_by, ground.as_at, ground.framework.id).standing:
        if theme.id in ground.areas and len(theme.raised) >= rule.number("reports"):
            yield _repeat(ground, theme)


def _repeat(ground: Ground, theme: Theme) -> Raised:
    area = ground.areas[theme.id]
    reports = counted_out(len(theme.raised))
    long = f", {how_long(theme)}" if theme.days > 31 else ""
    last = theme.raised[-1].findings[0]
    return Raised(
        area=area,
        criterion="" if theme.id == area else theme.id,
        subject=theme.title,
        why=f"Raised in {reports} reports, {when(theme)}{long}. {state(theme)}; it said: {last.summary.rstrip('.')}.",
        rows=tuple(RowAt("findings.csv", each.findings[0].line) for each in reversed(theme.raised)),
        names=MappingProxyType({"years": listed(years(theme)), "reports": reports}),
        since=theme.raised[-1].published,
        page="inspections",
        parameters=MappingProxyType({"criterion": theme.id}),
    )


def self_evaluation_higher(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Areas and criteria that we grade above what the evidence indicates, the furthest first."""
    claims, scoring = claims_known(ground.workspace, ground.as_at, ground.framework.id), ground.config.scoring
    places = {each.id: area_position(each) for each in ground.scores.areas}
    places |= {each.id: criterion_position(each, scoring) for _, each in ground.criteria.values()}
    found = []
    for place, position in places.items():
        mine = claims.of(place)
        if mine and compare(mine[0].grade, position.grade) == "ours higher":
            apart = outside(mine[0].grade, position.score, scoring)
            found.append(
                (apart, _higher(ground, place, position, mine[0].line, mine[0].grade, uk_date(mine[0].day)))
            )
    yield from (raised for _, raised in sorted(found, key=lambda one: -one[0]))


def _higher(ground: Ground, place: str, position: Position, line: int, ours: str, day: str) -> Raised:
    area, theirs = ground.areas[place], position.grade or ""
    stands = f"the evidence stands at {whole_score(position.score or 0.0)}, indicative {theirs}"
    return Raised(
        area=area,
        criterion="" if place == area else place,
        subject=ground.labels[place],
        why=f"Our own grade of {day} is {ours}; {stands}, on {uk_date(ground.as_at)}.",
        rows=(RowAt(OUR_VIEW, line),),
        names=MappingProxyType({"ours": ours, "evidence": theirs}),
        wanted=f"What the grade rests on, in how_we_know of {OUR_VIEW}, line {line}; or a row with another grade.",
        page="self-evaluation",
        parameters=MappingProxyType({"area": area}),
    )


def closed_without_impact(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria with closed actions whose measure is worse, slipped back or not improved; most actions first."""
    plan = ground.workspace.once(plan_on, ground.as_at, ground.framework.id)
    held: dict[str, list[Impact]] = defaultdict(list)
    for each in plan.impacts if plan else ():
        if _claims(each.action) and each.verdict in NOT_IMPROVED and each.action.criterion in ground.areas:
            held[each.action.criterion].append(each)
    for place, mine in sorted(held.items(), key=lambda one: -len(one[1])):
        mine.sort(key=lambda each: (NOT_IMPROVED.index(each.verdict), each.action.line))
        yield _unproven(ground, place, mine)


def _claims(action: Action) -> bool:
    """Whether an action is closed in a way that claims something: a stopped one claims nothing."""
    return action.closed is not None and action.status != "stopped"


def _unproven(ground: Ground, place: str, mine: Sequence[Impact]) -> Raised:
    first, rest = mine[0], len(mine) - 1
    fact = ground.workspace.once(indicators_on, ground.as_at).facts[first.action.measure]
    now = figure_words(fact.latest, fact.indicator.unit, protected=True)
    now += f" in {fact.latest.period_end:%B %Y}"
    verdict = lower_first(VERDICTS[first.verdict][1])
    closed = f"{first.action.title}: {first.action.status}, {uk_date(first.action.closed or ground.as_at)}"
    verb = "has" if rest == 1 else "have"
    others = f" {upper_first(counted(rest, 'more closed action'))} {verb} no better measure." if rest else ""
    return _of_actions(
        ground,
        place,
        [each.action for each in mine],
        f"{closed}; its measure, {lower_first(first.label)}: {verdict}; {now}.{others}",
        "Evidence of another kind that they worked; or a row in action_updates.csv that opens them again.",
    )


def overdue(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Criteria with actions overdue for so many days or more, the longest first."""
    days = rule.number("days")
    held: dict[str, list[Action]] = defaultdict(list)
    for each in ground.open_actions:
        if each.overdue_days is not None and each.overdue_days >= days and each.criterion in ground.areas:
            held[each.criterion].append(each)
    for mine in held.values():
        mine.sort(key=lambda each: (-(each.overdue_days or 0), each.line))
    for place, mine in sorted(held.items(), key=lambda one: -(one[1][0].overdue_days or 0)):
        first, rest = mine[0], len(mine) - 1
        due = f"due {uk_date(first.due)}, " if first.due else ""
        verb = "is" if rest == 1 else "are"
        more = (
            f" {upper_first(counted(rest, 'more action'))} on it {verb} overdue for {days:g} days or longer."
        )
        why = (
            f"{first.title}: {due}overdue by {counted(first.overdue_days or 0, 'day')}.{more if rest else ''}"
        )
        wanted = f"Why, and by when now: a row of {first.action} in action_updates.csv."
        yield _of_actions(ground, place, mine, why, wanted)


def _of_actions(ground: Ground, place: str, mine: Sequence[Action], why: str, wanted: str) -> Raised:
    area = ground.areas[place]
    return Raised(
        area=area,
        criterion="" if place == area else place,
        subject=ground.labels[place],
        why=why,
        rows=tuple(RowAt("actions.csv", each.line) for each in mine),
        wanted=wanted,
        page="plan",
        parameters=MappingProxyType({"action": mine[0].action}),
    )
