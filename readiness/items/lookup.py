"""Which criteria of one framework an id stands for."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from readiness.config.models import Framework, Indicator
from readiness.items.columns import Ints


class Lookup:
    """Which criteria of one framework an id stands for: an area for all of its criteria, a criterion for itself."""

    def __init__(self, framework: Framework) -> None:
        self.criteria = tuple(criterion for area in framework.areas for criterion in area.criteria)
        self.area_of = np.array(
            [index for index, area in enumerate(framework.areas) for _ in area.criteria], dtype=np.int64
        )
        position = {criterion.id: index for index, criterion in enumerate(self.criteria)}
        self._stands_for: dict[str, tuple[int, ...]] = {
            criterion_id: (index,) for criterion_id, index in position.items()
        }
        for area in framework.areas:
            self._stands_for[area.id] = tuple(position[criterion.id] for criterion in area.criteria)
        self.area_ids = {area.id for area in framework.areas}

    def indices(self, reference: str) -> tuple[int, ...]:
        """The criteria a reference stands for; none where only another framework knows it."""
        return self._stands_for.get(reference, ())

    def spread(self, references: pd.Categorical) -> tuple[Ints, Ints]:
        """Each row of references repeated once per criterion: row positions, and criterion indices."""
        stands_for = [self.indices(str(category)) for category in references.categories] + [()]
        counts = np.array([len(criteria) for criteria in stands_for], dtype=np.int64)
        flat = np.array([index for criteria in stands_for for index in criteria], dtype=np.int64)
        starts = np.cumsum(counts) - counts
        codes = np.asarray(references.codes, dtype=np.int64)  # -1, no reference, finds the empty last entry
        each = counts[codes]
        rows = np.repeat(np.arange(len(codes)), each)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(each) - each, each)
        return rows, flat[starts[codes[rows]] + within] if len(rows) else np.empty(0, np.int64)

    def mapping(self, indicator: Indicator) -> Mapping[int, float]:
        """Criterion index -> weight of an indicator; a criterion's own entry holds over its area's."""
        by_area = [(key, weight) for key, weight in indicator.criteria.items() if key in self.area_ids]
        own = [(key, weight) for key, weight in indicator.criteria.items() if key not in self.area_ids]
        return {index: weight for key, weight in by_area + own for index in self.indices(key)}
