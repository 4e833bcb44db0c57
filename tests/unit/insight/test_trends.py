"""Trends in a sentence: what is said of a line is what the line shows."""

from datetime import date

from readiness.config.models import Framework
from readiness.dates import month_ends
from readiness.insight.trends import Trend, area_trends, criterion_trends, trends_headline, without_line
from readiness.scoring.results import History

DATES = month_ends(date(2020, 1, 1), date(2020, 3, 31))
FRAMEWORK = Framework.model_validate(
    {
        "id": "new",
        "title": "New",
        "inspectorate": "Ofsted",
        "in_force": {"from": date(2020, 1, 1)},
        "source": "Made",
        "areas": [{"id": "care", "title": "Care", "criteria": [{"id": "plans", "title": "Plans", "good": "Good."}]}],
    }
)  # fmt: skip


def care(scores: tuple[float | None, ...], coverage: tuple[float, ...] = (0.5, 0.5, 0.5)) -> Trend:
    history = History(
        "new", DATES, {"care": scores}, {"care": coverage}, {"plans": scores}, {"plans": coverage}, 0.25
    )
    assert criterion_trends(history, FRAMEWORK, "care")[0].scores == area_trends(history, FRAMEWORK)[0].scores
    return area_trends(history, FRAMEWORK)[0]


def test_a_line_that_rose_says_from_where_to_where() -> None:
    assert care((50.0, 52.0, 61.9)).finding == "Care rose from 50 in January 2020 to 61 in March 2020"


def test_a_move_within_a_whole_number_is_no_move() -> None:
    assert care((50.1, 50.5, 50.9)).finding == "Care is at 50, as in January 2020"


def test_months_under_a_quarter_of_the_evidence_have_no_number() -> None:
    thin = care((50.0, 40.0, 30.0), coverage=(0.5, 0.5, 0.2))
    assert thin.scores == (50.0, 40.0, None)
    assert thin.finding.endswith("; too little evidence since February 2020")
    assert thin.reading.startswith("In 1 of 3 months")


def test_a_line_without_any_number_says_so() -> None:
    bare = care((None, None, None), coverage=(0.0, 0.0, 0.0))
    assert bare.finding == "Care never had enough evidence here for a number"
    assert without_line([bare]) == (bare,)


def test_the_headline_is_the_largest_move_and_nothing_is_said_of_no_line() -> None:
    assert trends_headline([care((50.0, 51.0, 52.0)), care((70.0, 60.0, 50.0))]).startswith(
        "Care fell from 70"
    )
    assert trends_headline([]) == "Nothing here has enough evidence for a line in this span."
