"""Cells of files: read as people do, kept as what they are."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from readiness.packs.cells import cell_text, is_figures, typed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (float("nan"), ""), (pd.NaT, ""), (pd.NA, ""), (True, "yes"), (np.bool_(False), "no"),
        (date(2026, 3, 1), "1 March 2026"), (pd.Timestamp("2026-03-01"), "1 March 2026"), (1234.0, "1,234"),
        (np.int64(3), "3"), (0.25, "0.2"), (float("inf"), "inf"), (" <b>as\nwritten</b> ", "<b>as written</b>"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_people_do(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("value", "kept", "form"),
    [
        ("81.7%", 0.817, "#,##0.0%"), ("1,283", 1283, "#,##0"), ("2026", 2026, "0"),
        ("+4.2", 4.2, "+#,##0.0;−#,##0.0;#,##0.0"),
        ("−0.8", -0.8, "+#,##0.0;−#,##0.0;#,##0.0"), ("135 days", 135, '#,##0" days"'),
        ("384.5 per 10,000", 384.5, '#,##0.0" per 10,000"'),
        ("6 November 2026", date(2026, 11, 6), "d mmmm yyyy"), ("31 February 2026", "31 February 2026", ""),
        (date(2026, 3, 1), date(2026, 3, 1), "d mmmm yyyy"), (datetime(2026, 3, 1, 9), date(2026, 3, 1), "d mmmm yyyy"),
        (3.0, 3, "#,##0"), (np.float64(2.5), 2.5, "#,##0.0##"), (True, "yes", ""), (None, None, ""),
        ("=1+1", "=1+1", ""), ("007", "007", ""), ("<5", "<5", ""), ("2014/15", "2014/15", ""), ("", "", ""),
        ("1" * 30, "1" * 30, ""), ("@SUM(A1)", "@SUM(A1)", ""), ("http://x.y", "http://x.y", ""),
    ],
)  # fmt: skip
def test_a_cell_is_kept_as_what_it_is(value: object, kept: object, form: str) -> None:
    found, written = typed(value)
    assert (found, written) == (pytest.approx(kept) if isinstance(kept, float) else kept, form)


def test_a_column_of_figures_is_known_by_all_of_its_cells() -> None:
    assert is_figures(["1,283", "<5", "", "−0.8", "12 days", "hidden: small numbers", "87.6%"])
    assert not is_figures(["1,283", "about 3"])
    assert not is_figures(["", "none"])
