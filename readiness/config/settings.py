"""What an authority sets for its own installation: datasets, branding, who may see what."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from readiness.config.fields import BLANK_IS_EMPTY, Model, Text

FOLDER_NAME = r"^[A-Za-z0-9][A-Za-z0-9_. -]*$"
COLOUR = r"^#[0-9a-fA-F]{6}$"

FolderName = Annotated[str, StringConstraints(pattern=FOLDER_NAME, max_length=100)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
RoleName = Literal["viewer", "editor", "admin"]
WriterName = Literal["this machine", "nobody", "everybody"]


class Branding(Model):
    """The words and the colour that make the dashboard the authority's own."""

    title: Text = "Inspection readiness"
    authority: Text | None = None
    accent: Colour = "#1A5F9E"
    marking: Text = "Official - sensitive"


class Pack(Model):
    """How board packs are made: `template` is the authority's own PowerPoint file, from the configuration's folder."""

    template: Text | None = None


class Settings(Model):
    """The settings of one installation.

    `dataset` is the folder shown first; `datasets` those offered (none named: every folder under
    `data_dir`); `national` the folder of the national picture; `snapshots` where what was presented is
    kept; `pack` how board packs are made; `roles` the claims of the sign-in that make somebody a viewer,
    an editor or an admin; `writing` who may add rows where nobody signs in.
    """

    dataset: FolderName | None = None
    datasets: Annotated[tuple[FolderName, ...], BLANK_IS_EMPTY] = ()
    data_dir: Text = "data"
    national: Text = "data/national"
    snapshots: Text = "snapshots"
    branding: Branding = Branding()
    pack: Pack = Pack()
    roles: Mapping[RoleName, Annotated[tuple[Text, ...], BLANK_IS_EMPTY]] = {}
    writing: WriterName = "this machine"
