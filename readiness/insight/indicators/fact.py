"""What is known of one indicator, as values: icon, chart, table and sentence all take the same one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Indicator
from readiness.insight.indicators.series import Cadence, Measured, Series, Target
from readiness.statistics.intervals import Interval
from readiness.statistics.spc_results import Better

Tone = Literal["improvement", "concern", "ordinary", "neutral"]
"""What a point or an icon says. Neutral is a signal of a context indicator: neither good nor bad."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A mark and a few words, which say the same. `tone` is what both mean."""

    tone: Tone
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Plotted:
    """One period: its figure (None where it is missing), its interval, and the signals that it gives."""

    day: date
    measured: Measured | None
    interval: Interval | None = None
    tone: Tone = "ordinary"
    signals: tuple[str, ...] = ()

    @property
    def figure(self) -> float | None:
        """The figure in the indicator's unit."""
        return self.measured.figure if self.measured else None


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The mean of a stretch of periods and the limits of its usual variation; `used` figures set them.

    `fixed_until` is the last period that set them, where later ones were kept out of it.
    """

    first: date
    last: date
    mean: float
    lower: float
    upper: float
    used: int
    fixed_until: date | None = None


@dataclass(frozen=True, slots=True)
class FreshLimits:
    """A decision about limits that is in force: the first period of new ones, the last that sets them, and why."""

    begins: date | None
    fixed_until: date | None
    says: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a series says by itself. `finding` and `outlook` are parts of one sentence, without its full stop."""

    points: tuple[Plotted, ...]
    ranges: tuple[UsualRange, ...]
    variation: Icon
    assurance: Icon
    finding: str
    outlook: str
    cautions: tuple[str, ...]
    tested: bool
    """Whether there are figures enough to tell a change from noise, be there one or not."""
    fresh_limits: tuple[FreshLimits, ...] = ()
    screened: bool = False
    """Whether limits are worked out without single outlying steps."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same figure of others: England, a region, neighbours, another authority."""

    name: str
    series: Series

    @property
    def latest(self) -> Measured:
        """Its last figure."""
        return self.series[-1]


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """One indicator that has at least one figure by a day."""

    indicator: Indicator
    as_at: date
    cadence: Cadence
    better: Better | None
    reading: Reading
    targets: tuple[Target, ...]
    comparisons: tuple[Comparison, ...]
    stale: str
    sentence: str

    @property
    def latest(self) -> Measured:
        """The figure of the last period."""
        return next(point.measured for point in reversed(self.reading.points) if point.measured)

    @property
    def target(self) -> float | None:
        """The target in force."""
        return self.targets[-1].figure if self.targets else None

    @property
    def controlled(self) -> bool:
        """Whether it is drawn as a process control chart: monthly or quarterly, not yearly."""
        return self.cadence != "annual"

    @property
    def finding(self) -> str:
        """What the chart is there to show, in a line."""
        return f"{self.indicator.label}: {self.reading.finding}"
