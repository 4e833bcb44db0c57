"""Since we last met: safety lines crossed, cleared or no longer known, children found unsafe, serious events."""

from collections.abc import Sequence
from datetime import date

from readiness.dates import uk_date
from readiness.insight.indicators.series import known_by
from readiness.insight.indicators.words import counted_out
from readiness.insight.safety.escalations import Escalation, open_escalations
from readiness.insight.safety.events import FILE, events_known
from readiness.insight.safety.lines import SafetyLine, safety_lines
from readiness.insight.since.said import Between, Part, Said, named, of_children
from readiness.insight.small import figure_gives_away
from readiness.wording import in_unit, lower_first, upper_first

PAGE = "safety"


def safety_part(between: Between) -> Part:
    """What changed for children's safety: crossed lines first, then children found unsafe, then the rest."""
    was, now = (_lines(between, day) for day in between.days)
    moved = [(was[key], line) for key, line in now.items() if was[key].word != line.word]
    crossed = [line for _, line in moved if line.word == "Crossed"]
    cleared = [line for before, line in moved if line.word == "Clear" and before.word == "Crossed"]
    lost = [line for _, line in moved if line.word == "Not known"]
    known = [line for before, line in moved if line.word == "Clear" and before.word != "Crossed"]
    said = [_crossed(between, line) for line in crossed]
    said += [*_unsafe(between), *_events(between), *_lost(lost)]
    said += _lines_said(cleared, "is no longer crossed", "are no longer crossed")
    said += _lines_said(known, "that was not known is now clear", "that were not known are now clear")
    moved_words = _short(len(crossed), len(cleared))
    unsafe = _not_made_safe(between)
    short = "; ".join(part for part in (moved_words if crossed else "", unsafe) if part) or moved_words
    return Part(tuple(said), short, moved_words)


def _lines(between: Between, day: date) -> dict[str, SafetyLine]:
    scores = between.workspace.score(day, between.framework_id)
    return {each.line.id: each for each in safety_lines(scores, between.workspace.config)}


def _short(crossed: int, cleared: int) -> str:
    """Lines that were crossed; else those that are no longer crossed."""
    if crossed:
        return f"{counted_out(crossed)} safety {'line was' if crossed == 1 else 'lines were'} crossed"
    if cleared:
        return f"{counted_out(cleared)} safety {'line is' if cleared == 1 else 'lines are'} no longer crossed"
    return ""


def _not_made_safe(between: Between) -> str:
    """How many children found unsafe in the time between are not recorded as made safe; empty where none is."""
    new, _ = _found_unsafe(between)
    still = sum(each.made_safe is None for each in new)
    if not still:
        return ""
    children = of_children(still, "child", "children")
    return f"{children} found unsafe in audits are not recorded as made safe"


def _crossed(between: Between, line: SafetyLine) -> Said:
    state = line.line
    sentence = (
        f"Safety line crossed: {line.line.title}, {_figure(between, line)} ({lower_first(line.limit)})."
    )
    return Said("safety", sentence, PAGE, {}, "observations.csv", state.line, state.known)


def _figure(between: Between, line: SafetyLine) -> str:
    """The figure that crossed it, with its period; one that tells a small count is not said."""
    state, indicator = line.line, between.workspace.config.indicators[line.line.indicator]
    when = f"at {uk_date(state.period_end)}" if state.period_end else ""
    series = between.workspace.once(known_by, between.last).whole.get(state.indicator, ())
    measured = next((each for each in series if each.line == state.line), None)
    if state.figure is None:
        return when
    counts = (measured.numerator, measured.denominator) if measured else (None, None)
    if figure_gives_away(state.figure, *counts, indicator.unit):
        return f"fewer than five {when}" if indicator.unit == "count" else f"a share of small numbers {when}"
    return f"{in_unit(state.figure, indicator.unit)} {when}"


def _unsafe(between: Between) -> list[Said]:
    new, made = _found_unsafe(between)
    said = []
    if new:
        still = any(each.made_safe is None for each in new)
        safe = "not every one is" if still else "every one is"
        children = upper_first(of_children(len(new), "child", "children"))
        said.append(f"{children} were found unsafe in audits; {safe} recorded as made safe.")
    if made:
        children = upper_first(of_children(len(made), "child", "children"))
        said.append(f"{children} found unsafe in earlier audits were made safe.")
    return [Said("safety", each, PAGE) for each in said]


def _found_unsafe(between: Between) -> tuple[list[Escalation], list[Escalation]]:
    """Children found unsafe in audits in the time between; and those found before it who were made safe in it."""
    found = between.workspace.once(open_escalations, between.last)
    new = [each for each in (*found.open, *found.safe) if between.holds(each.escalated)]
    return new, [each for each in found.safe if between.holds(each.made_safe) and each not in new]


def _events(between: Between) -> list[Said]:
    every = [each for each in events_known(between.workspace, between.last) if between.holds(each.day)]
    if not every:
        return []
    number = of_children(sum(each.count for each in every), "serious event", "serious events")
    kinds = named(sorted({each.kind for each in every}))
    one = every[0] if len(every) == 1 else None
    place = (FILE, one.line, one.day) if one else ("", None, None)
    return [Said("safety", f"{upper_first(number)} were recorded: {kinds}.", PAGE, {}, *place)]


def _lost(lines: Sequence[SafetyLine]) -> list[Said]:
    one = "is no longer known, its last figure too old to call clear"
    return _lines_said(lines, one, "are no longer known, their last figures too old to call clear")


def _lines_said(lines: Sequence[SafetyLine], one: str, many: str) -> list[Said]:
    """How many lines did the same, and which they are."""
    if not lines:
        return []
    number = upper_first(counted_out(len(lines)))
    did = f"line {one}" if len(lines) == 1 else f"lines {many}"
    return [Said("safety", f"{number} safety {did}: {named([each.line.title for each in lines])}.", PAGE)]
