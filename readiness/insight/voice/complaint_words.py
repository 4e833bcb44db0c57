"""Complaints in sentences. None says more than the counts do, and small numbers are said to be small."""

from collections.abc import Iterator
from datetime import date

from readiness.dates import months_before, uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.voice.complaints import Complaints, Escalation, TeamLine
from readiness.insight.voice.counts import FILE, Span
from readiness.statistics.count_change import CountChange
from readiness.wording import listed, upper_first

OPEN_DOOR = (
    "A complaint shows that the door is open: more is not simply worse, fewer not simply better, and none of this "
    "is scored."
)
NO_RATES = "These are counts, not rates: no file says how many children each team works with."
FEW = 10
"""Fewer complaints than this are too few for a share."""
SMALL = 20
"""Counts under this are called small where they move no more than chance explains."""
MOST_NAMED = 3


def received_sentence(found: Complaints) -> str:
    """How many complaints came, and whether that is a change."""
    now, before = found.now, found.before
    if now.received is None:
        return f"No complaints are counted for {now.name}."
    came = f"{counted_cases(now.received)} came in {now.name}"
    if before is None:
        return f"{came}; no period of the same length a year before is on file to compare with."
    if found.total is None:
        return f"{came}; those of {before.name} are not on file."
    return f"{came}, against {_how_many(found.total.before)} in {before.name}: {chance_words(found.total)}."


def counted_cases(number: int, noun: str = "complaint") -> str:
    """So many complaints, as a sentence begins: `31 complaints`, `Seven complaints`."""
    said = counted(number, noun)
    return upper_first(said)


def chance_words(change: CountChange) -> str:
    """Whether a change of counts is more than chance, with the ratio and its interval where counts are not small."""
    if change.before == change.now:
        said = "the same number"
    else:
        said = "more than chance explains" if change.more_than_chance else "no more than chance explains"
    if max(change.before, change.now) < FEW:
        unsure = not change.more_than_chance and change.before != change.now
        return f"{said}, with numbers this small" if unsure else said
    if change.ratio is None:
        return said
    ratio = change.ratio
    return f"{said} ({ratio.value:.2f} times as many, 95% interval {ratio.lower:.2f} to {ratio.upper:.2f})"


def scope_sentence(found: Complaints) -> str:
    """How many of the complaints were out of scope; and that the year before gives no stages, where it gives none."""
    outside = found.now.stages.get("out of scope", 0)
    if not outside:
        return ""
    verb = "was" if outside == 1 else "were"
    unknown = found.before is not None and found.before.received is not None and not found.before.stages
    rest = f"; whether those of {found.before.name} hold such is not said" if unknown and found.before else ""
    number = counted_out(outside)
    return f"{upper_first(number)} of them {verb} out of scope{rest}."


def praise_sentence(found: Complaints) -> str:
    """How many compliments came beside the complaints."""
    if found.now.compliments is None:
        return f"No compliments are counted for {found.now.name}."
    came = f"{counted_cases(found.now.compliments, 'compliment')} came in {found.now.name}"
    if found.before is None:
        return f"{came}."
    if found.praise is None:
        return f"{came}; those of {found.before.name} are not on file."
    return f"{came}, against {_how_many(found.praise.before)} in {found.before.name}: {chance_words(found.praise)}."


def _how_many(number: int) -> str:
    return counted_out(number) if number else "none"


def escalation_sentence(found: Complaints) -> str:
    """How many formal complaints went further than stage 1, in both years."""
    if found.now.received is None:
        return ""
    if not found.now.stages:
        return (
            f"The rows of {found.now.name} give no stages, so how many complaints went further is not known."
        )
    if found.escalation is None:
        return f"No formal complaint is counted for {found.now.name}, so none went further than stage 1."
    said = f"In {found.now.name} {_went_further(found.escalation)}."
    if found.before is None:
        return said
    if found.before.stages and found.escalation_before is None:
        return f"{said} No formal complaint is counted for {found.before.name}."
    if found.escalation_before is None:
        return f"{said} The rows of {found.before.name} give no stages to compare with."
    return f"{said} In {found.before.name} {_went_further(found.escalation_before)}."


def _went_further(each: Escalation) -> str:
    said = (
        f"{_how_many(each.further)} of {counted(each.formal, 'formal complaint')} went further than stage 1"
    )
    if each.formal < FEW:
        return f"{said}, too few for a share"
    share = each.share
    small = ", a small number" if each.formal < SMALL else ""
    return f"{said}{small}: {share.value:.0f}% (95% interval {share.lower:.0f}% to {share.upper:.0f}%)"


def teams_sentence(found: Complaints) -> str:
    """Which teams changed by more than chance; else the largest change, and that it is no trend."""
    if found.before is None or not found.tested:
        return ""
    changed = [line for line in found.teams if line.change and line.change.more_than_chance]
    if changed:
        named = listed([_from_to(line) for line in changed])
        return f"{named}: more than chance explains among {_teams(found.tested)}."
    largest = max(abs(_step(line)) for line in found.teams if line.change)
    if largest == 0:
        return "No team's count differs from the year before."
    moved = [line for line in found.teams if line.change and abs(_step(line)) == largest]
    small = all(max(line.now or 0, line.before or 0) < SMALL for line in moved)
    why = "with numbers this small that is no trend" if small else "that is no more than chance explains"
    return f"{_largest(moved, largest)}: {why}."


def _largest(moved: list[TeamLine], largest: int) -> str:
    if len(moved) > MOST_NAMED:
        return f"The largest change of any team is by {counted_out(largest)}, in {_teams(len(moved))}"
    noun = "change is" if len(moved) == 1 else "changes are"
    return f"The largest {noun} {listed([_from_to(line) for line in moved])}"


def _teams(number: int) -> str:
    return counted(number, "team")


def _step(line: TeamLine) -> int:
    return (line.now or 0) - (line.before or 0)


def _from_to(line: TeamLine) -> str:
    return f"{line.team} from {_how_many(line.before or 0)} to {_how_many(line.now or 0)}"


def alone_sentence(found: Complaints) -> str:
    """Which teams can't be compared, because a year does not count them, or not all of it."""
    if found.before is None:
        return ""
    alone = [
        line.team for line in found.teams if line.change is None and (line.now, line.before) != (None, None)
    ]
    if not alone:
        return ""
    verb = "has" if len(alone) == 1 else "have"
    return (
        f"{listed(alone)} {verb} no count of complaints for the whole of both years, and can't be compared."
    )


def stale_sentence(found: Complaints, as_at: date) -> str:
    """That the latest counts are more than a year old; empty where they are not."""
    last = max(found.now.ends)
    if last > months_before(as_at, 12):
        return ""
    return f"Nothing newer than {uk_date(last)} is on file: add a row a team, stage and period to {FILE}."


def disagreements(found: Complaints) -> Iterator[str]:
    """Where totals don't add up, both figures said; and rows that count the same thing more than once."""
    for span in (found.now, *([found.before] if found.before else [])):
        yield from _of_span(span)
    for rows in found.doubled:
        lines = listed([str(row.line) for row in rows])
        first = rows[0]
        about = f"{first.team}, {first.stage}, {first.period or uk_date(first.period_end)}"
        yield f"Lines {lines} of {FILE} count the same thing ({about}): their counts are added up."


def _of_span(span: Span) -> Iterator[str]:
    for team in span.teams:
        if team.parts:
            yield (
                f"{team.team}, {span.name}: its stages add up to {team.parts[0]:,}, its row for all stages says "
                f"{team.parts[1]:,}. The latter is used."
            )
    if span.stated and span.teams and span.stated.received not in (None, span.received):
        yield (
            f"{span.name}: the teams add up to {span.received or 0:,}, the row for all teams says "
            f"{span.stated.received:,}. The sum of the teams is used."
        )


def chart_title(found: Complaints) -> str:
    """The finding as it heads a chart and its file: no total that a file may not show, and no team's count."""
    if found.file_total is None or found.file_total.count is None or found.now.received is None:
        return f"Complaints and compliments by team, {found.now.name}"
    came = f"{counted_cases(found.now.received)} in {found.now.name}"
    if found.total is None or found.before is None:
        return came
    if found.total.before == found.total.now:
        return f"{came}, as many as in {found.before.name}"
    if not found.total.more_than_chance:
        return f"{came}: no change from {found.before.name} beyond chance"
    way = "more" if found.total.now > found.total.before else "fewer"
    return f"{came}: {way} than in {found.before.name}, by more than chance explains"
