"""What is known of an indicator's standing among English authorities, as values: chart, table and sentence take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from readiness.config.models import Indicator
from readiness.insight.indicators.series import Measured
from readiness.statistics.funnel import Model, Place
from readiness.statistics.intervals import Interval
from readiness.statistics.spc_results import Better


@dataclass(frozen=True, slots=True)
class Peer:
    """One authority's figure of a period. `near` is its place among our statistical neighbours, 1 the nearest."""

    code: str
    name: str
    figure: float
    numerator: float | None
    denominator: float | None
    near: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Ours:
    """Our own figure of the same period. `months` is above 1 where it is so many months taken together."""

    name: str
    figure: float
    numerator: float | None
    denominator: float | None
    interval: Interval | None
    months: int
    doubtful: bool
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """The `place`-th of `of` figures, counted from the better end; `joint` figures share the place, ours included."""

    place: int
    of: int
    joint: int

    @property
    def quarter(self) -> int:
        """1 for the quarter of figures at the better end, 4 for the other end."""
        return -(-4 * self.place // self.of)


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of all authorities' figures, its half and its ends."""

    lowest: float
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One pair of limits over the sizes of authorities. `level` is 95 or 99.8."""

    model: Model
    level: float
    sizes: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FunnelFact:
    """Where we stand for our size. `by_chance` and `with_spread` say it without and with overdispersion.

    `level` is our figure worked out from its counts, `levels` those of the `peers` that have counts; `centre` that
    of all together. `outside` counts the authorities beyond the 95% limits of each model, out of `of`; `uncounted`
    have no published counts. `rough` where our size is so small that limits are not exact.
    """

    centre: float
    level: float
    peers: tuple[Peer, ...]
    levels: tuple[float, ...]
    curves: tuple[Curve, ...]
    by_chance: Place
    with_spread: Place
    outside: Mapping[Model, int]
    of: int
    uncounted: int
    rough: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator of one authority beside all others with a figure of the same period.

    `fictional` is an authority that the national picture does not have, so that its figure is one more than theirs;
    `newest` is the last period that could be ranked; `peers` are the other authorities from the better end (for
    context the highest first); `model` is the year of the neighbours' model, `silent` names those without a figure;
    `without` counts all authorities that have none; `published` is the national figure for us where it reads
    differently from our own.
    """

    indicator: Indicator
    better: Better | None
    as_at: date
    period_end: date
    newest: date
    ours: Ours
    latest: Measured
    fictional: bool
    rank: Rank
    spread: Spread
    peers: tuple[Peer, ...]
    neighbours: tuple[Peer, ...]
    model: str
    silent: tuple[str, ...]
    without: int
    published: Peer | None
    funnel: FunnelFact | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoStanding:
    """Why an indicator has no standing, in a sentence."""

    reason: str
