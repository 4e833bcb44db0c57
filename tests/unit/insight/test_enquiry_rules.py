"""Each rule of enquiry raises its question at its edge, and not a step before it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from readiness.dates import month_end, uk_date
from tests.unit.insight.enquiry_made import TODAY, judged, questions, rule


def audits(criterion: str, grade: str, number: int = 6, day: str = "2026-03-01") -> tuple[str, ...]:
    """So many moderated audits of a criterion."""
    return tuple(f"{criterion}{each},{day},{criterion},{grade},{grade},," for each in range(number))


def monthly(*values: float, last: date = TODAY) -> tuple[str, ...]:
    """One figure of late visits a month, the last in the month of a day, each of 1,000 visits."""
    first = last.year * 12 + last.month - len(values)
    days = [month_end((first + each) // 12, (first + each) % 12 + 1) for each in range(len(values))]
    return tuple(
        f"late,{day},{value},{value * 10:g},1000,,tests" for day, value in zip(days, values, strict=True)
    )


def test_a_child_found_unsafe_is_asked_about_until_made_safe_and_never_counted(tmp_path: Path) -> None:
    row = "A1,2026-03-01,seen,inadequate,,2026-03-01,"
    (found,) = questions(tmp_path, rule("not made safe"), audits=(row,))
    assert found.why.startswith(
        "Fewer than five children found unsafe in audits are not recorded as made safe"
    )
    assert [each.words for each in found.rows] == ["audits.csv, line 2"]
    assert (found.criterion, found.area, found.page) == ("seen", "help", "practice")
    assert "made_safe of audits.csv" in found.gap
    assert questions(tmp_path, rule("not made safe"), audits=(f"{row}2026-03-02",)) == ()


@pytest.mark.parametrize(("value", "told"), [(0, None), (1, "fewer than five"), (5, "5")])
def test_a_safety_line_is_asked_about_from_the_first_child_over_it(
    value: int, told: str | None, tmp_path: Path
) -> None:
    row = f"unallocated,2026-03-01,{value},,,,tests"
    found = questions(tmp_path, rule("red line"), observations=(row,))
    assert len(found) == (told is not None)
    if told:
        assert found[0].why.startswith(f"{told}, at" if "five" in told else f"{told} at")
        assert f"Unallocated: {told}, 1 March 2026" in found[0].evidence
        assert found[0].subject == "Children without a worker"
        assert "success_measure unallocated" in found[0].gap


@pytest.mark.parametrize(
    ("figures", "lasted"),
    [
        ((5,), ""),
        ((0, 5), " Crossed in the last figure, since 31 March 2026, today."),
        ((0, 5, 6), " Crossed in each of the last two figures, since 28 February 2026, 31 days ago."),
        ((5, 6, 7), " Crossed in each of the last three figures, since 31 January 2026, 59 days ago."),
    ],
)
def test_a_crossed_line_says_since_when_by_its_figures_alone(
    figures: tuple[int, ...], lasted: str, tmp_path: Path
) -> None:
    days = [date(2026, 1, 31), date(2026, 2, 28), TODAY][-len(figures) :]
    rows = tuple(f"unallocated,{day},{value},,,,tests" for day, value in zip(days, figures, strict=True))
    (found,) = questions(tmp_path, rule("red line"), observations=rows)
    assert found.area == "help"
    assert found.why.endswith(f", known on 31 March 2026.{lasted} Crossed when above 0.")


@pytest.mark.parametrize(
    ("days", "newer"),
    [(364, ""), (365, " No newer figure in 1 year."), (730, " No newer figure in 2 years.")],
)
def test_a_crossed_line_that_nobody_has_looked_at_for_years_says_so(
    days: int, newer: str, tmp_path: Path
) -> None:
    day = TODAY - timedelta(days=days)
    (found,) = questions(tmp_path, rule("red line"), observations=(f"unallocated,{day},5,,,,tests",))
    assert f", known on {uk_date(day)}.{newer} Crossed when above 0." in found.why


@pytest.mark.parametrize(("age", "asked"), [(62, False), (63, True)])
def test_a_line_last_seen_longer_ago_than_it_stays_fresh_is_not_known(
    age: int, asked: bool, tmp_path: Path
) -> None:
    row = f"unallocated,{TODAY - timedelta(days=age)},0,,,,tests"
    found = questions(tmp_path, rule("not known"), observations=(row,))
    assert bool(found) == asked
    if asked:
        assert "too old to call clear" in found[0].why


def test_a_line_never_seen_is_asked_about_with_the_rows_to_add(tmp_path: Path) -> None:
    (found,) = questions(tmp_path, rule("not known"))
    assert found.why == "No figure has been seen."
    assert (found.answer, found.rows) == (None, ())
    assert "rows of unallocated in observations.csv" in found.gap


def test_a_finding_is_repeated_from_the_second_report_and_not_once_praised(tmp_path: Path) -> None:
    twice = ("r1,plans,area for improvement", "r2,plans,mixed")
    (found,) = questions(tmp_path, rule("repeat finding"), **judged(*twice))
    assert found.why.startswith(
        "Raised in two reports, May 2020 to May 2022, two years. Raised last in May 2022"
    )
    assert [each.words for each in found.rows] == ["findings.csv, line 3", "findings.csv, line 2"]
    assert found.evidence == "Nothing on file is newer than the report of 1 May 2022."
    assert questions(tmp_path, rule("repeat finding"), **judged(twice[0])) == ()
    assert questions(tmp_path, rule("repeat finding"), **judged(*twice, "r3,plans,strength")) == ()
    assert questions(tmp_path, rule("repeat finding", reports=3), **judged(*twice)) == ()


def test_a_repeat_finding_is_told_in_the_words_of_the_last_of_three_reports(tmp_path: Path) -> None:
    said = judged(*(f"r{number},plans,area for improvement" for number in (1, 2, 3)))
    rows = tuple(row.replace("Said so", f"Words {number}") for number, row in enumerate(said["findings"], 1))
    (found,) = questions(tmp_path, rule("repeat finding"), **said | {"findings": rows})
    assert found.why.startswith("Raised in three reports, May 2020 to May 2024, four years.")
    assert found.why.endswith("it said: Words 3.")


def test_two_findings_of_one_report_are_no_repeat(tmp_path: Path) -> None:
    assert questions(tmp_path, rule("repeat finding"), **judged("r1,plans,mixed", "r1,plans,mixed")) == ()


def test_a_repeat_finding_is_answered_by_what_is_newer_than_it(tmp_path: Path) -> None:
    said = judged("r1,seen,mixed", "r2,seen,mixed")
    (found,) = questions(tmp_path, rule("repeat finding"), **said, observations=monthly(12))
    assert (
        found.evidence
        == "Late visits: 12%, 31 March 2026; known on 31 March 2026 (observations.csv, line 2)."
    )


USUAL = (20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19)


def test_an_indicator_is_asked_about_where_it_is_worse_by_more_than_noise(tmp_path: Path) -> None:
    kind = rule("out of control")
    (found,) = questions(tmp_path, kind, observations=monthly(*USUAL, 40))
    assert (found.criterion, found.parameters["indicator"]) == ("seen", "late")
    assert "above its usual range in March 2026" in found.why
    assert "Nobody has answered it" in found.why
    assert questions(tmp_path, kind, observations=monthly(*USUAL, 20)) == ()
    assert questions(tmp_path, kind, observations=monthly(*USUAL, 2)) == ()


def test_a_target_is_asked_about_where_it_is_unlikely_to_be_met(tmp_path: Path) -> None:
    kind = rule("target missed")
    (found,) = questions(tmp_path, kind, observations=monthly(*USUAL), targets=("late,2025-01-01,5",))
    assert "will miss 5% unless something changes" in found.why
    assert questions(tmp_path, kind, observations=monthly(*USUAL), targets=("late,2025-01-01,20",)) == ()
    assert questions(tmp_path, kind, observations=monthly(*USUAL)) == ()


@pytest.mark.parametrize(
    ("ours", "asked"), [("good", True), ("requires improvement", False), ("inadequate", False)]
)
def test_our_own_grade_is_asked_about_where_it_is_above_the_evidence(
    ours: str, asked: bool, tmp_path: Path
) -> None:
    rows = {
        "audits": audits("plans", "requires improvement"),
        "self_evaluation": (f"2026-03-01,plans,{ours},Audits,",),
    }
    found = questions(tmp_path, rule("self-evaluation higher"), **rows)
    assert bool(found) == asked
    if asked:
        assert "is good; the evidence stands at 50, indicative requires improvement" in found[0].why
        assert found[0].rows[0].words == "self_evaluation.csv, line 2"


def test_an_area_graded_as_a_whole_is_not_counted_among_its_themes(tmp_path: Path) -> None:
    themes = ("front-door", "plans")
    rows = {
        "audits": tuple(row for each in themes for row in audits(each, "requires improvement")),
        "self_evaluation": tuple(f"2026-03-01,{each},good,Audits," for each in ("help", *themes)),
    }
    asks = rule("self-evaluation higher", together_from=3, together='"{area}: {number} themes?"')
    [found] = questions(tmp_path, asks, **rows)
    assert found.question == "Help: two themes?"
    assert "the area as a whole" in found.why.lower()


def test_our_own_grade_is_not_above_evidence_that_there_is_not_enough_of(tmp_path: Path) -> None:
    rows = {"audits": audits("plans", "inadequate", 1), "self_evaluation": ("2026-03-01,plans,good,Audits,",)}
    assert questions(tmp_path, rule("self-evaluation higher"), **rows) == ()


@pytest.mark.parametrize(("status", "asked"), [("completed", True), ("stopped", False), ("on track", False)])
def test_an_action_closed_without_a_better_measure_is_asked_about_unless_it_was_stopped(
    status: str, asked: bool, tmp_path: Path
) -> None:
    rows = {
        "observations": monthly(*USUAL, *USUAL),
        "actions": ("A1,Train,seen,Board,2025-04-30,,Head,late",),
        "action_updates": (f"A1,2025-09-30,{status}",),
    }
    found = questions(tmp_path, rule("closed without impact"), **rows)
    assert bool(found) == asked
    if asked:
        assert found[0].why.startswith(
            "Train: completed, 30 September 2025; its measure, late visits: no improvement seen"
        )


@pytest.mark.parametrize(
    ("number", "others"),
    [
        (1, ""),
        (2, " One more closed action has no better measure."),
        (3, " Two more closed actions have no better measure."),
    ],
)
def test_further_actions_of_a_theme_that_closed_without_a_better_measure_are_counted(
    number: int, others: str, tmp_path: Path
) -> None:
    rows = {
        "observations": monthly(*USUAL, *USUAL),
        "actions": tuple(f"A{each},Train,seen,Board,2025-04-30,,Head,late" for each in range(number)),
        "action_updates": tuple(f"A{each},2025-09-30,completed" for each in range(number)),
    }
    (found,) = questions(tmp_path, rule("closed without impact"), **rows)
    assert found.why.endswith(f" in March 2026.{others}")


@pytest.mark.parametrize(("days", "asked"), [(89, False), (90, True)])
def test_an_action_is_long_overdue_from_the_day_that_the_rule_says(
    days: int, asked: bool, tmp_path: Path
) -> None:
    due = TODAY - timedelta(days=days)
    rows = {
        "actions": (f"A1,Train,plans,Board,2025-01-06,{due},Head,",),
        "action_updates": ("A1,2025-02-01,on track",),
    }
    found = questions(tmp_path, rule("overdue"), **rows)
    assert bool(found) == asked
    if asked:
        assert "overdue by 90 days" in found[0].why
        assert found[0].owner == "Head"


def test_a_theme_is_weak_below_the_rules_score_and_not_at_it(tmp_path: Path) -> None:
    held = {"audits": audits("plans", "requires improvement")}
    (found,) = questions(tmp_path, rule("weak", below=50.5), **held)
    assert found.why.startswith("It stands at 50 of 100; ")
    assert found.why.endswith("A question is asked below 50.5.")
    assert questions(tmp_path, rule("weak", below=50), **held) == ()


def test_what_is_missing_is_never_called_weak(tmp_path: Path) -> None:
    assert questions(tmp_path, rule("weak", below=100)) == ()
    assert questions(tmp_path, rule("weak", below=100), audits=audits("plans", "inadequate", 1)) == ()


def test_evidence_disagrees_beyond_the_rules_points_and_not_at_them(tmp_path: Path) -> None:
    heard = tuple(f"v{each},2026-03-01,plans,children,survey,positive,," for each in range(3))
    rows = {"audits": audits("plans", "requires improvement"), "feedback": heard}
    (found,) = questions(tmp_path, rule("contradictory", points=24.9), **rows)
    assert found.why == "Of 100 points voice says 75, practice 50: 25 apart."
    assert questions(tmp_path, rule("contradictory", points=25), **rows) == ()
    few = {"audits": audits("plans", "requires improvement"), "feedback": heard[:1]}
    assert questions(tmp_path, rule("contradictory", points=1, coverage=0.5), **few) == ()


def test_a_theme_rests_on_one_kind_of_evidence_until_a_second_counts(tmp_path: Path) -> None:
    held = audits("plans", "good")
    (found,) = questions(tmp_path, rule("single source"), audits=held)
    assert found.why.startswith("It rests on practice; of ")
    heard = ("v1,2026-03-01,plans,children,survey,positive,,",)
    assert questions(tmp_path, rule("single source"), audits=held, feedback=heard) == ()


@pytest.mark.parametrize(("days", "asked"), [(365, False), (366, True)])
def test_evidence_is_old_once_older_than_the_rules_days(days: int, asked: bool, tmp_path: Path) -> None:
    day = TODAY - timedelta(days=days)
    found = questions(tmp_path, rule("stale"), audits=audits("plans", "good", day=str(day)))
    assert [each.criterion for each in found] == (["plans"] if asked else [])
    if asked:
        assert found[0].rows[0].words == "audits.csv, line 7"


def test_the_status_of_an_action_makes_nothing_fresh(tmp_path: Path) -> None:
    rows = {
        "audits": audits("plans", "good", day="2024-03-01"),
        "actions": ("A1,Train,plans,Board,2026-01-06,,Head,",),
        "action_updates": ("A1,2026-02-01,on track",),
    }
    assert [each.criterion for each in questions(tmp_path, rule("stale"), **rows)] == ["plans"]


def test_a_theme_without_a_row_is_asked_about_as_such(tmp_path: Path) -> None:
    found = questions(tmp_path, rule("no evidence"), audits=audits("plans", "good"))
    assert [each.criterion for each in found] == ["front-door", "seen", "permanence"]
    assert {each.evidence for each in found} == {"No evidence of what it is like is on file."}
