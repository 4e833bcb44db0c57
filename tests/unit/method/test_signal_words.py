"""What the Method page says of signals comes from the measured file and the settings in use."""

from readiness.config.models import Charts
from readiness.method.blocks import Table, markdown
from readiness.method.signal_words import EVEN, SNAPSHOT, false_signals, signals_section

WORDS = markdown([signals_section(Charts())])


def row(kind: str) -> dict[str, float]:
    kept = next(each for each in false_signals() if (each["kind"], each["points"]) == (kind, "36"))
    return {name: float(value) for name, value in kept.items() if name != "kind"}


def test_the_shares_told_are_those_of_the_file() -> None:
    even, snapshot = row(EVEN), row(SNAPSHOT)
    assert f"{even['anywhere']:.0%} have a signal somewhere" in WORDS
    assert f"{100 * even['latest']:.1f}% have one at the latest month" in WORDS
    assert f"counted at each month end it is {100 * snapshot['latest']:.1f}%" in WORDS


def test_which_rule_raises_most_and_least_is_as_said() -> None:
    even = row(EVEN)
    rules = sorted(("outside", "trend", "outer_third", "shift"), key=even.__getitem__)
    assert (rules[0], rules[2:]) == ("trend", ["outside", "shift"])


def test_the_table_has_a_row_for_every_kind_of_series() -> None:
    (table,) = (block for block in signals_section(Charts()).blocks if isinstance(block, Table))
    assert len(table.rows) == len({each["kind"] for each in false_signals()})
    assert table.rows[0][3] == "1.9% (26%)"


def test_whether_outlying_steps_are_left_out_is_what_the_settings_say() -> None:
    assert "Every step from one figure to the next counts" in WORDS
    screened = markdown([signals_section(Charts(screen_moving_ranges=True))])
    assert "Single outlying steps from one figure to the next are left out" in screened
