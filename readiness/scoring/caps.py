"""Named caps that override a mean which hides a danger, as spans of time (scoring.md 4).

Red lines, last judgements and priority actions begin and end on known days, so they are worked out
once. Weak practice depends on a score at each date; `weak_practice` says where it applies.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from readiness.config.models import GRADES, Config, Framework, Scoring
from readiness.dates import NEVER, from_day_number, uk_date
from readiness.evidence.dataset import Dataset
from readiness.items import AreaJudgements, Findings, Lookup
from readiness.scoring.red_lines import WatchedLine, limit_words
from readiness.wording import in_unit, judgement_of

CapKind = Literal["red line", "weak practice", "last judgement", "priority action"]


@dataclass(frozen=True, slots=True)
class CapSpan:
    """A cap on an area (its position in the framework) from day `start` up to, not including, day `until`."""

    area: int
    kind: CapKind
    id: str
    caps_at: str
    reason: str
    start: int
    until: int


def cap_limit(scoring: Scoring, grade: str) -> float:
    """The highest score an area may still have when it is capped at a grade: the band's upper edge less 0.01."""
    above = GRADES[GRADES.index(grade) + 1 :]
    return (scoring.bands[above[0]] if above else 100.0) - 0.01


def cap_spans(
    dataset: Dataset,
    config: Config,
    framework: Framework,
    lookup: Lookup,
    lines: tuple[WatchedLine, ...],
    judgements: AreaJudgements,
    findings: Findings,
) -> tuple[CapSpan, ...]:
    """Every cap that begins and ends on known days, in the order of the method: lines, judgements, priority actions."""
    return (
        *_red_line_spans(config, framework, lines),
        *_last_judgement_spans(config.scoring, framework, judgements, dataset.description.kind),
        *_priority_action_spans(dataset, config, lookup, judgements, findings),
    )


def _red_line_spans(
    config: Config, framework: Framework, lines: tuple[WatchedLine, ...]
) -> Iterator[CapSpan]:
    area_ids = [area.id for area in framework.areas]
    for line in lines:
        unit = config.indicators[line.rule.indicator].unit
        for index in np.flatnonzero(line.crossed):
            day = uk_date(from_day_number(line.period_end[index]))
            seen = f"{in_unit(float(line.figure[index]), unit)} at {day}"
            reason = f"{line.rule.title}: {seen} (the line is {limit_words(line.rule, unit)})"
            span = int(line.known[index]), int(line.until[index])
            yield CapSpan(
                area_ids.index(line.rule.area), "red line", line.rule.id, line.rule.caps_at, reason, *span
            )


def _last_judgement_spans(
    scoring: Scoring, framework: Framework, judgements: AreaJudgements, dataset_kind: str
) -> Iterator[CapSpan]:
    rule = scoring.caps.last_judgement
    for area in range(len(framework.areas)):
        mine = np.flatnonzero(judgements.area == area)
        published = np.unique(judgements.published[mine])
        for day, until in zip(published, np.append(published, NEVER)[1:], strict=True):
            that_day = mine[judgements.published[mine] == day]
            lowest = that_day[np.argmin(judgements.grade[that_day])]
            if GRADES[judgements.grade[lowest]] == rule.grade:
                whose = judgement_of(dataset_kind, framework.inspectorate, which="last")
                reason = f"{whose}, published {uk_date(from_day_number(day))}, was {rule.grade}"
                change = min(int(day) + math.ceil(rule.days), int(until))
                inspection = judgements.inspection[lowest]
                yield CapSpan(area, "last judgement", inspection, rule.caps_at, reason, int(day), change)
                yield CapSpan(area, "last judgement", inspection, rule.then, reason, change, int(until))


def _priority_action_spans(
    dataset: Dataset, config: Config, lookup: Lookup, judgements: AreaJudgements, findings: Findings
) -> Iterator[CapSpan]:
    """Each lasts until a later report looks again: a finding on the criterion, or a judgement on the area."""
    rows = dataset.tables["findings"].rows
    area = lookup.area_of[findings.criterion]
    judged = judgements.ends(area, findings.published)
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for index in np.flatnonzero(np.asarray(rows["kind"] == "priority action")[findings.row]):
        published = int(findings.published[index])
        again = findings.published[
            (findings.criterion == findings.criterion[index]) & (findings.published > published)
        ]
        until = min(int(judged[index]), int(again.min()) if len(again) else NEVER)
        key = (
            int(area[index]),
            int(findings.row[index]),
        )  # a finding on a whole area lasts until its last criterion is cleared
        spans[key] = published, max(until, spans.get(key, (0, 0))[1])
    for (area_index, row), (start, until) in spans.items():
        reason = f"An area for priority action was found on {uk_date(from_day_number(start))}: {rows['summary'][row]}"
        yield CapSpan(
            area_index,
            "priority action",
            rows["finding"][row],
            config.scoring.caps.priority_action.caps_at,
            reason,
            start,
            until,
        )


def weak_practice(scoring: Scoring, audits: np.ndarray, practice_score: np.ndarray) -> np.ndarray:
    """A mask, shaped like its arguments, of where enough audits give a practice score under the rule's."""
    rule = scoring.caps.weak_practice
    return (audits >= rule.audits) & (np.round(np.nan_to_num(practice_score, nan=np.inf), 9) < rule.below)
