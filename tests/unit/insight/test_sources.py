"""Where the evidence comes from, source by source and paper by paper."""

from readiness.insight.sources import Source, publications, sources
from tests.pages.shipped import shipped

REVIEW = "Annual review, line 495"


def test_places_in_one_paper_are_put_together() -> None:
    every = [
        Source("observations.csv", REVIEW, 2),
        Source("complaints.csv", REVIEW, 5),
        Source("complaints.csv", "Annual review, line 496", 1),
        Source("events.csv", "A newspaper", 9),
    ]
    first, second = publications(every)
    assert (first.name, first.places, first.rows) == ("A newspaper", 1, 9)
    assert (second.name, second.places, second.rows) == ("Annual review", 2, 8)
    assert second.files == ("observations.csv", "complaints.csv")


def test_a_bracket_after_a_name_is_not_cut_in_two() -> None:
    (paper,) = publications([Source("comparators.csv", "Median (model, May 2025); LAIT, page 3", 1)])
    assert paper.name == "Median"


def test_no_row_is_lost_or_counted_twice() -> None:
    every = sources(shipped("wokingham").dataset)
    papers = publications(every)
    assert sum(each.rows for each in papers) == sum(each.rows for each in every)
    assert len(papers) < 40
    assert publications([]) == ()
