"""What the Safety page watches beside the red lines of a framework: counts that tell whether a child is safe."""

from typing import Annotated

from readiness.config.fields import BLANK_IS_EMPTY, Id, Model, Text


class SafetyGroup(Model):
    """Counts that answer one question. Without an indicator nothing counts it, and it is not known."""

    title: Text
    indicators: Annotated[tuple[Id, ...], BLANK_IS_EMPTY] = ()


class Safety(Model):
    """What `safety.yaml` says. `Safety()` is what is shipped, less what names an indicator: the red lines alone."""

    groups: Annotated[tuple[SafetyGroup, ...], BLANK_IS_EMPTY] = ()
