"""Is what we promised done, on time, and at what pace is the rest?"""

from collections.abc import Sequence

import pandas as pd

from readiness.charts.burn_up import burn_up_chart
from readiness.dates import uk_date
from readiness.insight.indicators.words import counted
from readiness.insight.plan.actions import Action
from readiness.insight.plan.burn_up import burn_up
from readiness.insight.plan.facts import Plan, again_sentence, no_actions_headline, overdue_sentence, plan_on
from readiness.insight.plan.groups import owner
from readiness.story.charts import source_of
from readiness.story.message import Listing, Message, Question
from readiness.story.scene import MOST_QUESTIONS, MOST_ROWS, Scene
from readiness.story.words import headed, pointed, shortened

ADD = "Add a row to actions.csv for each recommendation or action, with action, title, criterion, source and created."


def plan_message(scene: Scene) -> Message:
    """What is late and whether it worked, the pace, and the longest overdue."""
    found = scene.workspace.once(plan_on, scene.as_at, scene.framework_id)
    sources = scene.files("actions", "action_updates")
    if found is None:
        return Message("plan", no_actions_headline(scene.as_at), (ADD,), sources, "plan")
    title, more = headed(found.headline)
    late = overdue_sentence(found) if found.overdue else ""
    return Message(
        id="plan",
        title=title,
        points=pointed(more, late, shortened(found.pace.sentence), found.gaps.sentence),
        sources=sources,
        page="plan",
        chart=burn_up_chart(burn_up(found.actions, scene.as_at), source_of(scene.workspace)),
        listings=(_overdue(found.overdue),) if found.overdue else (),
        questions=_questions(scene, found),
    )


def _overdue(late: Sequence[Action]) -> Listing:
    """The longest overdue: which, whose, since when."""
    shown = late[:MOST_ROWS]
    rows = [
        {
            "Action": each.title,
            "Owner": owner(each),
            "Due": uk_date(each.due) if each.due else "no date set",
            "Overdue": counted(each.overdue_days or 0, "day"),
        }
        for each in shown
    ]
    of = (
        f"The {len(shown)} longest overdue of {len(late)}"
        if len(shown) < len(late)
        else "Overdue, longest first"
    )
    return Listing(of, pd.DataFrame(rows))


def _questions(scene: Scene, found: Plan) -> tuple[Question, ...]:
    raised = scene.asked("overdue", "closed without impact", "repeat finding")
    again = again_sentence(found)
    own = [Question("When will what is open be done?", found.pace.sentence)]
    own += [Question("Did what is closed settle what was found?", again)] if again else []
    own.append(Question("What does the plan lack?", found.gaps.sentence))
    return (*raised[:1], *own, *raised[1:])[:MOST_QUESTIONS]
