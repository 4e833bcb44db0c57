"""What is heard, added up: answers and words kept apart, groups compared with themselves, small numbers kept in."""

from datetime import date

import pytest

from readiness.insight.voice.heard import (
    added_up,
    heard_by_theme,
    heard_by_who,
    hidden_of,
    questions_of,
    told,
)
from readiness.insight.voice.rows import answer_words, year_to
from readiness.insight.voice.sentences import (
    heard_sentence,
    moved_sentence,
    overall_sentence,
    questions_sentence,
    told_words,
)
from readiness.insight.voice.time import courses, courses_sentence, period_end
from tests.unit.insight.voice_made import DAY, survey, words

AGO = date(2024, 3, 31)
YEAR = year_to(DAY)


def test_a_year_is_twelve_months_with_both_its_ends() -> None:
    assert date(2024, 4, 1) in YEAR
    assert DAY in YEAR
    assert AGO not in YEAR
    assert AGO in YEAR.before


def test_answers_are_pooled_with_wilsons_interval() -> None:
    found = added_up([survey(30, 100), survey(51, 163)])
    assert found is not None
    assert (found.positive, found.responses) == (81, 263)
    assert (found.share.lower, found.share.upper) == pytest.approx((25.53, 36.62), abs=0.01)


def test_words_are_never_mixed_into_the_share() -> None:
    voices = [survey(8, 10), words(), words("compliment", "positive"), words("focus group", "mixed")]
    [heard] = heard_by_who(voices, YEAR)
    assert heard.answers is not None
    assert heard.answers.responses == 10
    assert heard.told == {"mixed": 1, "compliment": 1, "complaint": 1}


def test_a_complaint_that_carries_counts_is_not_counted_as_an_answer() -> None:
    complaint = survey(0, 5)
    odd = type(complaint)(DAY, "front-door", "children", "complaint", "", 0, 5, "", "", "", 2)
    assert added_up([odd]) is None
    assert told([odd]) == {"complaint": 1}


def test_a_group_is_compared_on_the_questions_asked_in_both_years_only() -> None:
    voices = [
        survey(50, 100),
        survey(5, 100, theme="New"),
        survey(50, 100, AGO),
        survey(9, 9, AGO, theme="Old"),
    ]
    [heard] = heard_by_who(voices, YEAR)
    assert heard.change is not None
    assert heard.change.questions == 1
    assert (heard.change.now.positive, heard.change.before.positive) == (50, 50)
    assert heard.change.move == "level"


@pytest.mark.parametrize(("now", "before", "move"), [(80, 50, "up"), (50, 80, "down"), (55, 50, "level")])
def test_a_move_is_said_only_where_chance_does_not_explain_it(now: int, before: int, move: str) -> None:
    [heard] = heard_by_who([survey(now, 100), survey(before, 100, AGO)], YEAR)
    assert heard.change is not None
    assert heard.change.move == move


def test_the_sentence_says_answers_interval_year_before_and_words() -> None:
    [heard] = heard_by_who([survey(80, 100), survey(50, 100, AGO), words(), words("compliment")], YEAR)
    assert heard_sentence(heard) == (
        "Children: 80 of 100 answers positive: 80% (71% to 87%), after 50% the year before on the same question, "
        "more positive by more than chance explains. Said in words: one entry is a compliment and one is a "
        "complaint. "
        "Newest on 31 March 2025."
    )


def test_few_answers_are_said_to_be_few() -> None:
    [heard] = heard_by_who([survey(3, 4)], YEAR)
    assert "few answers" in heard_sentence(heard)


def test_entries_are_counted_as_entries_since_one_may_stand_for_several() -> None:
    assert (
        told_words({"compliment": 2, "complaint": 1}) == "two entries are compliments and one is a complaint"
    )
    assert told_words({"mixed": 1, "no tone given": 3}) == "one entry is mixed and three have no tone given"


def test_nobody_moved_names_how_many_could_be_compared() -> None:
    still = [survey(5, 10), survey(5, 10, AGO)]
    new = survey(5, 10, who="staff")
    assert moved_sentence(heard_by_who(still, YEAR)).startswith("Children answer neither more nor less")
    assert moved_sentence(heard_by_who([new], YEAR)) == ""
    both = [*still, new, survey(5, 10, AGO, who="staff")]
    assert moved_sentence(heard_by_who(both, YEAR)).startswith("No group answers more or less")
    assert "two groups asked the same" in moved_sentence(
        heard_by_who([*both, survey(5, 9, who="partners")], YEAR)
    )


def test_who_moved_is_named_and_no_figure_with_it() -> None:
    voices = [
        survey(80, 100), survey(50, 100, AGO),
        survey(50, 100, who="staff"), survey(80, 100, AGO, who="staff"),
    ]  # fmt: skip
    assert moved_sentence(heard_by_who(voices, YEAR)) == (
        "Children answer more positively, staff less so than a year before, by more than chance explains"
    )


def test_questions_stand_with_the_lowest_share_first() -> None:
    found = questions_of([survey(8, 10, theme="High"), survey(2, 10, theme="Low")], YEAR)
    assert [each.name for each in found] == ["Low", "High"]
    assert questions_sentence(found) == ""


def test_a_question_that_moved_is_quoted() -> None:
    found = questions_of([survey(90, 100), survey(40, 100, AGO)], YEAR)
    assert questions_sentence(found).startswith("“Being heard” more positively answered than a year before")


def test_themes_in_words_begin_with_complaints() -> None:
    found = heard_by_theme(
        [words("compliment", theme="Kind"), words(theme="Late"), words(theme="Late", who="staff")], YEAR
    )
    assert [(each.name, each.who) for each in found] == [("Late", "children and staff"), ("Kind", "children")]


def test_what_is_on_record_is_said_to_be_old_where_it_is() -> None:
    groups = heard_by_who([words()], YEAR)
    said = overall_sentence(groups, YEAR, current=False)
    assert said == (
        "In the 12 months to 31 March 2025, no answers were counted and one entry tells what was said in words. "
        "Nothing newer is on record."
    )


def test_a_small_count_hides_its_question_and_one_that_would_give_it_away() -> None:
    parts = {"a": added_up([survey(2, 30)]), "b": added_up([survey(20, 40)]), "c": added_up([survey(25, 50)])}
    hidden = hidden_of(parts)
    assert "a" in hidden
    assert len(hidden) > 1


def test_words_for_a_file_hold_no_small_count() -> None:
    assert answer_words(survey(2, 30)) == "2 of 30 positive (7%)"
    assert answer_words(survey(2, 30), protected=True) == "30 answers, share not shown: small numbers"
    assert answer_words(survey(1, 3), protected=True) == (
        "fewer than five answers, share not shown: small numbers"
    )
    assert answer_words(survey(10, 30), protected=True) == "10 of 30 positive (33%)"
    assert answer_words(words(tone="")) == "no tone given"


def test_quarters_are_shown_where_most_have_answers_and_years_where_not() -> None:
    quarterly = [survey(5, 10, date(2024, month, 10)) for month in (1, 4, 7, 10)]
    yearly = [survey(5, 10, date(year, 5, 1)) for year in (2021, 2022, 2023)]
    for voices, months in ((quarterly, 3), (yearly, 12)):
        found = courses(voices)
        assert found is not None
        assert found.months == months


def test_a_course_needs_two_periods_and_compares_years_that_do_not_overlap() -> None:
    assert courses([survey(5, 10), words()]) is None
    short = courses([survey(5, 10, date(2024, month, 10)) for month in (1, 4, 7, 10)])
    assert short is not None
    assert short.years is None
    assert courses_sentence(short) == "Share of positive answers by quarter"


def test_the_first_and_the_latest_year_on_record_are_compared() -> None:
    voices = [
        survey(40 if year < 2024 else 80, 100, date(year, month, 10))
        for year in (2022, 2023, 2024)
        for month in (1, 4, 7, 10)
    ]
    found = courses(voices)
    assert found is not None
    assert courses_sentence(found) == (
        "Children answer more positively than in the year to December 2022, by more than chance explains"
    )


def test_a_period_ends_with_its_calendar_quarter_or_year() -> None:
    assert period_end(date(2024, 2, 1), 3) == date(2024, 3, 31)
    assert period_end(date(2024, 12, 31), 3) == date(2024, 12, 31)
    assert period_end(date(2024, 2, 1), 12) == date(2024, 12, 31)
