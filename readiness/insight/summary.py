"""Scores, histories and checks in plain text, for people at a command line."""

from readiness.dates import uk_date
from readiness.evidence.dataset import Dataset
from readiness.scoring.results import AreaScore, History, Scores
from readiness.wording import as_seen, local_judgement, score_range, upper_first, whole_score


def score_text(scores: Scores, said: str, inspectorate: str) -> str:
    """The headline, then a block per area with caps and safety lines, and the overall grade where there is one."""
    what = f"{scores.dataset}, {scores.framework}, as at {uk_date(scores.as_at)}"
    head = f"{what}. {upper_first(local_judgement(inspectorate))}."
    overall = (
        [f"{scores.overall.title}: indicative {scores.overall.grade or 'none'} ({scores.overall.rule})"]
        if scores.overall
        else []
    )
    return "\n\n".join([head, said, *(_area_text(area) for area in scores.areas), *overall])


def _area_text(area: AreaScore) -> str:
    lines = [f"{area.title}", f"  {_standing(area)}"]
    lines += [f"  Capped at {cap.caps_at}: {as_seen(cap.reason)}" for cap in area.caps]
    lines += [f"  Safety line {line.state}: {line.title}" for line in area.red_lines if line.state != "clear"]
    return "\n".join(lines)


def _standing(area: AreaScore) -> str:
    held = f"{int(area.coverage * 100)}% of the expected evidence is held and fresh"
    if not area.enough or area.score is None:
        return f"Not enough evidence ({held})"
    disagrees = "; the evidence disagrees" if area.disagrees else ""
    span = f"range {score_range(area.low, area.high)}"
    standing = f"Indicative {area.grade}, {whole_score(area.score)} ({span})"
    return f"{standing}; {area.confidence} confidence, {held}{disagrees}"


def history_text(history: History) -> str:
    """A line per month end, a column per area; a dash where there was too little evidence to show a number."""
    names = list(history.areas)
    rows = [["date", *names]]
    for index, day in enumerate(history.dates):
        shown = [_shown(history.shown(name)[index]) for name in names]
        rows.append([day.isoformat(), *shown])
    widths = [max(len(row[column]) for row in rows) for column in range(len(names) + 1)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _shown(score: float | None) -> str:
    return "-" if score is None else str(whole_score(score))


def check_text(dataset: Dataset) -> str:
    """Counts per table, then every problem."""
    counts = [
        f"{name}.csv: {table.read} read, {table.used} used, {table.set_aside} set aside"
        for name, table in dataset.tables.items()
        if table.read
    ]
    problems = [f"{problem.level}: {problem}" for problem in dataset.problems]
    return "\n".join([*(counts or ["No table holds a row."]), *(problems or ["No problems."])])
