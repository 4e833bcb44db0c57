"""What audits say, and whether our own grading can be trusted: every fact of the Practice page, and its headline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Framework
from readiness.dates import uk_date
from readiness.insight.few import FEWER
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import NO_THEME, Graded, audits_known, window
from readiness.insight.practice.coverage import CoverageFact, coverage_fact
from readiness.insight.practice.inspectors import InspectorsFact, inspectors_fact
from readiness.insight.practice.learning import LearningFact, learning_fact
from readiness.insight.practice.mix import MixFact, mix_fact
from readiness.insight.practice.moderation import ModerationFact, moderation_fact
from readiness.insight.practice.reach import ReachFact, reach_fact
from readiness.insight.practice.shares import Share, SharesFact, share_of, shares_fact
from readiness.insight.practice.teams import by_team, grouped, placed
from readiness.insight.safety.escalations import Escalations, open_escalations
from readiness.statistics.disclosure import is_small
from readiness.wording import in_unit, upper_first
from readiness.workspace import Workspace


@dataclass(frozen=True)
class Practice:
    """Every fact about the audits known on a day. `whole` and the shares are of the 12 months to it.

    A part is None where the audits hold nothing of it: no team named, no learning raised, none in the last 12 months.
    `headline` has the gravest first, which may stand alone.
    """

    as_at: date
    audits: tuple[Graded, ...]
    names: Mapping[str, str]
    """Criterion or area id -> its title; an id of another framework stands for itself."""
    escalations: Escalations
    mix: MixFact
    moderation: ModerationFact
    whole: Share
    teams: SharesFact | None
    themes: SharesFact | None
    areas: SharesFact | None
    criteria: SharesFact | None
    coverage: CoverageFact
    learning: LearningFact | None
    inspectors: InspectorsFact
    reach: ReachFact | None
    headline: tuple[str, ...]


def practice_on(workspace: Workspace, as_at: date, framework_id: str) -> Practice | None:
    """What the audits known on a day say, in a framework; None where no audit is known."""
    audits = workspace.once(audits_known, as_at)
    mix, moderation = mix_fact(audits, as_at), moderation_fact(audits, as_at)
    if mix is None or moderation is None:
        return None
    framework = workspace.framework(as_at, framework_id)
    names = titles(framework)
    year = window(audits, as_at)
    escalations = workspace.once(open_escalations, as_at)
    themes = grouped(year, lambda one: one.theme)
    themes.pop(NO_THEME, None)
    return Practice(
        as_at=as_at,
        audits=audits,
        names=names,
        escalations=escalations,
        mix=mix,
        moderation=moderation,
        whole=share_of("All audits", year),
        teams=by_team(year),
        themes=shares_fact("theme", themes),
        areas=shares_fact("area", _areas(year, framework)),
        criteria=shares_fact("criterion", grouped(year, lambda one: names.get(one.criterion, one.criterion))),
        coverage=coverage_fact(workspace, audits, framework, as_at),
        learning=learning_fact(audits, as_at),
        inspectors=inspectors_fact(workspace, audits, framework, as_at),
        reach=reach_fact(audits, as_at),
        headline=practice_headline(escalations, audits, moderation, as_at),
    )


def _areas(graded: Sequence[Graded], framework: Framework) -> dict[str, list[Graded]]:
    """The grades of each area: those of its criteria, and of the area as a whole."""
    held = placed(graded, framework)
    return {area.label: held[area.id] for area in framework.areas}


def no_audits_headline(as_at: date) -> str:
    """What the page says where no audit is known."""
    return (
        f"No audit is known by {uk_date(as_at)}, so nothing can be said of practice, nor of our own grading."
    )


def titles(framework: Framework) -> dict[str, str]:
    """The titles of criteria by their ids; an audit of an area as a whole is named as such. No two are the same."""
    every = [one.title for area in framework.areas for one in area.criteria]
    named = {area.id: f"{area.label}, as a whole" for area in framework.areas}
    for area in framework.areas:
        for one in area.criteria:
            named[one.id] = one.title if every.count(one.title) == 1 else f"{one.title} ({area.label})"
    return named


def practice_headline(
    escalations: Escalations,
    audits: Sequence[Graded],
    moderation: ModerationFact,
    as_at: date,
    *,
    protected: bool = False,
) -> tuple[str, ...]:
    """A child not recorded as made safe comes first, then what audits say, then how far they can be trusted.

    `protected` words may leave the screen: they tell 1 to 4 audits, each of a child, as fewer than five.
    """
    unsafe = (f"{escalations.short}.",) if escalations.open else ()
    year = share_of("", window(audits, as_at))
    if year.percent is None:
        last = f"the last was on {uk_date(audits[-1].day)}"
        return *unsafe, f"No audit is known of the 12 months to {uk_date(as_at)}; {last}."
    if not year.enough:
        few = protected and is_small(year.audits)
        number = f"{FEWER} audits" if few else f"only {counted(year.audits, 'audit')}"
        known = upper_first(f"{number} {'is' if year.audits == 1 and not few else 'are'} known")
        return *unsafe, f"{known} of the last 12 months: too few to say how good practice is."
    share = f"{in_unit(year.percent, 'percent')} of the last 12 months' audit grades are good or better."
    return *unsafe, share, _trusted(moderation)


def _trusted(moderation: ModerationFact) -> str:
    """How far moderation bears them out."""
    latest = moderation.latest
    if not latest.moderated:
        return "None of them was moderated."
    if not latest.enough:
        return f"Only {latest.moderated} of {latest.graded} {'was' if latest.moderated == 1 else 'were'} moderated."
    if latest.same == latest.moderated:
        return f"Moderation changed none of the {latest.moderated} it looked at."
    parts = [
        f"lowered {latest.lowered}" if latest.lowered else "",
        f"raised {latest.raised}" if latest.raised else "",
    ]
    return f"Of {latest.moderated} moderated, moderation {' and '.join(part for part in parts if part)}."
