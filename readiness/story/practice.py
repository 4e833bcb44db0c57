"""What audits say, and whether our own grading can be trusted."""

from readiness.charts.figure import Chart
from readiness.charts.grade_mix import grade_mix_chart
from readiness.insight.practice.facts import Practice, no_audits_headline, practice_headline, practice_on
from readiness.insight.safety.escalations import open_escalations
from readiness.story.charts import source_of
from readiness.story.message import Message, Question
from readiness.story.scene import MOST_QUESTIONS, Scene
from readiness.story.words import headed, pointed, shortened
from readiness.workspace import Workspace

ADD = (
    "Add a row to audits.csv for each criterion that an audit graded, with audit, date, criterion and grade."
)
NOT_HELD = "The dataset says that it can't hold audits, so no score expects them."


def practice_message(scene: Scene) -> Message:
    """Whether a child was found unsafe, the mix of grades, moderation, and what became of learning."""
    found = scene.workspace.once(practice_on, scene.as_at, scene.framework_id)
    sources = scene.files("audits")
    if found is None:
        held = "practice" in scene.workspace.dataset.description.strands
        points = pointed(ADD, "" if held else NOT_HELD)
        return Message("practice", no_audits_headline(scene.as_at), points, sources, "practice")
    unsafe = scene.workspace.once(open_escalations, scene.as_at, True)
    said = practice_headline(unsafe, found.audits, found.moderation, scene.as_at, protected=True)
    # That a child is not made safe heads the meeting and the screen on safety: here it is the first point.
    first, *rest = said[1:] if unsafe.open else said
    title, more = headed(first)
    return Message(
        id="practice",
        title=title,
        points=pointed(unsafe.sentence if unsafe.open else "", more, rest, _enough(found)),
        sources=sources,
        page="practice",
        chart=_chart(scene.workspace, found) if found.whole.enough else None,
        questions=_questions(found)[:MOST_QUESTIONS] if found.whole.enough else (),
    )


def _enough(found: Practice) -> tuple[str, ...]:
    """What the last year's audits say where there are enough of them; nothing where there are few."""
    if not found.whole.enough:
        return (ADD,)
    learning = found.learning.sentence if found.learning else ""
    return found.mix.sentence, shortened(learning)


def _chart(workspace: Workspace, found: Practice) -> Chart:
    return grade_mix_chart(found.mix, source_of(workspace))


def _questions(found: Practice) -> tuple[Question, ...]:
    trust = " ".join((found.moderation.trust, found.moderation.lean)).strip()
    asked = [Question("Can we trust our own grading?", trust)]
    if found.learning:
        asked.append(Question("Does what audits teach us reach practice?", found.learning.sentence))
    if found.teams:
        asked.append(Question("Do teams differ?", found.teams.sentence))
    if found.themes:
        asked.append(Question("Does one theme stand lower?", found.themes.sentence))
    return tuple(asked)
