"""A drawing as PNG, sharp enough for print and small enough for mail."""

import struct

from answerable.reports.charts.drawing import svg_of
from answerable.reports.layouts.pictures import DOTS, png_of
from answerable.reports.rules.fonts import Fonts
from tests.answerable.reports.layouts.makers import make_chart

MADE = png_of(svg_of(make_chart(), "zh-hans"), Fonts())


def test_a_chart_gives_a_png_of_about_200_dots_an_inch_on_a_line_of_156_mm():
    assert MADE.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", MADE[16:24])
    assert width == round(640 / 72 * DOTS)
    assert 190 < width / (156 / 25.4) < 210
    assert 0.4 < height / width < 0.6


def test_it_stays_small_enough_to_be_mailed():
    assert len(MADE) < 120_000


def test_the_same_drawing_gives_the_same_dots():
    assert png_of(svg_of(make_chart(), "zh-hans"), Fonts()) == MADE
