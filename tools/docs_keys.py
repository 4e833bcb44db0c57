"""The keys of a YAML file as a table: read off the models that check it, with their meanings from `docs_meanings`."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from readiness.method.blocks import Table, markdown_table
from tools.docs_meanings import MEANINGS


@dataclass(frozen=True)
class Key:
    """One key: its path, such as `areas[].criteria[].id`, whether it must be there, and what it holds."""

    path: str
    required: bool
    holds: str


def keys_table(file: str, model: type[BaseModel], prefix: str = "") -> str:
    """Every key that a file may have, as Markdown."""
    rows = tuple(
        (f"`{key.path}`{' *' if key.required else ''}", MEANINGS[file][key.path], key.holds)
        for key in keys_of(model, prefix)
    )
    return markdown_table(Table(("key", "meaning", "holds"), rows)) + "\n\n`*` must be there."


def keys_of(model: type[BaseModel], prefix: str = "") -> Iterator[Key]:
    """Every key of a model and of the models inside it, in the order of the file."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        yield Key(path, field.is_required(), holds(field.annotation))
        for inner, listed in models_in(field.annotation):
            yield from keys_of(inner, f"{path}{'[]' if listed else ''}.")


def holds(annotation: Any) -> str:  # noqa: ANN401  (a type annotation can be any object)
    """What a value may be, in a few words."""
    plain, arguments = unwrapped(annotation), get_args(unwrapped(annotation))
    origin = get_origin(plain)
    if origin is Literal:
        return "one of: " + ", ".join(str(choice) for choice in arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(holds(each) for each in arguments if each is not type(None)))
    if origin is tuple:
        return f"list: {holds(arguments[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{holds(arguments[0])} → {holds(arguments[1])}"
    return WORDS.get(plain, "keys below" if is_model(plain) else "any")


WORDS: Mapping[Any, str] = {
    str: "text",
    float: "number",
    int: "whole number",
    date: "date, such as 2025-03-31",
    bool: "true or false",
}


def models_in(annotation: Any) -> Iterator[tuple[type[BaseModel], bool]]:  # noqa: ANN401
    """The models that a value may hold, and whether as a list."""
    plain = unwrapped(annotation)
    if is_model(plain):
        yield plain, False
    for argument in get_args(plain):
        for inner, listed in models_in(argument):
            yield inner, listed or get_origin(plain) is tuple


def unwrapped(annotation: Any) -> Any:  # noqa: ANN401
    """An annotation without its constraints."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def is_model(annotation: Any) -> bool:  # noqa: ANN401
    """Whether this is a model of the configuration."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
