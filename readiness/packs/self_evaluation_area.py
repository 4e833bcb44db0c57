"""One area of the self-evaluation as a Word file: the three questions, each with what is known and where it stands."""

from datetime import date

import pandas as pd
from docx.document import Document as WordDocument

from readiness.charts.palette import grade_mark
from readiness.dates import uk_date
from readiness.insight.challenge import challenge
from readiness.insight.indicators.words import counted_out
from readiness.insight.plan.chain import standing
from readiness.insight.plan.groups import owner
from readiness.insight.self_evaluation.area import (
    area_heading,
    history_words,
    position_words,
    themes_words,
    verdict_words,
)
from readiness.insight.self_evaluation.claims import FILE
from readiness.insight.self_evaluation.draft import AreaDraft
from readiness.insight.self_evaluation.facts import QUESTIONS
from readiness.insight.self_evaluation.places import Place
from readiness.insight.self_evaluation.triangulation import triangulation
from readiness.packs.word import (
    add_bullets,
    add_heading,
    add_paragraph,
    add_table,
)
from readiness.wording import plain_number
from readiness.workspace import Workspace

MOST_MEASURES, MOST_ACTIONS, MOST_THEMES = 8, 8, 6
OWN_WORDS = "[In your own words: ]"


def add_area(
    document: WordDocument, workspace: Workspace, as_at: date, framework_id: str, draft: AreaDraft, label: str
) -> None:
    """The part of the draft about one area, under a heading of its own."""
    whole = draft.view.whole
    add_heading(document, whole.title)
    add_paragraph(document, area_heading(whole, label))
    add_heading(document, f"1. {QUESTIONS[0]}", 2)
    _what_we_know(document, draft)
    add_heading(document, f"2. {QUESTIONS[1]}", 2)
    _how_we_know(document, workspace, as_at, draft, framework_id)
    add_heading(document, f"3. {QUESTIONS[2]}", 2)
    _plans(document, draft)
    add_heading(document, "What we don't know", 2)
    if draft.unknown:
        add_bullets(document, draft.unknown)
    else:
        add_paragraph(document, "Every criterion has enough evidence, of more than one kind.")


def _what_we_know(document: WordDocument, draft: AreaDraft) -> None:
    """Strengths, weaknesses, and where our grade and the evidence part; then every criterion as a table."""
    add_paragraph(document, _named(draft.strengths), lead="Strengths.")
    add_paragraph(document, _named(draft.weaknesses), lead="Weaknesses.")
    if any(each.claim for each in draft.view.places):
        add_paragraph(document, themes_words(draft.view.themes), lead="Our grades and the evidence.")
        add_paragraph(document, _named(draft.doubtful), lead="Good by one of the two only.")
    rows = [
        {
            "Criterion": each.title,
            "Our own grade": claimed(each),
            "The evidence indicates": evidence(each),
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
        f"{of}, {_order(draft)} (lines of actions.csv)",
        (6.2, 4, 3.2, 4.4, 1.2),
    )
    add_paragraph(document, OWN_WORDS)


def _order(draft: AreaDraft) -> str:
    """In which order the actions stand, by what is known of them."""
    if any(each.overdue_days is not None for each in draft.actions):
        return "the longest overdue first"
    return "the soonest due first" if any(each.due for each in draft.actions) else "in the order of the file"


def claimed(place: Place) -> str:
    """Our own grade of a place with its mark and day."""
    return graded(place.claim.grade, place.claim.day) if place.claim else "none on record"


def graded(grade: str, day: date) -> str:
    """A grade with its mark and day."""
    return f"{grade_mark(grade)} {grade}, {uk_date(day)}"


def evidence(place: Place) -> str:
    """What the evidence indicates of a place, with its mark."""
    return f"{grade_mark(place.now.grade)} {position_words(place.now)}"
