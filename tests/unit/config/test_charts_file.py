"""`charts.yaml`: what it says by default, and every mistake in it with its line."""

from datetime import date
from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import Charts
from tests.unit.config.folders import load, problem

SHIPPED = Path(__file__).parents[3] / "config"
REBASE = (
    "{dataset: mine, indicator: re-referrals, from: 2025-01-01, reason: New system, "
    "agreed_on: 2025-03-01, agreed_by: Board}"
)


def test_without_a_file_nothing_is_screened_and_no_limits_start_afresh(tmp_path: Path) -> None:
    assert load(tmp_path).charts == Charts()
    assert not Charts().screen_moving_ranges
    assert load(tmp_path, charts="rebases:\nbaselines:\n").charts == Charts()


def test_the_shipped_file_says_the_defaults_but_for_what_names_a_dataset() -> None:
    shipped = load_config(SHIPPED, environment={}).charts
    assert shipped.model_copy(update={"rebases": (), "baselines": ()}) == Charts()
    assert {each.dataset for each in (*shipped.rebases, *shipped.baselines)} == {"northmere"}


def test_a_rebase_says_where_why_and_who_agreed_it_when(tmp_path: Path) -> None:
    (rebase,) = load(tmp_path, charts=f"rebases:\n  - {REBASE}\n").charts.rebases
    assert (rebase.from_, rebase.agreed_on) == (date(2025, 1, 1), date(2025, 3, 1))
    assert (rebase.reason, rebase.agreed_by) == ("New system", "Board")


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("screen_moving_ranges: sometimes", 1, "screen_moving_ranges", "should be true or false"),
        ("screen_ranges: true", 1, "screen_ranges", "did you mean `screen_moving_ranges`?"),
        ("rebases: soon", 1, "rebases", "should be a list"),
        ("rebases:\n  - {REBASE, until: 2025-02-01}", 2, "rebases.1.until", "unknown key"),
        ("rebases:\n  - {re-referals}", 2, "rebases.1.indicator", "did you mean `re-referrals`?"),
        ("rebases:\n  - {no reason}", 2, "rebases.1.reason", "`reason` is missing"),
        ("rebases:\n  - {REBASE}\n  - {REBASE}", 3, "rebases.2.from", "line 2 already begins the limits"),
        ("baselines:\n  - {BASELINE}", 2, "baselines.1", "`last` should be later than `first`"),
    ],
)
def test_each_mistake_is_named_with_its_line(
    text: str, line: int, key: str, said: str, tmp_path: Path
) -> None:
    inside = REBASE[1:-1]
    changed = {
        "{REBASE}": REBASE,
        "{REBASE,": f"{{{inside},",
        "{re-referals}": REBASE.replace("re-referrals", "re-referals"),
        "{no reason}": REBASE.replace(" reason: New system,", ""),
        "{BASELINE}": REBASE.replace("from: 2025-01-01", "first: 2025-01-01, last: 2024-01-01"),
    }
    for short, full in changed.items():
        text = text.replace(short, full)
    found = problem(tmp_path, charts=text)
    assert (found.file, found.line, found.column) == ("charts.yaml", line, key)
    assert said in found.message
