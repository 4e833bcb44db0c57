"""Whether names used in one place are known in another: areas, criteria, indicators, frameworks.

The values are taken as read from the files, before the models see them, so that a mistake in one
key hides no mistake in another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readiness.config.keys import nearest
from readiness.config.places import Route, YamlSource, inside
from readiness.problems import Code, Problem

Named = tuple[Route, str]
"""A place in a file and the id that is written there."""


def reference_problems(frameworks: Sequence[YamlSource], indicators: YamlSource) -> list[Problem]:
    """Every id given twice and every reference to an id that nothing has."""
    problems = list(_repeated_framework_ids(frameworks))
    problems += _repeated(indicators, _ids(indicators, ("indicators",)), "indicator")
    for source in frameworks:
        problems += _within(source)
        problems += _continues(source, frameworks)
        problems += _red_line_indicators(source, indicators)
    problems += _indicator_criteria(indicators, frameworks)
    return problems


def chart_problems(charts: YamlSource, indicators: YamlSource) -> list[Problem]:
    """Every indicator that nothing knows, and limits of one series that would start twice on one day."""
    items = [*_items(charts, ("rebases",)), *_items(charts, ("baselines",))]
    problems = list(_starting_twice(charts, items))
    if indicators.data is not None:
        known = [name for _, name in _ids(indicators, ("indicators",))]
        named = (each for item in items for each in _text_at(charts, (*item, "indicator")))
        problems += _unknown(charts, named, known, "indicator")
    return problems


def safety_problems(safety: YamlSource, indicators: YamlSource) -> list[Problem]:
    """Every indicator that nothing knows, and those watched twice."""
    groups = _items(safety, ("groups",))
    named = [each for group in groups for each in _texts(safety, (*group, "indicators"))]
    problems = list(_watched_twice(safety, named))
    if indicators.data is not None:
        known = [name for _, name in _ids(indicators, ("indicators",))]
        problems += _unknown(safety, named, known, "indicator")
    return problems


def enquiry_problems(enquiry: YamlSource, frameworks: Sequence[YamlSource]) -> list[Problem]:
    """Every rule whose id another has, and every area that no framework knows."""
    problems = list(_repeated(enquiry, _ids(enquiry, ("rules",)), "rule"))
    # Where a framework can't be read, what it would have known can't be told from a mistake.
    if frameworks and all(source.data is not None for source in frameworks):
        known = [name for source in frameworks for _, name in _area_ids(source)]
        rules = _items(enquiry, ("rules",))
        named = (each for rule in rules for each in _texts(enquiry, (*rule, "areas")))
        problems += _unknown(enquiry, named, known, "area of any framework")
    return problems


def _watched_twice(safety: YamlSource, named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Route] = {}
    for route, name in named:
        if name in first:
            message = f"line {safety.places[first[name]].line} already watches this indicator"
            yield safety.problem_at(route, Code.DUPLICATE_ID, message)
        first.setdefault(name, route)


def _starting_twice(charts: YamlSource, items: Iterable[Route]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for item in items:
        start = "from" if item[0] == "rebases" else "first"
        key = tuple(str(_value(charts, (*item, part))) for part in ("dataset", "indicator", start))
        if key in first:
            message = f"line {first[key]} already begins the limits of this indicator on this day"
            yield charts.problem_at((*item, start), Code.DUPLICATE_ID, message)
        first.setdefault(key, charts.places[item].line)


def _repeated_framework_ids(frameworks: Iterable[YamlSource]) -> Iterator[Problem]:
    first: dict[str, YamlSource] = {}
    for source in frameworks:
        for route, own_id in _text_at(source, ("id",)):
            if own_id in first:
                message = f"{first[own_id].file} has the same id; each framework should have its own"
                yield source.problem_at(route, Code.DUPLICATE_ID, message)
            first.setdefault(own_id, source)


def _within(source: YamlSource) -> Iterator[Problem]:
    """What one framework can say of itself: ids given twice, areas that it does not have."""
    areas = [name for _, name in _area_ids(source)]
    yield from _repeated(source, (*_area_ids(source), *_criterion_ids(source)), "area or criterion")
    yield from _repeated(source, _ids(source, ("red_lines",)), "red line")
    yield from _repeated(source, _ids(source, ("pre_inspection_items",)), "item")
    limits = (
        named
        for route in _items(source, ("overall", "limits"))
        for named in _texts(source, (*route, "areas"))
    )
    yield from _unknown(source, limits, areas, "area of this framework")
    lines = (
        named for route in _items(source, ("red_lines",)) for named in _text_at(source, (*route, "area"))
    )
    yield from _unknown(source, lines, areas, "area of this framework")
    yield from _routes(source, areas)


def _routes(source: YamlSource, areas: Sequence[str]) -> Iterator[Problem]:
    """Routes to the next inspection by a visit or an area that the framework does not have."""
    visits = [name for _, name in _ids(source, ("visits",))]
    for route in _items(source, ("next_inspection",)):
        yield from _unknown(source, _text_at(source, (*route, "visit")), visits, "visit of this framework")
        for condition in _items(source, (*route, "when")):
            named = _texts(source, (*condition, "areas"))
            yield from _unknown(source, named, [*areas, "overall"], "area of this framework")


def _continues(source: YamlSource, frameworks: Iterable[YamlSource]) -> Iterator[Problem]:
    """Areas of a configured framework that it does not have; a framework not configured may have any."""
    areas = {own_id: _references(one, own_id) for one in frameworks for _, own_id in _text_at(one, ("id",))}
    for area in _items(source, ("areas",)):
        for route, reference in _texts(source, (*area, "continues")):
            known = areas.get(reference.partition("/")[0])
            if known is not None and "/" in reference:
                yield from _unknown(source, [(route, reference)], known, "area")


def _references(source: YamlSource, framework: str) -> list[str]:
    return [f"{framework}/{area}" for _, area in _area_ids(source)]


def _red_line_indicators(source: YamlSource, indicators: YamlSource) -> Iterator[Problem]:
    if indicators.data is None:
        return
    known = [name for _, name in _ids(indicators, ("indicators",))]
    for line in _items(source, ("red_lines",)):
        yield from _unknown(source, _text_at(source, (*line, "indicator")), known, "indicator")


def _indicator_criteria(indicators: YamlSource, frameworks: Sequence[YamlSource]) -> Iterator[Problem]:
    # Where a framework can't be read, what it would have known can't be told from a mistake.
    if not frameworks or any(source.data is None for source in frameworks):
        return
    known = {name for source in frameworks for _, name in (*_area_ids(source), *_criterion_ids(source))}
    for indicator in _items(indicators, ("indicators",)):
        named = _names_in(indicators, (*indicator, "criteria"))
        yield from _unknown(indicators, named, known, "criterion or area of any framework")


def _repeated(source: YamlSource, named: Iterable[Named], kind: str) -> Iterator[Problem]:
    first: dict[str, Route] = {}
    for route, name in named:
        if name in first:
            line = source.places[first[name]].line
            message = f"line {line} has the same id; each {kind} should have its own"
            yield source.problem_at(route, Code.DUPLICATE_ID, message)
        first.setdefault(name, route)


def _unknown(
    source: YamlSource, named: Iterable[Named], known: Iterable[str], kind: str
) -> Iterator[Problem]:
    known = dict.fromkeys(known)
    for route, name in named:
        if name not in known:
            meant = nearest(name, known)
            hint = "" if meant is None else f"; did you mean `{meant}`?"
            is_key = route[-1] == name
            yield source.problem_at(route, Code.UNKNOWN_REFERENCE, f"this is no {kind}{hint}", at_key=is_key)


def _area_ids(source: YamlSource) -> list[Named]:
    return _ids(source, ("areas",))


def _criterion_ids(source: YamlSource) -> list[Named]:
    return [named for area in _items(source, ("areas",)) for named in _ids(source, (*area, "criteria"))]


def _ids(source: YamlSource, route: Route) -> list[Named]:
    return [named for item in _items(source, route) for named in _text_at(source, (*item, "id"))]


def _items(source: YamlSource, route: Route) -> list[Route]:
    listed = _value(source, route)
    return [(*route, number) for number in range(len(listed))] if isinstance(listed, tuple) else []


def _texts(source: YamlSource, route: Route) -> list[Named]:
    return [named for item in _items(source, route) for named in _text_at(source, item)]


def _names_in(source: YamlSource, route: Route) -> list[Named]:
    """The texts of a list, or the keys of a mapping."""
    held = _value(source, route)
    if isinstance(held, Mapping):
        return [((*route, key), key) for key in held]
    return _texts(source, route)


def _text_at(source: YamlSource, route: Route) -> list[Named]:
    value = _value(source, route)
    return [(route, value)] if isinstance(value, str) else []


def _value(source: YamlSource, route: Route) -> object:
    value = source.data
    for step in route:
        value = inside(value, step)
    return value
