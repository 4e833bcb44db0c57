"""What must hold of every set of audits, whatever it is."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from readiness.config.fields import GRADES
from readiness.insight.practice.audits import Graded, window
from readiness.insight.practice.learning import learning_fact
from readiness.insight.practice.mix import mix_fact
from readiness.insight.practice.moderated import leaning
from readiness.insight.practice.moderation import moderation_fact
from readiness.insight.practice.reach import reach_fact
from readiness.insight.practice.shares import shares_fact, shares_finding
from readiness.insight.practice.teams import grouped
from tests.unit.insight.practice_made import TODAY

days = st.integers(0, 800).map(lambda ago: TODAY - timedelta(days=ago))
maybe = st.none() | days


@st.composite
def rows(draw: st.DrawFn) -> Graded:
    """Any row of audits.csv, known today."""
    return Graded(
        audit=draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")),
        day=draw(days),
        criterion=draw(st.sampled_from(("front-door", "help-and-protection"))),
        given=draw(st.sampled_from(GRADES)),
        moderated=draw(st.none() | st.sampled_from(GRADES)),
        team=draw(st.sampled_from(("Team A", "Team B", "Team C"))),
        kind="case",
        theme="Neglect",
        learning_due=draw(maybe),
        learning_closed=draw(maybe),
        checked=draw(maybe),
        escalated=None,
        made_safe=None,
        line=draw(st.integers(2, 10**9)),
    )


audits = st.lists(rows(), min_size=1, max_size=60, unique_by=lambda one: one.line).map(
    lambda found: tuple(sorted(found, key=lambda one: (one.day, one.line)))
)


@given(audits)
def test_every_grade_stands_in_one_quarter(found: tuple[Graded, ...]) -> None:
    mix = mix_fact(found, TODAY)
    assert mix
    assert sum(sum(quarter.counts) for quarter in mix.quarters) == len(found)
    assert all(sum(quarter.counts) == quarter.share.grades for quarter in mix.quarters)


@given(audits)
def test_a_share_lies_in_its_interval_and_no_sentence_claims_what_the_test_does_not(
    found: tuple[Graded, ...],
) -> None:
    fact = shares_fact("team", grouped(found, lambda one: one.team))
    assert fact
    for share in fact.shares:
        assert share.interval
        assert 0 <= share.interval.lower <= (share.percent or 0) + 1e-9 <= share.interval.upper + 2e-9
    claimed = "That is more than chance" in fact.sentence
    assert claimed == (fact.differs is True) == shares_finding(fact).endswith("by more than chance") or (
        shares_finding(fact).startswith(("No ", "Too few")) and not claimed
    )


@given(audits)
def test_what_moderation_did_adds_up(found: tuple[Graded, ...]) -> None:
    fact = moderation_fact(found, TODAY)
    assert fact
    for year in (fact.latest, fact.every, *fact.years):
        assert year.same + year.lowered + year.raised == year.moderated <= year.graded
        assert sum(year.steps) == year.lowered
    if fact.trust.startswith("Mostly"):
        assert fact.latest.enough
        assert leaning(fact.latest) is None


@given(audits)
def test_learning_is_in_time_late_or_not_done(found: tuple[Graded, ...]) -> None:
    fact = learning_fact(found, TODAY)
    if fact is None:
        return
    for loop in (fact.now, fact.before, *fact.teams):
        assert loop.in_time + loop.late + loop.not_done == loop.raised
        assert loop.checked <= loop.raised
    assert sum(team.raised for team in fact.teams) == fact.now.raised
    assert fact.now.not_done <= fact.overdue


@given(audits)
def test_longer_periods_tell_smaller_changes(found: tuple[Graded, ...]) -> None:
    reach = reach_fact(found, TODAY)
    assert (reach is None) == (not window(found, TODAY))
    if reach:
        widths = [each.half_width for each in reach.reaches if each.half_width is not None]
        assert widths == sorted(widths, reverse=True)
