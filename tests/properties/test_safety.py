"""What must always hold of safety: a run of crossed figures is unbroken, and nothing unknown is called clear."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.insight.safety.counts import STATES, State, crossed_run, run_words
from readiness.insight.safety.headline import headline_of, state_words
from tests.unit.insight.safety_made import NONE_UNSAFE, TODAY, count, figures

VALUES = st.lists(st.integers(0, 5), max_size=14)
HELD = st.lists(st.sampled_from(STATES), min_size=1, max_size=8)


@given(VALUES, st.integers(0, 5), st.booleans())
def test_a_run_is_the_longest_unbroken_one_at_the_end(values: list[int], limit: int, over: bool) -> None:
    crossed = [value > limit if over else value < limit for value in values]
    run = crossed_run(figures(*values), limit, over=over)
    length = run.figures if run else 0
    assert all(crossed[len(values) - length :])
    assert length == len(values) or not crossed[-length - 1]
    if run:
        assert (run.before is None) == (length == len(values))
        assert run_words(run, "count", TODAY).endswith(".")


@given(HELD)
def test_clear_is_said_only_where_everything_is_known_and_nothing_is_crossed(states: list[State]) -> None:
    said = headline_of([count("A", state) for state in states], NONE_UNSAFE)
    unknown = any(state.startswith("Not known") for state in states)
    assert said.startswith("No safety line is crossed") == (not unknown and "Crossed" not in states)
    assert ("not known" in said or "is known." in said) == unknown
    assert said.count(".") == 1


@given(HELD)
def test_every_count_is_in_one_state(states: list[State]) -> None:
    counts = [count(f"Count {number}", state) for number, state in enumerate(states)]
    named = [
        title
        for state in STATES
        for title in state_words(counts, state)[1].split(". ")[0].strip(".").split("; ")
    ]
    assert sorted(filter(None, named)) == sorted(one.title for one in counts)
