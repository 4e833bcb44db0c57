"""What must hold of every file, whatever its bytes: rows are counted, explained, and read alike both ways."""

import csv
import io
import tempfile
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readiness.evidence.context import Context
from readiness.evidence.decode import decode
from readiness.evidence.tables import TABLES
from readiness.evidence.tokenise import Grid, slow_grid, tokenise
from readiness.evidence.tokenise_fast import fast_columns
from tests.evidence_files import read_in, small_config, small_context

MODEST = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

HEADINGS = TABLES["observations"].headings
GOOD = {
    "indicator": "late",
    "period_end": "2025-03-31",
    "value": "50",
    "numerator": "1",
    "denominator": "2",
    "published": "2025-04-30",
    "reliability": "sound",
    "source": "register",
}
DATES = ["31/02/2025", "31/03/2025", "2025-03-31 00:00:00", "45747", "03/31/2025"]
NUMBERS = ["=1+1", "@x", "+cmd|' /C'!A0", "", " ", "c", "..", "65%", "1,234", "0", "-5", "inf", "1e309"]
WORDS = ["late", "rate", "Late ", "é", "\u00a0", "\ufeff", "x" * 100_001, "\x00", "\u2028", "<b>x</b>"]
BREAKS = ['a"b', "a\nb", "a\r\nb", "a,b"]
NASTY = st.sampled_from([*DATES, *NUMBERS, *WORDS, *BREAKS])
CELL = st.one_of(NASTY, st.text(max_size=8))


@st.composite
def tables_of_rows(draw: st.DrawFn) -> list[list[str]]:
    """A header, columns swapped now and then, and rows that are good but for a few nasty cells."""
    headings = draw(st.permutations(HEADINGS)) if draw(st.booleans()) else list(HEADINGS)
    rows = [headings]
    for _ in range(draw(st.integers(0, 6))):
        row = [GOOD.get(name, "") for name in headings]
        for at in draw(st.lists(st.integers(0, len(row) - 1), max_size=3)):
            row[at] = draw(CELL)
        rows.append(row[: draw(st.integers(0, len(row)))] if draw(st.integers(0, 5)) == 0 else row)
    return rows


@st.composite
def damaged_files(draw: st.DrawFn) -> bytes:
    """Such a table as bytes, in some encoding, perhaps with bytes cut out or put in."""
    written = io.StringIO(newline="")
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    delimiter = draw(st.sampled_from([",", ",", ";", "\t"]))
    csv.writer(written, lineterminator=ending, delimiter=delimiter).writerows(draw(tables_of_rows()))
    raw = written.getvalue().encode(
        draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])), "replace"
    )
    if draw(st.booleans()) and raw:
        start = draw(st.integers(0, len(raw)))
        put_in = draw(st.sampled_from([b"", b'"', b"\n", b",", b"\r", b"\xff", b"\0", b'""', b'"\n"']))
        raw = raw[:start] + put_in + raw[start + draw(st.integers(0, 20)) :]
    return raw


@pytest.fixture(scope="module")
def context() -> Context:
    with tempfile.TemporaryDirectory() as folder:
        return small_context(small_config(Path(folder) / "config"))


def check_promises(context: Context, raw: bytes) -> None:
    table, problems = read_in(context, "observations", raw)
    assert table.read == table.used + table.set_aside
    errors = [one for one in problems if one.level == "error" and one.code != "column-personal"]
    told = {one.line for one in errors}
    whole_file = any(one.code == "column-missing" for one in errors)
    assert whole_file or len(told) == table.set_aside
    assert not told & set(table.rows["line"].tolist())
    assert table.rows["line"].is_monotonic_increasing
    assert all(len(one.value or "") <= 200 and one.message for one in problems)


@MODEST
@given(raw=damaged_files())
def test_rows_read_are_rows_used_and_rows_set_aside_each_with_a_problem(context: Context, raw: bytes) -> None:
    check_promises(context, raw)


@MODEST
@given(raw=st.binary(max_size=300))
@example(raw=b"")
@example(raw=b"\xff\xfe\x00")
@example(raw=b'"')
def test_any_bytes_at_all_are_read_without_failing(context: Context, raw: bytes) -> None:
    check_promises(context, raw)
    check_promises(context, ",".join(HEADINGS).encode() + b"\n" + raw)


def test_cells_of_ten_megabytes_keep_the_promises(context: Context) -> None:
    good = [GOOD.get(name, "") for name in HEADINGS]
    rows = [list(HEADINGS), good, [*good[:-1], "x" * 10_000_000], ["<b>" * 3_000_000, *good[1:]]]
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    check_promises(context, written.getvalue().encode())


def same(fast: Grid | None, slow: Grid | None) -> bool:
    """Whether two grids hold the same rows, cells and lines, and encode them the same way."""
    if fast is None or slow is None:
        return fast is slow
    return (
        (fast.headings, fast.header_line, fast.unclosed) == (slow.headings, slow.header_line, slow.unclosed)
        and all(
            np.array_equal(getattr(fast, of), getattr(slow, of)) for of in ("lines", "widths", "overflow")
        )
        and all(
            np.array_equal(a.codes, b.codes) and a.values.to_pylist() == b.values.to_pylist()
            for a, b in zip(fast.columns, slow.columns, strict=True)
        )
    )


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "1",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        '"',
        '""',
        '"x"',
        '"y,z"',
        '"p\nq"',
        " ",
        "é",
        "a,b,c\n",
        '"",""\n',
    ]
)


@settings(max_examples=600, deadline=None)
@given(body=st.lists(PIECES, max_size=30).map("".join), columns=st.integers(1, 3))
def test_the_fast_way_reads_what_the_slow_way_reads(body: str, columns: int) -> None:
    content = (",".join(f"h{n}" for n in range(columns)) + "\n" + body).encode()
    assert same(tokenise(content, frozenset()), slow_grid(content))


@MODEST
@given(raw=damaged_files())
def test_the_fast_way_reads_damaged_files_as_the_slow_way_does(raw: bytes) -> None:
    content = decode(raw).content
    fast = tokenise(content, frozenset(HEADINGS))
    assert same(fast, slow_grid(content, "," if fast is None else fast.delimiter))


@pytest.mark.parametrize("quoted", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_both_ways_agree_on_a_file_of_many_blocks(quoted: Literal[0, 1]) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=quoted)
    writer.writerow(["a", "b", "c"])
    writer.writerows(
        [n, f"text {n % 997}", "said, so" if n % 3 else 'and "so"\nit was'] for n in range(120_000)
    )
    content = written.getvalue().encode()
    assert fast_columns(content, content.index(b"\n") + 1, 3, ",") is not None
    assert same(tokenise(content, frozenset()), slow_grid(content))
