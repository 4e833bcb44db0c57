"""Which keys a model knows at a given place, and the nearest right word to a wrong one."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from readiness.config.places import Route


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that `word` was most likely meant to be, capitals aside; None where none is near."""
    by_lower = {each.lower(): each for each in words}
    found = get_close_matches(word.lower()[:200], by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def keys_at(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The keys of the mapping that lies at this route below the model; none where any key may stand."""
    kinds: tuple[object, ...] = (model,)
    for step in route:
        kinds = tuple(inner for kind in kinds for inner in _below(kind, step))
    models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return tuple(_key(name, info) for kind in models for name, info in kind.model_fields.items())


def _key(name: str, info: FieldInfo) -> str:
    return info.alias or name


def _below(kind: object, step: str | int) -> tuple[object, ...]:
    """The types that may stand one step below a type: behind a key of a model or mapping, or in a list."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {_key(name, info): info.annotation for name, info in kind.model_fields.items()}
        return _plain(fields.get(str(step)))
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return _plain(inner[0])
    return _plain(inner[1]) if get_origin(kind) is Mapping else ()


def _plain(kind: object) -> tuple[object, ...]:
    """A type without its annotations; the members of a union one by one."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (tuple, Mapping) or isinstance(kind, type):
        return (kind,)
    return tuple(one for inner in get_args(kind) for one in _plain(inner))
