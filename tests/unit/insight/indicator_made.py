"""Indicators and their figures made by hand."""

from collections.abc import Sequence
from datetime import date

from readiness.config.models import Indicator
from readiness.dates import month_ends
from readiness.insight.indicators.fact import Comparison, IndicatorFact
from readiness.insight.indicators.facts import indicator_fact
from readiness.insight.indicators.limits import FROM_ALL_FIGURES, Limits, Stretch
from readiness.insight.indicators.series import Measured, Series, Target

MONTHS = month_ends(date(2020, 1, 1), date(2030, 12, 31))
YEARS = MONTHS[2::12]
HIGHER = (50, 60, 70, 80, 90)


def indicator(better: str | None = "high", unit: str = "percent") -> Indicator:
    """Visits on time; `better` None makes it context."""
    scale = {"high": list(HIGHER), "low": list(reversed(HIGHER)), None: None}[better]
    return Indicator.model_validate(
        {
            "id": "visits", "title": "Visits made on time", "short": "Visits", "definition": "Visits made.",
            "unit": unit, "frequency": "monthly", "scale": scale, "scale_basis": scale and "Made",
            "criteria": ["plans"], "source": "Made",
        }
    )  # fmt: skip


def measured(
    day: date, figure: float, *, out_of: float | None = None, who: str = "", line: int = 2
) -> Measured:
    """One figure; with `out_of` also its counts."""
    top = None if out_of is None else figure * out_of / 100
    return Measured(day, figure, top, out_of, day, False, who, "Made", "observations.csv", line)


def monthly(figures: Sequence[float | None]) -> Series:
    """Figures of successive months from January 2020; None where one is missing."""
    return tuple(
        measured(day, figure) for day, figure in zip(MONTHS, figures, strict=False) if figure is not None
    )


def yearly(figures: Sequence[float], *, out_of: float | None = None) -> Series:
    """Figures of successive years to March, from 2020."""
    return tuple(measured(day, figure, out_of=out_of) for day, figure in zip(YEARS, figures, strict=False))


def afresh(month: int, until: int | None = None) -> Stretch:
    """Limits that start afresh in a month from January 2020 (0); set up to the month `until`, where one is given."""
    last = None if until is None else MONTHS[until]
    return Stretch(MONTHS[month].replace(day=1), last, "A new system", MONTHS[month], "Improvement board")


def fact(
    series: Series,
    better: str | None = "high",
    target: float | None = None,
    comparisons: tuple[Comparison, ...] = (),
    unit: str = "percent",
    limits: Limits = FROM_ALL_FIGURES,
) -> IndicatorFact:
    """The fact of a series on the last day of its last period."""
    targets = () if target is None else (Target(date(2019, 1, 1), target, 2),)
    return indicator_fact(
        indicator(better, unit), series, targets, comparisons, series[-1].period_end, limits
    )
