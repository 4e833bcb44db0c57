"""The words of findings: what was raised again, for how long, and what has turned round since."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from readiness.dates import month, months_between
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.inspections.findings import Findings, Spoken, Theme
from readiness.wording import listed, lower_first, upper_first

RULE = (
    "Raised means named as an area for priority action, as an area for improvement or as mixed. Peer reviews and "
    "commissioned audits do not count. Turned round means that a later report found a strength and raised nothing; "
    "a theme that later reports did not speak of stays as it was, for silence is no finding."
)
FEW = 3
"""Reports that are named; more are counted."""


def duration(first: date, last: date) -> str:
    """How long between two days, in whole years and months: `seven years and four months`."""
    years, months = divmod(months_between(first, last), 12)
    said = [counted(number, noun) for number, noun in ((years, "year"), (months, "month")) if number]
    return " and ".join(said) if said else "less than a month"


def headline(found: Findings) -> str:
    """The repeat finding that runs longest, with the others that have run as long; empty where there is none."""
    if not found.standing:
        return ""
    first = found.standing[0]
    names = _as_long(found.standing, first)
    each = " each" if len(names) > 1 else ""
    return (
        f"Raised longest, in {counted_out(len(first.raised))} reports{each}, {when(first)}: {named(names)}."
    )


def _as_long(themes: Sequence[Theme], first: Theme) -> list[str]:
    """The themes raised over the same days in as many reports as the first."""
    return [
        lower_first(each.title)
        for each in themes
        if (each.days, len(each.raised)) == (first.days, len(first.raised))
        and each.raised[0].published == first.raised[0].published
    ]


def named(names: Sequence[str]) -> str:
    """Themes in a row: their names hold commas and "and" of their own."""
    return "; ".join(names)


def when(theme: Theme) -> str:
    """From which month to which a theme was raised."""
    first, last = month(theme.raised[0].published), month(theme.raised[-1].published)
    return f"{first} to {last}" if first != last else f"all of {first}"


def years(theme: Theme) -> tuple[str, ...]:
    """The years in which a theme was raised, each once."""
    return tuple(dict.fromkeys(str(each.published.year) for each in theme.raised))


def told(theme: Theme) -> str:
    """In which reports a theme was raised, by their years: `told in three reports: 2016, 2018 and 2019`."""
    return f"told in {counted(len(theme.raised), 'report')}: {listed(years(theme))}"


def finding(found: Findings) -> str:
    """How many themes were raised twice or more, and what became of them: a chart's title."""
    if not found.repeats:
        return "No theme was raised in two reports or more"
    turned = len(found.repeats) - len(found.standing)
    many = counted(len(found.repeats), "theme")
    said = f"{upper_first(many)} {_was(len(found.repeats))} raised in two reports or more"
    return f"{said}; a later strength is on file for {counted_out(turned) if turned else 'none'}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def reading(found: Findings) -> str:
    """The themes raised in most reports, then those that turned round."""
    if not found.repeats:
        return "What each report found stands below, theme by theme."
    most = max(len(each.raised) for each in found.repeats)
    often = named([lower_first(each.title) for each in found.repeats if len(each.raised) == most])
    said = f"Raised most often, in {counted_out(most)} reports: {often}."
    turned = [each for each in found.repeats if each.reversed_by]
    if turned:
        said += f" Turned round: {named([_turned(each) for each in turned])}."
    return said


def lost_words(found: Findings) -> str:
    """Which themes were praised in one report and raised in a later one, with both months; empty where none was."""
    said = [
        f"{lower_first(each.title)} ({month(each.praised_before.published)}, then {month(each.raised[0].published)})"
        for each in found.lost
        if each.praised_before
    ]
    if not said:
        return ""
    return f"Praised in one report and raised in a later one: {named(said)}."


def _turned(theme: Theme) -> str:
    later = theme.reversed_by
    return f"{lower_first(theme.title)} ({month(later.published)})" if later else ""


def state(theme: Theme) -> str:
    """What has become of a repeat finding."""
    if theme.reversed_by:
        return f"Turned round: a strength in {month(theme.reversed_by.published)}"
    if theme.strength_between:
        return f"Came back: a strength in {month(theme.strength_between.published)}, raised again since"
    if theme.raised[-1].praised_too:
        return f"Raised last in {month(theme.raised[-1].published)}, beside a strength"
    return f"Raised last in {month(theme.raised[-1].published)}; no strength on file since"


def how_long(theme: Theme) -> str:
    """How long from the first report that raised a theme to the last."""
    return duration(theme.raised[0].published, theme.raised[-1].published)


def what_is_missing(found: Findings) -> str:
    """Which reports can't show a strength, or anything at all, because no such row is on file."""
    said = []
    if found.unpraised:
        said.append(
            f"No strength is on file of {listed(found.unpraised)}, so a theme praised there does not show."
        )
    if len(found.silent) > FEW:
        said.append(f"No finding at all is on file of {counted_out(len(found.silent))} more reports.")
    elif found.silent:
        said.append(f"No finding at all is on file of {listed(found.silent)}.")
    return " ".join(said)


def spoken_words(spoken: Spoken) -> str:
    """What one report found on a theme, in a few words: `area for improvement (2), strength`."""
    counts = [(kind, len(list(same))) for kind, same in groupby(each.kind for each in spoken.findings)]
    return ", ".join(kind if number == 1 else f"{kind} ({number})" for kind, number in counts)
