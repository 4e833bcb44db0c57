"""Values of a YAML file with the places they stand at, so that a problem can name its line and its key."""

from dataclasses import dataclass, field

from readiness.problems import Code, Problem, shortened

Route = tuple[str | int, ...]
"""The keys and positions (from 0) that lead from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the line of its key, its own line, and a single value as written."""

    key_line: int
    line: int
    written: str | None


@dataclass(slots=True)
class YamlSource:
    """One file as read: its values (None where it could not be read), their places, and the problems.

    `refused` holds the routes of values left out, about which nothing more needs saying.
    """

    file: str
    data: object = None
    places: dict[Route, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Route] = field(default_factory=set)

    def add(self, code: Code, message: str, line: int | None = None, value: str | None = None) -> None:
        """Note a problem with the file as a whole, or with one of its lines."""
        self.problems.append(Problem(self.file, line, None, value, message, code))

    def problem_at(self, route: Route, code: Code, message: str, *, at_key: bool = False) -> Problem:
        """A problem with the value at this route, or with its key; a missing one has its parent's line."""
        known = route if route in self.places else self.nearest(route)
        place = self.places.get(known)
        line = None if place is None else place.key_line if at_key or place.written is None else place.line
        found = _found(route, place) if known == route else None
        value = route[-1] if at_key and route and isinstance(route[-1], str) else found
        return Problem(self.file, line, dotted(route, self.data), value, message, code)

    def nearest(self, route: Route) -> Route:
        """The longest beginning of the route that the file holds."""
        while route and route not in self.places:
            route = route[:-1]
        return route


def _found(route: Route, place: Place | None) -> str | None:
    return None if place is None or not route else place.written


def dotted(route: Route, data: object) -> str | None:
    """The route as people read it: keys parted by dots, items of a list by their id, else counted from 1."""
    parts = []
    for step in route:
        data = inside(data, step)
        parts.append(step if isinstance(step, str) else _item_name(data, step))
    return ".".join(shortened(part) for part in parts) or None


def _item_name(item: object, position: int) -> str:
    given_id = item.get("id") if isinstance(item, dict) else None
    return given_id if isinstance(given_id, str) else str(position + 1)


def inside(data: object, step: str | int) -> object:
    """The value one step down, or None where there is no such key or position."""
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, tuple) and isinstance(step, int) and step < len(data):
        return data[step]
    return None
