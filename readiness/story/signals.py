"""Indicators of concern, and those that are unlikely to meet their target."""

from collections.abc import Sequence

import pandas as pd

from readiness.charts.figure import Chart
from readiness.insight.few import figure_words, protected_sentence, shows_few
from readiness.insight.indicators.explained import explained_on, explained_words
from readiness.insight.indicators.fact import Icon, IndicatorFact
from readiness.insight.indicators.facts import indicators_headline, indicators_on
from readiness.insight.indicators.matrix import is_grave, matrix, nothing_grave_words, signals
from readiness.insight.indicators.words import counted, counted_out
from readiness.story.charts import indicator_chart
from readiness.story.message import Listing, Message, Question
from readiness.story.scene import MOST_QUESTIONS, MOST_ROWS, Scene
from readiness.story.words import headed, pointed
from readiness.wording import in_unit, upper_first

ADD = (
    "Add rows to observations.csv, each with an indicator, its period_end and its value, to see what changes."
)


MOST_GRAVE = 3


def signals_message(scene: Scene) -> Message:
    """What gives concern by more than noise, gravest first, and the chart of the gravest."""
    found = scene.workspace.once(indicators_on, scene.as_at)
    told = signals(found)
    grave = [each for each in told if is_grave(each)]
    title, more = headed(indicators_headline(found, scene.as_at))
    calm = nothing_grave_words(matrix(found, scene.framework)) if found.facts and not grave else ""
    shown = next((each for each in told if not shows_few(each)), None)
    improved = _improved(told)
    # Where nothing got better either, the title has said that nothing got worse.
    points = pointed(
        calm if improved else _neither(told, grave),
        [protected_sentence(each) for each in (grave or told)[:MOST_GRAVE]],
        more,
        improved,
        "" if found.facts else ADD,
    )
    return Message(
        id="signals",
        title=title,
        points=points or (calm,),
        sources=scene.files("observations", "targets"),
        page="indicators",
        chart=_chart(scene, shown),
        listings=(_listing(told),) if told else (),
        questions=_questions(scene, grave),
        parameters={"indicator": shown.indicator.id} if shown else {},
    )


def _chart(scene: Scene, shown: IndicatorFact | None) -> Chart | None:
    if shown is None:
        return None
    return scene.workspace.once(indicator_chart, scene.as_at, shown.indicator.id, False)


def _neither(told: Sequence[IndicatorFact], grave: Sequence[IndicatorFact]) -> str:
    """How many changed that have no better direction; where nothing is grave the title says that none got worse."""
    if grave or not told:
        return ""
    verb = "has" if len(told) == 1 else "have"
    many = upper_first(counted(len(told), "indicator"))
    return f"{many} that {verb} no better direction changed by more than chance explains."


def _improved(told: Sequence[IndicatorFact]) -> str:
    """Which indicators have improved by more than noise, the first few by name."""
    names = [each.indicator.label for each in told if each.reading.variation.tone == "improvement"]
    return f"Improved by more than noise: {'; '.join(names[:MOST_GRAVE])}{_more(names)}." if names else ""


def _more(names: Sequence[str]) -> str:
    """How many are not named: names hold commas, so they are parted by semicolons."""
    rest = len(names) - MOST_GRAVE
    return f"; and {counted_out(rest)} more" if rest > 0 else ""


def _listing(told: Sequence[IndicatorFact]) -> Listing:
    shown = told[:MOST_ROWS]
    rows = [
        {
            "Indicator": each.indicator.label,
            "Latest": _latest(each),
            "Target": in_unit(each.target, each.indicator.unit) if each.target is not None else "",
            "Change": _icon(each.reading.variation),
            "Outlook": _icon(each.reading.assurance),
        }
        for each in shown
    ]
    some = f"The gravest {len(shown)} of {len(told)} signals"
    return Listing(some if len(shown) < len(told) else "Every signal, gravest first", pd.DataFrame(rows))


def _latest(fact: IndicatorFact) -> str:
    """The latest figure with its date, as a file may hold it."""
    figure = figure_words(fact.latest, fact.indicator.unit, protected=True)
    return f"{figure}, {fact.latest.period_end:%b %Y}"


def _icon(icon: Icon) -> str:
    return f"{icon.mark} {icon.words}"


def _questions(scene: Scene, grave: Sequence[IndicatorFact]) -> tuple[Question, ...]:
    explained = scene.workspace.once(explained_on, scene.as_at)
    own = [
        Question(
            f"{each.indicator.label}: who explains it, and by when?",
            f"{explained_words(explained[each.indicator.id])}.",
        )
        for each in grave
    ]
    return (*scene.asked("out of control", "target missed"), *own)[:MOST_QUESTIONS]
