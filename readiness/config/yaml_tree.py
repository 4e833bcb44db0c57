"""A YAML parser's events to plain values: lists, mappings, texts, numbers, dates, true and false.

Events are taken one by one, so that depth, size and tags are refused before anything is built.
PyYAML's own `compose` will not do: it overflows the stack on deeply nested input. An alias counts
as often as what it stands for, so that a few lines can't grow into millions of values.
"""

from collections.abc import Iterator
from typing import NoReturn

import yaml

from readiness.config.places import Place, Route, YamlSource, dotted
from readiness.config.scalars import plain_value
from readiness.problems import Code, Problem, shortened

DEEPEST = 30
MOST_VALUES = 100_000


class RefusedError(Exception):
    """The rest of the file is not read; the reason is among the source's problems."""


class TreeBuilder:
    """Builds the values of one document into its source, noting what it refuses."""

    def __init__(self, events: Iterator[yaml.Event], source: YamlSource) -> None:
        self.events = events
        self.source = source
        self.count = 0
        self.notes: list[tuple[Route, int, Code, str]] = []
        self.routes: list[Route] = []
        self.anchored: dict[str, tuple[object, list[Route]]] = {}

    def build(self) -> None:
        """Read the one document of the file. Raises RefusedError, or yaml.YAMLError where it is not YAML."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return
        first = next(self.events)
        data = self._value(first, (), _line(first))
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._stop(Code.YAML_SYNTAX, "the file should hold one document: remove this `---`", after)
        self.source.data = data

    def _value(self, event: yaml.Event, route: Route, key_line: int) -> object:
        self._within_bounds(event, len(route))
        if isinstance(event, yaml.AliasEvent):
            return self._repeat(event, route, key_line)
        written = event.value if isinstance(event, yaml.ScalarEvent) else None
        start = len(self.routes)
        self._place(route, Place(key_line, _line(event), written))
        self._check_marks(event, route)
        value = self._built(event, route)
        if anchor := getattr(event, "anchor", None):
            self.anchored[anchor] = value, self.routes[start:]
        return value

    def _place(self, route: Route, place: Place) -> None:
        self.routes.append(route)
        self.source.places[route] = place

    def _built(self, event: yaml.Event, route: Route) -> object:
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(route)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(route)
        return _scalar(event)

    def _repeat(self, event: yaml.AliasEvent, route: Route, key_line: int) -> object:
        """What an alias stands for; its places are noted again, so that mistakes in it are found on its line."""
        if event.anchor not in self.anchored:
            return self._refuse(
                f"`*{shortened(event.anchor)}` should come after all of its anchor", event, route
            )
        value, held = self.anchored[event.anchor]
        first = held[0]
        self.count += len(held)
        self._within_bounds(event, max(map(len, held)) - len(first) + len(route))
        self._place(route, Place(key_line, _line(event), self.source.places[first].written))
        for known in held[1:]:
            self._place((*route, *known[len(first) :]), self.source.places[known])
        return value

    def _list(self, route: Route) -> tuple[object, ...]:
        values: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*route, len(values)), _line(event)))
        return tuple(values)

    def _mapping(self, route: Route) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = self._key(event), _line(event)
            if key in values:
                self._repeated((*route, key), line)
                self._skip(len(route))
            else:
                values[key] = self._value(next(self.events), (*route, key), line)
        return values

    def _key(self, event: yaml.Event) -> str:
        self._within_bounds(event, 0)
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(Code.YAML_SYNTAX, "a key should be a single word or phrase", event)
        return event.value

    def _repeated(self, route: Route, line: int) -> None:
        first = self.source.places.get(route)
        where = "" if first is None else f", first on line {first.key_line}"
        self.notes.append(
            (route, line, Code.DUPLICATE_KEY, f"the key is given twice{where}; it should stand once")
        )

    def _skip(self, depth: int) -> None:
        """Pass over one value without keeping it."""
        start = depth
        while True:
            event = next(self.events)
            self._within_bounds(event, depth)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == start:
                return

    def _within_bounds(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            self._stop(Code.FILE_TOO_BIG, f"the file should hold no more than {MOST_VALUES:,} values", event)
        if depth >= DEEPEST and isinstance(event, yaml.CollectionStartEvent | yaml.AliasEvent):
            self._stop(Code.YAML_UNSAFE, f"values should not be nested more than {DEEPEST} deep", event)

    def _check_marks(self, event: yaml.Event, route: Route) -> None:
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self._refuse(f"the tag `{shortened(tag)}` should be removed", event, route)

    def _refuse(self, message: str, event: yaml.Event, route: Route) -> None:
        self.source.refused.add(route)
        self.notes.append((route, _line(event), Code.YAML_UNSAFE, message))

    def note_all(self) -> None:
        """Put what was refused among the source's problems, once the ids that name the places are known."""
        for route, line, code, message in self.notes:
            column = dotted(route, self.source.data)
            self.source.problems.append(Problem(self.source.file, line, column, None, message, code))

    def _stop(self, code: Code, message: str, event: yaml.Event) -> NoReturn:
        self.source.add(code, message, _line(event))
        raise RefusedError


def _scalar(event: yaml.Event) -> object:
    if not isinstance(event, yaml.ScalarEvent):
        raise TypeError(f"a parser gives no {event} where a value belongs")
    return plain_value(event.value) if event.implicit[0] else event.value


def _line(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else event.start_mark.line + 1
