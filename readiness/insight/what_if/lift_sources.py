"""The sources that could lift an area, and what each may be raised to (scoring.md 5): indicators, audits, voice.

Improvement is left out, because a status is not an impact, and so is scrutiny: only Ofsted moves that.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from readiness.config.models import Indicator
from readiness.dates import day_number
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.rows import EvidenceRow, described, shares, text
from readiness.insight.small import gives_away
from readiness.insight.what_if.dataset import current_rows
from readiness.items import SOURCES, figure_on_scale, points_on_scale
from readiness.scoring.evidence import Evidence
from readiness.scoring.results import RedLineState, Scores
from readiness.statistics.disclosure import may_show_percentage
from readiness.wording import in_unit
from readiness.workspace import Workspace

SourceKind = Literal["indicator", "practice", "voice"]
OBSERVATIONS, AUDITS, FEEDBACK = (SOURCES.index(name) for name in ("observations", "audits", "feedback"))
TARGET, EDGE, USUAL, LIMIT, AUDITED = (
    "its target",
    "the edge of good",
    "its best usual level",
    "the limit of its safety line",
    "audits graded good",
)
OF_AUDITS = " (audits)"
FEWER, SMALL_NUMBERS = "fewer than five", "rests on small numbers"


@dataclass(frozen=True, slots=True)
class Source:
    """One source in one area, and what it would be raised to.

    `id` is the indicator, the criterion audited, or `group|question`; `share` is the sum of u(i) over its items (0 to
    1), `was` their mean in points, weighted so, and `to` the points aimed at. `now` and `aim` say the same in its own
    words, `basis` why that aim. `figure` is the indicator's figure aimed at, `seen` the end
    of the period of the one it has. `children` are those whom the figure
    leaves behind, where its row counts children. `line` is its safety line where that is crossed. `hidden` is told in
    place of a figure that tells a count of 1 to 4, which may not leave the screen; empty for any other.
    """

    kind: SourceKind
    area: str
    id: str
    name: str
    now: str
    aim: str
    basis: str
    share: float
    was: float
    to: float
    figure: float | None = None
    seen: date | None = None
    children: int | None = None
    line: RedLineState | None = None
    rows: tuple[EvidenceRow, ...] = ()
    hidden: str = ""

    @property
    def theme(self) -> str:
        """The criterion's title where it is audits of one; else its name."""
        return self.name.removesuffix(OF_AUDITS)

    @property
    def small(self) -> bool:
        """Whether its figure and its points tell a count of 1 to 4."""
        return bool(self.hidden)

    @property
    def told(self) -> str:
        """How it stands in words that may leave the screen."""
        return self.hidden or self.now

    @property
    def criterion(self) -> str:
        """The criterion of its heaviest item; empty where it has none."""
        return self.rows[0].criterion if self.rows else ""

    @property
    def points(self) -> float:
        """What it would add to the area's uncapped score: the sum of u(i) x (to - points(i))."""
        return lift(self.share, self.was, self.to)


def lift(share: float, was: float, to: float) -> float:
    """The points that an area gains when items of this share (0 to 1) and mean rise to `to` (scoring.md 5)."""
    return share * (to - was)


@dataclass(frozen=True, eq=False)
class _Weighed:
    """The items of one area on a day: shares and trusts over all items of the evidence."""

    evidence: Evidence
    area: str
    share: np.ndarray
    trust: np.ndarray

    def measured(self, chosen: np.ndarray) -> tuple[float, float]:
        """The share of items at these positions, and their mean points weighted by it; (0, 0) where they have none."""
        share = self.share[chosen]
        total = float(share.sum())
        return total, float((share * self.evidence.items.points[chosen]).sum()) / total if total else 0.0

    def rows(self, chosen: np.ndarray) -> tuple[EvidenceRow, ...]:
        heaviest = chosen[np.argsort(-self.share[chosen], kind="stable")]
        return tuple(self._described[int(each)] for each in heaviest)

    @cached_property
    def _described(self) -> dict[int, EvidenceRow]:
        """Every item that a source may rest on: described in one go, because source by source is slow."""
        wanted = np.flatnonzero(
            np.isin(self.evidence.items.table, (OBSERVATIONS, AUDITS, FEEDBACK)) & (self.share > 0)
        )
        return dict(
            zip(wanted.tolist(), described(self.evidence, wanted, self.trust, self.share), strict=True)
        )


def sources(workspace: Workspace, as_at: date, framework_id: str) -> tuple[Source, ...]:
    """Every source of every scored area that could stand higher on a day, in the framework's order, unranked."""
    evidence, scores = workspace.evidence(framework_id), workspace.score(as_at, framework_id)
    aims = _Aims(workspace, evidence, scores, as_at)
    found: list[Source] = []
    for area in scores.areas:
        weighed = _Weighed(evidence, area.id, *shares(evidence, area.id, day_number(as_at)))
        found += [*aims.indicators(weighed), *aims.practice(weighed), *aims.voice(weighed)]
    return tuple(found)


class _Aims:
    """What the sources of a dataset may be raised to on a day."""

    def __init__(self, workspace: Workspace, evidence: Evidence, scores: Scores, as_at: date) -> None:
        self.config, self.evidence, self.scores = workspace.config, evidence, scores
        self.good = workspace.config.scoring.bands["good"]
        self.audited = workspace.config.scoring.grade_points["good"]
        self.tables = workspace.dataset.tables
        self.current = current_rows(self.tables["observations"].rows, as_at)
        self.facts: Mapping[str, IndicatorFact] = workspace.once(indicators_on, as_at).facts

    def indicators(self, weighed: _Weighed) -> Iterator[Source]:
        items = self.evidence.items
        crossed = {
            line.indicator: line
            for line in self.scores.area(weighed.area).red_lines
            if line.state == "crossed"
        }
        for indicator_id, row in self.current.items():
            mine = np.flatnonzero((items.table == OBSERVATIONS) & (items.row == row) & (weighed.share > 0))
            line = crossed.get(indicator_id)
            if not len(mine) and line is None:
                continue
            yield from self._indicator(weighed, self.config.indicators[indicator_id], row, mine, line)

    def _indicator(
        self, weighed: _Weighed, indicator: Indicator, row: int, mine: np.ndarray, line: RedLineState | None
    ) -> Iterator[Source]:
        record = self.tables["observations"].rows.iloc[row]
        figure, known = float(record["figure"]), day_number(record["known"].date())
        aimed = (line.limit, LIMIT) if line else self._aim(indicator, figure, known)
        if aimed is None:
            return
        share, was = weighed.measured(mine)
        to = points_of(indicator, aimed[0], known) if indicator.scored else 0.0
        yield Source(
            kind="indicator",
            area=weighed.area,
            id=indicator.id,
            name=indicator.label,
            now=in_unit(figure, indicator.unit),
            aim=in_unit(aimed[0], indicator.unit),
            basis=aimed[1],
            share=share,
            was=was,
            to=to,
            figure=aimed[0],
            seen=record["period_end"].date(),
            children=children_behind(indicator, record),
            line=line,
            rows=weighed.rows(mine),
            hidden=hidden_figure(indicator, record),
        )

    def _aim(self, indicator: Indicator, figure: float, known: int) -> tuple[float, str] | None:
        """The first of target, edge of good and best usual level that stands higher than the figure."""
        now = points_of(indicator, figure, known)
        fact = self.facts.get(indicator.id)
        aims = [
            (fact.target if fact else None, TARGET),
            (figure_on_scale(indicator, self.good, known), EDGE),
            (best_usual(fact) if fact else None, USUAL),
        ]
        return next(
            ((aim, why) for aim, why in aims if aim is not None and points_of(indicator, aim, known) > now),
            None,
        )

    def practice(self, weighed: _Weighed) -> Iterator[Source]:
        """A source for each criterion whose audits, weighted by trust, lie below good."""
        items = self.evidence.items
        audits = (items.table == AUDITS) & (weighed.share > 0)
        for position in np.unique(items.criterion[audits]):
            mine = np.flatnonzero(audits & (items.criterion == position))
            share, was = weighed.measured(mine)
            if round(was, 9) < min(self.good, self.audited):
                criterion = self.evidence.lookup.criteria[position]
                words = f"{was:.0f} points over {len(mine)} {'audit' if len(mine) == 1 else 'audits'}"
                yield Source(
                    "practice", weighed.area, criterion.id, f"{criterion.title}{OF_AUDITS}", words,
                    f"{self.audited:g} points", AUDITED, share, was, self.audited, rows=weighed.rows(mine),
                )  # fmt: skip

    def voice(self, weighed: _Weighed) -> Iterator[Source]:
        """A source for each question and the people it was put to, where their answers lie below the edge of good."""
        items = self.evidence.items
        asked = np.flatnonzero((items.table == FEEDBACK) & (weighed.share > 0))
        about = self._questions(items.row[asked])
        for question in dict.fromkeys(about):
            mine = asked[np.array([each == question for each in about])]
            share, was = weighed.measured(mine)
            if round(was, 9) < self.good:
                people, theme = question
                name = f"{theme or 'What was said'} ({people})"
                rows = self.tables["feedback"].rows.iloc[np.unique(items.row[mine])]
                now, aim = answers_words(was, self.good, rows)
                yield Source(
                    "voice", weighed.area, f"{people}|{theme}", name, now,
                    aim, EDGE, share, was, self.good, rows=weighed.rows(mine),
                    hidden=hidden_answers(rows),
                )  # fmt: skip

    def _questions(self, rows: np.ndarray) -> list[tuple[str, str]]:
        feedback = self.tables["feedback"].rows.iloc[rows]
        return [
            (text(people), text(theme))
            for people, theme in zip(feedback["from"], feedback["theme"], strict=True)
        ]


def points_of(indicator: Indicator, figure: float, known: int) -> float:
    """The points of one figure on the scale that was in use on a day."""
    return float(points_on_scale(indicator, np.array([figure]), np.array([known]))[0])


def hidden_figure(indicator: Indicator, row: pd.Series) -> str:
    """What is told in place of a row's figure where that, or a count beside it, is one of 1 to 4; else empty."""
    figure, top, whole = (float(row[name]) for name in ("figure", "numerator", "denominator"))
    counts = Counts(figure, None if math.isnan(top) else top, None if math.isnan(whole) else whole)
    if not gives_away(counts, indicator.unit):
        return ""
    return FEWER if indicator.unit == "count" else SMALL_NUMBERS


@dataclass(frozen=True, slots=True)
class Counts:
    """A figure with the counts it was worked out from."""

    figure: float
    numerator: float | None
    denominator: float | None


def answers_words(was: float, good: float, rows: pd.DataFrame) -> tuple[str, str]:
    """How answers stand and what they aim at: a share of positive ones where one row counts them, else points.

    A tone (positive, mixed, negative) has points and no share; of several rows the points are a mean by their weight.
    """
    if len(rows) == 1 and rows["responses"].notna().all() and rows["positive"].notna().all():
        return f"{was:.0f}% positive", f"{good:g}% positive"
    over = "one row" if len(rows) == 1 else f"{len(rows)} rows"
    return f"{was:.0f} points over {over}", f"{good:g} points"


def hidden_answers(rows: pd.DataFrame) -> str:
    """What is told in place of a share of answers where a count of positive answers or others is 1 to 4; else empty."""
    counted = rows[rows["responses"].notna() & rows["positive"].notna()]
    shown = [
        may_show_percentage(float(positive), float(responses))
        for positive, responses in zip(counted["positive"], counted["responses"], strict=True)
    ]
    return "" if all(shown) else SMALL_NUMBERS


def best_usual(fact: IndicatorFact) -> float | None:
    """The best mean that the indicator has held over a stretch of its process control chart; None without one."""
    means = [each.mean for each in fact.reading.ranges]
    if not means or fact.better is None:
        return None
    return max(means) if fact.better == "high" else min(means)


def children_behind(indicator: Indicator, row: pd.Series) -> int | None:
    """How many children a figure leaves behind: the wrong side of a percentage, or the count; None where not known."""
    if not indicator.counts_children:
        return None
    if indicator.unit == "count":
        return round(float(row["figure"]))
    top, whole = row["numerator"], row["denominator"]
    if indicator.unit != "percent" or pd.isna(top) or pd.isna(whole):
        return None
    return round(float(whole - top if indicator.higher_is_better else top))
