"""The Voice page's sentences: who is missing, what was said and done, and the one sentence over all."""

from datetime import date
from pathlib import Path

from readiness.insight.voice.answered import answered_sentence, helped_words, status_words
from readiness.insight.voice.facts import VoiceFact, lowest_words, newest_voices, voice_headline, voice_on
from readiness.insight.voice.heard import questions_of
from readiness.insight.voice.missing import areas_sentence, people_sentence
from readiness.insight.voice.rows import year_to
from tests.unit.insight.voice_made import DAY, survey, workspace

FEEDBACK = "feedback,date,criterion,from,kind,sentiment,positive,responses,theme,summary\n"
SAID = FEEDBACK + "f1,2025-03-01,front-door,children,complaint,negative,,,Waiting,We waited for weeks\n"
COUNTS = "period_end,period,team,stage,count\n2025-03-31,2024/25,A,all,9\n"
ACTIONS = "action,title,criterion,source,created,due,owner\n"
UPDATES = "action,date,status,note\n"
ANSWER = (
    ACTIONS + 'a1,Ring back in a day,front-door,"Complaint, spring 2025",2025-04-01,2025-06-30,Team manager\n'
)


def fact(folder: Path, as_at: date = DAY, **tables: str) -> VoiceFact:
    return voice_on(workspace(folder, **tables), as_at, "worked-example")


def test_without_a_row_nothing_is_said_to_be_on_record(tmp_path: Path) -> None:
    found = fact(tmp_path)
    assert voice_headline(found) == ("Nothing that anybody said is on record by 31 March 2025.",)
    assert (
        people_sentence(found.reach)
        == "No feedback from anybody is on record in the 12 months to 31 March 2025, nor before."
    )
    assert answered_sentence(found.answered) == "No action is on record that answers complaints or feedback."


def test_complaints_alone_are_said_to_be_alone(tmp_path: Path) -> None:
    came, only = voice_headline(fact(tmp_path, complaints=COUNTS))
    assert came.startswith("Nine complaints came in 2024/25")
    assert only == "Nothing else that anybody said is on record."


def test_compliments_alone_are_not_called_complaints(tmp_path: Path) -> None:
    counts = "period_end,period,team,stage,count\n2025-03-31,2024/25,North,compliment,3\n"
    assert voice_headline(fact(tmp_path, complaints=counts)) == (
        "Three compliments came in 2024/25.",
        "Nothing else that anybody said is on record.",
    )


def test_answers_to_one_question_asked_once_are_not_said_to_be_none(tmp_path: Path) -> None:
    row = "f1,2025-03-01,front-door,children,survey,,7,9,Calls,\n"
    assert voice_headline(fact(tmp_path, feedback=FEEDBACK + row))[1:] == (
        "Nine answers were counted, to questions that were not asked the year before.",
    )


def test_one_voice_leaves_the_others_missing(tmp_path: Path) -> None:
    found = fact(tmp_path, feedback=SAID)
    assert voice_headline(found) == (
        "Nothing from parents and carers, foster carers, staff, partners and care leavers is on record in the last 12 "
        "months.",
        "No answers were counted; of what was said in words one entry is a complaint.",
    )
    assert "staff (never)" in people_sentence(found.reach)
    assert areas_sentence(found.reach) == "Every judgement area was spoken about."


def test_an_old_voice_is_dated_and_shown_with_its_own_year(tmp_path: Path) -> None:
    found = fact(tmp_path, date(2027, 1, 1), feedback=SAID)
    assert voice_headline(found) == (
        "No voice of the last 12 months is on record: the newest is of 1 March 2025.",
    )
    assert (found.current, found.year.last) == (False, date(2025, 3, 1))
    assert len(newest_voices(found, 5)) == 1
    assert "children (last on 1 March 2025)" in people_sentence(found.reach)


def test_a_voice_is_not_known_before_its_day(tmp_path: Path) -> None:
    assert fact(tmp_path, date(2025, 2, 28), feedback=SAID).voices == ()


def test_the_lowest_question_is_named_only_where_one_is_lowest() -> None:
    year = year_to(DAY)
    two = [survey(2, 10, theme="Low"), survey(8, 10, theme="High")]
    assert lowest_words(questions_of(two, year)) == "Lowest is children on “Low”, 20% positive"
    assert lowest_words(questions_of(two[:1], year)) == ""
    assert lowest_words(questions_of([survey(2, 10), survey(2, 10, theme="Other")], year)) == ""


def test_an_action_that_answers_a_complaint_stands_with_what_was_said(tmp_path: Path) -> None:
    [each] = fact(tmp_path, date(2025, 5, 1), feedback=SAID, actions=ANSWER).answered
    assert [voice.summary for voice in each.said] == ["We waited for weeks"]
    assert (status_words(each), helped_words(each)) == ("no update is recorded", "Not known yet.")


def test_what_people_wait_for_most_comes_first(tmp_path: Path) -> None:
    names = {"helped": "2026-01-01", "late": "2025-04-15", "done": "2026-01-01", "open": "2026-01-01"}
    rows = "".join(f"{name},{name},front-door,Complaints,2025-04-01,{due},\n" for name, due in names.items())
    status = {"helped": "impact evidenced", "done": "completed", "open": "on track"}
    updates = "".join(f"{name},2025-04-20,{each},\n" for name, each in status.items())
    found = fact(
        tmp_path, date(2025, 5, 1), actions=ACTIONS + rows, action_updates=UPDATES + updates
    ).answered
    assert [each.action for each in found] == ["late", "done", "open", "helped"]


def test_an_action_past_its_date_is_overdue_until_it_is_closed(tmp_path: Path) -> None:
    done = UPDATES + "a1,2025-08-01,impact evidenced,Waits halved\n"
    found = [
        fact(tmp_path, day, feedback=SAID, actions=ANSWER, action_updates=done).answered[0]
        for day in (date(2025, 6, 30), date(2025, 9, 1))
    ]
    assert [status_words(each) for each in found] == [
        "overdue since 30 June 2025",
        "impact evidenced, 1 August 2025",
    ]
    assert helped_words(found[1]) == "Evidence that it helped is recorded. Its last note: Waits halved."


def test_actions_from_elsewhere_are_not_taken_for_answers(tmp_path: Path) -> None:
    assert (
        fact(
            tmp_path, date(2025, 5, 1), actions=ANSWER.replace("Complaint, spring", "Peer review, spring")
        ).answered
        == ()
    )


def test_done_without_evidence_is_not_said_to_have_helped(tmp_path: Path) -> None:
    done = UPDATES + "a1,2025-05-01,completed,\n"
    found = fact(tmp_path, date(2025, 5, 1), actions=ANSWER, action_updates=done).answered
    assert helped_words(found[0]) == "No evidence that it helped is recorded."
    assert answered_sentence(found) == (
        "One action answers complaints or feedback: one done, or done in part, without such evidence. What was "
        "said is on record for none of them."
    )


def test_people_asked_again_are_compared_with_before_the_action(tmp_path: Path) -> None:
    asked = "survey,,{},100,Ringing back,\n"
    rows = [
        f"s{year},{year}-03-20,front-door,children,{asked.format(count)}"
        for year, count in ((2025, 40), (2027, 80))
    ]
    done = UPDATES + "a1,2025-05-01,completed,\n"
    [each] = fact(
        tmp_path, date(2027, 4, 1), feedback=FEEDBACK + "".join(rows), actions=ANSWER, action_updates=done
    ).answered  # fmt: skip
    assert (
        "80% positive, 40% in the year before the action, more positive by more than chance explains"
        in helped_words(each)
    )
