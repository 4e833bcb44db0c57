"""How well do we know ourselves? Every area and criterion as we grade it, beside what the evidence indicates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from readiness.dates import uk_date
from readiness.insight.few import figure_words
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.matrix import is_grave
from readiness.insight.plan.actions import actions_known
from readiness.insight.plan.chain import TO_IMPROVE, Finding, findings_by_criterion
from readiness.insight.self_evaluation.agreement import Agreed, agreed
from readiness.insight.self_evaluation.claims import Claim, claims_known
from readiness.insight.self_evaluation.headline import areas_sentence, headline
from readiness.insight.self_evaluation.lists import Noted, noted
from readiness.insight.self_evaluation.places import Known, Place, Sign, area_place, criterion_place
from readiness.insight.self_evaluation.record import Record, record
from readiness.scoring.evidence import Evidence
from readiness.wording import lower_first
from readiness.workspace import Workspace

QUESTIONS = (
    "What do you know about the quality and impact of practice?",
    "How do you know it?",
    "What are your plans over the next 12 months to maintain or improve it?",
)
"""The three questions of a self-evaluation, as Ofsted has put them since 2018."""


@dataclass(frozen=True)
class AreaView:
    """An area and its criteria, in the official order."""

    whole: Place
    themes: tuple[Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The area first, then its criteria."""
        return (self.whole, *self.themes)


@dataclass(frozen=True)
class SelfView:
    """What we say of ourselves on a day. `elsewhere` are rows on nothing that this framework scores.

    `lists` are in the order in which they matter, none where nothing is claimed; `record` is what was judged after we
    had graded ourselves.
    """

    as_at: date
    areas: tuple[AreaView, ...]
    elsewhere: tuple[Claim, ...]
    headline: str
    areas_sentence: str
    agreed: Agreed
    lists: tuple[Noted, ...]
    record: Record

    @property
    def claimed(self) -> bool:
        """Whether anything is on record that this framework can show."""
        return any(place.claim for area in self.areas for place in area.places)

    @property
    def latest(self) -> date | None:
        """The day of the latest row; None without one."""
        days = [place.claim.day for area in self.areas for place in area.places if place.claim]
        return max(days, default=None)

    def area(self, area_id: str) -> AreaView:
        """The area with this id. Raises KeyError where none has it."""
        for each in self.areas:
            if each.whole.id == area_id:
                return each
        raise KeyError(area_id)


def self_view(workspace: Workspace, as_at: date, framework_id: str) -> SelfView:
    """Own grades known by a day beside the evidence of that day, in the terms of a framework."""
    claims = workspace.once(claims_known, as_at, framework_id)
    evidence = workspace.evidence(framework_id)
    open_on = [each for each in workspace.once(actions_known, as_at) if each.closed is None]
    known: Known = (
        workspace.config.scoring,
        claims,
        partial(workspace.score, framework_id=framework_id),
        signs_on(workspace, evidence, as_at),
        open_on,
    )
    areas = tuple(
        AreaView(area_place(area, known), tuple(criterion_place(area, each, known) for each in area.criteria))
        for area in workspace.score(as_at, framework_id).areas
    )
    shown = {place.id for area in areas for place in area.places}
    unscored = [each for place, mine in claims.by_place.items() if place not in shown for each in mine]
    themes = [place for area in areas for place in area.themes]
    wholes = [area.whole for area in areas]
    compared = agreed(themes, wholes)
    labels = {area.id: area.label for area in workspace.config.frameworks[framework_id].areas}
    return SelfView(
        as_at=as_at,
        areas=areas,
        elsewhere=(*claims.elsewhere, *unscored),
        headline=headline(as_at, compared, wholes, labels),
        areas_sentence=areas_sentence(wholes, labels) if compared.noun == "criterion" else "",
        agreed=compared,
        lists=noted(wholes, themes, as_at, workspace.config.scoring) if claims.by_place else (),
        record=record(evidence, claims, as_at),
    )


def signs_on(workspace: Workspace, evidence: Evidence, as_at: date) -> Mapping[str, tuple[Sign, ...]]:
    """By area and criterion, what single rows say against a good grade: indicators, and the last report to speak of it.

    An indicator speaks against where it is of concern or unlikely to meet its target; a report where it named an area
    for improvement or for priority action and no later one spoke of the same area or criterion.
    """
    found: dict[str, list[Sign]] = defaultdict(list)
    for fact in workspace.once(indicators_on, as_at).facts.values():
        if is_grave(fact):
            icons = (fact.reading.assurance, fact.reading.variation)
            said = next(icon.words for icon in icons if icon.tone == "concern")
            sign = Sign(
                f"{fact.indicator.label}: {_latest(fact)}, {lower_first(said)}",
                "observations.csv",
                fact.latest.line,
            )
            for index in evidence.lookup.mapping(fact.indicator):
                found[evidence.lookup.criteria[index].id].append(sign)
    for place, every in workspace.once(findings_by_criterion).items():
        found[place] += _raised([each for each in every if each.published <= as_at])
    return {place: tuple(mine) for place, mine in found.items() if mine}


def _latest(fact: IndicatorFact) -> str:
    """The latest figure with its month, in words that may leave the screen."""
    figure = figure_words(fact.latest, fact.indicator.unit, protected=True)
    return f"{figure} in {fact.latest.period_end:%B %Y}"


def _raised(every: Sequence[Finding]) -> list[Sign]:
    """What the last report to speak of a place named as to be better."""
    return [
        Sign(
            f"{_kind(each)}, {each.title}, {uk_date(each.published)}: {each.summary}",
            "findings.csv",
            each.line,
        )
        for each in every
        if each.kind in TO_IMPROVE and each.published == every[-1].published
    ]


def _kind(each: Finding) -> str:
    return "Area for priority action" if each.kind == "priority action" else each.kind.capitalize()
