"""What is heard, in sentences. Groups are asked different questions, so they are compared with themselves only."""

from collections.abc import Mapping, Sequence

from readiness.dates import uk_date
from readiness.insight.indicators.words import counted, counted_out
from readiness.insight.voice.heard import NO_TONE, Answers, Change, Heard, Move
from readiness.insight.voice.rows import Year
from readiness.wording import listed, upper_first

FEW = 10
"""Fewer answers than this are said to be few."""
MOST_NAMED = 3
MOVED: Mapping[Move, str] = {
    "up": "more positive by more than chance explains",
    "down": "less positive by more than chance explains",
    "level": "no more than chance explains",
}


def percent(answers: Answers) -> str:
    """A share without decimals: `76%`. The interval says how far it can be trusted."""
    return f"{answers.share.value:.0f}%"


def answers_words(answers: Answers) -> str:
    """Counted answers with their interval: `389 of 512 answers positive: 76% (72% to 80%)`."""
    few = ", few answers" if answers.responses < FEW else ""
    share = f"{percent(answers)} ({answers.share.lower:.0f}% to {answers.share.upper:.0f}%{few})"
    return f"{answers.positive:,.6g} of {answers.responses:,.6g} answers positive: {share}"


def change_words(change: Change | None, answers: Answers | None = None) -> str:
    """How the same questions came out the year before, and whether that is more than chance; empty where unknown.

    The share now is left out where it is that of `answers`, which has just been said.
    """
    if change is None:
        return ""
    which = (
        "the same question" if change.questions == 1 else f"the same {counted(change.questions, 'question')}"
    )
    now = "" if answers and change.now.share == answers.share else f"{percent(change.now)} "
    before = f"after {percent(change.before)} the year before on {which}"
    return f"{now}{before}, {MOVED[change.move]}"


def told_words(told: Mapping[str, int]) -> str:
    """What was said in words, by entry, since one may stand for several: `two entries are compliments and ...`."""
    parts = []
    for word, entries in told.items():
        number = counted_out(entries) if parts else entries_words(entries)
        parts.append(f"{number} {_told_as(word, entries)}")
    return listed(parts)


def _told_as(word: str, entries: int) -> str:
    """What so many entries are: `is a complaint`, `are mixed`, `have no tone given`."""
    one = entries == 1
    if word in ("compliment", "complaint"):
        return f"is a {word}" if one else f"are {word}s"
    return f"{'has' if one else 'have'} {word}" if word == NO_TONE else f"{'is' if one else 'are'} {word}"


def entries_words(number: int) -> str:
    """Rows of feedback as people know them: `one entry`, `12 entries`."""
    return f"{counted_out(number)} {'entry' if number == 1 else 'entries'}"


def heard_sentence(heard: Heard) -> str:
    """One group, or one thing, in a sentence or two: counted answers first, then what was said in words."""
    name = upper_first(heard.name)
    parts = []
    if heard.answers:
        moved = change_words(heard.change, heard.answers)
        parts.append(f"{answers_words(heard.answers)}{f', {moved}' if moved else ''}")
    if heard.told:
        parts.append(f"{'Said' if parts else 'said'} in words: {told_words(heard.told)}")
    return f"{name}: {'. '.join(parts)}. Newest on {uk_date(heard.newest)}."


def moved_sentence(groups: Sequence[Heard]) -> str:
    """Which groups answer more, or less, positively than a year before; empty where no question was asked twice.

    Like questions_sentence it names no figure, since it heads files too.
    """
    tested = [each for each in groups if each.change]
    if not tested:
        return ""
    more, less = _moved(groups, "up"), _moved(groups, "down")
    if more or less:
        return moved_words(more, less, "than a year before")
    if len(tested) == len(groups) > 1:
        return "No group answers more or less positively than a year before, beyond chance"
    if len(tested) == 1:
        return upper_first(
            f"{tested[0].name} answer neither more nor less positively than a year before, beyond chance"
        )
    number = counted(len(tested), "group")
    return f"None of the {number} asked the same in two years answers more or less positively, beyond chance"


def moved_words(more: Sequence[str], less: Sequence[str], since: str) -> str:
    """Which groups answer more, and which less, positively since then; at least one does."""
    parts = [f"{listed(more)} answer more positively"] if more else []
    if less:
        parts.append(f"{listed(less)} less so" if more else f"{listed(less)} answer less positively")
    return upper_first(f"{', '.join(parts)} {since}, by more than chance explains")


def questions_sentence(questions: Sequence[Heard]) -> str:
    """Which questions are answered more, or less, positively than a year before; empty where none was asked twice."""
    tested = [each for each in questions if each.change]
    if not tested:
        return ""
    more, less = _moved(questions, "up"), _moved(questions, "down")
    if not more and not less:
        asked = "the one question" if len(tested) == 1 else f"{counted(len(tested), 'question')}"
        return f"Of {asked} asked in both years none is answered more or less positively, beyond chance"
    parts = [f"{_titles(more)} more positively"] if more else []
    parts += [f"{_titles(less)} less positively"] if less else []
    return upper_first(f"{', '.join(parts)} answered than a year before, by more than chance explains")


def _titles(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMED:
        return counted(len(names), "question")
    return listed([f"“{name}”" for name in names])


def _moved(groups: Sequence[Heard], way: Move) -> list[str]:
    return [each.name for each in groups if each.change and each.change.move == way]


def overall_sentence(groups: Sequence[Heard], year: Year, *, current: bool) -> str:
    """How much was heard in the year: counted answers, and rows of what was said in words, never put together."""
    answers = sum(each.answers.responses for each in groups if each.answers)
    spoken = sum(sum(each.told.values()) for each in groups)
    verb = "answer was" if answers == 1 else "answers were"
    parts = [f"{answers:,.6g} {verb} counted" if answers else "no answers were counted"]
    parts += (
        [f"{entries_words(spoken)} {'tells' if spoken == 1 else 'tell'} what was said in words"]
        if spoken
        else []
    )
    old = "" if current else " Nothing newer is on record."
    return f"In the 12 months to {uk_date(year.last)}, {listed(parts)}.{old}"
