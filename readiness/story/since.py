"""What has changed since the last meeting, most important first."""

from readiness.dates import uk_date
from readiness.insight.changes import AreaChange, area_changes, comparable
from readiness.insight.since.facts import since
from readiness.story.charts import moved_most
from readiness.story.headline import unsafe_heads
from readiness.story.message import Message, Question
from readiness.story.scene import MOST_QUESTIONS, Scene
from readiness.story.words import headed, pointed

MOST_SAID = 4
"""Sentences that a screen has room for beside a chart; the page has them all."""


def since_message(scene: Scene) -> Message:
    """The headline of the time between, its gravest sentences, and what moved the area that moved most."""
    first, last = min(scene.since, scene.as_at), max(scene.since, scene.as_at)
    found = scene.workspace.once(since, scene.framework_id, first, last)
    changes = scene.workspace.once(area_changes, scene.framework_id, first, last)
    told = last == scene.as_at and unsafe_heads(scene)
    title, more = headed(found.beside if told else found.headline)
    said = [each.brief or each.sentence for each in found.said]
    nothing = "" if said else f"What came in by {uk_date(last)} is listed on the Data page."
    return Message(
        id="since",
        title=title,
        points=pointed(said[:MOST_SAID] or more, nothing),
        sources=scene.files("observations", "audits", "inspections", "feedback", "action_updates"),
        page="since",
        chart=scene.workspace.once(moved_most, scene.framework_id, first, last),
        questions=tuple(_question(each) for each in changes if comparable(each))[:MOST_QUESTIONS],
        parameters={"between": "days", "first": first.isoformat()},
    )


def _question(change: AreaChange) -> Question:
    return Question(f"What moved {change.area.short}?", change.sentence)
