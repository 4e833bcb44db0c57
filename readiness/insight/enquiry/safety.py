"""Questions about safety: a child found unsafe and not made safe, a line crossed, a line not seen lately."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from readiness.config.models import GRADES, EnquiryRule
from readiness.dates import uk_date
from readiness.insight.enquiry.ground import Ground, Raised, RowAt
from readiness.insight.few import few_now, figure_words
from readiness.insight.indicators.series import known_by
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import audits_known
from readiness.insight.safety.counts import ago_words, crossed_run
from readiness.insight.safety.escalations import open_escalations
from readiness.insight.safety.lines import SafetyLine, safety_lines
from readiness.wording import listed

UNSAFE = "Children found unsafe in audits"


def not_made_safe(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Children found unsafe in an audit whom no row records as made safe by the day."""
    unsafe = ground.workspace.once(open_escalations, ground.as_at, True)
    if not unsafe.open:
        return
    rows = tuple(RowAt("audits.csv", line) for each in unsafe.open for line in each.lines)
    criterion = _criterion_of(ground, rows[0].line)
    yield Raised(
        area=ground.areas.get(criterion, ground.framework.areas[0].id),
        criterion=criterion if criterion in ground.labels else "",
        subject=UNSAFE,
        why=unsafe.sentence,
        rows=rows,
        evidence=f"No row of audits.csv says that they are safe. {unsafe.past}".strip(),
        wanted="The day on which each child was made safe, in the column made_safe of audits.csv.",
        page="practice",
    )


def _criterion_of(ground: Ground, line: int) -> str:
    known = ground.workspace.once(audits_known, ground.as_at)
    return next(each.criterion for each in known if each.line == line)


def red_line(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Safety lines whose newest figure, however old, lies beyond the line."""
    for line in _lines(ground):
        if line.line.state == "crossed":
            yield _raised(ground, line, f"{line.sentence}{_lasted(ground, line)} {line.limit}.")


def not_known(ground: Ground, rule: EnquiryRule) -> Iterator[Raised]:
    """Safety lines never seen, and those last seen longer ago than a figure stays fresh."""
    for line in _lines(ground):
        if line.word == "Not known":
            never = line.line.figure is None
            yield _raised(ground, line, "No figure has been seen." if never else line.sentence)


def _lines(ground: Ground) -> tuple[SafetyLine, ...]:
    """The safety lines in words that may leave the screen, those that cap an area lowest first."""
    few = ground.workspace.once(few_now, ground.as_at)
    caps = {rule.id: GRADES.index(rule.caps_at) for rule in ground.framework.red_lines}
    lines = safety_lines(ground.scores, ground.config, few)
    return tuple(sorted(lines, key=lambda line: caps[line.line.id]))


def _raised(ground: Ground, line: SafetyLine, why: str) -> Raised:
    state = line.line
    area, criterion = ground.place_of(state.indicator)
    return Raised(
        area=state.area,
        criterion=criterion if area == state.area else "",
        subject=state.title,
        why=why,
        rows=(RowAt("observations.csv", state.line),) if state.line else (),
        names=MappingProxyType({"line": state.title}),
        indicators=(state.indicator,),
        wanted=_wanted(ground, line),
        page="safety",
    )


def _wanted(ground: Ground, line: SafetyLine) -> str:
    """A newer figure, where there is none or the last is over a year old; else nothing."""
    state = line.line
    indicator = ground.config.indicators[state.indicator]
    if state.known is None:
        return f"Figures of “{indicator.label}”: rows of {indicator.id} in observations.csv."
    if state.state == "not known lately" or (ground.as_at - state.known).days > 365:
        newer = uk_date(state.period_end or state.known)
        return f"A figure newer than {newer}: a row of {indicator.id} in observations.csv."
    return ""


def _lasted(ground: Ground, line: SafetyLine) -> str:
    """Since when it has been crossed, by the figures alone; empty where there is one figure only."""
    series = ground.workspace.once(known_by, ground.as_at).whole.get(line.line.indicator, ())
    run = crossed_run(series, line.line.limit, over=line.line.over)
    if run is None or (run.before is None and run.figures == 1):
        return ""
    ago = ago_words((ground.as_at - run.first.period_end).days)
    every = (
        f"in each of the last {counted(run.figures, 'figure')}" if run.figures > 1 else "in the last figure"
    )
    return f" Crossed {every}, since {uk_date(run.first.period_end)}, {ago}."


def latest_words(ground: Ground, indicators: Sequence[str]) -> tuple[str, RowAt | None]:
    """The newest figure of these indicators with its date and row; that none has been seen, where none has."""
    known = ground.workspace.once(known_by, ground.as_at).whole
    seen = [(known[each][-1], each) for each in indicators if each in known]
    if not seen:
        names = [f"“{ground.config.indicators[each].label}”" for each in indicators]
        return f"No figure of {listed(names)} has been seen.", None
    last, indicator = max(seen, key=lambda each: each[0].known)
    named = ground.config.indicators[indicator]
    at = RowAt(last.file, last.line)
    figure = figure_words(last, named.unit, protected=True)
    when = f"{uk_date(last.period_end)}, known on {uk_date(last.known)}"
    return f"{named.label}: {figure}, {when} ({at.words}).", at
