"""The tables of a dataset folder, one schema each: the data contract in code.

Reader, templates and the data guide all take these; nothing about a table is written anywhere else.
"""

from collections.abc import Mapping

from readiness.evidence.schema import Parent, Table
from readiness.evidence.tables_judged import (
    ACTION_UPDATES,
    ACTIONS,
    CONFIRMATIONS,
    DOCUMENTS,
    EVENTS,
    FINDINGS,
    INSPECTIONS,
    JUDGEMENTS,
    SELF_EVALUATION,
    SIGNALS,
)
from readiness.evidence.tables_measured import (
    AUDITS,
    COMPARATORS,
    COMPLAINTS,
    FEEDBACK,
    OBSERVATIONS,
    SERIOUS_EVENTS,
    TARGETS,
)

__all__ = ["TABLES", "Parent", "Table"]

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        OBSERVATIONS,
        COMPARATORS,
        TARGETS,
        INSPECTIONS,
        JUDGEMENTS,
        FINDINGS,
        AUDITS,
        ACTIONS,
        ACTION_UPDATES,
        FEEDBACK,
        COMPLAINTS,
        DOCUMENTS,
        SELF_EVALUATION,
        CONFIRMATIONS,
        SIGNALS,
        SERIOUS_EVENTS,
        EVENTS,
    )
}
"""Every table by name, parents before children: the order they are read in."""
