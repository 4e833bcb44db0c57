"""What the two charts of a standing share: the authorities as marks, their labels, and the table."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from readiness.charts.bands import Drawn, note
from readiness.charts.palette import ACCENT, ORDINARY, faint
from readiness.charts.words import plain, shortened
from readiness.insight.few import NOT_SHOWN
from readiness.insight.small import gives_away
from readiness.insight.standing.fact import Ours, Peer, Standing
from readiness.insight.standing.facts import ranked
from readiness.insight.standing.words import counts_words, figure_words
from readiness.wording import in_unit

HEIGHT = 440
TOP, BOTTOM = 30, 44
PLOT = HEIGHT - TOP - BOTTOM
HEADROOM = 0.06
"""The part of the range of figures that is left free above and below."""

Level = tuple[Peer, float]
"""An authority, and the height at which it is drawn."""

MARKS = (
    "Our own figure is the large circle, statistical neighbours are diamonds, all others are small grey dots."
)


def short_unit(figure: float, unit: str) -> str:
    """A figure as a label has room for it: with its per cent sign, without longer units."""
    return in_unit(figure, unit).split(" ")[0]


def upright(figures: Sequence[float], unit: str) -> tuple[float, float]:
    """The ends of the upright axis: all figures with room, and nothing impossible."""
    low, high = min(figures), max(figures)
    room = (high - low) * HEADROOM or 1.0
    top = min(high + room, 102.0) if unit == "percent" and high <= 100 else high + room
    return (max(low - room, -0.02 * high) if low >= 0 else low - room), top


def other_marks(x: Sequence[float], levels: Sequence[Level], unit: str) -> go.Scatter:
    """Authorities that are not our neighbours."""
    return go.Scatter(
        x=x, y=[level for _, level in levels], mode="markers", name="authorities",
        customdata=[hover(each, unit) for each, _ in levels],
        marker={"symbol": "circle", "size": 6, "color": faint(ORDINARY, 0.6), "line": {"width": 0}},
        hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def neighbour_marks(x: Sequence[float], levels: Sequence[Level], unit: str) -> go.Scatter:
    """Our statistical neighbours."""
    return go.Scatter(
        x=x, y=[level for _, level in levels], mode="markers", name="neighbours",
        customdata=[hover(each, unit) for each, _ in levels],
        marker={"symbol": "diamond", "size": 10, "color": ORDINARY, "line": {"width": 0}},
        hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def our_mark(x: float, y: float, ours: Ours, unit: str) -> go.Scatter:
    """Ourselves."""
    return go.Scatter(
        x=[x], y=[y], mode="markers", name="ours", customdata=[hover(ours, unit)],
        marker={"symbol": "circle", "size": 16, "color": ACCENT, "line": {"width": 0}},
        hovertemplate="%{customdata}<extra></extra>", cliponaxis=False,
    )  # fmt: skip


def our_name(fact: Standing, share: float) -> Drawn:
    """Our name and figure above the plot, over our mark, which stands at this share of its width."""
    words = f"<b>{shortened(fact.ours.name, 28)} {short_unit(fact.ours.figure, fact.indicator.unit)}</b>"
    anchor = "left" if share < 0.25 else "right" if share > 0.75 else "center"
    return note(words, share, 1, "x domain", "y domain", anchor, "bottom", yshift=4, font={"size": 15})


def leader(x: float, level: float, top: float) -> go.Scatter:
    """A thin line from our name down to our mark."""
    return go.Scatter(
        x=[x, x],
        y=[top, level],
        mode="lines",
        hoverinfo="skip",
        name="leader",
        line={"color": ACCENT, "width": 1},
    )


def hover(who: Ours | Peer, unit: str) -> str:
    """What is said on pointing at an authority."""
    return plain(f"{who.name}: {in_unit(who.figure, unit)}")


def subtitle(fact: Standing, plotted: str) -> str:
    """What is plotted, of which period, from which publications."""
    sources = "; ".join(fact.sources)
    return f"{fact.indicator.title}, {plotted}, {fact.period_end:%B %Y}. Source: {sources}"


def table(fact: Standing) -> pd.DataFrame:
    """Every authority from the better end, ourselves among them; small counts are not shown."""
    return _table(fact, ranked(fact))


def protected_table(fact: Standing) -> pd.DataFrame | None:
    """The others by themselves where our own figure would tell few children: between two neighbours it can be read.

    None where our figure may leave the screen.
    """
    return _table(fact, ranked(fact, with_ours=False)) if _ours_is_few(fact) else None


def protected_title(fact: Standing) -> str:
    """What heads the file of the figures where our own place may not; empty where it may."""
    return f"{fact.indicator.label}: other authorities; ours is {NOT_SHOWN}" if _ours_is_few(fact) else ""


def _ours_is_few(fact: Standing) -> bool:
    return gives_away(fact.ours, fact.indicator.unit)


def _table(fact: Standing, placed: Sequence[tuple[int, Ours | Peer]]) -> pd.DataFrame:
    unit = fact.indicator.unit
    frame = pd.DataFrame(
        [
            {
                "Place": str(place),
                "Authority": who.name,
                "Which": which(who),
                "Figure": figure_words(who, unit),
                "Out of": counts_words(who, unit),
                "Line of figures.csv": str(who.line) if isinstance(who, Peer) else "",
            }
            for place, who in placed
        ]
    )
    return frame if (frame["Out of"] != "").any() else frame.drop(columns="Out of")


def which(who: Ours | Peer) -> str:
    """What an authority is to us."""
    return "ourselves" if isinstance(who, Ours) else "neighbour" if who.near else ""
