"""What pydantic found wrong with a file, as problems in plain sentences with line, key and fix."""

import re
from collections.abc import Callable, Mapping, Sequence

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from readiness.config.fields import ID_PATTERN
from readiness.config.frameworks import AREA_REFERENCE
from readiness.config.keys import keys_at, nearest
from readiness.config.places import Route, YamlSource, inside
from readiness.config.settings import COLOUR, FOLDER_NAME
from readiness.problems import Code, Problem

MOST_TOLD = 1_000
"""Beyond so many mistakes a file is broken rather than mistaken, and the rest is only counted."""

EXPECTED: Mapping[str, str] = {
    "string_type": "should be text; a number or date that is meant as text goes in quotes",
    "string_too_short": "should not be empty",
    "date_type": "should be a date such as 2026-04-01",
    "float_type": "should be a number, without quotes or a unit",
    "finite_number": "should be an ordinary number",
    "int_type": "should be a whole number",
    "bool_type": "should be true or false",
    "tuple_type": "should be a list",
    "dict_type": "should be keys with values",
    "mapping_type": "should be keys with values",
    "model_type": "should be keys with values",
}
"""What each kind of mistake calls for, where no figure of the rule belongs in the sentence."""

PATTERNS: Mapping[str, str] = {
    ID_PATTERN: "should be an id: lower-case letters and digits, with hyphens between words",
    AREA_REFERENCE: "should be an area of another framework, such as ilacs-2018/help-and-protection",
    COLOUR: "should be a colour such as '#1A5F9E', in quotes",
    FOLDER_NAME: "should be the name of a folder, without slashes",
}

LIMITS: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "greater_than": lambda limit: f"should be a number above {limit['gt']:g}",
    "greater_than_equal": lambda limit: f"should be {limit['ge']:g} or more",
    "less_than_equal": lambda limit: f"should be {limit['le']:g} or less",
    "string_too_long": lambda limit: f"should be no longer than {limit['max_length']:,} characters",
    "too_long": lambda limit: f"should have {limit['max_length']} values, and not {limit['actual_length']}",
    "string_pattern_mismatch": lambda limit: PATTERNS[str(limit["pattern"])],
    "value_error": lambda limit: str(limit["error"]),
}
"""Sentences that hold a figure or a word of the rule that was broken."""


def problems_with(error: ValidationError, model: type[BaseModel], source: YamlSource) -> list[Problem]:
    """Every mistake that `model` found in `source`, each once, in the order found.

    A key misspelt is one mistake, not two: that the right key is missing is not said again.
    """
    details = error.errors(include_url=False)[:MOST_TOLD]
    unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"]
    misspelt = {(*loc[:-1], _meant(loc, model, source)) for loc in unknown}
    problems = [
        _problem(one, model, source)
        for one in details
        if one["loc"] not in misspelt and not _refused(one["loc"], source)
    ]
    if error.error_count() > MOST_TOLD:
        problems.append(_more(error.error_count() - MOST_TOLD, source))
    return list(dict.fromkeys(problems))


def _more(count: int, source: YamlSource) -> Problem:
    message = f"{count:,} more mistakes in this file will be named once these are put right"
    return Problem(source.file, None, None, None, message, Code.WRONG_VALUE)


def _meant(loc: Route, model: type[BaseModel], source: YamlSource) -> str | None:
    """The key that the last step was meant to be; one that the file has not given already, if any is near."""
    keys = keys_at(model, loc[:-1])
    beside = place_of(loc, source.data)[:-1]
    missing = [key for key in keys if (*beside, key) not in source.places]
    return nearest(str(loc[-1]), missing) or nearest(str(loc[-1]), keys)


def _refused(loc: Route, source: YamlSource) -> bool:
    return any(loc[: len(route)] == route for route in source.refused)


def _problem(error: ErrorDetails, model: type[BaseModel], source: YamlSource) -> Problem:
    route = place_of(error["loc"], source.data)
    if error["type"] == "extra_forbidden":
        message = _unknown("key", _meant(error["loc"], model, source), keys_at(model, error["loc"][:-1]))
        return source.problem_at(route, Code.UNKNOWN_KEY, message, at_key=True)
    if error["loc"][-1:] == ("[key]",) and error["type"] == "literal_error":
        return source.problem_at(route, Code.UNKNOWN_KEY, _not_a_choice(error, "key"), at_key=True)
    if error["type"] == "missing":
        return _missing(error, route, source)
    return source.problem_at(
        route, Code.WRONG_VALUE, _sentence(error), at_key=error["loc"][-1:] == ("[key]",)
    )


def _missing(error: ErrorDetails, route: Route, source: YamlSource) -> Problem:
    key = error["loc"][-1]
    if isinstance(key, int):
        return source.problem_at(
            route, Code.WRONG_VALUE, "should have five values, at 0, 40, 60, 80 and 100 points"
        )
    why = "it is needed here" if error["msg"] == "Field required" else error["msg"]
    return source.problem_at(route, Code.MISSING_KEY, f"`{key}` is missing: {why}")


def _sentence(error: ErrorDetails) -> str:
    found = error["input"]
    if error["type"] == "literal_error":
        expected = _not_a_choice(error, "value")
    elif error["type"] in LIMITS:
        expected = LIMITS[error["type"]](error.get("ctx", {}))
    else:
        expected = EXPECTED.get(error["type"], error["msg"])
    return expected + _found_instead(found, error["type"])


def _found_instead(found: object, kind: str) -> str:
    """What stands there, where that has no text of its own to show."""
    if kind == "value_error":
        return ""
    if found is None:
        return "; nothing is written here"
    return (
        "; this is a list"
        if isinstance(found, tuple)
        else "; these are keys"
        if isinstance(found, dict)
        else ""
    )


def _not_a_choice(error: ErrorDetails, kind: str) -> str:
    choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected")))
    return _unknown(kind, nearest(str(error["input"] or ""), choices), choices)


def _unknown(kind: str, meant: str | None, known: Sequence[str]) -> str:
    """The sentence for a word that is none of those known, with the nearest right one."""
    if meant is not None:
        return f"unknown {kind}; did you mean `{meant}`? Possible here: {', '.join(known)}"
    return f"unknown {kind}; possible here: {', '.join(known)}"


def place_of(loc: Route, data: object) -> Route:
    """Where in the file an error of the model lies; steps that only the model has are left out.

    A list of criteria stands in the model as a mapping and an undated scale as one dated entry: a word
    may stand for its position in a list, and a position within a list leads on only to another list.
    """
    route: Route = ()
    while loc:
        step, loc = _position(loc[0], data), loc[1:]
        if _leads_on(step, data, loc):
            route, data = (*route, step), inside(data, step)
        elif not loc and isinstance(data, dict) and step != "[key]":
            return (*route, step)
    return route


def _position(step: str | int, data: object) -> str | int:
    return data.index(step) if isinstance(data, tuple) and isinstance(step, str) and step in data else step


def _leads_on(step: str | int, data: object, rest: Route) -> bool:
    if isinstance(data, tuple) and isinstance(step, int):
        last = not rest or rest == ("[key]",)
        return step < len(data) and (last or isinstance(data[step], dict | tuple))
    return isinstance(data, dict) and step in data
