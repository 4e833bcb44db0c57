"""What must always hold of what is told between two days: nothing later is known, and nothing is told of one day."""

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.insight.since.facts import MOST_SAID, Since, since
from readiness.insight.since.said import named, of_children
from tests.properties.strategies import DAY, REFERENCES, tables
from tests.properties.test_scoring import FRAMEWORK, opened

MODEST = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
GRADES = st.sampled_from(["inadequate", "requires improvement", "good", "outstanding"])
SMALL_COUNT = re.compile(
    r"\b(?:one|two|three|four|[1-4]) (?:child|children|audits?|pieces? of feedback)\b", re.I
)
PAGES = {
    "method",
    "safety",
    "inspections",
    "areas",
    "trends",
    "indicators",
    "grip",
    "data",
    "plan",
    "practice",
    "voice",
}


@st.composite
def everything(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Every table that is told of; days are near each other, so that they fall on each other often."""
    made = draw(tables())
    for row in made["audits"]:
        row["escalated"] = draw(st.one_of(st.none(), st.just(row["date"])))
        row["made_safe"] = draw(st.one_of(st.none(), st.just(row["date"] + timedelta(days=90))))
    rows = st.lists(DAY, max_size=3)
    made["signals"] = [
        {"signal": f"s{number}", "first_known": day, "known_by": "Lead", "about": draw(REFERENCES), "what": "Seen",
         "decided": draw(st.sampled_from([None, day, day + timedelta(days=90)])), "decision": "Act",
         "effect_checked": None, "effect": ""}
        for number, day in enumerate(draw(rows))
    ]  # fmt: skip
    made["serious_events"] = [
        {"date": day, "kind": "rapid review", "count": draw(st.integers(1, 9))} for day in set(draw(rows))
    ]
    made["events"] = [{"date": day, "label": f"Event {number}"} for number, day in enumerate(draw(rows))]
    made["confirmations"] = [
        {"date": day, "area": draw(st.sampled_from(["children", "care"])), "indicative": draw(GRADES),
         "confirmed": draw(GRADES), "by": "Board", "reason": "Seen"}
        for day in set(draw(rows))
    ]  # fmt: skip
    return made


def told(made: dict[str, list[dict[str, Any]]], framework: str, first: date, last: date) -> Since:
    return since(opened(made), framework, first, last)


def known_by(made: dict[str, list[dict[str, Any]]], day: date) -> dict[str, list[dict[str, Any]]]:
    """The rows that could be known by a day, and of signals and audits what had happened by it."""
    reports = {row["inspection"] for row in made["inspections"] if row["published"] <= day}
    actions = {row["action"] for row in made["actions"] if row["created"] <= day}
    later = {"decided", "effect_checked", "escalated", "made_safe"}
    kept = {}
    for table, rows in made.items():
        held = [row for row in rows if _known(table, row) <= day]
        if table in ("judgements", "findings"):
            held = [row for row in rows if row["inspection"] in reports]
        if table == "action_updates":
            held = [row for row in held if row["action"] in actions]
        kept[table] = [{name: None if name in later and cell and cell > day else cell for name, cell in row.items()}
                       for row in held]  # fmt: skip
    return kept


def _known(table: str, row: dict[str, Any]) -> date:
    if table == "observations":
        return row["published"] or row["period_end"]
    names = {"inspections": "published", "actions": "created", "signals": "first_known"}
    return row.get(names.get(table, "date")) or date.min


@MODEST
@given(everything(), FRAMEWORK, DAY, DAY)
def test_nothing_that_was_known_only_later_is_told(
    made: dict, framework: str, one: date, other: date
) -> None:
    whole = told(made, framework, one, other)
    cut = told(known_by(made, max(one, other)), framework, one, other)
    assert whole.headline == cut.headline
    assert [each.sentence for each in whole.said] == [each.sentence for each in cut.said]


@MODEST
@given(everything(), FRAMEWORK, DAY, DAY)
def test_what_is_told_lies_between_the_days_protects_small_counts_and_can_be_followed(
    made: dict, framework: str, one: date, other: date
) -> None:
    found = told(made, framework, one, other)
    assert (found.first, found.last) == (min(one, other), max(one, other))
    assert len(found.said) <= MOST_SAID
    for each in found.said:
        assert each.day is None or found.first < each.day <= found.last
        assert each.sentence.endswith(".") and "\n" not in each.sentence
        assert each.page in PAGES and not SMALL_COUNT.search(each.sentence)
    assert not SMALL_COUNT.search(found.headline)


@MODEST
@given(everything(), FRAMEWORK, DAY)
def test_of_one_day_nothing_is_told(made: dict, framework: str, day: date) -> None:
    found = told(made, framework, day, day)
    assert found.said == ()
    assert "nothing has changed" in found.headline


@given(st.lists(st.text("abc", min_size=1), min_size=1, max_size=30), st.integers(1, 5))
def test_names_beyond_the_most_are_counted_and_none_is_lost(names: list[str], most: int) -> None:
    words = named(names, most)
    assert words.startswith(names[0])
    assert words.endswith(" more") == (len(names) > most)


@given(st.integers(0, 200))
def test_only_counts_of_one_to_four_children_are_hidden(number: int) -> None:
    assert (of_children(number, "child", "children") == "fewer than five children") == (1 <= number <= 4)
