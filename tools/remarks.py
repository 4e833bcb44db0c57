"""What has to be said beside a published figure: doubts, suppressed cells, days of publication not known."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.published import Series

READING, WOKINGHAM = "870", "872"


@dataclass(frozen=True)
class Remark:
    """`reliability` and `note` of an observation; both may be blank."""

    reliability: str = ""
    note: str = ""


ABOUT_FIGURES: Mapping[tuple[str, int, str], Remark] = {
    ("child-protection-reviews-on-time", 2017, READING): Remark(
        "disputed",
        "3 stands far from every other year (77.9 the year before, 71.4 the year after): held to be an"
        " error of the return until checked",
    ),
    ("average-caseload", 2016, READING): Remark(
        "doubtful",
        "Experimental statistic that year. Ofsted's inspection of May and June 2016 found an average of 35"
        " and some above 40: the definitions differ",
    ),
    ("average-caseload", 2016, WOKINGHAM): Remark(
        "doubtful",
        "Experimental statistic that year; the council said 12 in May 2015, Ofsted 18 in autumn 2015:"
        " the definitions differ",
    ),
    ("assessed-not-in-need", 2015, READING): Remark(
        "doubtful",
        "7 referrals of 1,673, against about a third of them in later years: the recording of this item"
        " changed",
    ),
    ("children-in-need-count", 2015, WOKINGHAM): Remark(
        "",
        "Ofsted's report of 2016 gives the same 523 for 12 October 2015: probably the date slipped there",
    ),
}

MARKERS: Mapping[str, str] = {
    "c": "suppressed, a small number",
    "x": "not available",
    "z": "not applicable",
    "u": "too unreliable to publish",
    "k": "rounds to nought",
    "low": "rounds to nought",
    "-": "suppressed or not available",
}


def remark_on(series: Series, year: int, area: str, figure: Mapping[str, str]) -> Remark:
    """All that is to be said of one figure, as one note."""
    known = ABOUT_FIGURES.get((series.indicator, year, area), Remark())
    notes = [known.note, _on_marker(figure), _on_counts(figure), _on_day(series, year)]
    return Remark(known.reliability, ". ".join(note for note in notes if note))


def _on_marker(figure: Mapping[str, str]) -> str:
    if figure["value"] or figure["numerator"]:
        return ""
    marker = figure["marker"]
    return f"Not published for this authority: the source shows {marker} ({MARKERS.get(marker, 'no figure')})"


def _on_counts(figure: Mapping[str, str]) -> str:
    worked_out = figure["numerator"] and not figure["value"]
    return "No value is published for the year: it follows from the counts" if worked_out else ""


def _on_day(series: Series, year: int) -> str:
    if series.release.day_is_known(year):
        return ""
    return "Day of publication not known: the last of the month in which this release usually came out"
