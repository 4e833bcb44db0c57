"""Teams in one judgement area: on which indicator or audit measure does one stand lowest, and is that chance?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Area, Config
from readiness.insight.indicators.facts import better_of, indicators_on
from readiness.insight.indicators.parts import Part, PartsFact, lowest, part_words
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.practice.shares import FEWEST, Share, SharesFact, share_words
from readiness.insight.practice.teams import AuditTeams, audit_teams
from readiness.wording import in_unit, listed
from readiness.workspace import Workspace

AUDITS = "Audits of the last 12 months"


@dataclass(frozen=True, slots=True)
class TeamLine:
    """What the teams say on one measure. `indicator` is its id, empty for audits.

    `words` name the team at the low end with its figure and interval; empty where none stands lowest. `gap` is how
    many points that team is from the rest, and `differs` whether by more than chance; None where it can't be tested.
    `sentence` is the whole of it, as on the measure's own page.
    """

    indicator: str
    measure: str
    words: str
    gap: float | None
    differs: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class AreaTeams:
    """The measures of one area that have teams: those that differ by more than chance first, then the widest apart.

    `too_few` counts the audit measures on which no team has enough audits for anything to be said.
    """

    area: str
    lines: tuple[TeamLine, ...]
    too_few: int

    @property
    def differ(self) -> tuple[TeamLine, ...]:
        """The measures on which a team differs by more than chance."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def tested(self) -> int:
        """How many measures could be tested: with many, some would stand out by chance alone."""
        return sum(line.differs is not None for line in self.lines)

    @property
    def summary(self) -> str:
        """Whether teams differ, and on how many of the measures tested; empty where no measure has teams."""
        return _summary(len(self.differ), self.tested) if self.lines else ""

    @property
    def lowest(self) -> str:
        """The team at the low end of the gravest measure, in a sentence; empty where no team can be named."""
        first = next((line for line in self.lines if line.words), None)
        if first is None:
            return ""
        if self.tested > 1 and not self.differ:
            return f"Widest apart: {first.measure}, {first.words}."
        return f"{first.measure}: {first.words}."


def area_teams(workspace: Workspace, as_at: date, framework_id: str) -> Mapping[str, AreaTeams]:
    """The teams of every area of a framework as known on a day: its indicators with teams, and its audits.

    An indicator counts in every area that it feeds. Audits count as a whole and for each criterion.
    """
    framework = workspace.framework(as_at, framework_id)
    measured = workspace.once(indicators_on, as_at).teams
    audited = workspace.once(audit_teams, as_at, framework.id)
    return {
        area.id: teams_of_area(area, workspace.config, measured, audited)
        for area in framework.areas
        if area.criteria
    }


def teams_of_area(
    area: Area, config: Config, measured: Mapping[str, PartsFact], audited: AuditTeams
) -> AreaTeams:
    """The measures of one area, those that matter most first."""
    own = {area.id, *(criterion.id for criterion in area.criteria)}
    found = [
        _measured(fact, config)
        for name, fact in measured.items()
        if own & set(config.indicators[name].criteria)
    ]
    audits = [(AUDITS, audited.areas.get(area.id))]
    audits += [(f"{AUDITS}, {each.title.lower()}", audited.criteria.get(each.id)) for each in area.criteria]
    held = [(name, fact) for name, fact in audits if fact]
    found += [_audited(name, fact) for name, fact in held if any(share.enough for share in fact.shares)]
    too_few = sum(not any(share.enough for share in fact.shares) for _, fact in held)
    return AreaTeams(area.id, tuple(sorted(found, key=_gravest_first)), too_few)


def _gravest_first(line: TeamLine) -> tuple[bool, bool, bool, float, str]:
    return not line.differs, line.differs is None, not line.words, -(line.gap or 0.0), line.measure


def _measured(fact: PartsFact, config: Config) -> TeamLine:
    indicator = config.indicators[fact.indicator]
    shown = [part for part in fact.parts if part.figure is not None]
    named = better_of(indicator) is not None and len({part.figure for part in shown}) > 1
    rest = _together(shown[len(lowest(shown)) :]) if named and fact.differs is not None else None
    words = _low_words(shown, fact.day, indicator.unit, rest) if named else ""
    gap = None if rest is None else abs((shown[0].figure or 0.0) - rest)
    return TeamLine(indicator.id, fact.label, words, gap, fact.differs, fact.sentence)


def _together(teams: Sequence[Part]) -> float:
    """The percentage of these teams taken together."""
    return 100 * sum(team.numerator or 0.0 for team in teams) / sum(team.denominator or 0.0 for team in teams)


def _low_words(shown: Sequence[Part], day: date, unit: str, rest: float | None) -> str:
    low = lowest(shown)
    figure = part_words(low[0], unit) if len(low) == 1 else in_unit(low[0].figure or 0.0, unit)
    against = f", against {in_unit(rest, unit)} for the rest" if rest is not None else ""
    return f"{figure} in {listed([part.name for part in low])} in {day:%B %Y}{against}"


def _audited(measure: str, fact: SharesFact) -> TeamLine:
    gap = None if fact.difference is None else -fact.difference.value
    return TeamLine("", measure, _share_words(fact.low), gap, fact.differs, fact.sentence)


def _share_words(low: Sequence[Share]) -> str:
    if not low:
        return ""
    names = listed([share.name for share in low])
    if len(low) > 1:
        return f"{in_unit(low[0].percent or 0.0, 'percent')} good or better in {names}"
    return f"{share_words(low[0])}, in {names}"


def _summary(differ: int, tested: int) -> str:
    if not tested:
        return "Whether teams differ by more than chance can't be tested here."
    every = "the one measure" if tested == 1 else f"the {counted_out(tested)} measures"
    if not differ:
        return f"Teams differ by no more than chance on {every} tested."
    which = every if tested == 1 else f"{counted_out(differ)} of {every}"
    return f"Teams differ by more than chance on {which} tested."


def by_chance_words(teams: AreaTeams) -> str:
    """How far to trust that many tests, and what could not be tested; empty where there is nothing to add."""
    said = []
    if teams.tested > 1:
        said.append("Each test is at 95% confidence: up to one in 20 would stand out by chance alone.")
    if teams.too_few:
        measures = counted(teams.too_few, "more audit measure" if teams.lines else "audit measure")
        said.append(f"On {measures} no team has {FEWEST} audits in the last 12 months: too few to say.")
    return " ".join(said)
