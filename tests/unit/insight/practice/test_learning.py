"""The learning loop, how far audits reach, and audits beside what inspectors found."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from readiness.insight.practice.audits import audits_known
from readiness.insight.practice.coverage import CoverageFact, coverage_fact
from readiness.insight.practice.inspectors import InspectorsFact, audit_points, inspectors_fact
from readiness.insight.practice.learning import learning_fact
from readiness.workspace import Workspace
from tests.pages.shipped import opened, shipped
from tests.unit.insight.grip_made import made as with_report
from tests.unit.insight.practice_made import TODAY, graded
from tests.unit.story.told import made


def day(ago: int):  # noqa: ANN201
    return TODAY - timedelta(days=ago)


def test_learning_is_in_time_late_or_not_done_and_adds_up() -> None:
    audits = [
        graded(days_ago=90, learning_due=day(30), learning_closed=day(30), checked=day(5)),
        graded(days_ago=90, learning_due=day(30), learning_closed=day(20)),
        graded(days_ago=90, learning_due=day(1), team="Team B"),
    ]
    found = learning_fact(audits, TODAY)
    assert found
    assert (found.now.raised, found.now.in_time, found.now.late, found.now.not_done) == (3, 1, 1, 1)
    assert [team.name for team in found.teams] == ["Team B", "Team A"]
    assert found.sentence == (
        "Of three pieces of learning due in the last 12 months 2 were acted on (66.7%), 1 of them in time; 1 was "
        "checked in practice (33.3%). One is overdue and not recorded as done, due on 30 March 2026."
    )


def test_one_piece_of_learning_reads_as_one() -> None:
    late = learning_fact([graded(days_ago=90, learning_due=day(30), learning_closed=day(20))], TODAY)
    open_still = learning_fact([graded(days_ago=90, learning_due=day(30))], TODAY)
    assert late and late.sentence == (
        "Of one piece of learning due in the last 12 months 1 was acted on (100%), late; none was checked in practice."
    )
    assert open_still and open_still.sentence.startswith(
        "Of one piece of learning due in the last 12 months none was acted on; none was checked in practice."
    )


def test_learning_due_today_is_not_late_yet() -> None:
    found = learning_fact([graded(days_ago=30, learning_due=TODAY)], TODAY)
    assert found
    assert (found.overdue, found.not_due, found.now.raised) == (0, 1, 0)
    assert found.sentence == "No learning fell due in the last 12 months."


def test_learning_closed_without_a_due_date_is_counted_apart() -> None:
    found = learning_fact([graded(days_ago=30, learning_closed=day(1))], TODAY)
    assert found
    assert (found.undated, found.now.raised) == (1, 0)


def test_without_learning_there_is_no_loop() -> None:
    assert learning_fact([graded()], TODAY) is None


def test_what_northmere_raised_is_done_less_and_checked_less_still() -> None:
    as_at = opened("2026-11-06")[0]
    found = learning_fact(audits_known(shipped("northmere"), as_at), as_at)
    assert found
    assert found.now.raised > found.now.done > found.now.checked > 50
    assert found.overdue == 98


def test_nothing_closed_after_the_day_is_known_on_it() -> None:
    as_at = opened("2025-03-31")[0]
    for one in audits_known(shipped("northmere"), as_at):
        happened = (one.day, one.learning_closed, one.checked, one.escalated, one.made_safe)
        assert all(each is None or each <= as_at for each in happened)


def coverage(as_at: str) -> CoverageFact:
    workspace, at = shipped("northmere"), opened(as_at)[0]
    return coverage_fact(workspace, audits_known(workspace, at), workspace.framework(at), at)


def test_coverage_is_that_of_the_score() -> None:
    scores = shipped("northmere").score(opened("2026-11-06")[0])
    cells = {one.id: one.cells["practice"].coverage for area in scores.areas for one in area.criteria}
    assert {each.criterion: each.coverage for each in coverage("2026-11-06").criteria} == cells


def test_it_says_which_criteria_were_seen_only_through_their_whole_area() -> None:
    found = coverage("2026-11-06")
    assert found.sentence == (
        "All 54 criteria were audited in the last 12 months; 11 of them only through audits of their whole area. "
        "42 have as many audits as the score asks for."
    )
    assert "6 moderated audits of a criterion, or 12 not moderated, in the last 92 days" in found.rule


def test_where_one_audit_is_enough_the_rule_says_one_audit(tmp_path: Path) -> None:
    held, at = made(tmp_path, {"audits": ["a1,2026-10-01,front-door,good"]}), date(2026, 11, 6)
    strands = held.config.scoring.strands
    one = strands.model_copy(update={"practice": strands.practice.model_copy(update={"enough": 1.0})})
    config = replace(held.config, scoring=held.config.scoring.model_copy(update={"strands": one}))
    changed = Workspace(config, held.dataset)
    found = coverage_fact(changed, audits_known(changed, at), changed.framework(at), at)
    assert "asks for: 1 moderated audit of a criterion, or 2 not moderated, in the last" in found.rule


def test_criteria_without_an_audit_are_told() -> None:
    found = coverage("2023-11-03")
    never = [each for each in found.criteria if each.last is None]
    assert len(never) == sum(each.year == 0 for each in found.criteria) > 10
    assert found.sentence.startswith(f"{len(found.criteria) - len(never)} of {len(found.criteria)} criteria")


def against(as_at: str, dataset: str = "northmere") -> InspectorsFact:
    workspace, at = shipped(dataset), opened(as_at)[0]
    return inspectors_fact(workspace, audits_known(workspace, at), workspace.framework(at), at)


def test_audits_are_compared_with_each_report_that_is_out() -> None:
    found = against("2026-11-06")
    assert [report.inspection for report in found.reports] == ["peer-2025", "focused-2025", "ilacs-2023"]
    verdicts = {each.criterion: each.verdict for each in found.reports[1].compared}
    assert verdicts["supervision"] == "audits kinder"
    assert verdicts["child-protection-conferences"] == "audits harsher"
    assert [report.inspection for report in against("2025-03-26").reports] == ["ilacs-2023"]


def test_a_report_before_any_audit_has_nothing_to_compare() -> None:
    first = against("2026-11-06").reports[-1]
    assert {each.verdict for each in first.compared} == {"no audits"}
    assert "no audits of the 12 months before to compare" in first.sentence


def test_the_sentence_counts_what_could_be_compared() -> None:
    assert against("2026-11-06").sentence == (
        "Nine times audits and a report looked at the same criterion: they agreed five times, audits were kinder three "
        "times and harsher once."
    )
    assert against("2024-03-01").sentence.endswith("so nothing can be compared.")


def test_findings_are_traced_to_their_lines() -> None:
    supervision = next(
        each for each in against("2026-11-06").reports[1].compared if each.criterion == "supervision"
    )
    assert supervision.lines == (18,)


def test_audits_of_the_criterion_itself_are_taken_where_there_are_three() -> None:
    peer, visit, _ = against("2026-11-06").reports
    supervision = next(each for each in visit.compared if each.criterion == "supervision")
    kinship = next(each for each in peer.compared if each.criterion == "kinship-carers")
    assert (supervision.audits, supervision.own) == (10, 10)
    assert (kinship.audits, kinship.own) == (16, 1)


def test_a_moderated_audit_weighs_twice_one_that_is_not() -> None:
    scoring = shipped("northmere").config.scoring
    pair = [graded("good", moderated="inadequate"), graded("good")]
    assert audit_points(pair, scoring) == (20 + 0.5 * 70) / 1.5
    assert audit_points([], scoring) is None


def test_a_framework_of_one_criterion_is_told_as_one(tmp_path: Path) -> None:
    def sentence(name: str, *audits: str) -> str:
        held, at = made(tmp_path / name, {"audits": list(audits)}), date(2026, 11, 6)
        return coverage_fact(held, audits_known(held, at), held.framework(at), at).sentence

    assert sentence("none") == "The one criterion was not audited in the last 12 months."
    assert sentence("one", "a1,2026-10-01,front-door,good") == (
        "The one criterion was audited in the last 12 months, less often than the score asks for."
    )
    assert sentence("enough", *(f"a{n},2026-10-01,front-door,good" for n in range(12))) == (
        "The one criterion was audited in the last 12 months, as often as the score asks for."
    )


def test_where_nothing_was_audited_no_others_are_spoken_of() -> None:
    assert coverage("2020-01-01").sentence == "None of 54 criteria was audited in the last 12 months."


@pytest.mark.parametrize(
    ("grade", "said"),
    [("good", "they agreed"), ("outstanding", "audits were kinder"), ("inadequate", "audits were harsher")],
)
def test_one_comparison_with_a_report_is_told_by_what_came_of_it(
    tmp_path: Path, grade: str, said: str
) -> None:
    audits = "".join(f"a{number},2026-08-01,early-help,{grade}\n" for number in range(3))
    (tmp_path / "audits.csv").write_text(f"audit,date,criterion,grade\n{audits}", encoding="utf-8")
    held = with_report(
        tmp_path,
        inspections=("i1,ilacs-2026,inspection,Report,,,2026-09-01,Made",),
        findings=("f1,i1,early-help,mixed,Help comes early to some,Made",),
    )
    at = date(2026, 11, 6)
    found = inspectors_fact(held, audits_known(held, at), held.framework(at), at)
    assert found.sentence == f"Once audits and a report looked at the same criterion: {said}."
