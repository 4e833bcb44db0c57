"""Northmere's observations.csv: monthly indicators, by team and by group, quarterly and yearly figures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np

from tools.northmere_basics import (
    MONTHS,
    SOURCE,
    TEAMS,
    Row,
    clustered,
    counts,
    drifting,
    iso,
    month_end,
    month_ends,
    on_line,
    published,
    quarter_ends,
    random,
)
from tools.northmere_series import (
    BY_TEAM,
    CASELOAD,
    CASELOAD_LEVEL,
    FLOWS,
    HEADCOUNTS,
    QUARTERLY,
    RE_REFERRALS,
    RE_REFERRALS_RISE_FROM,
    SNAPSHOTS,
    SUPERVISION,
    SUPERVISION_DUE,
    SUPERVISION_LEVEL,
    UNALLOCATED,
    UNALLOCATED_MONTH,
    UNREGISTERED,
    UNREGISTERED_LAST,
    UNREGISTERED_MONTHS,
    ByTeam,
    Flow,
    Snapshot,
)

PROVISIONAL = "provisional"
SUPPRESSED = "Suppressed: a count of 1 to 4"
SUPPRESSED_WITH = "Suppressed: it would give away another count of 1 to 4"
SMALL = range(1, 5)


def observations() -> Iterator[Row]:
    """Every figure that is drawn here; those counted from other tables are in `northmere_counted`."""
    yield from _counts()
    for flow in FLOWS:
        yield from _flow(flow)
    yield from _re_referrals()
    for snapshot in SNAPSHOTS:
        yield from _snapshot(snapshot)
    for by_team in BY_TEAM:
        yield from _by_team(by_team)
    yield from _supervision()
    yield from _caseloads()
    for snapshot in QUARTERLY:
        yield from _quarterly(snapshot)
    yield from _proceedings()


def share(indicator: str, day: date, part: float, whole: float, **more: str) -> Row:
    """A row with numerator, denominator and the percentage to one decimal."""
    value = f"{100 * part / whole:.1f}"
    return plain(indicator, day, value, numerator=f"{part:g}", denominator=f"{whole:g}", **more)


def plain(indicator: str, day: date, value: str, **more: str) -> Row:
    """A row with its value as written, published with its month's pack where `more` says nothing else."""
    row = {"indicator": indicator, "period_end": iso(day), "value": value, "source": SOURCE}
    return {**row, "published": iso(published(day)), **more}


def hide_small(rows: Sequence[Row]) -> list[Row]:
    """Teams or groups of one day, counts of 1 to 4 blanked, and one more where a single blank could be worked out."""
    small = [row for row in rows if _is_small(row)]
    if len(small) == 1 and len(rows) > 1:
        others = [row for row in rows if row is not small[0]]
        beside = min(others, key=lambda row: float(row["numerator"]))
        return [_blank(row, SUPPRESSED_WITH) if row is beside else _shown(row) for row in rows]
    return [_shown(row) for row in rows]


def _is_small(row: Row) -> bool:
    return any(float(row[column]) in SMALL for column in ("numerator", "denominator"))


def _shown(row: Row) -> Row:
    return _blank(row, SUPPRESSED) if _is_small(row) else row


def _blank(row: Row, note: str) -> Row:
    return {**row, "value": "", "numerator": "", "denominator": "", "reliability": "", "note": note}


# Monthly, the whole authority --------------------------------------------------------------------


def _counts() -> Iterator[Row]:
    contacts = counts(random("contacts"), np.full(MONTHS, 520.0))
    yield from _numbers("contacts", contacts)
    for indicator, levels in HEADCOUNTS:
        yield from _numbers(indicator, headcount(indicator, on_line(levels)))
    yield from _numbers(UNALLOCATED, [3 * (month == UNALLOCATED_MONTH) for month in range(1, MONTHS + 1)])
    months = range(1, UNREGISTERED_LAST + 1)
    yield from _numbers(UNREGISTERED, [int(month in UNREGISTERED_MONTHS) for month in months])


def headcount(indicator: str, levels: np.ndarray) -> np.ndarray:
    """How many there are at each month end: the level, moving by about one in a hundred."""
    return np.rint(drifting(random(indicator), levels, float(levels.mean()) * 0.012)).astype(int)


def _numbers(indicator: str, values: Iterable[int]) -> Iterator[Row]:
    for day, value in zip(month_ends(), values, strict=False):
        yield plain(indicator, day, f"{value:d}")


def _flow(flow: Flow) -> Iterator[Row]:
    rng = random(flow.indicator)
    sizes = np.maximum(counts(rng, on_line(flow.size), flow.seasonal), 5)
    yield from _monthly(flow.indicator, clustered(rng, sizes, on_line(flow.level)), sizes, flow.missing)


def _re_referrals() -> Iterator[Row]:
    """The trend: the draws of the last nine months stand in order, so that the rise is not broken by chance."""
    rng = random(RE_REFERRALS)
    steady = RE_REFERRALS_RISE_FROM - 1
    sizes = counts(rng, np.where(np.arange(MONTHS) < 24, 135.0, 148.5))
    percents = clustered(rng, sizes, np.full(MONTHS, 17.0)) / sizes * 100
    rise = np.linspace(16.5, 22.5, MONTHS - steady) + rng.normal(0, 0.4, MONTHS - steady)
    percents[steady:] = np.sort(rise) + np.arange(MONTHS - steady) * 0.15
    parts = np.rint(percents * sizes / 100).astype(int)
    for month in range(steady + 1, MONTHS):  # whole children: never rounded back to a fall
        while parts[month] / sizes[month] <= parts[month - 1] / sizes[month - 1]:
            parts[month] += 1
    yield from _monthly(RE_REFERRALS, parts, sizes)


def _monthly(
    indicator: str, parts: np.ndarray, sizes: np.ndarray, missing: Sequence[int] = ()
) -> Iterator[Row]:
    """One row a month; the last is provisional, and the one before was, until it was counted again."""
    for month in sorted(set(range(1, MONTHS + 1)) - set(missing)):
        day, part, whole = month_end(month), int(parts[month - 1]), int(sizes[month - 1])
        doubt = {"reliability": "doubtful", "note": PROVISIONAL} if month == MONTHS else {}
        if month == MONTHS - 1:
            yield share(indicator, day, max(part - 1, 0), whole, reliability="doubtful", note=PROVISIONAL)
            yield share(indicator, day, part, whole, published=iso(published(month_end(MONTHS))))
        else:
            yield share(indicator, day, part, whole, **doubt)


def _snapshot(snapshot: Snapshot) -> Iterator[Row]:
    levels = on_line(snapshot.level)
    summer = np.array([{8: 1.0, 9: 0.4}.get(day.month, 0.0) for day in month_ends()])
    percents = drifting(random(snapshot.indicator), levels - snapshot.august * summer, snapshot.step)
    sizes = np.round(on_line(snapshot.size), snapshot.decimals)
    parts = np.round(np.clip(percents, 0, 100) * sizes / 100, snapshot.decimals)
    for month in sorted(set(range(1, MONTHS + 1)) - set(snapshot.missing)):
        yield share(snapshot.indicator, month_end(month), parts[month - 1], sizes[month - 1])


# Monthly, by team --------------------------------------------------------------------------------


def _by_team(spec: ByTeam) -> Iterator[Row]:
    drawn = {}
    for team, size, level in spec.teams:
        rng = random(f"{spec.indicator} {team}")
        sizes = np.maximum(counts(rng, np.full(MONTHS, float(size)), seasonal=False), 3)
        drawn[team] = (clustered(rng, sizes, on_line(level)), sizes)
    whole = [sum(pair[part] for pair in drawn.values()) for part in (0, 1)]
    yield from _monthly(spec.indicator, np.asarray(whole[0]), np.asarray(whole[1]))
    yield from _team_rows(spec.indicator, drawn, provisional=True)


def _team_rows(
    indicator: str, drawn: dict[str, tuple[np.ndarray, np.ndarray]], provisional: bool
) -> Iterator[Row]:
    for index, day in enumerate(month_ends()):
        last = provisional and index == MONTHS - 1
        doubt = {"reliability": "doubtful", "note": PROVISIONAL} if last else {}
        yield from hide_small(
            [
                share(indicator, day, int(parts[index]), int(sizes[index]), team=team, **doubt)
                for team, (parts, sizes) in drawn.items()
            ]
        )


def _supervision() -> Iterator[Row]:
    drawn = {}
    for place, team in enumerate(TEAMS):
        rng = random(f"{SUPERVISION} {team}")
        sizes = rng.integers(SUPERVISION_DUE - 1, SUPERVISION_DUE + 2, MONTHS)
        off = 4 - 0.8 * place
        drawn[team] = (rng.binomial(sizes, (on_line(SUPERVISION_LEVEL) + off) / 100), sizes)
    parts, sizes = (sum(pair[part] for pair in drawn.values()) for part in (0, 1))
    for index, day in enumerate(month_ends()):
        yield share(SUPERVISION, day, int(np.asarray(parts)[index]), int(np.asarray(sizes)[index]))
    yield from _team_rows(SUPERVISION, drawn, provisional=False)


def _caseloads() -> Iterator[Row]:
    """Cases for each full-time worker, of the teams that hold cases; the safeguarding teams hold most."""
    holders = TEAMS[1:]
    weights = np.array([1.05, 1.05, 1.0, 1.08, 1.08, 1.2, 0.9, 0.9, 0.85, 0.9])
    workers = np.round(np.array([8.0, 8, 7.5, 8, 8, 6.5, 7, 7, 5, 6]), 1)
    ideal = on_line(CASELOAD_LEVEL)
    norm = weights @ workers / workers.sum()
    cases = np.array(
        [
            np.rint(drifting(random(f"{CASELOAD} {team}"), ideal * weight / norm, 0.25) * posts)
            for team, weight, posts in zip(holders, weights, workers, strict=True)
        ]
    )
    for index, day in enumerate(month_ends()):
        yield _ratio(day, cases[:, index].sum(), workers.sum())
        for place, team in enumerate(holders):
            yield _ratio(day, cases[place, index], workers[place], team=team)


def _ratio(day: date, cases: float, workers: float, **more: str) -> Row:
    figures = {"numerator": f"{cases:g}", "denominator": f"{workers:g}"}
    return plain(CASELOAD, day, f"{cases / workers:.1f}", **figures, **more)


# Quarterly ---------------------------------------------------------------------------------------


def _quarterly(snapshot: Snapshot) -> Iterator[Row]:
    rng = random(snapshot.indicator)
    at = [month_ends().index(day) for day in quarter_ends()]
    sizes = np.maximum(np.rint(on_line(snapshot.size)[at] + rng.normal(0, 2, len(at))), 10)
    percents = np.clip(drifting(rng, on_line(snapshot.level)[at], snapshot.step), 0, 100)
    for day, percent, size in zip(quarter_ends(), percents, sizes, strict=True):
        yield share(snapshot.indicator, day, round(percent * size / 100), size)


def _proceedings() -> Iterator[Row]:
    indicator = "care-proceedings-length"
    weeks = drifting(random(indicator), np.linspace(39, 33, len(quarter_ends())), 1.2)
    for day, length in zip(quarter_ends(), weeks, strict=True):
        yield plain(indicator, day, f"{length * 7:.0f}")
