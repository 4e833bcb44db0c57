"""What children, families, carers, staff and partners say, and who has not been heard."""

from readiness.insight.voice.answered import answered_sentence
from readiness.insight.voice.facts import VoiceFact, voice_headline, voice_on
from readiness.insight.voice.heard import Heard
from readiness.insight.voice.missing import areas_sentence, people_sentence
from readiness.insight.voice.sentences import answers_words, change_words
from readiness.story.charts import groups_chart
from readiness.story.message import Message, Question
from readiness.story.scene import MOST_QUESTIONS, Scene
from readiness.story.words import headed, pointed
from readiness.wording import upper_first

ADD = (
    "Add a row to feedback.csv for each survey question, consultation, focus group, complaint or compliment."
)
NOT_HELD = "The dataset says that it can't hold this kind of evidence, so no score expects it."


def voice_message(scene: Scene) -> Message:
    """Who is missing, what each group says beside the year before, and what was done about it."""
    found = scene.workspace.once(voice_on, scene.as_at, scene.framework_id)
    first, *rest = voice_headline(found, protected=True)
    title, more = headed(first)
    held = "voice" in scene.workspace.dataset.description.strands
    empty = () if found.voices else (ADD, "" if held else NOT_HELD)
    chart = (
        scene.workspace.once(groups_chart, scene.as_at, scene.framework_id, True) if found.voices else None
    )
    return Message(
        id="voice",
        title=title,
        points=pointed(more, rest, [_group(each) for each in _told(found)], empty, _done(found)),
        sources=scene.files("feedback", "complaints"),
        page="voice",
        chart=chart,
        questions=_questions(found)[:MOST_QUESTIONS] if found.voices else (),
    )


def _told(found: VoiceFact) -> list[Heard]:
    """The groups that answer otherwise than a year before; the chart shows the others."""
    return [each for each in found.groups if each.change and each.change.move != "level"]


def _group(heard: Heard) -> str:
    """What one group answers; nothing where that gives small numbers away, or nothing was counted."""
    if heard.answers is None or heard.hidden:
        return ""
    change = heard.change
    if change and (change.now.small or change.before.small):
        change = None
    moved = change_words(change, heard.answers)
    return f"{upper_first(heard.name)}: {answers_words(heard.answers)}{f', {moved}' if moved else ''}."


def _done(found: VoiceFact) -> str:
    return answered_sentence(found.answered)


def _questions(found: VoiceFact) -> tuple[Question, ...]:
    return (
        Question("Who have we not heard from?", people_sentence(found.reach)),
        *(Question("On which areas?", areas) for areas in (areas_sentence(found.reach),) if areas),
        Question("What did we do about what people said?", _done(found)),
    )
