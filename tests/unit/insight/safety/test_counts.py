"""One safety count: since when it is crossed, how old its figure is, who acts, and what to add where there is none."""

from datetime import date

import pytest

from readiness.insight.indicators.explained import Explainer
from readiness.insight.indicators.series import Blank
from readiness.insight.safety.counts import (
    NOBODY_ACTS,
    Watched,
    acts_words,
    checked_words,
    count_without_line,
    crossed_run,
    run_words,
    uncounted,
)
from tests.unit.insight.safety_made import INDICATOR, TODAY, figures

BLANK = Blank(date(2026, 2, 28), "", 40)


def watched(
    *values: float, blank: Blank | None = None, fresh: float = 500, denominator: float | None = None
) -> Watched:
    return Watched(INDICATOR, figures(*values, denominator=denominator), blank, fresh, NOBODY_ACTS)


def explained(who: str, due: date | None, *, late: bool = False, file: str = "actions.csv") -> Explainer:
    return Explainer(who, due, late, "Says.", file, 3)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((3,), "It is the only figure, so since when can't be said."),
        ((3, 2), "Crossed in both figures known, at least since 31 January 2025, 424 days ago."),
        ((3, 2, 9), "Crossed in all three figures known, at least since 31 January 2025, 424 days ago."),
        (
            (0, 2),
            "Crossed since 28 February 2025, 396 days ago; the figure before, 0% at 31 January 2025, was not.",
        ),
        (
            (5, 0, 2, 1),
            "Crossed in each of the last two figures, since 31 March 2025, 365 days ago; "
            "the figure before, 0% at 28 February 2025, was not.",
        ),
    ],
)
def test_how_long_a_line_is_crossed_is_said_by_its_figures_alone(
    values: tuple[float, ...], words: str
) -> None:
    run = crossed_run(figures(*values), 0, over=True)
    assert run is not None
    assert run_words(run, "percent", TODAY) == words


@pytest.mark.parametrize(("values", "over"), [((), True), ((5, 0), True), ((0, 0), True), ((60, 70), False)])
def test_a_figure_at_the_limit_or_on_the_good_side_ends_the_run(
    values: tuple[float, ...], over: bool
) -> None:
    assert crossed_run(figures(*values), 0 if over else 70, over=over) is None


def test_a_line_below_its_limit_is_crossed_downwards() -> None:
    run = crossed_run(figures(75, 69.9, 60), 70, over=False)
    assert run is not None and (run.figures, run.before and run.before.figure) == (2, 75)


def test_a_count_without_a_limit_is_known_while_its_figure_is_fresh() -> None:
    assert count_without_line(watched(80, fresh=424), "Seen", TODAY).state == "Known"
    assert count_without_line(watched(80, fresh=423), "Seen", TODAY).state == "Not known lately"
    assert count_without_line(watched(), "Seen", TODAY).state == "Not known"


def test_without_a_figure_it_says_which_rows_to_add() -> None:
    nothing = count_without_line(watched(), "Seen", TODAY)
    assert nothing.says == "No figure has been seen. Add rows for late to observations.csv."
    assert (nothing.place, nothing.checked, nothing.opens) == ("no row", "", False)
    assert "indicators.yaml and safety.yaml" in uncounted("Homeless").says


def test_rows_without_a_figure_are_told_apart_from_no_rows() -> None:
    suppressed = count_without_line(watched(blank=BLANK), "Seen", TODAY)
    assert suppressed.says == (
        "No row of it has a figure: the last, of 28 February 2026, is line 40 of observations.csv. "
        "Add a row with a figure."
    )
    assert suppressed.place == "observations.csv, line 40"
    assert count_without_line(watched(80, blank=BLANK), "Seen", TODAY).says == (
        "Late visits 80% at 31 January 2025. The newer row, of 28 February 2026 (line 40), has no figure."
    )


def test_a_share_of_few_is_said_to_be_of_a_small_number() -> None:
    assert "80% of 19, a small number, at" in count_without_line(watched(80, denominator=19), "", TODAY).says
    assert "80% of 1,200 at" in count_without_line(watched(80, denominator=1200), "", TODAY).says


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (TODAY, "Known on 31 March 2026, today; fresh for 62 days"),
        (date(2026, 3, 30), "Known on 30 March 2026, one day ago; fresh for 62 days"),
        (date(2017, 3, 24), "Known on 24 March 2017, 3,294 days ago; longer than the 62 days it stays fresh"),
    ],
)
def test_the_age_of_a_figure_stands_beside_the_days_it_stays_fresh(known: date, words: str) -> None:
    assert checked_words(known, 62.0, TODAY) == words


def test_who_acts_is_a_role_with_a_date_or_says_that_nobody_does() -> None:
    due = date(2026, 1, 31)
    assert acts_words([explained("Head of service", due, late=True), explained("Manager", None)]) == (
        "Head of service, by 31 January 2026, late; one more action"
    )
    assert acts_words([explained("", None)]) == "An open action without an owner, no date set"
    assert acts_words([]) == NOBODY_ACTS
    assert acts_words([explained("Director", None, file="signals.csv")]) == NOBODY_ACTS
