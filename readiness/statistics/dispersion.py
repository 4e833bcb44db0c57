"""How much more places differ than chance alone would have it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

WINSORISED = 0.1


@dataclass(frozen=True)
class Dispersion:
    """Overdispersion two ways.

    `phi` is the mean squared score after winsorising: about 1 where chance explains everything. `factor` is what
    variances are multiplied by, phi but never less than 1. `tau_squared` is the variance between places that is
    added to chance, in the square of the bare proportion or rate. `number` counts the places used.
    """

    number: int
    phi: float
    factor: float
    tau_squared: float


def dispersion(
    scores: Sequence[float], errors: Sequence[float], *, winsorised: float = WINSORISED
) -> Dispersion:
    """Overdispersion of places from their naive scores and their standard errors by chance.

    Sources: Spiegelhalter DJ, Handling over-dispersion of performance indicators, Quality and Safety in Health
    Care 2005; 14: 347-351 (winsorised phi; multiplicative and additive models); DerSimonian R, Laird N, Controlled
    Clinical Trials 1986; 7: 177-188 (moment estimate of tau squared); the additive form is the one of the NHS
    summary hospital mortality indicator. Limits of winsorising are taken by linear interpolation between ranks.
    """
    number = len(scores)
    if number == 0 or any(error == 0 for error in errors):
        return Dispersion(number, 0.0, 1.0, 0.0)
    drawn_in = winsorise(scores, winsorised)
    phi = math.fsum(score * score for score in drawn_in) / number
    return Dispersion(number, phi, max(1.0, phi), _between(number, phi, errors))


def winsorise(scores: Sequence[float], share: float = WINSORISED) -> tuple[float, ...]:
    """The scores with the lowest and highest share drawn in to the quantiles there."""
    if not scores:
        return ()
    low, high = np.quantile(np.asarray(scores, dtype=float), [share, 1 - share])
    return tuple(float(score) for score in np.clip(scores, low, high))


def _between(number: int, phi: float, errors: Sequence[float]) -> float:
    """DerSimonian and Laird's variance between places; 0 where there is no sign of any."""
    excess = number * phi - (number - 1)
    weights = [1 / error**2 for error in errors]
    total = math.fsum(weights)
    room = total - math.fsum(weight * weight for weight in weights) / total
    return max(0.0, excess) / room if room > 0 else 0.0
