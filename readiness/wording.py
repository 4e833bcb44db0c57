"""How figures and names are said: with their unit, cut and never rounded up where a score is meant, in a row."""

import math
import re
from collections.abc import Sequence

SUFFIX = {"percent": "%", "rate per 10,000": " per 10,000", "rate per 1,000": " per 1,000", "days": " days"}
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and the marks that turn the direction of whatever follows them."""


def in_unit(figure: float, unit: str) -> str:
    """A figure in its unit: `81.7%`, `1,283`, `45.2 per 10,000`."""
    return f"{plain_number(figure)}{SUFFIX.get(unit, '')}"


def plain_number(figure: float) -> str:
    """A number with thousands separated, and no more decimals than one that it has."""
    rounded = round(figure, 1)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def whole_score(score: float) -> int:
    """A score as shown: cut to a whole number, never rounded up (after rounding to 9 decimals)."""
    return math.floor(round(score, 9))


def score_range(low: float, high: float) -> str:
    """What a score lies between, each end as shown: `21 to 80`; `95 exactly` where both are shown alike."""
    ends = whole_score(low), whole_score(high)
    return f"{ends[0]} exactly" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def signed(points: float) -> str:
    """A change in points with its sign and one decimal: `+4.2`, `−0.3`, `no change` where it rounds to nought."""
    rounded = round(points, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "no change"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: `A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def listed_names(names: Sequence[str]) -> str:
    """The same where a name may itself hold an "and" or a comma: `A, and B and C`; `A, B; and C`."""
    mark = ";" if any("," in name for name in names) else ","
    if len(names) < 2 or not any("," in name or " and " in name for name in names):
        return listed(names)
    return f"{f'{mark} '.join(names[:-1])}{mark} and {names[-1]}"


def judgement_of(kind: str, inspectorate: str, noun: str = "judgement", which: str = "") -> str:
    """What a judgement is called: `Ofsted judgement`, or with `which` `Ofsted's last judgement`.

    One of a synthetic dataset is nobody's.
    """
    if kind == "synthetic":
        return f"Invented {noun}, {not_of(inspectorate)}"
    return f"{inspectorate}'s {which} {noun}" if which else f"{inspectorate} {noun}"


def not_of(inspectorate: str) -> str:
    """Whose a judgement is not, by the framework in use: `not Ofsted's`."""
    return f"not {inspectorate}'s"


def local_judgement(inspectorate: str) -> str:
    """What every figure of ours is: `a local working judgement, not Ofsted's`."""
    return f"a local working judgement, {not_of(inspectorate)}"


def points_words(points: float) -> str:
    """A number of points with its noun: `1 point`, `12.1 points`."""
    said = plain_number(points)
    return f"{said} {'point' if said == '1' else 'points'}"


def upper_first(words: str) -> str:
    """Words as a sentence begins; the rest, names among them, stays as it is."""
    return f"{words[:1].upper()}{words[1:]}"


def lower_first(words: str) -> str:
    """Words as a sentence goes on; the rest, names among them, stays as it is."""
    return f"{words[:1].lower()}{words[1:]}"


def as_seen(text: str) -> str:
    """Text from a file without what can't be seen and would turn or end the words around it."""
    return UNSEEN.sub("", text)
