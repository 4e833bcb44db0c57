"""The four bands as shading with their names, so that a score is read against them and not against colours."""

from collections.abc import Iterator, Mapping

from readiness.charts.palette import faint, grade_colour, grade_mark

TOP = 100.0
SHADE = 0.13
Bands = Mapping[str, float]
"""Grade to the lower edge of its band, rising from 0 (`insight.cards.band_edges`)."""


Drawn = dict[str, object]
"""A shape or an annotation as plotly takes it. A figure is given all of its at once: one by one is slow."""


def edges(bands: Bands) -> Iterator[tuple[str, float, float]]:
    """(grade, lower edge, upper edge), lowest first."""
    lows = list(bands.values())
    yield from zip(bands, lows, [*lows[1:], TOP], strict=True)


def row_shades(bands: Bands) -> list[Drawn]:
    """Shades across a chart whose scores run upwards."""
    return [
        {
            "type": "rect",
            "xref": "x domain",
            "yref": "y",
            "x0": 0,
            "x1": 1,
            "y0": low,
            "y1": high,
            **_fill(grade),
        }
        for grade, low, high in edges(bands)
    ]


def row_names(bands: Bands) -> list[Drawn]:
    """The name of each band at its lower left, for a chart whose scores run upwards."""
    return [
        note(
            f"{grade_mark(grade)} {grade}",
            0,
            low,
            "x domain",
            "y",
            "left",
            "bottom",
            font={"size": 12},
            opacity=0.85,
        )
        for grade, low, _ in edges(bands)
    ]


def column_shades(bands: Bands) -> list[Drawn]:
    """Shades down a chart whose scores run from left to right."""
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "y domain",
            "x0": low,
            "x1": high,
            "y0": 0,
            "y1": 1,
            **_fill(grade),
        }
        for grade, low, high in edges(bands)
    ]


def column_names(bands: Bands) -> list[Drawn]:
    """The mark and name of each band above it, for a chart whose scores run from left to right."""
    return [
        note(
            f"{grade_mark(grade)}<br>{grade.replace(' ', '<br>')}",
            (low + high) / 2, 1, "x", "y domain", "center", "bottom", font={"size": 12},
        )
        for grade, low, high in edges(bands)
    ]  # fmt: skip


def note(
    words: str, x: object, y: float, xref: str, yref: str, xanchor: str, yanchor: str, **more: object
) -> Drawn:
    """Words in a chart, without an arrow, in the text colour of the theme."""
    return {
        "text": words, "x": x, "y": y, "xref": xref, "yref": yref, "xanchor": xanchor, "yanchor": yanchor,
        "showarrow": False, **more,
    }  # fmt: skip


def _fill(grade: str) -> dict[str, object]:
    return {"fillcolor": faint(grade_colour(grade), SHADE), "line": {"width": 0}, "layer": "below"}
