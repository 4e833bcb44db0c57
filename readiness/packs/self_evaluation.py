"""The self-evaluation as a Word file, ready to edit: Ofsted's three questions for each area, with live figures.

Every figure comes from the functions that the page takes it from. Dates and places (file and line) stand beside them.
"""

from datetime import date

import pandas as pd
from docx.document import Document as WordDocument

from readiness.charts.palette import grade_mark
from readiness.dates import uk_date
from readiness.insight.challenge import challenge
from readiness.insight.indicator_words import counted_out
from readiness.insight.judgements import last_judgements, whose_judgements
from readiness.insight.plan_chain import standing
from readiness.insight.plan_groups import owner
from readiness.insight.self_evaluation import QUESTIONS, SelfView, self_view
from readiness.insight.self_evaluation_area import (
    area_heading,
    history_words,
    position_words,
    themes_words,
    verdict_words,
)
from readiness.insight.self_evaluation_claims import FILE
from readiness.insight.self_evaluation_draft import AreaDraft, area_draft
from readiness.insight.self_evaluation_lists import Noted
from readiness.insight.self_evaluation_places import Place
from readiness.insight.triangulation import triangulation
from readiness.packs.imprint import imprint
from readiness.packs.word import (
    add_bullets,
    add_heading,
    add_notice,
    add_paragraph,
    add_table,
    document_bytes,
    new_document,
)
from readiness.wording import lower_first, plain_number
from readiness.workspace import Workspace

MOST_MEASURES, MOST_ACTIONS, MOST_ENTRIES, MOST_THEMES = 8, 8, 6, 6
TO_EDIT = (
    "A draft to edit. Its figures, dates and places come from the evidence as it stood on the day above; its grades "
    "are a local working judgement, not Ofsted's. Add what the files can't know, such as what practice feels like to a "
    "child."
)
OWN_WORDS = "[In your own words: ]"


def self_evaluation_document(workspace: Workspace, as_at: date, framework_id: str) -> bytes:
    """The draft as a .docx file. Small counts of children and families are not in it."""
    about = imprint(workspace, as_at, framework_id)
    found = workspace.once(self_view, as_at, framework_id)
    framework = workspace.config.frameworks[framework_id]
    document = new_document(about, f"Self-evaluation: {about.authority}")
    add_paragraph(document, TO_EDIT)
    _summary(document, workspace, found, framework_id)
    for area in found.areas:
        draft = area_draft(workspace, as_at, framework, area)
        _area(document, workspace, found, draft, framework_id)
    _apart(document, found)
    return document_bytes(document)


def _summary(document: WordDocument, workspace: Workspace, found: SelfView, framework_id: str) -> None:
    add_heading(document, "In short")
    add_notice(document, found.headline)
    for words in (found.areas_sentence, found.agreed.sentence, found.record.sentence):
        if words:
            add_paragraph(document, words)
    judged = last_judgements(workspace.evidence(framework_id), found.as_at)
    labels = _labels(workspace, framework_id)
    whose = whose_judgements(workspace.dataset.description.kind)
    rows = []
    for area in found.areas:
        last = judged[area.whole.id]
        rows.append(
            {
                "Judgement area": labels[area.whole.id],
                "Our own grade": _claimed(area.whole),
                "The evidence indicates": _evidence(area.whole),
                whose: _graded(last.grade, last.published) if last else "none",
            }
        )
    add_table(
        document,
        pd.DataFrame(rows),
        "Our grade, the evidence and the last judgement, by area",
        (3.4, 4.6, 5, 5),
    )


def _area(
    document: WordDocument, workspace: Workspace, found: SelfView, draft: AreaDraft, framework_id: str
) -> None:
    whole = draft.view.whole
    add_heading(document, whole.title)
    add_paragraph(document, area_heading(whole, _labels(workspace, framework_id)[whole.id]))
    add_heading(document, f"1. {QUESTIONS[0]}", 2)
    _what_we_know(document, draft)
    add_heading(document, f"2. {QUESTIONS[1]}", 2)
    _how_we_know(document, workspace, found.as_at, draft, framework_id)
    add_heading(document, f"3. {QUESTIONS[2]}", 2)
    _plans(document, draft)
    add_heading(document, "What we don't know", 2)
    if draft.unknown:
        add_bullets(document, draft.unknown)
    else:
        add_paragraph(document, "Every criterion has enough evidence, of more than one kind.")


def _what_we_know(document: WordDocument, draft: AreaDraft) -> None:
    """Strengths, weaknesses, and where our grade and the evidence part; then every criterion as a table."""
    if draft.view.whole.claim or any(each.claim for each in draft.view.themes):
        add_paragraph(document, themes_words(draft.view.themes))
    for lead, places in (
        ("Strengths.", draft.strengths),
        ("Weaknesses.", draft.weaknesses),
        ("Where our grade and the evidence part.", draft.doubtful),
    ):
        add_paragraph(document, _named(places), lead=lead)
    rows = [
        {
            "Criterion": each.title,
            "Our own grade": _claimed(each),
            "The evidence indicates": _evidence(each),
            "Our grade is": verdict_words(each.verdict),
        }
        for each in draft.view.themes
    ]
    add_table(document, pd.DataFrame(rows), "Every criterion: our grade and the evidence", (6, 4, 5, 4))
    add_paragraph(document, OWN_WORDS)


def _named(places: tuple[Place, ...]) -> str:
    if not places:
        return "None on this evidence."
    shown = [each.title for each in places[:MOST_THEMES]]
    more = (
        f"; and {counted_out(len(places) - MOST_THEMES)} more in the table below"
        if len(places) > MOST_THEMES
        else ""
    )
    return f"{'; '.join(shown)}{more}."


def _how_we_know(
    document: WordDocument, workspace: Workspace, as_at: date, draft: AreaDraft, framework_id: str
) -> None:
    """What our self-evaluation says, the kinds of evidence, figures, audits, voices, and who has challenged it."""
    whole = draft.view.whole
    if whole.claim:
        said = f"{whole.claim.how_we_know} ({uk_date(whole.claim.day)}; {FILE}, line {whole.claim.line})."
        add_paragraph(document, f"{said} {history_words(whole)}".strip(), lead="We say:")
    rests = triangulation(workspace, as_at, framework_id, whole.id)
    add_paragraph(document, f"{rests.sentence} {rests.missing}".strip(), lead="Kinds of evidence:")
    add_paragraph(document, draft.audits, lead="Audits:")
    if draft.voices:
        add_paragraph(document, "", lead="What people told us:")
        add_bullets(document, draft.voices)
    else:
        add_paragraph(
            document, "nobody who was asked is on record (feedback.csv).", lead="What people told us:"
        )
    rows = [
        {
            "Indicator": each.title,
            "Latest": each.latest,
            "Target": each.target,
            "England": each.england,
            "What it shows": each.says,
            "Line": str(each.line),
        }
        for each in draft.measures[:MOST_MEASURES]
    ]
    more = (
        f", the {MOST_MEASURES} that matter most of {len(draft.measures)}"
        if len(draft.measures) > MOST_MEASURES
        else ""
    )
    add_table(
        document,
        pd.DataFrame(rows),
        f"Indicators{more}, those of concern first (lines of observations.csv)",
        (6, 3.2, 2, 3.2, 4.4, 1.2),
    )
    challenged = challenge(workspace, as_at, framework_id, whole.id)
    add_paragraph(document, challenged.sentence, lead="Challenge:")


def _plans(document: WordDocument, draft: AreaDraft) -> None:
    """The plan in our own words, the weaknesses that have no live plan, and the open actions."""
    claim = draft.view.whole.claim
    plans = [(each.title, each.claim.plan) for each in draft.view.themes if each.claim and each.claim.plan]
    if claim and claim.plan:
        add_paragraph(document, f"{claim.plan} ({FILE}, line {claim.line}).", lead="We say:")
    add_bullets(document, [f"{title}: {plan}" for title, plan in plans])
    bare = [each.title for each in draft.view.themes if each.weakness and each.backing != "live plan"]
    if bare:
        add_paragraph(
            document, f"{'; '.join(bare)}.", lead="Weaknesses without an open action that is in time:"
        )
    if not draft.actions:
        add_paragraph(document, "No open action names this area or a criterion of it (actions.csv).")
    rows = [
        {
            "Open action": each.title,
            "Owner's role": owner(each),
            "Due": uk_date(each.due) if each.due else "no due date",
            "How it stands": standing(each),
            "Line": str(each.line),
        }
        for each in draft.actions[:MOST_ACTIONS]
    ]
    number = len(draft.actions)
    of = (
        f"The first {MOST_ACTIONS} of {plain_number(number)} open actions"
        if number > MOST_ACTIONS
        else "Open actions"
    )
    add_table(
        document,
        pd.DataFrame(rows),
        f"{of}, the longest overdue first (lines of actions.csv)",
        (6.2, 4, 3.2, 4.4, 1.2),
    )
    add_paragraph(document, OWN_WORDS)


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
    shown = [f"{entry.place.title}: {lower_first(entry.says)}" for entry in each.entries[:MOST_ENTRIES]]
    more = len(each.entries) - MOST_ENTRIES
    return [*shown, *([f"and {counted_out(more)} more on the Self-evaluation page"] if more > 0 else [])]


def _claimed(place: Place) -> str:
    return _graded(place.claim.grade, place.claim.day) if place.claim else "none on record"


def _graded(grade: str, day: date) -> str:
    return f"{grade_mark(grade)} {grade}, {uk_date(day)}"


def _evidence(place: Place) -> str:
    return f"{grade_mark(place.now.grade)} {position_words(place.now)}"


def _labels(workspace: Workspace, framework_id: str) -> dict[str, str]:
    return {area.id: area.label for area in workspace.config.frameworks[framework_id].areas}
