"""What the measurements say, in sentences made from the shipped figures, which say no more than their intervals."""

from readiness.worth.facts import COIN, DIFFERENCE_SHOWN, EVERY_AREA, HELD, PAIRS_SHOWN, Estimate, Worth


def in_100(share: float) -> str:
    """A share of pairs or of judgements as so many in 100: `67`."""
    return f"{100 * share:.0f}"


def interval_words(estimate: Estimate) -> str:
    """An estimate with its 95% interval, in 100: `67 (62 to 72)`."""
    return f"{in_100(estimate.value)} ({in_100(estimate.low)} to {in_100(estimate.high)})"


def signed_in_100(share: float) -> str:
    """A difference in 100 with its sign and one decimal: `−0.2`, `+2.0`, `0.0`."""
    rounded = round(100 * share, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def difference_words(estimate: Estimate) -> str:
    """A difference with its 95% interval, in 100: `−0.2 (−2.3 to +2.0)`."""
    return (
        f"{signed_in_100(estimate.value)} ({signed_in_100(estimate.low)} to {signed_in_100(estimate.high)})"
    )


def coin_words(worth: Worth) -> str:
    """The one sentence: how far published evidence went against a coin, and against the last judgement alone."""
    score = worth.pairs("readiness")
    if score is None:
        return "There are too few judgements to say how far a score goes."
    against = {1: "more than a coin", 0: "not measurably other than a coin", -1: "less than a coin"}
    return (
        "A score from published evidence put the better of two judgements higher "
        f"{in_100(score.value)} times in 100: {against[score.beyond(COIN, PAIRS_SHOWN)]}{_last_words(worth)}"
    )


def _last_words(worth: Worth) -> str:
    more = worth.measure("readiness less previous", "auc")
    if more is None:
        return ""
    said = {1: "and more than", 0: "not measurably other than", -1: "and less than"}[
        more.beyond(0, DIFFERENCE_SHOWN)
    ]
    return f", {said} the last judgement alone"


def told_apart(worth: Worth, evidence: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The areas where a kind of evidence did better than a coin, and those where that can't be said.

    Of every judgement with both kinds of evidence: whether one kind is worth something by itself does not hang on
    whether there was enough of both for a number.
    """
    better, unsure = [], []
    for area in worth.areas:
        pairs = worth.pairs(evidence, area.id, counted=HELD)
        if area.id != EVERY_AREA and pairs is not None:
            (better if pairs.beyond(COIN, PAIRS_SHOWN) > 0 else unsure).append(area.title)
    return tuple(better), tuple(unsure)
