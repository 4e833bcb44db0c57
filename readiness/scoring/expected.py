"""Which strands of evidence each criterion expects, and how much of each is enough (scoring.md 2 and 4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from readiness.config.models import STRANDS, Config, Criterion, Indicator, Strand
from readiness.items import Lookup


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """Arrays over the framework's criteria (rows) and the five strands (columns).

    `strand`: whether the strand is expected; `enough`: the trust that gives full coverage;
    `share`: w(c) x w(s) / E(c), the cell's weight at full coverage, 0 where it is not expected;
    `weight`: w(c), and 0 for a criterion that expects nothing and so is left out.
    """

    strand: np.ndarray
    enough: np.ndarray
    share: np.ndarray
    weight: np.ndarray


def expected_evidence(config: Config, lookup: Lookup, held: Collection[str]) -> Expected:
    """What every criterion of a framework expects of a dataset that can hold the strands `held`."""
    mapped = mapped_weights(config.indicators, lookup)
    strand = np.array(
        [_strands(criterion, mapped[index], held) for index, criterion in enumerate(lookup.criteria)],
        dtype=bool,  # said, since a framework of areas without criteria has no row to tell it by
    )
    strand = strand.reshape(len(lookup.criteria), len(STRANDS))
    weight = np.array([criterion.weight for criterion in lookup.criteria], dtype=float) * strand.any(axis=1)
    share = strand * np.array([config.scoring.strands[name].weight for name in STRANDS], dtype=float)
    total = share.sum(axis=1, keepdims=True)
    share = weight[:, None] * np.divide(share, total, out=np.zeros_like(share), where=total > 0)
    return Expected(strand, _enough(config, mapped), share, weight)


def mapped_weights(indicators: Mapping[str, Indicator], lookup: Lookup) -> np.ndarray:
    """For each criterion, the sum of the weights of the scored performance indicators mapped to it."""
    total = np.zeros(len(lookup.criteria))
    for indicator in indicators.values():
        if indicator.scored and indicator.strand == "performance":
            for index, weight in lookup.mapping(indicator).items():
                total[index] += weight
    return total


def _strands(criterion: Criterion, mapped: float, held: Collection[str]) -> list[bool]:
    if criterion.strands is not None:  # taken literally, less what the dataset can't hold
        return [name in criterion.strands and name in held for name in STRANDS]
    return [name in held and (name != "performance" or mapped > 0) for name in STRANDS]


def _enough(config: Config, mapped: np.ndarray) -> np.ndarray:
    """Performance is enough when every mapped indicator is fresh; a criterion with none mapped takes 1."""
    enough = np.empty((len(mapped), len(STRANDS)))
    for column, name in enumerate(STRANDS):
        rule = config.scoring.strands[name]
        enough[:, column] = rule.enough if isinstance(rule, Strand) else np.where(mapped > 0, mapped, 1.0)
    return enough
