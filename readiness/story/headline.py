"""Where we stand, in one sentence: the message that a meeting begins with."""

from readiness.config.models import STRANDS
from readiness.dates import uk_date
from readiness.evidence.meeting_order import own_meeting
from readiness.insight.cards import area_cards
from readiness.insight.freshness import freshness
from readiness.insight.headline import headline
from readiness.insight.safety.escalations import open_escalations
from readiness.story.message import Message, Question
from readiness.story.scene import MOST_POINTS, MOST_QUESTIONS, Scene
from readiness.story.words import headed, pointed
from readiness.wording import listed, lower_first


def headline_message(scene: Scene) -> Message:
    """The Overview's one sentence, then the others, then how much evidence it all rests on."""
    first, *rest = headline(scene.workspace, scene.as_at, scene.framework_id, protected=True)
    title, more = headed(first)
    return Message(
        id="headline",
        title=title,
        points=(*pointed(more, rest)[: MOST_POINTS - 1], held_words(scene)),
        sources=scene.files("observations", "audits", "inspections", "feedback", "action_updates"),
        page="",
        questions=(*scene.asked(most=2), *_sure(scene))[:MOST_QUESTIONS],
    )


def unsafe_heads(scene: Scene) -> bool:
    """Whether the meeting shows this message, and its title is that children are not recorded as made safe."""
    meeting = own_meeting(scene.workspace.dataset.folder) or scene.config.meeting
    unsafe = scene.workspace.once(open_escalations, scene.as_at, True)
    if not unsafe.open or all(screen.id != "headline" for screen in meeting.shown):
        return False
    return headline(scene.workspace, scene.as_at, scene.framework_id, protected=True)[0] == unsafe.sentence


def held_words(scene: Scene) -> str:
    """Of which kinds of evidence rows are in use, and how new the newest is."""
    strands = freshness(scene.workspace.evidence(scene.framework_id), scene.as_at)
    newest = max((each.newest for each in strands if each.newest), default=None)
    if newest is None:
        return f"No evidence is known by {uk_date(scene.as_at)}: add rows to its files, such as observations.csv."
    without = [each.strand for each in strands if each.held and not each.rows]
    unused = f"; nothing is in use on {listed(without)}" if without else ""
    absent = [each.strand for each in strands if not each.held]
    unheld = f" (this dataset can't hold {listed(absent)})" if absent else ""
    used = sum(each.rows > 0 for each in strands)
    kinds = f"all {len(STRANDS)}" if used == len(STRANDS) else f"{used} of {len(STRANDS)}"
    return f"It rests on {kinds} kinds of evidence{unheld}, the newest known on {uk_date(newest)}{unused}."


def _sure(scene: Scene) -> tuple[Question, ...]:
    cards = scene.workspace.once(area_cards, scene.as_at, scene.framework_id)
    if not cards:
        return ()
    said = "; ".join(f"{card.area.short}: {lower_first(card.confidence_words)}" for card in cards)
    return (Question("How sure are we of this?", f"{said}."),)
