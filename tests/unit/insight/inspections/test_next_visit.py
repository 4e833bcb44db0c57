"""The next inspection: its route, its window, how far the rule has held, and what will be stale by then."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from readiness.charts.next_visit import next_visit_chart, timeline
from readiness.config.models import Condition
from readiness.evidence.description import NextInspection
from readiness.insight.inspections.fading import Ageing, Fade, Fading, ageing_words, fading, fading_words
from readiness.insight.inspections.next_visit import (
    Began,
    NextVisit,
    Visit,
    fulfilled,
    given_window,
    graded_inspections,
    next_visit,
    taken,
    waits_in_england,
)
from readiness.insight.inspections.next_visit_words import headline, held, preparation, reading, why
from tests.pages.shipped import shipped

DAY = date(2026, 4, 2)
LAST = {"wokingham": DAY, "reading": DAY, "northmere": date(2026, 11, 6)}
ILACS = "ilacs-2026"
GOOD, LOW = "good", "requires improvement"
BARE = NextVisit(DAY, (), (), None, None, (), None, None, None)
BEGAN = Began("Inspection", date(2023, 3, 6))


def of(dataset: str, as_at: date | None = None, framework: str = ILACS) -> NextVisit:
    return next_visit(shipped(dataset), as_at or LAST[dataset], framework)


def profile(leaders: str, protection: str, care: str, leavers: str) -> str:
    """The visit that the rule of 2026 gives to a profile of judgements."""
    areas = ("impact-of-leaders", "help-and-protection", "children-in-care", "care-leavers")
    grades = dict(zip(areas, (leaders, protection, care, leavers), strict=True))
    routes = shipped("wokingham").config.frameworks[ILACS].next_inspection
    return next(each.visit for each in routes if taken(each, grades))


@pytest.mark.parametrize(
    ("grades", "visit"),
    [
        ((GOOD, GOOD, GOOD, GOOD), "short-inspection"),
        (("outstanding", LOW, GOOD, GOOD), "short-inspection"),
        ((GOOD, LOW, LOW, GOOD), "standard-inspection"),
        ((LOW, LOW, GOOD, GOOD), "standard-inspection"),
        ((GOOD, GOOD, GOOD, "inadequate"), "monitoring-visit"),
    ],
)
def test_the_route_follows_the_profile_of_judgements(grades: tuple[str, ...], visit: str) -> None:
    assert profile(*grades) == visit


def test_an_area_that_nobody_judged_fulfils_nothing() -> None:
    both = Condition(areas=("a", "b"), at_least="good")
    assert not fulfilled(both, {"a": "good"})
    assert fulfilled(both.model_copy(update={"minimum": 1}), {"a": "good"})
    assert not fulfilled(Condition(areas=("a",), at_or_below="inadequate"), {})


def test_an_inspection_is_known_from_the_day_of_its_report() -> None:
    held = shipped("wokingham")
    assert [each.day.year for each in graded_inspections(held, date(2023, 5, 8))] == [2015, 2019]
    assert [each.day.year for each in graded_inspections(held, date(2023, 5, 9))] == [2015, 2019, 2023]


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        ((30,), "held for our one wait."),
        ((42,), "held for our one wait."),
        ((29,), "did not hold for our one wait."),
        ((43,), "did not hold for our one wait."),
        ((29, 30, 42), "held for two of our three waits."),
    ],
)
def test_a_wait_lies_inside_the_rules_window_at_either_edge(gaps: tuple[int, ...], words: str) -> None:
    assert f"The rule's 30 to 42 months {words}" in held(replace(of("wokingham"), gaps=gaps))


def test_wokinghams_window_is_the_forecast_given_and_the_rules_beside_it() -> None:
    found = of("wokingham")
    assert found.window == found.given == (date(2025, 10, 13), date(2026, 9, 14))
    assert found.by_rule == (date(2025, 9, 6), date(2026, 9, 6))
    assert [each.day for each in found.began] == [date(2015, 10, 12), date(2019, 6, 3), date(2023, 3, 6)]
    assert found.gaps == (43, 45)
    assert "The rule's 30 to 42 months held for none of our two waits." in held(found)


def test_a_forecast_is_not_known_before_it_was_published() -> None:
    assert of("wokingham", date(2026, 3, 26)).given is None
    assert of("wokingham", date(2026, 3, 27)).given is not None


def test_once_an_inspection_has_come_a_window_given_before_it_is_over() -> None:
    given = NextInspection.model_validate({"from": date(2023, 1, 1), "to": date(2023, 12, 31)})
    assert given_window(given, (), DAY) == (date(2023, 1, 1), date(2023, 12, 31))
    assert given_window(given, (BEGAN,), DAY) is None


def test_reading_stays_on_the_standard_route_since_leaders_were_not_good() -> None:
    found = of("reading")
    assert found.visit == Visit(
        "Standard inspection", "A call on the Monday; inspectors on site the Monday after", 10
    )
    assert why(found) == (
        "Standard inspection, by the last judgements: requires improvement for impact of leaders and help and "
        "protection; good for children in care and care leavers."
    )
    assert preparation(found).endswith("On site: 10 working days.")


def test_after_an_inadequate_judgement_monitoring_comes_first_without_a_window() -> None:
    found = of("reading", date(2018, 4, 2), "ilacs-2018")
    assert (found.window, headline(found)) == (None, "Monitoring visit next: no window is worked out")
    assert next_visit_chart(found, "made") is None


def test_without_judgements_or_rules_nothing_is_said() -> None:
    assert headline(BARE) == "No graded inspection is on file to reckon the next one from"
    assert why(BARE).endswith("and there are none.")
    by_sif = of("wokingham", date(2017, 1, 1), "sif-2013")
    assert headline(by_sif) == "No rule says when the next inspection comes"
    assert "has no rule for it" in why(by_sif)


@pytest.mark.parametrize(
    ("as_at", "said"),
    [
        (date(2025, 1, 1), "the window opens in September 2025 and closes in September 2026"),
        (date(2025, 9, 6), "has been open since September 2025 and closes"),
        (date(2026, 9, 6), "has been open since September 2025 and closes"),
        (date(2026, 9, 7), "the window closed in September 2026, and no inspection since is on file"),
    ],
)
def test_the_title_says_where_in_the_window_we_stand(as_at: date, said: str) -> None:
    found = replace(BARE, as_at=as_at, began=(BEGAN,), by_rule=(date(2025, 9, 6), date(2026, 9, 6)))
    assert said in headline(found)
    assert reading(found).startswith("The window follows the rule")


def test_who_foresees_the_window_is_named_and_the_rule_is_to_be_confirmed() -> None:
    assert reading(of("wokingham")) == (
        "The window is the one given in dataset.yaml as foreseen by the South East Sector Led Improvement Programme, "
        "27 March 2026: 13 October 2025 to 14 September 2026; the rule in the framework's file would give 6 September "
        "2025 to 6 September 2026. That rule is a working one: confirm it with the live guidance."
    )
    given = replace(BARE, began=(BEGAN,), given=(date(2026, 1, 5), date(2026, 2, 6)))
    assert reading(given) == "The window is the one given in dataset.yaml: 5 January 2026 to 6 February 2026."


def test_the_chart_shows_what_counts_first_and_the_same_waits_again() -> None:
    rows = timeline(of("wokingham"))
    assert [row.name for row in rows] == [
        "Given in dataset.yaml",
        "By the rule",
        "After waits like ours",
        "After waits as in England",
    ]
    assert [row.counts for row in rows] == [True, False, False, False]
    assert rows[2].marks == (date(2026, 10, 6), date(2026, 12, 6))


def test_waits_in_england_are_ordered_grow_in_number_and_need_enough() -> None:
    then, now = (waits_in_england(shipped("wokingham"), date(year, 3, 31)) for year in (2024, 2026))
    assert waits_in_england(shipped("wokingham"), date(2019, 3, 31)) is None
    assert then is not None
    assert now is not None
    assert now.number > then.number
    assert now.low <= now.middle <= now.high


@pytest.mark.parametrize("dataset", LAST)
def test_evidence_that_only_ages_never_covers_more(dataset: str) -> None:
    workspace, day = shipped(dataset), LAST[dataset]
    left = [fading(workspace, day, ILACS, day + timedelta(days=days)) for days in (0, 90, 400)]
    held_then = [{each.id: each.then for each in one.criteria} for one in left]
    assert all(each.now == each.then for each in left[0].criteria)
    for name, first in held_then[0].items():
        assert first >= held_then[1][name] - 1e-12 >= held_then[2][name] - 2e-12


@pytest.mark.parametrize("dataset", LAST)
def test_today_coverage_is_that_of_the_scores(dataset: str) -> None:
    workspace, day = shipped(dataset), LAST[dataset]
    found = {each.id: each.now for each in fading(workspace, day, ILACS, day + timedelta(days=30)).areas}
    for area in workspace.score(day, ILACS).areas:
        assert found[area.id] == pytest.approx(area.coverage)


def test_the_later_day_is_scored_so_where_no_action_falls_due_between() -> None:
    workspace, later = shipped("wokingham"), date(2026, 9, 14)
    items = workspace.evidence(ILACS).items
    days = [(each - date(1970, 1, 1)).days for each in (DAY, later)]
    assert not np.any((items.known > days[0]) & (items.known <= days[1]))
    found = {each.id: each.then for each in fading(workspace, DAY, ILACS, later).areas}
    for area in workspace.score(later, ILACS).areas:
        assert found[area.id] == pytest.approx(area.coverage)


def test_on_an_earlier_day_what_came_after_it_is_not_used() -> None:
    workspace, day = shipped("northmere"), date(2025, 3, 31)
    found = fading(workspace, day, ILACS, date(2026, 3, 31))
    scored = {area.id: area.coverage for area in workspace.score(date(2026, 3, 31), ILACS).areas}
    assert all(each.then < scored[each.id] for each in found.areas)


HOLDS, FALLS = Fade("a", "A", "Area", 0.6, 0.3, 0.25), Fade("b", "B", "Area", 0.4, 0.2, 0.25)
THIN = Fade("c", "C", "Area", 0.1, 0.05, 0.25)


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ((THIN,), "No theme has evidence enough today, so none can lose it."),
        (
            (HOLDS, THIN),
            "Of two themes, one has evidence enough today, and if nothing new comes it still will.",
        ),
        (
            (HOLDS, HOLDS),
            "Every one of two themes has evidence enough today, and if nothing new comes all of them",
        ),
        ((HOLDS, FALLS, THIN), "two have evidence enough today; if nothing new comes, one of them will have"),
    ],
)
def test_what_is_left_is_said_in_numbers(criteria: tuple[Fade, ...], said: str) -> None:
    assert said in fading_words(Fading(DAY, DAY, criteria, (), ()))


@pytest.mark.parametrize(
    ("ageing", "said"),
    [
        ((), "No row in use is fresh today."),
        ((Ageing("voice", 3, 2, 2),), "Every row fresh today still will be."),
        (
            (Ageing("voice", 3, 2, 0), Ageing("practice", 9, 5, 5)),
            "Rows fresh today that will be past it: voice 2 of 2.",
        ),
    ],
)
def test_rows_that_age_are_counted_by_kind_of_evidence(ageing: tuple[Ageing, ...], said: str) -> None:
    assert ageing_words(Fading(DAY, DAY, (), (), ageing)) == said
