"""Each safety count as it stands on a day: known or not, crossed since when, last known when, and who acts on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readiness.config.models import Indicator
from readiness.dates import uk_date
from readiness.insight.few import figure_words
from readiness.insight.indicators.explained import Explainer
from readiness.insight.indicators.series import Blank, Measured
from readiness.insight.indicators.words import counted
from readiness.insight.safety.lines import SafetyLine
from readiness.insight.small import gives_away
from readiness.wording import plain_number

State = Literal["Not known", "Crossed", "Not known lately", "Known", "Clear"]
STATES: tuple[State, ...] = ("Not known", "Crossed", "Not known lately", "Known", "Clear")
"""In the order in which they are shown. `Known` has no limit, so it can be neither crossed nor clear."""
OF_LINE: Mapping[str, State] = {
    "never observed": "Not known",
    "crossed": "Crossed",
    "not known lately": "Not known lately",
    "clear": "Clear",
}
NOBODY_ACTS = "No open action has it as its measure"
FEW = 20
"""Of fewer children than this, one moves a share by more than five points: such a share is said to be of few."""


@dataclass(frozen=True, slots=True)
class SafetyCount:
    """One thing that the Safety page watches. `indicator` is None where it is counted from another file, or not at all.

    `says` is what was last seen, or what to add where nothing was; `limit` where its line lies, empty without one;
    `lasted` for how long it has been crossed; `known` the day its figure was known and `checked` how old that is;
    `stale` whether it is older than it stays fresh, which clears no crossed line; `acts` who acts on it, by when;
    `place` the row that holds the figure.
    """

    title: str
    group: str
    indicator: Indicator | None
    state: State
    says: str
    limit: str = ""
    lasted: str = ""
    known: date | None = None
    stale: bool = False
    checked: str = ""
    acts: str = ""
    place: str = "no row"

    @property
    def opens(self) -> bool:
        """Whether the indicator has a figure, and with it a chart to open."""
        return self.indicator is not None and self.state != "Not known"


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known by a day of one indicator: its figures, the last row without one, and who acts on it."""

    indicator: Indicator
    series: Sequence[Measured]
    blank: Blank | None
    fresh: float
    acts: str
    protected: bool = False
    """Whether its words may leave the screen, and tell 1 to 4 children as fewer than five."""

    @property
    def known(self) -> date | None:
        """The day on which the last figure was known."""
        return self.series[-1].known if self.series else None

    def stale(self, as_at: date) -> bool:
        """Whether the last figure is older than it stays fresh."""
        return self.known is not None and (as_at - self.known).days > self.fresh


def count_with_line(watched: Watched, group: str, line: SafetyLine, as_at: date) -> SafetyCount:
    """A count that a red line watches, as the line has it."""
    crossed = line.line.state == "crossed"
    run = crossed_run(watched.series, line.line.limit, over=line.line.over) if crossed else None
    return SafetyCount(
        title=line.line.title,
        group=group,
        indicator=watched.indicator,
        state=OF_LINE[line.line.state],
        says=_says(watched),
        limit=line.limit,
        lasted=run_words(run, watched.indicator.unit, as_at, protected=watched.protected) if run else "",
        known=watched.known,
        stale=watched.stale(as_at),
        checked=_checked(watched, as_at),
        acts=watched.acts,
        place=_place(watched),
    )


def count_without_line(watched: Watched, group: str, as_at: date) -> SafetyCount:
    """A count without a limit: not known, not known lately, or known."""
    state: State = "Not known"
    if watched.series:
        state = "Not known lately" if watched.stale(as_at) else "Known"
    return SafetyCount(
        title=watched.indicator.title,
        group=group,
        indicator=watched.indicator,
        state=state,
        says=_says(watched),
        known=watched.known,
        stale=watched.stale(as_at),
        checked=_checked(watched, as_at),
        acts=watched.acts,
        place=_place(watched),
    )


def uncounted(title: str) -> SafetyCount:
    """Something that no indicator counts, which is as unknown as a count without a row."""
    says = "Nothing counts it. Add an indicator to indicators.yaml and safety.yaml, and its rows to observations.csv."
    return SafetyCount(title, title, None, "Not known", says)


@dataclass(frozen=True, slots=True)
class Run:
    """The unbroken run of crossed figures at the end of a series; `before` is the last that was not crossed."""

    first: Measured
    figures: int
    before: Measured | None


def crossed_run(series: Sequence[Measured], limit: float, *, over: bool) -> Run | None:
    """The figures at the end of a series that lie strictly beyond a limit; None where the last does not."""
    run = 0
    for each in reversed(series):
        if not (each.figure > limit if over else each.figure < limit):
            break
        run += 1
    if not run:
        return None
    before = series[-run - 1] if run < len(series) else None
    return Run(series[-run], run, before)


def run_words(run: Run, unit: str, as_at: date, *, protected: bool = False) -> str:
    """For how long a line has been crossed, by the figures alone: what lies between two of them nobody saw."""
    day = uk_date(run.first.period_end)
    if run.before is None and run.figures == 1:
        return "It is the only figure, so since when can't be said."
    ago = ago_words((as_at - run.first.period_end).days)
    if run.before is None:
        every = "both figures" if run.figures == 2 else f"all {counted(run.figures, 'figure')}"
        return f"Crossed in {every} known, at least since {day}, {ago}."
    before = figure_words(run.before, unit, protected=protected)
    clear = f"the figure before, {before} at {uk_date(run.before.period_end)}, was not"
    if run.figures == 1:
        return f"Crossed since {day}, {ago}; {clear}."
    return f"Crossed in each of the last {counted(run.figures, 'figure')}, since {day}, {ago}; {clear}."


def _says(watched: Watched) -> str:
    indicator, blank = watched.indicator, watched.blank
    if not watched.series:
        if blank:
            return (
                f"No row of it has a figure: the last, of {uk_date(blank.period_end)}, is line {blank.line} of "
                "observations.csv. Add a row with a figure."
            )
        return f"No figure has been seen. Add rows for {indicator.id} to observations.csv."
    last = watched.series[-1]
    # A count needs no name beside that of what is watched; a share does: 67% on time is a third overdue.
    named = "" if indicator.unit == "count" else f"{indicator.label} "
    doubtful = ", marked doubtful" if last.doubtful else ""
    newer = ""
    if blank and blank.period_end > last.period_end:
        newer = f" The newer row, of {uk_date(blank.period_end)} (line {blank.line}), has no figure."
    few = watched.protected and gives_away(last, indicator.unit)
    of = "," if few else _of_how_many(last, indicator.unit)
    figure = f"{named}{figure_words(last, indicator.unit, protected=watched.protected)}{of}"
    return f"{figure} at {uk_date(last.period_end)}{doubtful}.{newer}"


def _of_how_many(measured: Measured, unit: str) -> str:
    if unit != "percent" or measured.denominator is None:
        return ""
    return f" of {measured.denominator:,.0f}{', a small number,' if measured.denominator < FEW else ''}"


def _checked(watched: Watched, as_at: date) -> str:
    return checked_words(watched.known, watched.fresh, as_at) if watched.known else ""


def checked_words(known: date, fresh: float, as_at: date) -> str:
    """When something was last known, in days, beside the days that it stays fresh."""
    age, days = (as_at - known).days, f"{plain_number(fresh)} days"
    over = f"longer than the {days} it stays fresh" if age > fresh else f"fresh for {days}"
    return f"Known on {uk_date(known)}, {ago_words(age)}; {over}"


def ago_words(days: int) -> str:
    """So many days ago: `today`, `six days ago`, `3,296 days ago`."""
    if not days:
        return "today"
    return f"{counted(days, 'day') if days < 10 else f'{days:,} days'} ago"


def _place(watched: Watched) -> str:
    row = watched.series[-1] if watched.series else watched.blank
    return f"observations.csv, line {row.line}" if row else "no row"


def acts_words(explainers: Sequence[Explainer]) -> str:
    """Whose open action has an indicator as its measure, and by when: the nearest date first."""
    actions = [each for each in explainers if each.file == "actions.csv"]
    if not actions:
        return NOBODY_ACTS
    first, rest = actions[0], len(actions) - 1
    by = f"by {uk_date(first.due)}{', late' if first.late else ''}" if first.due else "no date set"
    others = f"; {counted(rest, 'more action')}" if rest else ""
    return f"{first.who or 'An open action without an owner'}, {by}{others}"
