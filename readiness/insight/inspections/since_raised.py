"""What is different now? Each repeat finding with what was promised since, and which way its figures went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.indicators.series import Measured
from readiness.insight.inspections.findings import Theme, findings_by
from readiness.insight.plan.actions import Action
from readiness.insight.plan.facts import plan_on
from readiness.insight.plan.impact import Impact, Verdict, moved_since
from readiness.workspace import Workspace

RULE = (
    "Counted are the actions of actions.csv on the same theme that were set since the day of the first report that "
    "raised it. Its figures are those of the indicators placed on the theme that are better high or better low, since "
    "the last report that raised it, by the rule of the Plan page (“Did it work?”): a change counts where it is more "
    "than chance and lasts two periods. Among many figures some move by chance, and none shows what moved it."
)


@dataclass(frozen=True, slots=True)
class Moved:
    """One indicator placed on a theme: its last figure by the day of a report, its latest, and which way it went.

    Of a monthly or quarterly one (`controlled`) the way is that of its control chart: two single figures say little.
    """

    label: str
    unit: str
    before: Measured
    latest: Measured
    verdict: Verdict
    controlled: bool


@dataclass(frozen=True, slots=True)
class SinceRaised:
    """A repeat finding: the actions set on it since it was first raised, and its figures since it was last raised.

    `impacts` are the verdicts on those of its actions that name a measure.
    """

    theme: Theme
    actions: tuple[Action, ...]
    impacts: tuple[Impact, ...]
    figures: tuple[Moved, ...]

    @property
    def closed(self) -> int:
        """How many of its actions are closed on the day."""
        return sum(each.closed is not None for each in self.actions)

    def verdicts(self) -> Mapping[str, Impact]:
        """The verdict on each action that names a measure, by the action's id."""
        return {each.action.action: each for each in self.impacts}

    def went(self, *ways: Verdict) -> tuple[Moved, ...]:
        """Its figures that went one of these ways."""
        return tuple(each for each in self.figures if each.verdict in ways)


def since_raised(workspace: Workspace, as_at: date, framework_id: str) -> tuple[SinceRaised, ...]:
    """Every repeat finding by a day, in the order of `Findings.repeats`."""
    plan = workspace.once(plan_on, as_at, framework_id)
    actions, impacts = (plan.actions, plan.impacts) if plan else ((), ())
    facts = workspace.once(indicators_on, as_at).facts.values()
    return tuple(
        answered(theme, actions, impacts, [each for each in facts if theme.id in each.indicator.criteria])
        for theme in workspace.once(findings_by, as_at, framework_id).repeats
    )


def answered(
    theme: Theme, actions: Sequence[Action], impacts: Sequence[Impact], facts: Sequence[IndicatorFact]
) -> SinceRaised:
    """One repeat finding beside the actions and the indicators that there are on its theme."""
    first, last = theme.raised[0].published, theme.raised[-1].published
    mine = tuple(each for each in actions if each.criterion == theme.id and each.created >= first)
    figures = (_moved(each, last) for each in facts if each.better)
    return SinceRaised(
        theme,
        mine,
        tuple(each for each in impacts if each.action in mine),
        tuple(each for each in figures if each),
    )


def _moved(fact: IndicatorFact, day: date) -> Moved | None:
    """None where there is no figure by the day, or none since."""
    known = [point.measured for point in fact.reading.points if point.measured]
    before = [each for each in known if each.period_end <= day]
    if not before or before[-1] is known[-1]:
        return None
    unit = fact.indicator.unit
    return Moved(
        fact.indicator.label, unit, before[-1], known[-1], moved_since(day, fact)[0], fact.controlled
    )
