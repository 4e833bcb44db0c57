"""What a process control chart says: limits, signals, icons and cautions, as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Better = Literal["high", "low"]
"""Which way is improvement. None where neither way is: a context indicator."""
Side = Literal["high", "low"]


class Rule(StrEnum):
    """The four signals of Making Data Count, in the order in which one of them names the icon's direction."""

    OUTSIDE = "outside the limits"
    TREND = "trend of seven"
    OUTER_THIRD = "two of three in the outer third"
    SHIFT = "shift of seven"


class Variation(StrEnum):
    """The variation icon: what the latest point says about change."""

    COMMON_CAUSE = "common cause"
    IMPROVEMENT_HIGH = "improvement, high"
    IMPROVEMENT_LOW = "improvement, low"
    CONCERN_HIGH = "concern, high"
    CONCERN_LOW = "concern, low"
    NEUTRAL_HIGH = "neutral, high"
    NEUTRAL_LOW = "neutral, low"


class Assurance(StrEnum):
    """The assurance icon: what the process, unchanged, will do against its target."""

    HITS = "hits"
    MISSES = "misses"
    HIT_AND_MISS = "hit and miss"


class CautionKind(StrEnum):
    """Why a chart should be read with care."""

    TOO_SHORT = "too few points for firm limits"
    NO_LIMITS = "no two neighbouring points to work limits out from"
    NO_VARIATION = "no variation where the limits were set"
    MISSING = "missing points"
    LATEST_MISSING = "the latest point is missing"


@dataclass(frozen=True)
class Caution:
    """One caution about one segment; `count` is the number of points it speaks of."""

    kind: CautionKind
    segment: int
    count: int


@dataclass(frozen=True)
class Rebase:
    """Limits start afresh at this position (0 is the first point), for a reason that somebody wrote down.

    `periods` sets the new limits on its first so many periods and keeps them; None: as the chart's baseline says.
    """

    position: int
    reason: str
    periods: int | None = None


@dataclass(frozen=True)
class Segment:
    """The points between two rebases and the limits they share.

    `first` and `last` are positions, both included; `reason` is empty for the first segment. `used` counts the
    observed points that set the limits. `screened` holds the positions whose moving range was left out.
    Limits are None where no two neighbouring points were observed, the mean too where none was.
    """

    first: int
    last: int
    reason: str
    used: int
    mean: float | None
    mean_moving_range: float | None
    lower: float | None
    upper: float | None
    screened: tuple[int, ...] = ()


@dataclass(frozen=True)
class Point:
    """One position of the series: its value (None if missing), the lines at it, and the rules it breaks.

    `side` is where its first rule points: above or below the mean, or for a trend up or down.
    """

    position: int
    value: float | None
    mean: float | None
    lower: float | None
    upper: float | None
    rules: tuple[Rule, ...] = ()
    side: Side | None = None


@dataclass(frozen=True)
class ControlChart:
    """A whole chart. The icons speak of the latest observed point and the limits there; None where they cannot."""

    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    variation: Variation | None
    assurance: Assurance | None
    cautions: tuple[Caution, ...]
    better: Better | None
    target: float | None

    @property
    def latest(self) -> Point | None:
        """The latest observed point; None where there is none."""
        return next((point for point in reversed(self.points) if point.value is not None), None)
