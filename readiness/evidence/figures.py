"""The figure of an observation: its value, or its numerator over its denominator in the indicator's unit."""

from collections.abc import Mapping

import numpy as np

from readiness.evidence.cells import Cells
from readiness.evidence.findings import Findings
from readiness.problems import Code

UNIT_FACTORS = {"percent": 100.0, "rate per 10,000": 10_000.0, "rate per 1,000": 1_000.0}
"""What numerator / denominator is multiplied by; 1 for every other unit."""

EXACTNESS = 1e-9

PIECE = 1 << 16
"""Rows compared at once: few enough that what is worked out for them stays in the processor's cache."""

Columns = Mapping[str, Cells]


def check_figures(columns: Columns, figure: str, units: Mapping[str, str], findings: Findings) -> None:
    """Set aside rows whose per cent sign or whose numerator and denominator contradict their figure."""
    _check_percent(columns["indicator"], columns[figure], units, findings)
    if "numerator" in columns:
        _check_agreement(columns, units, findings)


def figures(columns: Columns, figure: str, units: Mapping[str, str]) -> np.ndarray:
    """The figure of each row, in the indicator's unit; NaN where there is none."""
    stated = columns[figure].figures
    if "numerator" not in columns or not np.isnan(stated).any():
        return stated
    return np.where(np.isnan(stated), _worked_out(columns, units, slice(None)), stated)


def _check_percent(indicator: Cells, figure: Cells, units: Mapping[str, str], findings: Findings) -> None:
    if figure.numbers is None or not figure.numbers.percent.any():
        return
    elsewhere = indicator.per_row(
        np.array([units.get(word) != "percent" for word in indicator.texts()], dtype=bool), False
    )

    def explain(row: int) -> str:
        unit = units.get(indicator.text(row).strip(), "another unit")
        return f"A per cent sign is out of place: the unit of this indicator is {unit}."

    signed = figure.rows(figure.numbers.percent)
    findings.set_aside_more(signed & elsewhere, figure.column.name, Code.WRONG_UNIT, explain, figure)


def _check_agreement(columns: Columns, units: Mapping[str, str], findings: Findings) -> None:
    value = columns["value"]
    apart = np.zeros(len(value.raw), dtype=bool)
    for at in range(0, len(apart), PIECE):
        piece = slice(at, at + PIECE)
        apart[piece] = _apart(columns, units, piece)

    def explain(row: int) -> str:
        worked_out = _worked_out(columns, units, slice(row, row + 1))[0]
        return (
            f"The value disagrees with numerator and denominator, which give {worked_out:.10g}. "
            "Correct one of the three, or leave the value out."
        )

    findings.set_aside_more(apart, "value", Code.FIGURES_DISAGREE, explain, value)


def _apart(columns: Columns, units: Mapping[str, str], rows: slice) -> np.ndarray:
    """Where value and numerator over denominator differ by more than the rounding of the value as written."""
    value = columns["value"]
    decimals = np.zeros(1) if value.numbers is None else value.numbers.decimals.astype(float)
    allowed = (0.5 * 10.0**-decimals + EXACTNESS)[value.raw[rows]]
    # A comparison with NaN, where one of the three is not given, is false.
    return np.abs(value.figures[rows] - _worked_out(columns, units, rows)) > allowed


def _worked_out(columns: Columns, units: Mapping[str, str], rows: slice) -> np.ndarray:
    """Numerator / denominator in the indicator's unit; NaN where one is not given or the divisor not above 0."""
    indicator = columns["indicator"]
    by_word = [UNIT_FACTORS.get(units.get(word, ""), 1.0) for word in indicator.texts()]
    factor = np.append(np.array(by_word, dtype=float), np.nan)[indicator.value_of][indicator.raw[rows]]
    denominator = columns["denominator"].figures[rows]
    divisor = np.where(denominator > 0, denominator, np.nan)
    return columns["numerator"].figures[rows] / divisor * factor
