"""The tables of the national folder, one schema each: who, whose neighbours, what was judged, what was measured."""

from collections.abc import Mapping

from readiness.evidence.columns import Known, choice, count, day, grade, own_id, reference, text
from readiness.evidence.schema import DENOMINATOR, INDICATOR, NUMERATOR, VALUE, Parent, Table

JOIN = "+"
"""Between the ids of publications in a source that puts several together."""

OF_AUTHORITY = Parent("authority", "authorities")
OF_SOURCE = Parent("source", "sources")
AUTHORITY = text("authority", "Code of the Office for National Statistics", "E06000041", required=True)
SOURCE = text("source", "Id of its source", "lait", required=True)

SOURCES = Table(
    "sources",
    "The publications that the other tables are taken from.",
    (
        own_id(
            "source", f"Id of the publication; ids joined by `{JOIN}` where a row takes from several", "lait"
        ),
        text("title", "Its title", "Local Authority Interactive Tool", required=True),
        text("publisher", "Who publishes it", "Department for Education", required=True),
        day("published", "Day it was published", "2026-04-08", required=True),
        text("licence", "Licence it may be used under", "Open Government Licence v3.0", required=True),
        text("note", "Anything a reader should know", "Read on the day given"),
    ),
    key=("source",),
)

AUTHORITIES = Table(
    "authorities",
    "The authorities with children's services in England.",
    (
        own_id("authority", "Code of the Office for National Statistics", "E06000041"),
        text("name", "Its name", "Wokingham", required=True),
        text("region", "Its region", "South East", required=True),
        text("type", "What kind of authority it is", "Unitary authority", required=True),
        day("until", "Last day it was there; blank while it is", "2019-03-31"),
    ),
    key=("authority",),
)

NEIGHBOURS = Table(
    "neighbours",
    "The authorities most like each authority by the statistical neighbour model, nearest first.",
    (
        AUTHORITY,
        count("rank", "How near: 1 is the nearest", "1"),
        text("neighbour", "Code of the neighbour", "E06000036", required=True),
        text("model", "Year of the model", "2025", required=True),
        SOURCE,
    ),
    key=("authority", "rank", "model"),
    parents=(OF_AUTHORITY, Parent("neighbour", "authorities", heading="authority"), OF_SOURCE),
)

JUDGEMENTS = Table(
    "judgements",
    "The grades that inspections gave, a row for each area judged.",
    (
        text("inspection", "Id of the inspection: code and day of publication", "E06000041-2023-05-09", True),
        AUTHORITY,
        reference(
            "framework", "Framework in force on its first day", Known.FRAMEWORK, "ilacs-2023", required=True
        ),
        choice(
            "kind", "What kind of inspection it was", ("standard", "short", "sif", "sif re-inspection"), True
        ),
        day("start", "First day on site; blank where not known", "2023-03-06"),
        day("published", "Day the report was published", "2023-05-09", required=True),
        text("area", "Area id of that framework, or `overall`", "help-and-protection", required=True),
        grade("grade", "Grade given", required=True),
        SOURCE,
    ),
    key=("inspection", "area"),
    parents=(OF_AUTHORITY, OF_SOURCE),
    in_order=(("start", "published"),),
)

FIGURES = Table(
    "figures",
    "What is published of each authority at the end of a period. A figure that is not there is not published.",
    (
        INDICATOR,
        day("period_end", "Last day of the period measured", required=True),
        AUTHORITY,
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        day("published", "Day from which it could be known", "2025-10-30", required=True),
        SOURCE,
    ),
    key=("indicator", "period_end", "authority", "published"),
    parents=(OF_AUTHORITY, OF_SOURCE),
    published_after="period_end",
    figure="value",
)

NATIONAL_TABLES: Mapping[str, Table] = {
    table.name: table for table in (SOURCES, AUTHORITIES, NEIGHBOURS, JUDGEMENTS, FIGURES)
}
"""Every table by name, parents before children: the order they are read in."""
