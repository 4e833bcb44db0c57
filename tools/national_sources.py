"""Where each national figure and judgement comes from: one entry a publication, and how they are put together.

A figure may take its value from one publication and its counts from another: its source is then both ids,
joined by `+`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from readiness.national.tables import JOIN
from tools.published import CIN, CLA, SOCIAL_WORKERS, WORKFORCE

OPEN_GOVERNMENT = "Open Government Licence v3.0"
DFE, OFSTED, ONS = "Department for Education", "Ofsted", "Office for National Statistics"


@dataclass(frozen=True)
class Publication:
    """One publication. `sign` is what the source texts of `released_tables` call it."""

    id: str
    title: str
    publisher: str
    published: date
    note: str = ""
    sign: str = ""


OFFICIAL, SCRAPED, PARSED = "ofsted-2025", "ofsted-reports", "ofsted-sif"
AUTHORITIES, NEIGHBOURS = "authorities", "neighbours-2025"

PUBLICATIONS: tuple[Publication, ...] = (
    Publication(
        "lait",
        "Local Authority Interactive Tool, data to April 2026",
        DFE,
        date(2026, 4, 8),
        "The day is that of the stored copy. tools/published.py names the measure behind each indicator",
        "DfE LAIT",
    ),
    Publication(
        "cin-c1", "Children in need, table C1, 2025 release", DFE, CIN.published(2025), sign="table C1"
    ),
    Publication(
        "cin-c2",
        "Children in need, table C2, 2024 release",
        DFE,
        CIN.published(2024),
        "Only the month of publication is known: its last day stands for it",
        "table C2",
    ),
    Publication(
        "cin-c4",
        "Children in need, table C4, 2024 release",
        DFE,
        CIN.published(2024),
        "Only the month of publication is known: its last day stands for it",
        "table C4",
    ),
    Publication(
        "care-leavers",
        "Children looked after in England, care leavers by authority, 2025 release",
        DFE,
        CLA.published(2025),
        sign="care leavers by authority",
    ),
    Publication(
        "social-workers",
        "Children looked after in England, social workers in the year, 2025 release",
        DFE,
        SOCIAL_WORKERS.published(2024),
        sign="social workers in the year",
    ),
    Publication(
        "workforce",
        "Children's social work workforce, main indicators, 2025 release",
        DFE,
        WORKFORCE.published(2025),
        sign="social work workforce",
    ),
    Publication(
        "population",
        "Mid-year population estimates, children aged 0 to 17, 2012 to 2024",
        ONS,
        CIN.published(2025),
        "As they stand in the 2025 release of children in need, whose day this is",
        "ONS mid-year population",
    ),
    Publication(
        OFFICIAL,
        "Local authority inspection outcomes as at 31 March 2025, table 3",
        OFSTED,
        date(2025, 9, 25),
        "Short and standard inspections since 2018",
    ),
    Publication(
        SCRAPED,
        "Inspection reports of local authority children's services, June 2025 to June 2026",
        OFSTED,
        date(2026, 6, 29),
        "Grades as Data to Insight collected them from the published reports by this day",
    ),
    Publication(
        PARSED,
        "Single inspection reports, 2014 to 2018",
        OFSTED,
        date(2018, 8, 24),
        "Grades read by machine from the published reports; the first day was not read, so the start is blank",
    ),
    Publication(
        NEIGHBOURS,
        "Statistical neighbours, model of 2025",
        DFE,
        date(2025, 5, 31),
        "Only the month of publication is known: its last day stands for it",
    ),
    Publication(
        AUTHORITIES,
        "Authorities and their codes, as the interactive tool and Ofsted list them",
        f"{DFE}; {OFSTED}",
        date(2026, 4, 8),
        "The day is that of the stored copy",
    ),
)


def source_id(text: str) -> str:
    """The id for a source text of `released_figures`: every publication it names, in the order above.

    Raises ValueError where it names none.
    """
    named = [each.id for each in PUBLICATIONS if each.sign and each.sign in text]
    if not named:
        raise ValueError(f"no publication is named by: {text}")
    return JOIN.join(named)


def source_rows(used: Iterable[str]) -> list[Mapping[str, str]]:
    """A row of `sources.csv` for every id used, joined ones after the publications they are made of."""
    wanted = sorted({one for each in used for one in (each, *each.split(JOIN))}, key=_order)
    return [_row([_BY_ID[part] for part in each.split(JOIN)]) for each in wanted]


_BY_ID = {each.id: each for each in PUBLICATIONS}


def _order(joined: str) -> tuple[int, list[int]]:
    ids = list(_BY_ID)
    places = [ids.index(part) for part in joined.split(JOIN)]
    return len(places), places


def _row(parts: list[Publication]) -> Mapping[str, str]:
    several = len(parts) > 1
    return {
        "source": JOIN.join(part.id for part in parts),
        "title": "; ".join(part.title for part in parts),
        "publisher": "; ".join(dict.fromkeys(part.publisher for part in parts)),
        "published": max(part.published for part in parts).isoformat(),
        "licence": OPEN_GOVERNMENT,
        "note": "Value, numerator and denominator don't all stand in one publication"
        if several
        else parts[0].note,
    }
