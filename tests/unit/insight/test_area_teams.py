"""Teams in an area: the gravest first, how many were looked at, and no more said than can be tested."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.config.fields import GradeName
from readiness.config.load import load_config
from readiness.config.models import Area
from readiness.insight.area_teams import AreaTeams, by_chance_words, teams_of_area
from readiness.insight.indicators.facts import better_of
from readiness.insight.indicators.parts import PartsFact, parts_fact
from readiness.insight.practice.audits import Graded
from readiness.insight.practice.shares import SharesFact, shares_fact
from readiness.insight.practice.teams import AuditTeams
from tests.unit.insight.indicator_made import measured

CONFIG = load_config(Path(__file__).parents[3] / "config")
AREA = next(area for area in CONFIG.frameworks["ilacs-2026"].areas if area.id == "help-and-protection")
DAY = date(2026, 3, 31)
VISITS, ASSESSED, CASELOAD = "child-protection-visits-on-time", "assessments-45-days", "average-caseload"
NOTHING = AuditTeams(DAY, None, {}, {})


def by_team(indicator: str, out_of: float | None = 100, **figures: float) -> dict[str, PartsFact]:
    series = [measured(DAY, each, out_of=out_of, who=f"Team {name}") for name, each in figures.items()]
    fact = parts_fact(CONFIG.indicators[indicator], series, "team", better_of(CONFIG.indicators[indicator]))
    return {indicator: fact} if fact else {}


def audited(**good: int) -> SharesFact:
    """So many of 20 audits of each team graded good."""
    held = {
        f"Team {name}": [graded(f"{name}{at}", "good" if at < top else "inadequate") for at in range(20)]
        for name, top in good.items()
    }
    fact = shares_fact("team", held)
    assert fact is not None
    return fact


def graded(audit: str, grade: GradeName) -> Graded:
    blanks = (None,) * 5
    return Graded(audit, DAY, "plans", grade, None, "", "case", "", *blanks, line=hash(audit))


def of(measures: dict[str, PartsFact], audits: AuditTeams = NOTHING, area: Area = AREA) -> AreaTeams:
    return teams_of_area(area, CONFIG, measures, audits)


def card_of(teams: AreaTeams) -> str:
    """The line of the area's card."""
    return f"{teams.summary} {teams.lowest}"


def test_what_differs_by_more_than_chance_comes_first_whatever_is_widest_apart() -> None:
    teams = of({**by_team(ASSESSED, 10, A=50, B=80), **by_team(VISITS, 500, A=80, B=95)})
    assert [(line.indicator, line.differs) for line in teams.lines] == [(VISITS, True), (ASSESSED, False)]
    assert teams.summary == "Teams differ by more than chance on one of the two measures tested."
    assert (
        "Protection visits on time: 80% (76.3% to 83.3%) in Team A in March 2026, against 95%" in teams.lowest
    )


def test_where_none_differs_the_card_names_the_widest_apart_and_says_it_is_chance() -> None:
    teams = of({**by_team(ASSESSED, 10, A=50, B=80), **by_team(VISITS, 10, A=80, B=90)})
    assert card_of(teams).startswith(
        "Teams differ by no more than chance on the two measures tested. Widest apart: "
    )
    assert "Assessments in 45 days, 50%" in card_of(teams)


def test_a_measure_without_counts_names_its_team_and_is_not_tested() -> None:
    leaders = next(area for area in CONFIG.frameworks["ilacs-2026"].areas if area.id == "impact-of-leaders")
    teams = of(by_team(CASELOAD, None, A=17.8, B=15), area=leaders)
    assert (teams.tested, teams.lines[0].gap) == (0, None)
    assert card_of(teams) == (
        "Whether teams differ by more than chance can't be tested here. Caseload: 17.8 in Team A in March 2026."
    )


def test_teams_that_stand_level_are_looked_at_and_none_is_called_lowest() -> None:
    teams = of(by_team(VISITS, 50, A=90, B=90))
    assert (teams.tested, teams.lines[0].words, teams.lowest) == (1, "", "")


def test_teams_that_share_the_low_end_are_named_together() -> None:
    teams = of(by_team(VISITS, 50, A=80, B=80, C=90))
    assert teams.lines[0].words == "80% in Team A and Team B in March 2026, against 90% for the rest"


def test_audits_count_as_a_whole_and_by_criterion_and_too_few_are_counted_not_listed() -> None:
    first, second = AREA.criteria[:2]
    few = shares_fact("team", {"Team A": [graded("1", "good")]})
    assert few is not None
    audits = AuditTeams(
        DAY, None, {AREA.id: audited(A=2, B=18)}, {first.id: audited(A=8, B=10), second.id: few}
    )
    teams = of({}, audits)
    assert [line.differs for line in teams.lines] == [True, False]
    assert teams.lines[0].words.startswith("10% good or better (2.8% to 30.1%), 2 of 20 grades, in Team A")
    assert by_chance_words(teams) == (
        "Each test is at 95% confidence: up to one in 20 would stand out by chance alone. "
        "On one more audit measure no team has 10 audits in the last 12 months: too few to say."
    )


def test_an_indicator_of_another_area_is_not_of_this_one() -> None:
    assert of(by_team(CASELOAD, None, A=17.8, B=15)).lines == ()


def test_an_area_without_teams_says_nothing() -> None:
    teams = of({})
    assert (teams.lowest, teams.summary, by_chance_words(teams)) == ("", "", "")


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 40), min_size=2),
    st.sampled_from([VISITS, ASSESSED]),
)
def test_the_card_and_the_sentence_of_a_measure_never_disagree(tops: dict[str, int], indicator: str) -> None:
    teams = of(by_team(indicator, 40, **{name: 100 * top / 40 for name, top in tops.items()}))
    (line,) = teams.lines
    assert ("by more than chance" in teams.summary) is bool(line.differs)
    assert ("That is more than chance" in line.sentence) is bool(line.differs)
    assert bool(line.words) == (len(set(tops.values())) > 1)
    for name, top in tops.items():
        if line.words and top == min(tops.values()):
            assert f"Team {name}" in line.words and f"Team {name}" in line.sentence
