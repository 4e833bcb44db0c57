"""The charts that pages and the story share, made from the facts of a workspace; each is drawn once."""

from datetime import date

from readiness.charts.control import control_chart_of
from readiness.charts.figure import Chart
from readiness.charts.indicator import Setting, span_of
from readiness.charts.position import position_chart
from readiness.charts.run import run_chart
from readiness.charts.voice_answers import Words, answers_chart
from readiness.charts.waterfall import waterfall
from readiness.dates import uk_date
from readiness.insight.cards import area_cards, band_edges
from readiness.insight.changes import area_changes
from readiness.insight.indicators.fact import IndicatorFact
from readiness.insight.indicators.facts import indicators_on
from readiness.insight.plan.actions import actions_known
from readiness.insight.plan.chain import action_marks
from readiness.insight.steps import GROUPED_BY, group_names, steps
from readiness.insight.timeline import marks
from readiness.insight.voice.facts import VoiceFact, voice_on
from readiness.insight.voice.sentences import moved_sentence
from readiness.wording import listed
from readiness.workspace import Workspace

COMPARE = "Groups are asked different questions: compare each with itself, not with the others."


def source_of(workspace: Workspace, *files: str) -> str:
    """Whose figures they are, and from which files, as a subtitle ends."""
    return f"Source: {', '.join(filter(None, (workspace.dataset.description.title, listed(files))))}"


def positions(workspace: Workspace, as_at: date, framework_id: str) -> Chart | None:
    """Where every area stands in the bands; None where none has enough evidence for a number."""
    cards = workspace.once(area_cards, as_at, framework_id)
    if not any(card.area.enough for card in cards):
        return None
    bands = band_edges(workspace.config.scoring)
    inspectorate = workspace.config.frameworks[framework_id].inspectorate
    return position_chart(cards, workspace.score(as_at, framework_id), bands, inspectorate)


def moved_most(workspace: Workspace, framework_id: str, first: date, last: date) -> Chart | None:
    """What moved the area that moved most between two days, step by step; None where none can be compared."""
    changes = workspace.once(area_changes, framework_id, first, last)
    if not changes:
        return None
    found = steps(changes[0], "indicator", group_names(workspace.config.frameworks[framework_id]))
    return waterfall(changes[0], found, GROUPED_BY["indicator"]) if found else None


def indicator_chart(workspace: Workspace, as_at: date, indicator_id: str, marked: bool = True) -> Chart:
    """The chart of an indicator that has a figure by the day; `marked` with what happened when, by number."""
    fact = workspace.once(indicators_on, as_at).facts[indicator_id]
    seen = marks(workspace.dataset, workspace.config, *span_of(fact)) if marked else ()
    return measured_chart(fact, Setting(seen, source_of(workspace)))


def measured_chart(fact: IndicatorFact, setting: Setting) -> Chart:
    """Monthly and quarterly figures as a process control chart, yearly ones with their intervals."""
    return control_chart_of(fact, setting) if fact.controlled else run_chart(fact, setting)


def before_and_after(workspace: Workspace, as_at: date, action_id: str) -> Chart:
    """The chart of the measure of an action, with the days on which it was set and closed."""
    action = next(each for each in workspace.once(actions_known, as_at) if each.action == action_id)
    fact = workspace.once(indicators_on, as_at).facts[action.measure]
    return measured_chart(fact, Setting(action_marks(action, *span_of(fact)), source_of(workspace)))


def groups_chart(
    workspace: Workspace, as_at: date, framework_id: str, protected: bool = False
) -> Chart | None:
    """Counted answers by who gave them; a `protected` one without groups whose answers give small numbers away.

    None where no group is left.
    """
    found = workspace.once(voice_on, as_at, framework_id)
    rows = [each for each in found.groups if each.answers and not (protected and each.hidden)]
    if not rows:
        return None
    words = Words(
        title=moved_sentence(rows) or "Positive answers by who gave them",
        subtitle=answers_subtitle(workspace, found),
        reading=COMPARE,
        first="Who",
        file_name=f"voice-by-who-{as_at.isoformat()}",
    )
    return answers_chart(rows, words)


def answers_subtitle(workspace: Workspace, found: VoiceFact) -> str:
    """What a chart of counted answers plots, of which year and from whom."""
    return (
        f"Share of counted answers that were positive, percent, {year_words(found)}. {source_of(workspace)}"
    )


def year_words(found: VoiceFact) -> str:
    """The year that is shown: `12 months to 31 March 2026`."""
    return f"12 months to {uk_date(found.year.last)}"
