"""The sheets under the messages of a workbook: scores of areas and criteria, and every row of evidence behind them."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from readiness.charts.palette import grade_mark
from readiness.config.models import STRANDS
from readiness.insight.area import criterion_enough
from readiness.insight.cards import confidence_words
from readiness.insight.indicators.words import counted
from readiness.insight.rows import EvidenceRow, evidence_rows, row_by_row
from readiness.insight.small import figure_gives_away
from readiness.packs.imprint import Imprint
from readiness.packs.sheet import Sheet
from readiness.scoring.results import AreaScore, CriterionScore, Scores
from readiness.statistics.disclosure import may_show_percentage
from readiness.wording import upper_first, whole_score
from readiness.workspace import Workspace

TOO_LITTLE = "not enough evidence"
HIDDEN = "hidden: small numbers"
Record = Mapping[str, Any]


def evidence_sheets(workspace: Workspace, about: Imprint, framework_id: str) -> list[Sheet]:
    """Areas, criteria and the rows behind them. A row that would tell a small count says so in its place."""
    scores = workspace.score(about.as_at, framework_id)
    evidence = pd.DataFrame(_evidence(workspace, scores))
    return [
        Sheet(
            "Areas", "Where each judgement area stands", pd.DataFrame([_area(area) for area in scores.areas])
        ),
        Sheet("Criteria", "Where each criterion stands", pd.DataFrame(_criteria(workspace, scores))),
        Sheet("Evidence", "Every row of evidence that counts, the heaviest of each area first", evidence),
    ]


def _area(area: AreaScore) -> dict[str, object]:
    crossed = sum(line.state == "crossed" for line in area.red_lines)
    return {
        "Judgement area": area.short,
        "Score": whole_score(area.score or 0.0) if area.enough else TOO_LITTLE,
        "Indicative grade": f"{grade_mark(area.grade)} {area.grade}" if area.enough and area.grade else "",
        "Lowest it could be": whole_score(area.low) if area.enough else "",
        "Highest it could be": whole_score(area.high) if area.enough else "",
        "Evidence held": f"{int(round(area.coverage * 100, 9))}%",
        "How sure": confidence_words(area),
        "Limits on the score": ", ".join(f"{cap.kind}: at most {cap.caps_at}" for cap in area.caps),
        "Safety lines": f"{counted(crossed, 'line')} crossed" if crossed else "",
    }


def _criteria(workspace: Workspace, scores: Scores) -> Iterator[dict[str, object]]:
    titles, scoring = _titles(workspace, scores), workspace.config.scoring
    for area in scores.areas:
        for criterion in area.criteria:
            yield _criterion(area, criterion, titles, enough=criterion_enough(criterion, scoring))


def _criterion(
    area: AreaScore, criterion: CriterionScore, titles: Mapping[str, str], *, enough: bool
) -> dict[str, object]:
    cells = {
        f"Evidence held: {strand}": f"{int(round(cell.coverage * 100, 9))}%"
        if cell.expected
        else "not expected"
        for strand in STRANDS
        if (cell := criterion.cells[strand])
    }
    return {
        "Judgement area": area.short,
        "Criterion": titles.get(criterion.id, criterion.id),
        "Score": whole_score(criterion.score or 0.0) if enough else TOO_LITTLE,
        "Evidence held": f"{int(round(criterion.coverage * 100, 9))}%",
        **cells,
    }


def _titles(workspace: Workspace, scores: Scores) -> dict[str, str]:
    areas = workspace.config.frameworks[scores.framework].areas
    return {each.id: each.title for area in areas for each in area.criteria}


def _evidence(workspace: Workspace, scores: Scores) -> Iterator[dict[str, object]]:
    titles, small = _titles(workspace, scores), Small(workspace)
    evidence = workspace.evidence(scores.framework)
    for area in scores.areas:
        for row in row_by_row(evidence_rows(evidence, area.id, scores.as_at)):
            hidden = small.hides(row)
            yield {
                "Judgement area": area.short,
                "Criterion": titles.get(row.criterion, row.criterion),
                "Kind of evidence": row.strand,
                "What it says": f"{upper_first(row.about)}: {HIDDEN}" if hidden else row.says,
                "Points, 0 to 100": None if hidden else round(row.points, 1),
                "Part of the area's score": f"{row.share * 100:.1f}%",
                "Known": row.known,
                "Source": row.source,
                "File": row.file,
                "Line": row.line,
            }


class Small:
    """Which rows of evidence would tell a count of 1 to 4 children, by the counts in their files."""

    def __init__(self, workspace: Workspace) -> None:
        tables = workspace.dataset.tables
        self._indicators = workspace.config.indicators
        self._held = {f"{name}.csv": _by_line(tables[name].rows) for name in ("observations", "feedback")}

    def hides(self, row: EvidenceRow) -> bool:
        """Whether what a row says, and its points, must stay in the dashboard."""
        record = self._held.get(row.file, {}).get(row.line)
        if record is None:
            return False
        if row.file == "feedback.csv":
            positive, responses = record["positive"], record["responses"]
            return responses == responses and not may_show_percentage(positive, responses)
        unit = self._indicators[record["indicator"]].unit
        return figure_gives_away(record["figure"], record["numerator"], record["denominator"], unit)


def _by_line(rows: pd.DataFrame) -> dict[int, Record]:
    return {int(record["line"]): record for record in rows.to_dict("records")}
