"""Charts: what they draw, how series differ in black and white, what they say in words, the table behind them."""

import itertools
import re

import pytest
from lxml import etree

from answerable.reports.charts import ink
from answerable.reports.charts.bars import ROWS_MAX
from answerable.reports.charts.chart import Chart, Mark, Series
from answerable.reports.charts.drawing import svg_of
from answerable.reports.charts.words import alternative_of, short, table_of
from tests.answerable.reports.layouts.makers import WEEKS, make_chart

NS = "{http://www.w3.org/2000/svg}"


def drawn(chart, language="zh-hans"):
    return etree.fromstring(svg_of(chart, language).encode())


def texts(root):
    return [one.text for one in root.iter(f"{NS}text")]


def make_bars(shape="bars", **changes):
    given = {
        "shape": shape,
        "title": "办结",
        "labels": ("水务局", "城管局"),
        "series": (Series("办结", (3, 5)), Series("在办", (1, 0)), Series("逾期", (0, 2))),
        "unit": "件",
    }
    return Chart(**{**given, **changes})


def test_a_series_that_does_not_stand_under_its_labels_is_refused():
    with pytest.raises(ValueError, match="2 values under 3 labels"):
        Chart("line", "x", ("a", "b", "c"), (Series("s", (1, 2)),))


@pytest.mark.parametrize("shape", ["line", "bars", "stacked", "multiples"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_shape_is_a_well_formed_drawing_that_says_what_it_is(shape, language):
    root = drawn(make_bars(shape), language)
    assert root.get("role") == "img"
    assert "水务局" in root.get("aria-label")
    assert not any(
        name in ("style", "class") or name.startswith("on") for one in root.iter() for name in one.attrib
    )


def test_lines_differ_by_dash_and_by_mark_and_not_by_colour_alone():
    series = tuple(Series(name, (1, 2, 3)) for name in "甲乙丙丁戊")
    root = drawn(Chart("line", "x", ("a", "b", "c"), series))
    dashes = [one.get("stroke-dasharray") for one in root.iter(f"{NS}polyline")]
    assert len(dashes) == len(set(dashes)) == 5


def test_pieces_of_a_bar_differ_by_pattern():
    root = drawn(make_bars("stacked"))
    fills = [one.get("fill") for one in root.iter(f"{NS}rect")]
    hatches = [one for one in root.iter(f"{NS}line") if one.get("stroke-width") == "0.9"]
    assert {"#fff", ink.INKS[0]} <= set(fills)
    assert hatches


def test_strokes_of_a_pattern_stay_inside_their_bar():
    for width in (2, 9, 40, 300):
        made = etree.fromstring(
            f'<svg xmlns="http://www.w3.org/2000/svg">{ink.box(10, 20, width, 14, place=2)}</svg>'
        )
        for stroke in made.iter(f"{NS}line"):
            assert all(9.9 <= float(stroke.get(name)) <= 10.1 + width for name in ("x1", "x2"))
            assert all(19.9 <= float(stroke.get(name)) <= 34.1 for name in ("y1", "y2"))


def test_a_line_is_named_at_its_end_with_its_last_value():
    assert {"供水 26", "道路积水 11"} <= set(texts(drawn(make_chart())))


def test_names_at_the_ends_do_not_lie_on_each_other():
    series = tuple(Series(f"单位{place}", (1, 10 + place / 10)) for place in range(5))
    root = drawn(Chart("line", "x", ("a", "b"), series))
    ys = sorted(float(one.get("y")) for one in root.iter(f"{NS}text") if one.text.startswith("单位"))
    assert all(after - before >= 14.9 for before, after in itertools.pairwise(ys))


def test_what_is_expected_is_drawn_broken_on_its_band():
    root = drawn(make_chart())
    assert len(list(root.iter(f"{NS}polygon"))) == 1
    assert "2 4" in [one.get("stroke-dasharray") for one in root.iter(f"{NS}polyline")]


def test_a_value_that_is_not_known_leaves_a_gap():
    root = drawn(Chart("line", "x", tuple("abcde"), (Series("s", (1, 2, None, 4, 5)),)))
    assert len(list(root.iter(f"{NS}polyline"))) == 2


def test_marks_name_what_happened():
    chart = make_chart(marks=(Mark("10-26", "信号"), Mark("nowhere", "没有")))
    assert "信号" in texts(drawn(chart))
    assert "没有" not in texts(drawn(chart))


def test_more_than_five_lines_become_small_charts_on_one_scale():
    series = tuple(Series(f"单位{place}", (place, place * 2)) for place in range(7))
    root = drawn(Chart("line", "x", ("a", "b"), series))
    assert sum(one == "15" for one in texts(root)) == 7 or sum(one == "20" for one in texts(root)) == 7


def test_bars_beyond_a_page_are_left_to_the_table_and_the_drawing_says_so():
    labels = tuple(f"单位{place}" for place in range(ROWS_MAX + 170))
    root = drawn(Chart("bars", "x", labels, (Series("s", tuple(range(len(labels)))),)))
    assert "另有170项，见表" in texts(root)
    assert float(root.get("height")) < 900


@pytest.mark.parametrize(
    "values",
    [(), (None, None), (0, 0), (-3, -9), (1e12, 1e-9), (float("inf"), 1), (float("nan"), float("-inf"))],
)
@pytest.mark.parametrize("shape", ["line", "bars", "stacked", "multiples"])
def test_odd_values_still_give_a_drawing(shape, values):
    labels = tuple(str(place) for place in range(len(values)))
    root = drawn(Chart(shape, "x", labels, (Series("s", values),)))
    assert not re.search(r"nan|inf", etree.tostring(root).decode().replace("information", ""))


def test_a_value_that_is_no_finite_number_is_not_known_in_drawing_words_and_table():
    chart = Chart("line", "x", tuple("abc"), (Series("s", (1, float("inf"), float("nan"))),))
    assert chart.series[0].values == (1, None, None)
    assert [row[1] for row in table_of(chart, "en")[1]] == [1, None, None]
    assert alternative_of(chart, "en").endswith("s: 1 at a, 1 at a, highest 1 at a.")


def test_a_chart_without_a_series_is_an_empty_drawing_and_no_fault():
    for shape in ("line", "bars", "stacked", "multiples"):
        assert drawn(Chart(shape, "x", (), ())).tag == f"{NS}svg"


def test_steps_are_round_and_hold_every_value():
    assert ink.steps([3, 61]) == (0, 20, 40, 60, 80)
    assert ink.steps([]) == (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    assert ink.steps([-7, 4])[0] <= -7
    assert ink.steps([-7, 4])[-1] >= 4


def test_long_names_are_shortened_in_the_drawing_and_whole_in_the_table():
    name = "青川区水务局供水管网维护与应急抢修中心值班室"
    chart = Chart("bars", "x", (name,), (Series("s", (1,)),))
    assert any(text.endswith("…") and name.startswith(text[:-1]) for text in texts(drawn(chart)) if text)
    assert table_of(chart, "zh-hans")[1][0][0] == name


def test_signs_of_markup_in_a_name_are_words():
    chart = Chart("bars", "x", ("<b>&\"'",), (Series("</svg><script>", (1,)), Series("b", (2,))))
    assert "</svg><script>" in texts(drawn(chart))


def test_the_words_tell_first_last_and_highest_in_both_languages():
    assert "供水：10-05为12件，11-26为26件，最高10-26为61件。" in alternative_of(make_chart(), "zh-hans")
    english = alternative_of(make_chart(title="Stories", unit="stories"), "en")
    assert english.startswith("Line chart: Stories.")
    assert "highest 61 stories at 10-26" in english
    assert alternative_of(make_chart(alternative="只说这句"), "en") == "只说这句"


def test_a_series_without_a_figure_says_so():
    chart = Chart("line", "x", ("a",), (Series("s", (None,)),))
    assert alternative_of(chart, "zh-hans").endswith("s：无数据。")
    assert alternative_of(chart, "en").endswith("s: no figures.")


def test_the_table_behind_a_chart_has_its_bands():
    heads, rows = table_of(make_chart(), "zh-hans")
    assert heads == ("周", "供水", "供水（下限）", "供水（上限）", "道路积水")
    assert rows[-1] == (WEEKS[-1], 26, 17, 38, 11)
    assert rows[0] == (WEEKS[0], 12, None, None, 8)


def test_numbers_on_a_drawing_are_short():
    assert [short(value) for value in (0, 3, 3.14159, 1234567, -2.5, -0.01)] == [
        "0",
        "3",
        "3.1",
        "1,234,567",
        "−2.5",
        "0",
    ]
