"""What would lift us: each lift by hand, the order that matters to children, and words that say no more."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from readiness.insight.what_if.lift import Lift, Lifts, Rank, audits_needed, lifts, order, rank_of
from readiness.insight.what_if.lift_sources import (
    FEWER,
    SMALL_NUMBERS,
    Source,
    answers_words,
    hidden_answers,
    lift,
)
from readiness.insight.what_if.lift_words import (
    arithmetic,
    caps_sentence,
    children_cell,
    gain_finding,
    lift_sentence,
    lifts_headline,
    missing_words,
    second_sentence,
    totals_sentence,
)
from readiness.insight.what_if.scenario import Figure, MoreAudits
from readiness.wording import signed
from tests.pages.shipped import opened, shipped
from tests.unit.insight.made import area
from tests.unit.insight.what_if_made import AREA, AS_AT, FRAMEWORK, HELD, example


def found(*, watched: float | None = None) -> Lifts:
    return lifts(example(watched=watched), AS_AT, FRAMEWORK)


def northmere(day: str) -> Lifts:
    [as_at] = opened(day)
    workspace = shipped("northmere")
    return lifts(workspace, as_at, workspace.framework(as_at).id)


def test_the_indicator_of_the_worked_example_would_add_its_share_times_five_points() -> None:
    [each] = found().ranked
    assert (each.source.id, each.source.now, each.source.aim, each.source.basis) == (
        "re-referrals-12m", "22.5%", "20%", "the edge of good",
    )  # fmt: skip
    assert (each.source.share, each.source.was, each.source.to) == pytest.approx((0.30 / HELD, 55, 60))
    assert each.source.points == pytest.approx(0.30 / HELD * 5)
    assert each.would_be == pytest.approx((0.30 * 60 + 0.0625 * 66 + 0.05 * 15) / HELD)
    assert arithmetic(each.source) == "72.7% of the score × (60.0 − 55.0) = +3.6"


def test_audits_that_are_good_and_actions_are_not_offered() -> None:
    assert {each.source.kind for each in found().ranked} == {"indicator"}


def test_a_lift_carries_the_row_behind_it() -> None:
    [row] = found().ranked[0].source.rows
    assert (row.file, row.line) == ("observations.csv", 2)


def test_the_headline_says_by_how_much_and_from_where_to_where() -> None:
    assert lifts_headline(found()) == (
        "Indicators at their aims would lift help and protection most: by 3.6 points, from 51 to 55."
    )
    assert gain_finding(found()) == (
        "All that stands below its aim, raised to it, would add 3.6 points to help and protection."
    )


def test_a_safety_line_crossed_comes_first_and_says_what_its_clearing_does() -> None:
    crossed = found(watched=21.5)
    first = crossed.ranked[0]
    assert (first.rank, first.source.aim, first.source.basis) == (
        "safety line", "21.5%", "the limit of its safety line",
    )  # fmt: skip
    assert first.try_it == Figure("re-referrals-12m", 21.5)
    assert lifts_headline(crossed) == (
        "Clearing one safety line (again) comes first: it would take help and protection from 39 to 53 (indicative: "
        "requires improvement)."
    )
    assert "Safety line cleared: Again." in lift_sentence(first)
    assert "before caps" in lift_sentence(first)


def test_on_northmere_a_safety_line_crossed_is_ranked_before_anything_with_more_points() -> None:
    ranked = northmere("2025-08-31").ranked
    assert ranked[0].source.id == "children-without-allocated-social-worker"
    assert ranked[0].rank == "safety line"
    assert ranked[0].source.points < max(each.source.points for each in ranked)


def test_on_northmere_weak_practice_that_caps_comes_next_and_says_how_many_audits_lift_the_cap() -> None:
    capped = northmere("2024-01-31")
    first = capped.ranked[0]
    assert first.rank == "cap"
    assert lifts_headline(capped).startswith(
        "Weak practice holds impact of leaders at requires improvement at best, until "
    )
    assert first.after is not None
    assert first.source.id in {cap.id for cap in first.after.caps_gone}


def test_without_a_line_or_weak_practice_the_children_left_behind_lead_and_points_come_after() -> None:
    every = northmere("2026-11-06")
    assert lifts_headline(every) == (
        "“Care visits on time” comes first: 16 children are left behind at 91.1%, where 95% is aimed at."
    )
    assert second_sentence(every) == (
        "By points alone, practice at good would lift impact of leaders most: by 6.8 points, from 55 to 62 "
        "(indicative: good)."
    )


def ranked(rank: Rank, **about: object) -> Lifts:
    """A ranking of one lift."""
    facts = {"kind": "indicator", "area": "care", "id": "late", "name": "Late", "now": "15", "aim": "0",
             "basis": "its target", "share": 0.1, "was": 30.0, "to": 60.0, **about}  # fmt: skip
    each = Lift(Source(**facts), rank, area("Care", 50.0), Figure("late", 0.0))  # ty: ignore[invalid-argument-type]
    return Lifts(date(2025, 1, 1), (each,), (), (), (), ())


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"children": 15}, "“Late” comes first: 15 children are left behind, where 0 is aimed at."),
        ({"children": 3, "hidden": FEWER}, "“Late” comes first: fewer than five children are left behind."),
        ({"children": 40, "hidden": SMALL_NUMBERS}, "“Late” comes first: 40 children are left behind."),
        ({"children": 0}, "No single kind of evidence would lift an area by as much as a tenth of a point."),
        (
            {"children": None},
            "No single kind of evidence would lift an area by as much as a tenth of a point.",
        ),
    ],
)
def test_the_headline_tells_of_children_no_more_than_may_leave_the_screen(
    about: dict[str, object], sentence: str
) -> None:
    assert lifts_headline(ranked("other", **about)) == sentence
    assert second_sentence(ranked("other", **about)) == ""


def test_weak_practice_without_a_cap_leads_before_children() -> None:
    practice = {"kind": "practice", "name": "Reviews (audits)", "now": "35 points over 2 audits", "was": 35.0}
    one = ranked("weak practice", **practice)
    assert lifts_headline(one) == "Weak practice in reviews comes first: 35 points over 2 audits."
    weaker = replace(one.ranked[0].source, name="Visits (audits)", now="20 points over 1 audit", was=20.0)
    two = replace(one, ranked=(*one.ranked, replace(one.ranked[0], source=weaker)))
    assert lifts_headline(two) == (
        "Weak practice on two themes comes first, the weakest visits: 20 points over 1 audit."
    )


@pytest.mark.parametrize("day", ["2024-01-31", "2025-08-31"])
def test_a_reader_who_multiplies_the_arithmetic_comes_to_the_points_shown(day: str) -> None:
    for each in northmere(day).ranked:
        told = arithmetic(each.source, on_screen=True)
        share, to, was, points = re.findall(r"[+−]?[\d.]+", told.replace("no change", "0").replace("− ", ""))
        assert signed(float(share) / 100 * (float(to) - float(was))) == signed(
            float(points.replace("−", "-"))
        )


def test_as_many_audits_are_tried_as_the_cap_needs() -> None:
    first = northmere("2024-01-31").ranked[0]
    assert isinstance(first.try_it, MoreAudits)
    assert first.try_it.number == audits_needed(
        first.source.id, first.area, shipped("northmere").config.scoring
    )
    assert first.try_it.number == 1


@pytest.mark.parametrize(("score", "rank"), [(39.9, "weak practice"), (40.0, "other"), (60.0, "other")])
def test_practice_counts_as_weak_only_under_the_line_of_the_method(score: float, rank: Rank) -> None:
    audited = Source(
        "practice", "care", "reviews", "Reviews (audits)", "1", "2", "audits graded good", 0.1, score, 70
    )
    assert rank_of(audited, area("Care", 50.0), below=40.0) == rank


def test_the_whole_ranking_goes_by_rank_then_children_then_points() -> None:
    ranked = northmere("2026-11-06").ranked
    assert list(ranked) == sorted(ranked, key=order)
    others = [each for each in ranked if each.rank == "other"]
    children = [each.source.children or 0 for each in others]
    assert children == sorted(children, reverse=True)
    assert children[0] > 0


def test_a_small_count_of_children_is_told_as_such_in_words_that_leave_the_screen_and_as_it_is_on_it() -> (
    None
):
    first = northmere("2025-08-31").ranked[0]
    assert first.source.children is not None
    assert 0 < first.source.children < 5
    assert children_cell(first.source) == "<5"
    assert "fewer than five at 31 July 2025" in lift_sentence(first)
    assert "Unallocated children: 3 at 31 July 2025" in lift_sentence(first, on_screen=True)
    assert children_cell(first.source, on_screen=True) == "3"


def test_points_that_would_tell_a_small_count_are_left_out_of_the_arithmetic() -> None:
    first = northmere("2025-08-31").ranked[0]
    assert first.source.small
    assert arithmetic(first.source, on_screen=True) == "0.4% of the score × (100.0 − 53.3) = +0.2"
    assert arithmetic(first.source) == "+0.2 (its points are not told: they would give a small number away)"


def test_answers_of_so_few_that_one_could_be_known_are_hidden() -> None:
    voice = {
        each.source.name: each.source
        for each in northmere("2024-01-31").ranked
        if each.source.kind == "voice"
    }
    assert voice["Help made a difference (parents and carers)"].hidden == ""
    rows = pd.DataFrame({"positive": [3.0, None], "responses": [20.0, None]})
    assert hidden_answers(rows) == "rests on small numbers"
    assert hidden_answers(rows.iloc[1:]) == ""


def test_a_safety_line_is_first_even_where_it_moves_nothing_and_the_sentence_claims_no_more() -> None:
    [day] = opened("2017-06-30")
    workspace = shipped("reading")
    every = lifts(workspace, day, workspace.framework(day).id)
    assert lifts_headline(every) == (
        "Clearing three safety lines comes first: it would take help and protection from 37 to 38."
    )
    assert second_sentence(every).endswith(
        "Help and protection, children looked after, and leadership are capped at inadequate by what inspectors "
        "found; only their next report lifts that."
    )


def test_weak_practice_that_caps_names_how_many_themes_and_the_weakest() -> None:
    assert lifts_headline(northmere("2024-01-31")) == (
        "Weak practice holds impact of leaders at requires improvement at best, until 10 themes rise, "
        "most of all equality and disproportionality."
    )
    assert "With one more audit moderated good: " in lift_sentence(northmere("2024-01-31").ranked[0])


def test_what_an_area_would_be_without_its_cap_is_told_apart() -> None:
    [area] = example(watched=21.5).score(AS_AT, FRAMEWORK).areas
    assert caps_sentence(area) == (
        "Help and protection is held at 39 by a cap at inadequate: again. Once the cap is gone it would stand at 51."
    )
    assert caps_sentence(example().score(AS_AT, FRAMEWORK).areas[0]) == ""


def test_several_caps_must_all_go() -> None:
    [day] = opened("2026-04-02")
    area = shipped("reading").score(day, "ilacs-2026").area("help-and-protection")
    assert caps_sentence(area).endswith("Once all three caps are gone it would stand at 47.")


def test_the_totals_are_the_sums_of_their_lifts() -> None:
    every = northmere("2026-11-06")
    for total in every.totals:
        mine = [
            each for each in every.ranked if (each.area.id, each.source.kind) == (total.area.id, total.kind)
        ]
        assert total.points == pytest.approx(
            sum(each.source.points for each in mine), abs=0.05 * total.sources
        )


def test_readings_lines_are_cleared_together_in_the_headline() -> None:
    [day] = opened("2026-04-02")
    every = lifts(shipped("reading"), day, "ilacs-2026")
    assert [each.rank for each in every.ranked[:3]] == ["safety line"] * 3
    assert lifts_headline(every).startswith(
        "Clearing three safety lines comes first: it would take help and protection from 39 to 47"
    )


def test_of_the_caps_only_what_inspectors_found_waits_for_their_next_report() -> None:
    held, day = shipped("reading"), date(2017, 3, 31)
    capped = {cap.kind for area in held.score(day, "sif-2013").areas for cap in area.caps}
    fixed = lifts(held, day, "sif-2013").fixed
    assert capped == {"red line", "last judgement"}
    assert [(name, cap.kind) for name, cap in fixed] == [
        ("Help and protection", "last judgement"),
        ("Children looked after", "last judgement"),
        ("Leadership", "last judgement"),
    ]


def test_before_any_evidence_nothing_is_said_to_lift() -> None:
    [day] = opened("2011-01-01")
    every = lifts(shipped("reading"), day, "ilacs-2026")
    assert (every.ranked, every.totals) == ((), ())
    assert lifts_headline(every) == "No area has enough evidence on 1 January 2011 to say what would lift it."
    assert second_sentence(every) == ""


def test_where_everything_is_at_its_aim_that_is_said() -> None:
    nothing = Lifts(date(2025, 1, 1), (), (), (), (), ())
    assert (
        lifts_headline(nothing) == "Every indicator, audit and answer stands at what it aims for, or above."
    )
    assert totals_sentence(nothing, area("Care", 70.0)) == "Care: nothing stands below what it aims for."


def test_a_lift_in_an_area_with_too_little_evidence_gives_no_points() -> None:
    source = Source(
        "indicator", "care", "late", "Late", "15", "0", "the limit of its safety line", 0.5, 10.0, 60.0
    )
    each = Lift(source, "safety line", area("Care", 40.0, enough=False), Figure("late", 0.0))
    assert lift_sentence(each).endswith("The area has too little evidence for a number.")


def test_a_lift_is_the_share_times_the_points_it_rises() -> None:
    assert lift(0.25, 40.0, 60.0) == 5.0
    assert lift(0.25, 60.0, 60.0) == 0.0


def test_what_a_dataset_cant_hold_is_named() -> None:
    assert missing_words(("performance", "scrutiny", "improvement")) == (
        "This dataset can't hold practice (audits.csv) and voice (feedback.csv), so nothing can be said of lifts from "
        "there."
    )
    assert missing_words(("performance", "practice", "voice")) == ""


def test_the_area_is_found_in_the_ranking() -> None:
    assert found().of(AREA) == found().ranked
    assert found().of("nowhere") == ()


def test_only_answers_that_were_counted_in_one_row_are_called_a_share() -> None:
    counted = pd.DataFrame({"responses": [50.0], "positive": [20.0]})
    tone = pd.DataFrame({"responses": [float("nan")], "positive": [float("nan")]})
    assert answers_words(40.0, 60.0, counted) == ("40% positive", "60% positive")
    assert answers_words(25.0, 60.0, tone) == ("25 points over one row", "60 points")
    assert answers_words(33.0, 60.0, pd.concat([counted, tone])) == ("33 points over 2 rows", "60 points")


def test_a_reason_of_a_cap_that_names_ofsted_keeps_its_capital() -> None:
    [day] = opened("2019-10-28")
    every = (
        caps_sentence(each)
        for framework in ("sif-2013", "ilacs-2018")
        for each in shipped("reading").score(day, framework).areas
    )
    assert not any("ofsted" in sentence for sentence in every)


def test_a_headline_of_lifts_is_short_enough_for_a_wall() -> None:
    for day in ("2023-11-30", "2024-01-31", "2025-03-31", "2026-10-31"):
        for framework in ("sif-2013", "ilacs-2018", "ilacs-2023"):
            found = lifts(shipped("northmere"), *opened(day), framework)
            assert len(lifts_headline(found)) <= 140


def test_a_title_names_three_areas_and_counts_the_rest() -> None:
    assert gain_finding(northmere("2025-03-26")) == (
        "All that stands below its aim, raised to it, would add 6.6 points to help and protection, 6.5 to care "
        "leavers, and less to two others."
    )
