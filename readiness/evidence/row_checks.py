"""What can be wrong between the cells of one row, and between rows: dates, parents and keys."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from readiness.evidence.cells import Cells
from readiness.evidence.context import OVERALL, Context, ReadTable
from readiness.evidence.figures import check_figures
from readiness.evidence.findings import Findings
from readiness.evidence.nearest import did_you_mean
from readiness.evidence.schema import Parent, Table
from readiness.problems import Code

Columns = Mapping[str, Cells]

ASKED_KINDS = ("survey", "consultation", "focus group")


def check_rows(table: Table, columns: Columns, context: Context, findings: Findings) -> None:
    """Set aside rows that contradict themselves, their parent or an earlier row; warn of what is only odd.

    A row is looked at only while nothing else has set it aside: so of rows with one key the first good one
    is used.
    """
    if table.published_after is not None:
        _check_published(columns, table.published_after, findings)
    if table.at_most is not None:
        _check_at_most(columns, *table.at_most, findings)
    if table.figure is not None:
        check_figures(columns, table.figure, context.units, findings)
    for parent in table.parents:
        _check_parent(columns, parent, context.tables[parent.table], findings)
    if table.name == "judgements":
        _check_area(columns, context, findings)
    if table.key is not None:
        _check_key(columns, table.key, findings)
    _warn(table, columns, findings)


def _check_published(columns: Columns, after: str, findings: Findings) -> None:
    published = columns["published"]
    if not len(published.values):
        return
    early = published.dates < columns[after].dates
    message = f"`published` should not be before `{after}`: nothing is known before it has ended."
    findings.set_aside_more(early, "published", Code.DATES_DISAGREE, lambda row: message, published)


def _check_at_most(columns: Columns, part: str, whole: str, findings: Findings) -> None:
    over = columns[part].figures > columns[whole].figures
    message = f"`{part}` should not be more than `{whole}`."
    findings.set_aside_more(over, part, Code.OUT_OF_RANGE, lambda row: message, columns[part])


# Parents -----------------------------------------------------------------------------------------


def _check_parent(columns: Columns, parent: Parent, above: ReadTable, findings: Findings) -> None:
    cells = columns[parent.column]
    known = {str(one): index for index, one in enumerate(above.rows[parent.named])}
    words = cells.texts()
    at = cells.per_row(np.array([known.get(word, -1) for word in words], dtype=np.int64), -1)

    def explain(row: int) -> str:
        hint = did_you_mean(cells.text(row), known) if len(known) < 1000 else ""
        return f"{above.name}.csv has no row in use with this {parent.named}, so this row is not used.{hint}"

    findings.set_aside_more(at < 0, parent.column, Code.PARENT_MISSING, explain, cells)
    if parent.not_before is not None:
        _check_not_before(columns, parent, above, at, findings)


def _check_not_before(
    columns: Columns, parent: Parent, above: ReadTable, at: np.ndarray, findings: Findings
) -> None:
    child_date, parent_date = parent.not_before or ("", "")
    limit = np.append(above.rows[parent_date].to_numpy("datetime64[s]"), np.datetime64("NaT", "s"))[at]
    early = columns[child_date].dates < limit
    message = f"A date before the `{parent_date}` of its {parent.column} is not possible."
    findings.set_aside_more(early, child_date, Code.DATES_DISAGREE, lambda row: message, columns[child_date])


def _check_area(columns: Columns, context: Context, findings: Findings) -> None:
    """Areas of the inspection's framework, or overall; free text where the framework is not configured.

    The framework stands in the row itself, or in the row of its inspection.
    """
    area, words = columns["area"], columns["area"].texts()
    about = columns.get("framework", columns["inspection"])
    framework_of = _itself(context) if "framework" in columns else _frameworks(context)

    def allowed(row: int) -> frozenset[str] | None:
        return context.areas.get(framework_of.get(about.text(row).strip(), ""))

    pair = about.codes * (len(words) + 1) + area.codes
    _, first, back = np.unique(pair, return_index=True, return_inverse=True)
    unknown = np.array(
        [_is_unknown(area.text(int(row)).strip(), allowed(int(row))) for row in first], dtype=bool
    )

    def explain(row: int) -> str:
        hint = did_you_mean(area.text(row), allowed(row) or ())
        return f"Expected an area id of that inspection's framework, or `{OVERALL}`.{hint}"

    if len(first):
        findings.set_aside_more(unknown[back], "area", Code.UNKNOWN_REFERENCE, explain, area)


def _itself(context: Context) -> dict[str, str]:
    return {framework: framework for framework in context.areas}


def _frameworks(context: Context) -> dict[str, str]:
    """The framework of every inspection, by its id."""
    inspections = context.tables["inspections"].rows
    return dict(zip(inspections["inspection"], inspections["framework"], strict=True))


def _is_unknown(area: str, allowed: frozenset[str] | None) -> bool:
    return allowed is not None and area != OVERALL and area not in allowed


# Keys --------------------------------------------------------------------------------------------


def _check_key(columns: Columns, key: tuple[str, ...], findings: Findings) -> None:
    """Of the rows not set aside for anything else, all but the first with the same key."""
    good = np.flatnonzero(~findings.bad)
    named_cells = [columns[name] for name in key]
    combined = _combined([cells.take(good) for cells in named_cells] if findings.bad.any() else named_cells)
    if _rising(combined):
        return
    again = pd.Series(combined).duplicated().to_numpy()
    if not again.any():
        return
    first = pd.Series(findings.lines[good]).groupby(combined).transform("first").to_numpy()
    first_line = np.zeros(len(findings.bad), dtype=np.int64)
    first_line[good] = first
    repeated = np.zeros(len(findings.bad), dtype=bool)
    repeated[good[again]] = True
    named = ", ".join(key)

    def explain(row: int) -> str:
        return (
            f"Line {first_line[row]} has the same {named}; the first is used. Change or remove one of them."
        )

    findings.set_aside(repeated, key[0], Code.DUPLICATE_ROW, explain, columns[key[0]])


def _rising(keys: np.ndarray) -> bool:
    """Whether every key is above the one before: rows written in order, as exports are, need no search."""
    return bool((keys[1:] > keys[:-1]).all())


def _combined(columns: Sequence[Cells]) -> np.ndarray:
    """One integer per row, equal where all of these columns have equal values (or none); the first weighs most."""
    combined, size = np.zeros(len(columns[0].raw), dtype=np.int64), 1
    for cells in columns:
        span = len(cells.values) + 1
        if span == 1:
            continue
        if size * span > 2**62:
            combined = pd.factorize(combined)[0].astype(np.int64)
            size = len(combined)
        combined *= span
        combined += (cells.value_of + 1)[cells.raw]
        size *= span
    return combined


# Warnings ----------------------------------------------------------------------------------------


def _warn(table: Table, columns: Columns, findings: Findings) -> None:
    for earlier, later in table.in_order:
        if not len(columns[later].values):
            continue
        odd = columns[later].dates < columns[earlier].dates
        message = f"`{later}` is before `{earlier}`. The row is used; check both dates."
        findings.warn(odd, later, Code.DATES_DISAGREE, lambda row, said=message: said, columns[later])
    if table.name == "feedback":
        _warn_of_no_answer(columns, findings)


def _warn_of_no_answer(columns: Columns, findings: Findings) -> None:
    kind = columns["kind"]
    asked = kind.per_row(np.array([word in ASKED_KINDS for word in kind.texts()], dtype=bool), False)
    counted = ~np.isnan(columns["positive"].figures) & ~np.isnan(columns["responses"].figures)
    silent = asked & ~counted & (columns["sentiment"].codes < 0)
    message = "The row says neither `sentiment` nor `positive` and `responses`: it is shown, and not scored."
    findings.warn(silent, "sentiment", Code.NO_ANSWER, lambda row: message)
