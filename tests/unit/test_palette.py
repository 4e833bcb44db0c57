"""The colours keep what palette.py says of them."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from readiness.charts import palette
from readiness.charts.template import TEMPLATE, new_figure

# Severity 1.0 of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
# color vision deficiency", IEEE TVCG 15(6), 2009. They act on linear RGB.
SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
NAMED = {
    **palette.GRADE_COLOURS,
    "accent": palette.ACCENT,
    "concern": palette.CONCERN,
    "ordinary": palette.ORDINARY,
}


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    ratio = (TO_XYZ @ light) / WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one: str, other: str) -> float:
    dim, bright = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("sight", SIGHT)
def test_grades_are_told_apart_whatever_the_sight(sight: str) -> None:
    seen = [lab(np.clip(SIGHT[sight] @ linear(c), 0, 1)) for c in palette.GRADE_COLOURS.values()]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 20


def test_grades_are_told_apart_in_mono_print_by_lightness() -> None:
    lightness = sorted(float(lab(linear(c))[0]) for c in palette.GRADE_COLOURS.values())
    assert min(b - a for a, b in pairwise(lightness)) > 3


@pytest.mark.parametrize("colour", [*NAMED.values(), *palette.SERIES])
@pytest.mark.parametrize("ground", [palette.LIGHT_GROUND, palette.DARK_GROUND])
def test_marks_stand_out_from_both_grounds(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


def test_every_grade_has_a_colour_a_mark_and_a_symbol_of_its_own() -> None:
    for by_grade in (palette.GRADE_COLOURS, palette.GRADE_MARKS, palette.GRADE_SYMBOLS):
        assert tuple(by_grade) == palette.GRADES
        assert len(set(by_grade.values())) == len(palette.GRADES)


def test_no_grade_is_grey_with_an_empty_circle() -> None:
    assert palette.grade_colour(None) == palette.grade_colour("adequate") == palette.ORDINARY
    assert palette.grade_mark(None) == palette.NO_GRADE_MARK
    assert palette.grade_symbol(None) == "circle-open"


def test_the_theme_repeats_the_palette_and_the_grounds() -> None:
    theme = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    assert tuple(theme["chartCategoricalColors"]) == palette.SERIES
    assert theme["light"]["backgroundColor"] == palette.LIGHT_GROUND
    assert theme["dark"]["backgroundColor"] == palette.DARK_GROUND


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_links_of_the_theme_reach_the_contrast_that_reading_needs(mode: str) -> None:
    theme = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][mode]
    for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert min(contrast(theme[ink], ground) for ink in ("textColor", "linkColor", "primaryColor")) >= 4.5


def test_a_figure_names_our_template_and_leaves_the_ground_to_the_page() -> None:
    figure = new_figure().to_dict()["layout"]
    assert TEMPLATE == "readiness"
    assert figure["template"]["layout"]["paper_bgcolor"] == "rgba(0, 0, 0, 0)"
    assert "color" not in figure["template"]["layout"]["font"]


def test_faint_keeps_the_colour_and_adds_opacity() -> None:
    assert palette.faint("#ff8000", 0.25) == "rgba(255, 128, 0, 0.25)"
