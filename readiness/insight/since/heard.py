"""Since we last met: audits, what people said, grades that people confirmed, events, and new figures and targets."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from readiness.dates import uk_date
from readiness.insight.indicators.series import known_by
from readiness.insight.indicators.words import counted
from readiness.insight.practice.audits import Graded, audits_known, number_of_audits
from readiness.insight.rows import Record, text
from readiness.insight.since.said import MOST_NAMED, Between, Part, Said, named, of_children, quoted
from readiness.insight.voice.rows import Voice, voices_known
from readiness.statistics.disclosure import may_show_percentage
from readiness.wording import listed, lower_first, upper_first

MOST_EVENTS = 2
MOST_CONFIRMED = 2


def audit_part(between: Between) -> Part:
    """How many audits came in, and how many of their grades were good or better."""
    audits = [each for each in between.workspace.once(audits_known, between.last) if between.holds(each.day)]
    if not audits:
        return Part()
    number = number_of_audits(audits)
    said = f"{upper_first(of_children(number, 'audit', 'audits'))} came in{_mix(audits)}."
    return Part((Said("audit", said, "practice"),), "")


def _mix(audits: Sequence[Graded]) -> str:
    good, grades = sum(each.good for each in audits), len(audits)
    if not may_show_percentage(good, grades):
        return "; how many were good or better is not said, as the numbers are small"
    return f"; {good:,} of {grades:,} grades were good or better ({100 * good / grades:.0f}%)"


def voice_part(between: Between) -> Part:
    """What came in of what people said: from whom, and how many of the answers counted were positive."""
    new = [each for each in voices_known(between.workspace, between.last) if between.holds(each.day)]
    if not new:
        return Part()
    people = [who for who, _ in Counter(each.who for each in new).most_common()]
    number = upper_first(of_children(len(new), "piece of feedback", "pieces of feedback"))
    said = f"{number} came in, from {named(people)}{_answers(new)}."
    return Part((Said("voice", said, "voice"),), "")


def _answers(voices: Sequence[Voice]) -> str:
    counts = [(each.positive or 0.0, each.responses or 0.0) for each in voices if each.counted]
    if not counts:
        return ""
    positive, responses = (sum(column) for column in zip(*counts, strict=True))
    if not may_show_percentage(positive, responses):
        return "; the share of positive answers is not said, as the numbers are small"
    return f"; {positive:,.0f} of {responses:,.0f} answers counted were positive ({100 * positive / responses:.0f}%)"


def confirmed_part(between: Between) -> Part:
    """Grades that people confirmed: of each meeting one sentence, with those that differ from the indicative one."""
    rows = (
        between.workspace.dataset.tables["confirmations"]
        .rows.sort_values(["date", "line"])
        .to_dict("records")
    )
    meetings: dict[tuple[pd.Timestamp, str], list[Record]] = {}
    for row in rows:
        if between.holds(row["date"].date()):
            meetings.setdefault((row["date"], text(row["by"])), []).append(row)
    names = {
        area.id: area.label for each in between.workspace.config.frameworks.values() for area in each.areas
    }
    names |= {area.id: area.label for area in between.framework.areas}
    latest = sorted(meetings.items(), key=lambda each: -each[0][0].toordinal())
    said = [_meeting(by, found, names) for (_, by), found in latest[:MOST_CONFIRMED]]
    rest = len(latest) - MOST_CONFIRMED
    if rest > 0:
        said.append(
            Said(
                "confirmation", f"Grades were confirmed on {counted(rest, 'earlier occasion')} too.", "areas"
            )
        )
    return Part(tuple(said), "")


def _meeting(by: str, rows: Sequence[Record], names: dict[str, str]) -> Said:
    day = rows[0]["date"].date()
    areas = [lower_first(names.get(str(row["area"]), str(row["area"]))) for row in rows]
    who = f"The {by if by[1:2].isupper() else lower_first(by)}" if by else "Somebody"
    other = [
        (area, row) for area, row in zip(areas, rows, strict=True) if row["confirmed"] != row["indicative"]
    ]
    what = (
        f"the grade of {listed(areas)}" if len(areas) == 1 else f"the grades of {counted(len(areas), 'area')}"
    )
    said = f"{who} confirmed {what} on {uk_date(day)}{_otherwise(other, len(areas))}."
    one = rows[0] if len(rows) == 1 else None
    where = {"area": str(one["area"])} if one else {}
    place = ("confirmations.csv", int(one["line"]), day) if one else ("", None, day)
    return Said("confirmation", said, "areas", where, *place)


def _otherwise(other: Sequence[tuple[str, Record]], every: int) -> str:
    """Which grades people set otherwise than the indicative one, and how."""
    if not other:
        return ", as the indicative grade was" if every == 1 else ", each as the indicative grade was"
    told = [f"{row['confirmed']}, where the indicative grade was {row['indicative']}" for _, row in other]
    if every == 1:
        return f" as {told[0]}"
    return f"; {'; '.join(f'{area} as {words}' for (area, _), words in zip(other, told, strict=True))}"


def event_part(between: Between) -> Part:
    """Events on record, latest first; those beyond two counted."""
    rows = between.workspace.dataset.tables["events"].rows.sort_values(
        ["date", "line"], ascending=[False, True]
    )
    new = [row for row in rows.to_dict("records") if between.holds(row["date"].date())]
    said = [_event(row) for row in new[:MOST_EVENTS]]
    rest = len(new) - MOST_EVENTS
    if rest > 0:
        verb = "is" if rest == 1 else "are"
        said.append(Said("event", f"{upper_first(counted(rest, 'more event'))} {verb} on record.", "trends"))
    return Part(tuple(said), "")


def _event(row: Record) -> Said:
    day = row["date"].date()
    return Said(
        "event", f"{uk_date(day)}: {text(row['label'])}.", "trends", {}, "events.csv", int(row["line"]), day
    )


def figure_part(between: Between) -> Part:
    """For how many indicators a newer figure came, and which targets began to hold."""
    known = between.workspace.once(known_by, between.last)
    newer = [
        name for name, series in known.whole.items() if any(between.holds(each.known) for each in series)
    ]
    labels = {each.id: each.label for each in between.workspace.config.indicators.values()}
    said = []
    if newer:
        came = f"New figures came in for {counted(len(newer), 'indicator')}"
        few = f": {quoted([labels[name] for name in newer])}" if len(newer) <= MOST_EVENTS else ""
        where = {"indicator": newer[0]} if len(newer) == 1 else {}
        said.append(Said("figure", f"{came}{few}.", "indicators", where))
    targets = [
        name for name, held in known.targets.items() if any(between.holds(each.since) for each in held)
    ]
    if targets:
        said.append(
            Said(
                "figure",
                f"New targets hold for {quoted([labels[name] for name in targets], MOST_NAMED)}.",
                "indicators",
            )
        )
    return Part(tuple(said), "")
