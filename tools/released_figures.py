"""The published figures of one indicator: value, counts, marker and source, a row a year and area."""

import pandas as pd

from tools.published import Counts, Series
from tools.released_tables import ENGLAND, SOURCES, Tables

COLUMNS = ("value", "numerator", "denominator", "marker", "source")


def series_figures(series: Series, tables: Tables) -> pd.DataFrame:
    """Every figure of an indicator, by year and area, with the columns of `COLUMNS` (text, "" where none).

    The value is the one of the interactive tool, else the one printed in the release itself, else that of the
    years kept by hand. Counts are kept where they give the value to its last decimal. A row without either is
    kept where the source prints a marker in its place and the figure was published for England.
    """
    figures = _values(series, tables)
    for counts in series.counts:
        figures = _with_counts(figures, counts, series.per, tables)
    figures = figures.fillna("")
    for column in COLUMNS:
        if column not in figures:
            figures[column] = ""
    return figures.loc[_worth_keeping(figures), list(COLUMNS)].sort_index()


def consistent(values: pd.Series, ratio: pd.Series) -> pd.Series:
    """True where a ratio gives the printed value but for its rounding: half a unit of its last decimal.

    `values` are text as printed, so that `26` and `26.0` are told apart; `ratio` is in the value's unit.
    """
    decimals = values.str.partition(".")[2].str.len()
    return (ratio - numbers(values)).abs() <= 0.5 * 10.0**-decimals + 1e-9


def numbers(cells: pd.Series) -> pd.Series:
    """Cells as figures, NaN for markers and blanks."""
    return pd.to_numeric(cells, errors="coerce")


def _values(series: Series, tables: Tables) -> pd.DataFrame:
    figures = pd.DataFrame(columns=["value", "marker", "source"], index=_index(series, tables), dtype=object)
    for table, column in _value_columns(series):
        if column in tables[table]:
            figures = _fill(figures, tables[table][column], SOURCES[table].format(columns=column))
    return figures


def _value_columns(series: Series) -> list[tuple[str, str]]:
    places = [("lait", series.lait)] if series.lait else []
    places += [(series.counts[0].file, series.printed)] if series.printed else []
    return [*places, ("earlier", series.indicator)]


def _index(series: Series, tables: Tables) -> pd.MultiIndex:
    used = {table for table, _ in _value_columns(series)} | {counts.file for counts in series.counts}
    rows = sorted({key for table in used for key in tables[table].index})
    return pd.MultiIndex.from_tuples(rows, names=["year", "area"])


def _fill(figures: pd.DataFrame, cells: pd.Series, source: str) -> pd.DataFrame:
    cells = cells.reindex(figures.index)
    published = numbers(cells).notna() & figures["value"].isna()
    marked = cells.notna() & (cells != "") & numbers(cells).isna() & figures["marker"].isna()
    figures.loc[published, "value"] = cells[published]
    figures.loc[marked, "marker"] = cells[marked]
    figures.loc[published, "source"] = source
    figures.loc[marked & figures["source"].isna(), "source"] = source
    return figures


def _with_counts(figures: pd.DataFrame, counts: Counts, per: int, tables: Tables) -> pd.DataFrame:
    table = tables[counts.file].reindex(figures.index)
    numerator, denominator = _total(table, counts.numerator), _total(table, counts.denominator)
    usable = numerator.notna() & (denominator > 0) & _lacking(figures, "numerator")
    alone = usable & figures["value"].isna()
    agreed = usable & ~alone
    agreed &= consistent(figures["value"].fillna("").astype(str), numerator / denominator * per)
    source = _source_of(counts)
    figures.loc[alone | agreed, "numerator"] = numerator.map(_text)
    figures.loc[alone | agreed, "denominator"] = denominator.map(_text)
    figures.loc[alone, "source"] = f"Worked out from counts: {source}"
    figures.loc[agreed & (figures["source"] != source), "source"] += f"; counts: {source}"
    return figures


def _total(table: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    # min_count: one suppressed part makes the whole unknown, it must not count as nought.
    return table[list(columns)].apply(numbers).sum(axis=1, min_count=len(columns))


def _lacking(figures: pd.DataFrame, column: str) -> pd.Series:
    return figures[column].isna() if column in figures else pd.Series(True, index=figures.index)


def _text(number: float) -> str:
    return repr(round(number, 1)).removesuffix(".0")


def _source_of(counts: Counts) -> str:
    columns = [*counts.numerator, *(name for name in counts.denominator if name != "population")]
    population = ", and ONS mid-year population" if "population" in counts.denominator else ""
    return SOURCES[counts.file].format(columns=" and ".join(columns)) + population


def _worth_keeping(figures: pd.DataFrame) -> pd.Series:
    known = (figures["value"] != "") | (figures["numerator"] != "")
    years = {year for year, area in figures.index[known] if area == ENGLAND}
    in_published_year = figures.index.get_level_values("year").isin(years)
    return known | ((figures["marker"] != "") & in_published_year)
