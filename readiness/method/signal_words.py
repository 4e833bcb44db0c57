"""Signals in words: by which rules an indicator is said to have moved, and how often that is a false alarm."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from readiness.config.models import Charts
from readiness.insight.indicators.words import counted_out
from readiness.method.blocks import Section, Table

FILE = Path(__file__).with_name("false_signals.csv")
SHOWN_POINTS = "36"
"""The length of series of which the words speak: three years of months."""
EVEN, SNAPSHOT = "figures that scatter evenly", "month-end figures of mostly the same children"
A_PAGE = 50
"""Indicators on a page, to say what a share comes to."""

RULES = (
    "A monthly or quarterly indicator is drawn as a process control chart, as NHS England's *Making Data Count* draws "
    "it. Its limits stand 2.66 mean moving ranges above and below its mean. Four things are signals: a point outside "
    "the limits, seven in a row on one side of the mean, seven rising or falling, and two of three in the outer third "
    "next to a limit. The icon speaks of the latest point. A yearly indicator is compared with the year before, where "
    "its counts allow it, and called changed only where that is more than chance explains."
)
AFRESH = (
    "Limits start afresh, or are kept from a baseline, only where `config/charts.yaml` names the day, the reason and "
    "who agreed it; the chart then says so. As at a day before that was agreed, it is drawn without it."
)


def signals_section(charts: Charts) -> Section:
    """The rules of the charts, and the measured share of signals in series in which nothing changes."""
    return Section(
        "signals",
        "How an indicator is said to have moved",
        (RULES, f"{AFRESH} {_screening(charts)}", _told(), _table(), _because()),
    )


def _screening(charts: Charts) -> str:
    if charts.screen_moving_ranges:
        return "Single outlying steps from one figure to the next are left out when limits are worked out."
    return "Every step from one figure to the next counts towards the limits, outlying ones too."


@cache
def false_signals() -> Sequence[Mapping[str, str]]:
    """The rows of false_signals.csv: shares of simulated series, 0 to 1, as `tools/false_signals.py` measured them."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(MappingProxyType(row) for row in csv.DictReader(file))


def _row(kind: str) -> Mapping[str, str]:
    return next(row for row in false_signals() if (row["kind"], row["points"]) == (kind, SHOWN_POINTS))


def _told() -> str:
    even, snapshot = _row(EVEN), _row(SNAPSHOT)
    simulated = int(even["simulated"])
    return (
        f"**The rules raise false alarms, and this is how many.** `tools/false_signals.py` draws {simulated:,} series "
        "of each kind and length in which nothing changes, and counts those with a signal. Of series of "
        f"{SHOWN_POINTS} months that scatter evenly, {_share(even['anywhere'])} have a signal somewhere and "
        f"{_share(even['latest'])} have one at the latest month, which is what the icon shows. On a page of {A_PAGE} "
        f"such indicators, about {_expected(even['latest'])} would have an icon for nothing. Where mostly the same "
        f"children are counted at each month end it is {_share(snapshot['latest'])}, about "
        f"{_expected(snapshot['latest'])} of {A_PAGE}: figures that remember the month before wander, and the limits "
        "are drawn too near."
    )


def _table() -> Table:
    kinds = dict.fromkeys(row["kind"] for row in false_signals())
    lengths = list(dict.fromkeys(row["points"] for row in false_signals()))
    cells = {(row["kind"], row["points"]): row for row in false_signals()}
    return Table(
        ("signal at the latest month (anywhere)", *(f"{points} months" for points in lengths)),
        tuple((kind, *(_both(cells[kind, points]) for points in lengths)) for kind in kinds),
    )


def _both(row: Mapping[str, str]) -> str:
    return f"{_share(row['latest'])} ({_share(row['anywhere'])})"


def _because() -> str:
    even = _row(EVEN)
    return (
        "In none of these series does anything change; shares are right to about two points either way. The longer a "
        "series, the more likely is a signal somewhere in it: look at the latest first. Most false signals are seven "
        f"in a row on one side ({_share(even['shift'])} of {SHOWN_POINTS}-month series that scatter evenly) and points "
        f"outside the limits ({_share(even['outside'])}); a trend of seven is the rarest ({_share(even['trend'])}). "
        "Simulated percentages lie about 85%. A signal is a reason to ask, not an answer."
    )


def _share(share: str) -> str:
    """A share as a percentage: whole, or with one decimal below ten."""
    percent = 100 * float(share)
    return f"{percent:.0f}%" if percent >= 10 else f"{percent:.1f}%"


def _expected(share: str) -> str:
    return counted_out(round(A_PAGE * float(share)))
