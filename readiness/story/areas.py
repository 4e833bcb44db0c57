"""Where every judgement area stands, with what people confirmed and what Ofsted said beside the indicative grade."""

from collections.abc import Sequence

import pandas as pd

from readiness.charts.palette import grade_mark
from readiness.dates import uk_date
from readiness.insight.area import area_sentence
from readiness.insight.cards import AreaCard, area_cards
from readiness.insight.challenge import Confirmed, confirmations_on
from readiness.insight.headline import spread_words
from readiness.insight.inspections.judgements import whose_judgements
from readiness.scoring.results import Cap
from readiness.story.charts import positions
from readiness.story.message import Listing, Message, Question
from readiness.story.scene import MOST_QUESTIONS, MOST_ROWS, Scene
from readiness.story.words import headed, pointed
from readiness.wording import listed, lower_first

NO_AREA = "This framework has no area that can be scored."


def areas_message(scene: Scene) -> Message:
    """The spread of the areas, a sentence on each, and their grades side by side."""
    cards = scene.workspace.once(area_cards, scene.as_at, scene.framework_id)
    title, more = headed(f"{spread_words(scene.scores)}.") if cards else (NO_AREA, ())
    add = "" if cards else f"Add areas with criteria to frameworks/{scene.framework_id}.yaml."
    return Message(
        id="areas",
        title=title,
        points=pointed(add, more, _stand(scene, cards)),
        sources=scene.files("observations", "audits", "inspections", "feedback", "action_updates")
        + scene.files("confirmations"),
        page="areas",
        chart=scene.workspace.once(positions, scene.as_at, scene.framework_id),
        listings=(_grades(scene, cards),) if cards else (),
        questions=_questions(scene, cards),
    )


def _stand(scene: Scene, cards: Sequence[AreaCard]) -> list[str]:
    """A sentence on each area; of those that can't be placed only that, and what would change it."""
    placed = [area_sentence(card.area, scene.config.scoring) for card in cards if card.area.enough]
    thin: dict[str, list[str]] = {}
    for card in cards:
        if not card.area.enough:
            thin.setdefault(card.wanted, []).append(card.area.short)
    without = [
        f"{listed([names[0], *map(lower_first, names[1:])])}: there is not enough evidence for a number. {wanted}"
        for wanted, names in thin.items()
    ]
    return placed + without


def _grades(scene: Scene, cards: Sequence[AreaCard]) -> Listing:
    """Ours, what people confirmed, and Ofsted's own: three columns that are never mixed."""
    held = scene.workspace.once(confirmations_on, scene.as_at, scene.framework_id)
    latest = {each.area: each.latest for each in held}
    ofsted = whose_judgements(
        scene.workspace.dataset.description.kind, scene.framework.inspectorate, "judgement"
    )
    by = _by_one_role([each for each in latest.values() if each])
    rows = [
        {
            "Judgement area": card.area.short,
            "Indicative": _marked(card.area.grade) if card.area.enough else "Not enough evidence",
            f"Confirmed by {by}" if by else "Confirmed": _confirmed(latest[card.area.id], who=not by),
            ofsted: f"{_marked(card.last.grade)}, {uk_date(card.last.published)}"
            if card.last
            else "None yet",
        }
        for card in cards[:MOST_ROWS]
    ]
    return Listing("Indicative grades beside those confirmed and those judged", pd.DataFrame(rows))


def _marked(grade: str | None) -> str:
    return f"{grade_mark(grade)} {(grade or 'none').capitalize()}"


def _by_one_role(confirmed: Sequence[Confirmed]) -> str:
    """The role that confirmed all of them, which the heading can then name once; else nothing."""
    roles = {each.by for each in confirmed}
    return roles.pop() if len(roles) == 1 else ""


def _confirmed(latest: Confirmed | None, *, who: bool) -> str:
    """The latest confirmation of an area: the grade, the day and, where asked for, the role."""
    if latest is None:
        return "Nobody has confirmed it"
    return f"{_marked(latest.confirmed)}, {uk_date(latest.day)}{f', {latest.by}' if who else ''}"


def _questions(scene: Scene, cards: Sequence[AreaCard]) -> tuple[Question, ...]:
    """What caps hold an area, where evidence disagrees, and what rules raise."""
    capped = [
        Question(
            f"Why can {card.area.short} be no higher than {card.area.caps[0].caps_at}?",
            " ".join(f"{cap_words(scene, cap)}." for cap in card.area.caps),
        )
        for card in cards
        if card.area.caps and card.area.enough
    ]
    disagree = [
        Question(f"Which evidence on {card.area.short} is right?", f"{card.disagreement_words}.")
        for card in cards
        if card.disagreement_words and card.area.enough
    ]
    raised = scene.asked("weak", "self-evaluation higher", "contradictory", most=1)
    return (*capped[:2], *_overridden(scene)[:2], *raised, *disagree)[:MOST_QUESTIONS]


def _overridden(scene: Scene) -> list[Question]:
    """Why people confirmed another grade than the indicative one, in their own words, dissent included."""
    held = scene.workspace.once(confirmations_on, scene.as_at, scene.framework_id)
    return [
        Question(
            f"{each.label}: why was {latest.confirmed} confirmed, where {latest.indicative} was indicated?",
            " ".join(f"{each.rstrip('.')}." for each in _reasons(latest)),
        )
        for each in held
        if (latest := each.latest) and latest.overridden
    ]


def _reasons(latest: Confirmed) -> list[str]:
    return [latest.reason, *([f"Dissent: {latest.dissent}"] if latest.dissent else [])]


def cap_words(scene: Scene, cap: Cap) -> str:
    """Why an area is capped, without the figure of a safety line and without a report's own words."""
    if cap.kind == "red line":
        line = next((each.title for each in scene.framework.red_lines if each.id == cap.id), cap.id)
        return f"A safety line is crossed: {line}"
    if cap.kind == "weak practice":
        title = next(
            (one.title for area in scene.framework.areas for one in area.criteria if one.id == cap.id), cap.id
        )
        return f"The last year's audits of one theme are weak: {title}"
    return cap.reason.split(":")[0]
