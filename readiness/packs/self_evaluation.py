"""The self-evaluation as a Word file, ready to edit: Ofsted's three questions for each area, with live figures.

Every figure comes from the functions that the page takes it from. Dates and places (file and line) stand beside them.
"""

from datetime import date

import pandas as pd
from docx.document import Document as WordDocument

from readiness.insight.indicators.words import counted_out
from readiness.insight.inspections.judgements import last_judgements, whose_judgements
from readiness.insight.self_evaluation.draft import area_draft
from readiness.insight.self_evaluation.facts import SelfView, self_view
from readiness.insight.self_evaluation.lists import Noted
from readiness.packs.imprint import imprint
from readiness.packs.self_evaluation_area import add_area, claimed, evidence, graded
from readiness.packs.word import (
    add_bullets,
    add_heading,
    add_notice,
    add_paragraph,
    add_table,
    document_bytes,
    new_document,
)
from readiness.wording import local_judgement, lower_first
from readiness.workspace import Workspace

MOST_ENTRIES = 6
TO_EDIT = (
    "A draft to edit. Its figures, dates and places come from the evidence as it stood on the day above; its grades "
    "are {local}. Add what the files can't know, such as what practice feels like to a "
    "child."
)


def self_evaluation_document(workspace: Workspace, as_at: date, framework_id: str) -> bytes:
    """The draft as a .docx file. Small counts of children and families are not in it."""
    about = imprint(workspace, as_at, framework_id)
    found = workspace.once(self_view, as_at, framework_id)
    framework = workspace.config.frameworks[framework_id]
    document = new_document(about, f"Self-evaluation: {about.authority}")
    add_paragraph(document, TO_EDIT.format(local=local_judgement(framework.inspectorate)))
    _summary(document, workspace, found, framework_id)
    labels = _labels(workspace, framework_id)
    for area in found.areas:
        draft = area_draft(workspace, as_at, framework, area)
        add_area(document, workspace, as_at, framework_id, draft, labels[area.whole.id])
    _apart(document, found)
    return document_bytes(document)


def _summary(document: WordDocument, workspace: Workspace, found: SelfView, framework_id: str) -> None:
    add_heading(document, "In short")
    add_notice(document, found.headline)
    for words in (found.areas_sentence, found.agreed.sentence, found.record.sentence):
        if words and found.claimed:
            add_paragraph(document, words)
    judged = last_judgements(workspace.evidence(framework_id), found.as_at)
    labels = _labels(workspace, framework_id)
    whose = whose_judgements(
        workspace.dataset.description.kind, workspace.config.frameworks[framework_id].inspectorate
    )
    rows = []
    for area in found.areas:
        last = judged[area.whole.id]
        rows.append(
            {
                "Judgement area": labels[area.whole.id],
                "Our own grade": claimed(area.whole),
                "The evidence indicates": evidence(area.whole),
                whose: graded(last.grade, last.published) if last else "none",
            }
        )
    add_table(
        document,
        pd.DataFrame(rows),
        "Our grade, the evidence and the last judgement, by area",
        (3.4, 4.6, 5, 5),
    )


def _apart(document: WordDocument, found: SelfView) -> None:
    """The lists of the page: what an inspector would look at, and what speaks for us."""
    if not found.lists:
        return
    add_heading(document, "How well do we know ourselves?")
    for each in sorted((each for each in found.lists if each.entries), key=lambda each: not each.good):
        add_paragraph(document, each.sentence, lead=f"{each.title}.")
        add_bullets(document, _entries(each))
    add_paragraph(document, " ".join(each.sentence for each in found.lists if not each.entries))


def _entries(each: Noted) -> list[str]:
    shown = [f"{entry.place.name}: {lower_first(entry.says)}" for entry in each.entries[:MOST_ENTRIES]]
    more = len(each.entries) - MOST_ENTRIES
    return [*shown, *([f"and {counted_out(more)} more on the Self-evaluation page"] if more > 0 else [])]


def _labels(workspace: Workspace, framework_id: str) -> dict[str, str]:
    return {area.id: area.label for area in workspace.config.frameworks[framework_id].areas}
