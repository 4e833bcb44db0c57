"""The list of questions: gravest first, one to a theme, with the best row, an owner and the gap; and its headline."""

from dataclasses import replace
from pathlib import Path

from readiness.config.models import EnquiryRule
from readiness.insight.enquiry.answer import NO_GAP, NO_OWNER
from readiness.insight.enquiry.facts import Enquiry, enquiries
from readiness.insight.enquiry.words import answered_words, headline, narrowed_words, short_headline
from tests.pages.shipped import opened, shipped
from tests.unit.insight.enquiry_made import TODAY, judged, made, questions, rule
from tests.unit.insight.test_enquiry_rules import audits, monthly

RULES = [
    EnquiryRule(id="weak", title="Weak", kind="weak", question="Why?"),
    EnquiryRule(id="not-known", title="Lines not known", kind="not known", question="How?"),
]


def test_questions_come_in_the_order_of_the_rules(tmp_path: Path) -> None:
    rules, held = (rule("weak"), rule("not known")), audits("plans", "inadequate")
    assert [each.rule for each in questions(tmp_path, *rules, audits=held)] == ["weak", "not-known"]
    assert [each.rule for each in questions(tmp_path, *rules[::-1], audits=held)] == ["not-known", "weak"]


def test_a_theme_is_asked_about_once_and_what_else_was_found_goes_with_it(tmp_path: Path) -> None:
    rows = judged("r1,plans,area for improvement", "r2,plans,area for improvement")
    found = questions(tmp_path, rule("repeat finding"), rule("stale"), rule("weak"), **rows)
    assert [(each.rule, each.criterion) for each in found] == [("repeat-finding", "plans")]
    assert found[0].rules == ("repeat-finding", "stale")
    assert found[0].also == (
        "The newest evidence of it became known on 1 May 2022, 1,430 days before 31 March 2026.",
    )


def test_no_other_question_stands_in_for_a_safety_line(tmp_path: Path) -> None:
    rows = {"audits": audits("seen", "inadequate"), "observations": ("unallocated,2026-03-01,7,,,,tests",)}
    found = questions(tmp_path, rule("weak"), rule("red line"), **rows)
    assert [each.rule for each in found] == ["weak", "red-line"]


def test_many_themes_of_one_area_are_one_question_from_the_rules_number_on(tmp_path: Path) -> None:
    together = {"together": '"{number} of {area}: {themes}?"', "together_from": 3}
    found = questions(tmp_path, rule("no evidence", **together))
    assert [(each.area, each.criterion) for each in found] == [("help", ""), ("care", "permanence")]
    assert found[0].question == "Three of Help: front door; plans; seeing children?"
    assert found[0].criteria == ("front-door", "plans", "seen")
    apart = questions(tmp_path, rule("no evidence", **{**together, "together_from": 4}))
    assert [each.criterion for each in apart] == ["front-door", "plans", "seen", "permanence"]


def test_a_rule_that_is_off_or_for_another_area_asks_nothing(tmp_path: Path) -> None:
    held = audits("plans", "inadequate")
    assert questions(tmp_path, rule("weak", asked="false"), audits=held) == ()
    assert questions(tmp_path, rule("weak", areas="[care]"), audits=held) == ()
    assert len(questions(tmp_path, rule("weak", areas="[help]"), audits=held)) == 1


def test_the_best_row_is_the_freshest_figure_before_a_single_audit(tmp_path: Path) -> None:
    rows = {"audits": audits("seen", "inadequate", day="2026-03-30"), "observations": monthly(45, 40)}
    (found,) = questions(tmp_path, rule("weak"), **rows)
    assert (
        found.evidence
        == "Late visits: 40%, 31 March 2026; known on 31 March 2026 (observations.csv, line 3)."
    )
    (alone,) = questions(tmp_path, rule("weak"), audits=audits("plans", "inadequate"))
    assert alone.evidence.startswith(
        "Case audits, the newest of those trusted most: moderated inadequate; known on"
    )
    assert alone.answer is not None


def test_counts_of_few_children_are_told_as_few_in_every_sentence(tmp_path: Path) -> None:
    rows = {
        "observations": ("late,2026-03-31,,3,12,,tests",),
        "feedback": ("v1,2026-03-01,plans,children,survey,,2,6",),
        "audits": audits("plans", "inadequate") + audits("seen", "inadequate"),
    }
    found = {each.criterion: each for each in questions(tmp_path, rule("weak"), **rows)}
    assert "not shown (small numbers)" in found["seen"].evidence
    assert "25%" not in found["seen"].evidence
    assert found["plans"].evidence.startswith(
        "Survey of children: asked, and the counts are too small to show"
    )


def action(*cells: str) -> tuple[str, ...]:
    return (f"A1,Train,plans,Board,2025-01-06,{','.join(cells)}",)


def weak_plans(folder: Path, **rows: tuple[str, ...]) -> Enquiry:
    (found,) = questions(folder, rule("weak"), audits=audits("plans", "inadequate"), **rows)
    return found


def test_without_an_open_action_nobody_owns_it_and_the_row_to_add_is_named(tmp_path: Path) -> None:
    found = weak_plans(tmp_path)
    assert (found.owner, found.action) == (NO_OWNER, "")
    assert (
        "No open action is about it: a row with criterion plans, an owner and a date in actions.csv."
        in found.gap
    )
    closed = weak_plans(
        tmp_path, actions=action("2025-06-01", "Head", ""), action_updates=("A1,2025-05-01,completed",)
    )
    assert closed.owner == NO_OWNER


def test_the_owner_of_the_open_action_answers_and_what_it_lacks_is_named(tmp_path: Path) -> None:
    found = weak_plans(tmp_path, actions=action("", "Head of service", ""))
    assert found.owner == "Head of service"
    assert found.action == "Train: no update on record (actions.csv, line 2)."
    assert "Its open action lacks due and success_measure: actions.csv, line 2." in found.gap
    nobody = weak_plans(tmp_path, actions=action("2026-06-01", "", "late"))
    assert nobody.owner == NO_OWNER
    assert "lacks owner" in nobody.gap


def test_the_gap_names_the_kinds_of_evidence_that_are_missing_with_their_files(tmp_path: Path) -> None:
    assert (
        "Too little is held of scrutiny (findings.csv), voice (feedback.csv) and improvement"
        in weak_plans(tmp_path).gap
    )


def test_an_open_action_that_is_overdue_is_a_gap(tmp_path: Path) -> None:
    late = weak_plans(tmp_path, actions=action("2026-03-30", "Head of service", "late"))
    assert "Why its open action is overdue, and by when now: a row of A1 in action_updates.csv." in late.gap
    assert "overdue" not in weak_plans(tmp_path, actions=action("2026-04-01", "Head of service", "late")).gap


def test_a_gap_is_none_only_where_everything_is_held(tmp_path: Path) -> None:
    heard = tuple(f"v{each},2026-03-01,plans,children,survey,mixed,," for each in range(3))
    full = {
        "feedback": heard,
        "inspections": ("r1,now,inspection,Report,2026-03-01,report",),
        "judgements": ("r1,help,good",),
        "actions": action("2026-06-01", "Head", "late"),
        "action_updates": ("A1,2026-03-01,on track",),
    }
    assert weak_plans(tmp_path, **full).gap == NO_GAP


def test_nothing_known_later_than_the_day_raises_or_answers(tmp_path: Path) -> None:
    workspace = made(tmp_path, rule("weak"), audits=audits("plans", "inadequate", day="2026-04-01"))
    assert enquiries(workspace, TODAY, "now") == ()


def test_the_list_is_worked_out_once(tmp_path: Path) -> None:
    workspace = made(tmp_path, rule("no evidence"))
    assert enquiries(workspace, TODAY, "now") is enquiries(workspace, TODAY, "now")


def test_the_headline_says_how_many_questions_there_are_and_the_gravest(tmp_path: Path) -> None:
    one = weak_plans(tmp_path)
    assert headline((one,), RULES) == "One question is likely, about weak: plans."
    assert headline((one, one), RULES) == "Two questions are likely; the gravest is about weak: plans."
    assert headline((), RULES).startswith("No rule raises a question on this day.")
    off = [each.model_copy(update={"asked": False}) for each in RULES]
    assert (
        headline((), off) == headline((), ()) == "No rule of enquiry is in use, so no question can be raised."
    )


def test_a_title_too_long_keeps_the_subject_of_the_gravest_or_at_least_what_its_rule_looks_for(
    tmp_path: Path,
) -> None:
    plans = weak_plans(tmp_path)
    one = replace(plans, subject="Plans of children in need")
    whole = "Two questions are likely; the gravest is about weak: plans of children in need."
    subject = "Two questions are likely; the gravest is about plans of children in need."
    rule_alone = "Two questions are likely; the gravest is about weak."
    assert short_headline((one, one), RULES, len(whole)) == headline((one, one), RULES) == whole
    assert short_headline((one, one), RULES, len(whole) - 1) == subject
    assert short_headline((one, one), RULES, len(subject)) == subject
    assert short_headline((one, one), RULES, len(subject) - 1) == rule_alone
    assert short_headline((one,), RULES, 10) == "One question is likely, about weak."
    assert short_headline((), RULES, 10) == headline((), RULES)


def test_what_can_be_answered_is_counted_in_words(tmp_path: Path) -> None:
    owned = weak_plans(tmp_path, actions=action("2026-06-01", "Head", "late"))
    nobody = weak_plans(tmp_path)
    nothing = questions(tmp_path, rule("not known"))[0]
    assert answered_words(()) == ""
    assert answered_words((owned,)) == "It has an owner on record and a row to answer with."
    assert answered_words((owned, owned)) == "Each has an owner on record and a row to answer with."
    assert answered_words((nobody,)) == "It has no owner on record."
    assert answered_words((owned, nobody)) == "One of two has no owner on record."
    assert (
        answered_words((nothing, nobody))
        == "Both have no owner on record; one of two has no row on file to answer with."
    )
    assert answered_words((nobody,) * 12) == "All 12 have no owner on record."


def test_how_many_a_choice_leaves_is_said_only_where_it_leaves_some_out() -> None:
    assert narrowed_words(3, 3) == ""
    assert narrowed_words(1, 3) == "Shown: one of three questions."
    assert narrowed_words(0, 3) == "Shown: none of three questions."


def together(folder: Path, *owners: str) -> Enquiry:
    """One question about the themes of an area, with an open action of each owner on one of them."""
    rows = tuple(f"A{number},Train,plans,Board,2025-01-06,,{owner}," for number, owner in enumerate(owners))
    asks = rule("no evidence", together_from=2, together='"Of {number}?"')
    return next(each for each in questions(folder, asks, actions=rows) if not each.criterion)


def test_what_is_said_of_several_themes_is_said_of_each(tmp_path: Path) -> None:
    assert together(tmp_path).why.endswith(". Of each: no row speaks of it on 31 March 2026.")


def test_how_many_actions_the_owner_has_is_no_more_than_the_rows_say(tmp_path: Path) -> None:
    def said(*owners: str) -> str:
        return together(tmp_path, *owners).action.removeprefix("One ").partition("themes, ")[2]

    assert said("Head") == "with this role."
    assert said("Head", "Head") == "both with this role."
    assert said("Head", "Head", "Head") == "all with this role."
    assert said("Head", "Head", "Lead") == "two with this role, the most of any."
    assert said("Head", "Lead", "") == "one with this role, as many as with another."


def test_what_open_actions_on_several_themes_lack_is_counted(tmp_path: Path) -> None:
    lacking = "without an owner, a due date or a measure."
    assert f"The one open action on these themes: it is {lacking}" in together(tmp_path, "Head").gap
    assert f"Of two open actions on these themes: both {lacking}" in together(tmp_path, "Head", "").gap
    assert f"Of three open actions on these themes: all {lacking}" in together(tmp_path, "Head", "", "").gap


def test_an_indicator_is_named_as_it_is_written(tmp_path: Path) -> None:
    found = questions(tmp_path, rule("not known"))[0]
    assert found.evidence == "No figure of “Unallocated” has been seen."
    assert found.gap.startswith("Figures of “Unallocated”: rows of unallocated in observations.csv.")


def test_what_is_missing_for_several_lines_is_not_told_of_the_first_alone() -> None:
    [day] = opened("2011-01-01")
    every = enquiries(shipped("northmere"), day, "ilacs-2018")
    three, two = (
        next(each for each in every if each.question.startswith(name))
        for name in ("Help and", "Children in care")
    )
    assert "The same is missing for the other two." in three.gap
    assert "success_measure children-without-allocated-social-worker or " in three.gap
    assert "The same is missing for the other three." in two.gap
