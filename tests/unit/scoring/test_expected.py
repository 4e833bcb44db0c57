"""Which evidence a criterion expects, worked out by hand: what it names, less what the dataset can't hold."""

from collections.abc import Collection
from pathlib import Path

import pytest

from readiness.config.models import STRANDS
from readiness.items import Lookup
from readiness.scoring.expected import Expected, expected_evidence
from tests.evidence_files import small_config


def expected(folder: Path, named: Collection[str] | None, held: Collection[str]) -> Expected:
    """What two criteria expect, neither with an indicator: the first weighs 2 and names strands, the second doesn't."""
    config = small_config(folder)
    framework = config.frameworks["now"]
    help_area, care = framework.areas
    changed = help_area.criteria[0].model_copy(update={"weight": 2.0, "strands": named})
    areas = (help_area.model_copy(update={"criteria": (changed,)}), care)
    return expected_evidence(config, Lookup(framework.model_copy(update={"areas": areas})), held)


@pytest.mark.parametrize(
    ("named", "held", "first", "second"),
    [
        # practice weighs 30, scrutiny 20, voice 10: of 2 for the first criterion, of 1 for the second
        (["practice", "voice"], ["practice", "scrutiny"], {"practice": 2}, {"practice": 0.6, "scrutiny": 0.4}),
        (["practice", "voice"], STRANDS, {"practice": 1.5, "voice": 0.5}, None),
        (["voice"], ["practice"], {}, {"practice": 1}),
        ([], ["practice"], {}, {"practice": 1}),
        (None, ["scrutiny", "practice"], {"practice": 1.2, "scrutiny": 0.8}, None),
        # performance is expected where it is named, and else only where an indicator is mapped
        (["performance"], ["performance"], {"performance": 2}, {}),
    ],
)  # fmt: skip
def test_a_named_strand_is_expected_only_where_the_dataset_can_hold_it(
    named: list[str] | None,
    held: list[str],
    first: dict[str, float],
    second: dict[str, float] | None,
    tmp_path: Path,
) -> None:
    found = expected(tmp_path, named, held)
    for row, wanted in ((0, first), (1, second)):
        if wanted is not None:
            assert list(found.strand[row]) == [name in wanted for name in STRANDS]
            assert list(found.share[row]) == pytest.approx([wanted.get(name, 0.0) for name in STRANDS])
            assert found.weight[row] == (2 - row if wanted else 0)


def test_a_criterion_with_no_indicator_takes_one_figure_to_be_enough(tmp_path: Path) -> None:
    found = expected(tmp_path, ["performance"], ["performance"])
    assert list(found.enough[0]) == [1, 6, 2, 3, 2]
