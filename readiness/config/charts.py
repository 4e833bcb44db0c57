"""How process control charts are drawn: where their limits start afresh, and which periods set them."""

from typing import Annotated

from pydantic import Field, model_validator

from readiness.config.fields import BLANK_IS_EMPTY, Day, Flag, Id, Model, Text
from readiness.config.settings import FolderName


class Decision(Model):
    """What both kinds of change to a chart need: where, why, by which role, and since when it is known."""

    dataset: FolderName
    indicator: Id
    reason: Text
    agreed_on: Day
    agreed_by: Text


class Rebase(Decision):
    """Limits start afresh with the first period that ends on or after `from_`."""

    from_: Day = Field(alias="from")


class Baseline(Decision):
    """Limits set by the periods that end from `first` to `last`, and kept for all that follow."""

    first: Day
    last: Day

    @model_validator(mode="after")
    def _in_order(self) -> "Baseline":
        if self.last <= self.first:
            raise ValueError("`last` should be later than `first`")
        return self


class Charts(Model):
    """What `charts.yaml` says. `Charts()` is what is shipped, less what names a dataset.

    `screen_moving_ranges`: whether single large steps are left out of the limits (see statistics.spc_limits).
    """

    screen_moving_ranges: Flag = False
    rebases: Annotated[tuple[Rebase, ...], BLANK_IS_EMPTY] = ()
    baselines: Annotated[tuple[Baseline, ...], BLANK_IS_EMPTY] = ()
