"""What must always hold of voice, whatever was said and counted."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.insight.voice.complaints import team_lines
from readiness.insight.voice.counts import STAGES, CountRow
from readiness.insight.voice.heard import added_up, heard_by_who, hidden_of, questions_of, told
from readiness.insight.voice.rows import WHO, Voice, within, year_to
from readiness.insight.voice.sentences import heard_sentence, moved_sentence
from readiness.insight.voice.years import two_years
from readiness.statistics.count_change import count_change

LAST = date(2025, 3, 31)
DAYS = st.dates(date(2022, 1, 1), LAST)
COUNTS = st.integers(0, 60)


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    """One row of feedback, counted or in words."""
    kind = draw(st.sampled_from(["survey", "focus group", "complaint", "compliment"]))
    tone = draw(st.sampled_from(["positive", "mixed", "negative", ""]))
    responses = draw(st.integers(1, 60))
    counted = draw(st.booleans())
    positive = draw(st.integers(0, responses)) if counted else None
    who, theme = draw(st.sampled_from(WHO)), draw(st.sampled_from(["One", "Two", ""]))
    return Voice(
        draw(DAYS), "front-door", who, kind, tone, positive, responses if counted else None, theme, "", "", 2
    )  # fmt: skip


@st.composite
def counts(draw: st.DrawFn) -> CountRow:
    """One row of complaints.csv, of one of three years."""
    year = draw(st.integers(2022, 2024))
    stage = draw(st.sampled_from([*STAGES, "all", "compliment"]))
    team, count = draw(st.sampled_from("ABC")), draw(st.integers(0, 12))
    return CountRow(date(year + 1, 3, 31), f"{year}/{year - 1999}", team, stage, count, "", 2)


@settings(max_examples=60, deadline=None)
@given(st.lists(voices(), max_size=30))
def test_every_voice_of_a_year_is_counted_once_and_answers_never_mix_with_words(said: list[Voice]) -> None:
    year = year_to(LAST)
    groups = heard_by_who(said, year)
    held = within(said, year)
    assert sum(each.rows for each in groups) == len(held)
    assert sum(sum(each.told.values()) for each in groups) + sum(voice.counted for voice in held) == len(held)
    whole = added_up(held)
    assert sum(each.answers.responses for each in groups if each.answers) == (whole.responses if whole else 0)
    assert told(held).keys() <= {"positive", "mixed", "negative", "no tone given", "compliment", "complaint"}


@settings(max_examples=60, deadline=None)
@given(st.lists(voices(), max_size=30))
def test_a_sentence_claims_a_move_only_where_the_difference_leaves_nought_out(said: list[Voice]) -> None:
    groups = heard_by_who(said, year_to(LAST))
    moved = [each for each in groups if each.change and each.change.move != "level"]
    assert ("positively" in moved_sentence(groups) and "by more than" in moved_sentence(groups)) == bool(
        moved
    )
    for each in groups:
        if each.change:
            assert (each.change.move == "level") == (
                each.change.difference.lower <= 0 <= each.change.difference.upper
            )
            assert ("by more than chance" in heard_sentence(each)) == (each.change.move != "level")


@settings(max_examples=60, deadline=None)
@given(st.lists(voices(), max_size=30))
def test_no_question_in_a_file_shows_a_count_of_one_to_four(said: list[Voice]) -> None:
    for each in questions_of(said, year_to(LAST)):
        assert each.answers is not None
        assert each.hidden or not each.answers.small


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(COUNTS, COUNTS), min_size=1))
def test_one_hidden_part_is_never_hidden_alone_unless_the_whole_is_as_small(
    pairs: dict[str, tuple[int, int]],
) -> None:
    said = [
        Voice(LAST, "front-door", "staff", "survey", "", top, top + rest, "", "", "", 2)
        for top, rest in pairs.values()
        if top + rest
    ]
    parts = {number: added_up([voice]) for number, voice in enumerate(said)}
    hidden = hidden_of(parts)
    small = {name for name, part in parts.items() if part and part.small}
    assert small <= hidden
    whole = added_up(said)
    assert len(hidden) != 1 or len(parts) == 1 or (whole is not None and whole.small)


@settings(max_examples=80, deadline=None)
@given(st.lists(counts(), min_size=1, max_size=25))
def test_teams_add_up_to_the_total_and_shares_to_a_hundred(rows: list[CountRow]) -> None:
    found = two_years(rows)
    assert found is not None
    now, before = found
    lines = team_lines(now, before)
    known = [line.now for line in lines if line.now is not None]
    assert now.received == (sum(known) if known else None)
    if now.received:
        assert sum(line.share or 0 for line in lines) == pytest.approx(100)
    assert before is None or max(now.ends).year - max(before.ends).year == 1


@settings(max_examples=80, deadline=None)
@given(st.lists(counts(), min_size=1, max_size=25))
def test_no_count_of_one_to_four_stands_in_a_file(rows: list[CountRow]) -> None:
    found = two_years(rows)
    assert found is not None
    assert not any(re.fullmatch("[1-4]", text) for line in team_lines(*found) for text in line.protected)


@settings(max_examples=60, deadline=None)
@given(COUNTS, COUNTS)
def test_a_change_of_counts_seen_backwards_is_as_sure(before: int, now: int) -> None:
    there, back = count_change(before, now), count_change(now, before)
    assert there.more_than_chance == back.more_than_chance
    if there.ratio and back.ratio:
        assert there.ratio.lower * back.ratio.upper == pytest.approx(1)
        assert there.ratio.lower <= there.ratio.value <= there.ratio.upper
