"""Grip: when leaders first knew, what they decided, whether it worked; and the one sentence of that page."""

from dataclasses import dataclass
from datetime import date

from readiness.dates import uk_date
from readiness.insight.grip.events import RecordedEvents, recorded_events
from readiness.insight.grip.inspectors import InspectorsNamed, inspectors_named
from readiness.insight.grip.signals import Signals, signals_on
from readiness.insight.grip.unanswered import Unanswered, unanswered_on
from readiness.insight.indicators.words import counted_out
from readiness.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Grip:
    """All that the Grip page says of a day. `headline` is its title and what follows it."""

    as_at: date
    signals: Signals
    raised: Unanswered
    inspectors: InspectorsNamed
    events: RecordedEvents
    headline: tuple[str, ...]


def grip_on(workspace: Workspace, as_at: date, framework_id: str) -> Grip:
    """What is known by a day, in the terms of a framework."""
    found = (
        workspace.once(signals_on, as_at, framework_id),
        workspace.once(unanswered_on, as_at, framework_id),
        workspace.once(inspectors_named, as_at, framework_id),
    )
    return Grip(as_at, *found, workspace.once(recorded_events, as_at), _headline(*found, as_at))


def _headline(
    signals: Signals, raised: Unanswered, inspectors: InspectorsNamed, as_at: date
) -> tuple[str, ...]:
    """What waits, then the concerns of the charts without an answer; what inspectors named where nothing is known."""
    bare = len(raised.standing("not answered"))
    concerns = "concern of the charts has" if bare == 1 else "concerns of the charts have"
    charts = [f"{counted_out(bare).capitalize()} {concerns} no answer."] if bare else []
    if signals.every:
        return *signals.sentences, *charts
    named = [f"{inspectors.short.capitalize()}."] if inspectors.short else []
    return f"When leaders first knew is not on record by {uk_date(as_at)}.", *charts, *named
