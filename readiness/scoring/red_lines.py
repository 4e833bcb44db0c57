"""Safety lines: an indicator's current figure against its limit, however old (scoring.md 4). Silence clears nothing."""

from dataclasses import dataclass

import numpy as np

from readiness.config.models import Config, Framework, RedLine
from readiness.dates import from_day_number
from readiness.evidence.dataset import Dataset
from readiness.items import current_observations, days, fresh_days
from readiness.scoring.results import LineState, RedLineState
from readiness.wording import in_unit


@dataclass(frozen=True, slots=True, eq=False)
class WatchedLine:
    """A red line, and as columns the observations of its indicator that were current one after another."""

    rule: RedLine
    fresh: float
    known: np.ndarray
    until: np.ndarray
    figure: np.ndarray
    period_end: np.ndarray
    line: np.ndarray

    @property
    def crossed(self) -> np.ndarray:
        """A mask of the observations that lie strictly beyond the limit."""
        if self.rule.above is not None:
            return self.figure > self.rule.above
        return self.figure < (self.rule.below if self.rule.below is not None else -np.inf)

    def state(self, day: int) -> RedLineState:
        """How the line stands on a day."""
        current = np.flatnonzero((self.known <= day) & (day < self.until))
        held = int(current[0]) if len(current) else None
        over = self.rule.above is not None
        return RedLineState(
            id=self.rule.id,
            title=self.rule.title,
            area=self.rule.area,
            indicator=self.rule.indicator,
            state=self._state(day, held),
            limit=float(self.rule.above if self.rule.above is not None else self.rule.below or 0.0),
            over=over,
            figure=None if held is None else float(self.figure[held]),
            period_end=None if held is None else from_day_number(self.period_end[held]),
            known=None if held is None else from_day_number(self.known[held]),
            line=None if held is None else int(self.line[held]),
        )

    def _state(self, day: int, held: int | None) -> LineState:
        if held is None:
            return "never observed"
        if self.crossed[held]:
            return "crossed"
        return "clear" if day - self.known[held] <= self.fresh else "not known lately"


def watched_lines(dataset: Dataset, config: Config, framework: Framework) -> tuple[WatchedLine, ...]:
    """Every red line of a framework with the history of its indicator in a dataset."""
    rows = dataset.tables["observations"].rows
    current = current_observations(rows)
    codes = {indicator: code for code, indicator in enumerate(rows["indicator"].cat.categories)}
    watched = []
    for rule in framework.red_lines:
        mine = current.indicator == codes.get(rule.indicator, -1)
        row = current.row[mine]
        watched.append(
            WatchedLine(
                rule=rule,
                fresh=fresh_days(config.indicators[rule.indicator], config.scoring),
                known=current.known[mine],
                until=current.until[mine],
                figure=rows["figure"].to_numpy(dtype=float)[row],
                period_end=days(rows["period_end"])[row],
                line=rows["line"].to_numpy()[row],
            )
        )
    return tuple(watched)


def limit_words(rule: RedLine, unit: str) -> str:
    """Where a line lies: `above 0`, `below 70%`."""
    if rule.above is not None:
        return f"above {in_unit(rule.above, unit)}"
    return f"below {in_unit(rule.below or 0.0, unit)}"
