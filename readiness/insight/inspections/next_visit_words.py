"""The words of the next inspection: its kind and why, its window, and how far the rule has held."""

from readiness.dates import month, uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.next_visit import NextVisit, Span
from readiness.wording import listed, lower_first

CONFIRM = "That rule is a working one: confirm it with the live guidance."


def kind(found: NextVisit) -> str:
    """Which visit comes next; a graded inspection where no rule says."""
    return found.visit.title if found.visit else "Graded inspection"


def headline(found: NextVisit) -> str:
    """When the next inspection may begin: a chart's title. It never says that it will."""
    window = found.window
    if not found.began:
        return "No graded inspection is on file to reckon the next one from"
    if found.route is None and window is None:
        return "No rule says when the next inspection comes"
    if window is None:
        return f"{kind(found)} next: no window is worked out"
    return f"{kind(found)} next: {_when(window, found)}"


def _when(window: Span, found: NextVisit) -> str:
    first, last = window
    if found.as_at < first:
        return f"the window opens in {month(first)} and closes in {month(last)}"
    if found.as_at <= last:
        return f"the window has been open since {month(first)} and closes in {month(last)}"
    return f"the window closed in {month(last)}, and no inspection since is on file"


def reading(found: NextVisit) -> str:
    """Where the window comes from, and how far two windows differ."""
    if found.window is None:
        return why(found)
    if not found.given:
        return f"The window follows the rule in the framework's file: {_span(found.window)}. {CONFIRM}"
    by = f" as foreseen by {found.given_by}" if found.given_by else ""
    given = f"The window is the one given in dataset.yaml{by}: {_span(found.given)}"
    if not found.by_rule:
        return f"{given}."
    return f"{given}; the rule in the framework's file would give {_span(found.by_rule)}. {CONFIRM}"


def _span(window: Span) -> str:
    return f"{uk_date(window[0])} to {uk_date(window[1])}"


def why(found: NextVisit) -> str:
    """The grades that decided which visit comes next."""
    if not found.began:
        return "The kind of the next inspection follows the last judgements, and there are none."
    if found.route is None:
        return "The framework in use has no rule for it (`next_inspection` in its file)."
    if not found.why:
        return f"{kind(found)}: the framework's rule asks for no judgement."
    grades: dict[str, list[str]] = {}
    for area, grade in found.why:
        grades.setdefault(grade, []).append(lower_first(area))
    said = "; ".join(f"{grade} for {listed(areas)}" for grade, areas in grades.items())
    return f"{kind(found)}, by the last judgements: {said}."


def preparation(found: NextVisit) -> str:
    """The notice and the length of the visit, as the framework's file says them."""
    if found.visit is None:
        return ""
    notice = f"Notice: {lower_first(found.visit.notice)}." if found.visit.notice else ""
    on_site = f"On site: {counted(found.visit.days, 'working day')}." if found.visit.days else ""
    return f"{notice} {on_site}".strip()


def held(found: NextVisit) -> str:
    """How far the rule has held: what we waited before, and what others waited."""
    said = []
    if found.gaps:
        waited = listed([str(each) for each in found.gaps])
        said.append(f"Between our graded inspections so far: {waited} months.")
    if found.waits:
        waits = found.waits
        said.append(
            f"In England the middle 80% of {waits.number} waits from one standard or short inspection to the next "
            f"were {waits.low} to {waits.high} months, {waits.middle} in the middle; authorities still waiting are "
            "not among them, and the waits reach over the pandemic, when inspections stopped for a time."
        )
    if found.route and found.route.window and found.gaps:
        said.append(_kept(found, found.route.window.from_months, found.route.window.to_months))
    return " ".join(said)


def _kept(found: NextVisit, low: int, high: int) -> str:
    """How many of our own waits lay inside the rule's window."""
    inside, rule = sum(low <= each <= high for each in found.gaps), f"The rule's {low} to {high} months"
    if len(found.gaps) == 1:
        return f"{rule} {'held' if inside else 'did not hold'} for our one wait."
    return f"{rule} held for {counted_out(inside) if inside else 'none'} of our {counted_out(len(found.gaps))} waits."
