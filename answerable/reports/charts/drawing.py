"""Draws a chart as SVG: lines with a band, bars, stacked bars, small multiples; labels stand at what they name."""

import itertools
from collections.abc import Iterator, Sequence

from answerable.reports.charts import ink
from answerable.reports.charts.bars import bars, stacked
from answerable.reports.charts.chart import SERIES_MAX, Chart, Series
from answerable.reports.charts.words import alternative_of, short
from answerable.reports.rules.signs import ems

WIDTH = 640.0
HEIGHT = 300.0
SMALL = 10.0
COLUMNS = 3
CELL = 130.0


def svg_of(chart: Chart, language: str) -> str:
    """Draw a chart; the same chart gives the same signs."""
    alternative = alternative_of(chart, language)
    if chart.shape == "multiples" or (chart.shape == "line" and len(chart.series) > SERIES_MAX):
        return ink.picture(WIDTH, _multiples_height(chart), _multiples(chart), alternative)
    if chart.shape == "line":
        return ink.picture(WIDTH, HEIGHT, _lines(chart), alternative)
    draw = bars if chart.shape == "bars" else stacked
    height, parts = draw(chart, WIDTH, language)
    return ink.picture(WIDTH, height, parts, alternative)


def _values(series: Sequence[Series]) -> list[float]:
    every = itertools.chain.from_iterable((*one.values, *one.low, *one.high) for one in series)
    return [value for value in every if value is not None]


def _lines(chart: Chart) -> list[str]:
    names = max((ems(series.name) for series in chart.series), default=0) * ink.SIZE
    room = min(max(names + 40, 60), WIDTH * 0.32)
    marks = 14.0 * min(len(chart.marks), 3)
    steps = ink.steps(_values(chart.series))
    frame = ink.Frame(44, 22 + marks, WIDTH - 44 - room, HEIGHT - 50 - marks, steps[0], steps[-1])
    parts = [*_axes(chart, frame, steps), *_marks(chart, frame)]
    for place, series in enumerate(chart.series):
        parts += _band(series, frame)
        parts += _line(chart, series, place, frame)
    return [*parts, *_ends(chart, frame, room)]


def _axes(chart: Chart, frame: ink.Frame, steps: Sequence[float]) -> Iterator[str]:
    for step in steps:
        y = frame.y(step)
        yield ink.rule(frame.left, y, frame.left + frame.width, y, thin=step != 0)
        yield ink.text(frame.left - 6, y + 4, short(step), anchor="end", size=11)
    if chart.unit:
        yield ink.text(frame.left - 6, 14, chart.unit, anchor="start", size=11)
    places = len(chart.labels)
    widest = max((ems(label) for label in chart.labels), default=1) * 11 + 10
    every = max(1, -(-places * int(widest) // max(int(frame.width), 1)))
    for place in range(0, places, every):
        x = frame.x(place, places)
        yield ink.rule(x, frame.top + frame.height, x, frame.top + frame.height + 4, thin=False)
        yield ink.text(x, frame.top + frame.height + 18, chart.labels[place], anchor="middle", size=11)


def _marks(chart: Chart, frame: ink.Frame) -> Iterator[str]:
    for row, mark in enumerate(chart.marks):
        if mark.label not in chart.labels:
            continue
        x = frame.x(chart.labels.index(mark.label), len(chart.labels))
        y = frame.top - 6 - 14 * (row % 3)
        yield ink.rule(x, y, x, frame.top + frame.height, thin=False, dash="1 3")
        ending = x > frame.left + frame.width * 0.6
        yield ink.text(x - 3 if ending else x + 3, y, mark.text, anchor="end" if ending else "start", size=11)


def _band(series: Series, frame: ink.Frame) -> Iterator[str]:
    places = len(series.values)
    both = [
        (frame.x(place, places), low, high)
        for place, (low, high) in enumerate(zip(series.low, series.high, strict=True))
        if low is not None and high is not None
    ]
    if both:
        upper = [(x, frame.y(high)) for x, _, high in both]
        lower = [(x, frame.y(low)) for x, low, _ in reversed(both)]
        yield ink.area([*upper, *lower])


def _line(chart: Chart, series: Series, place: int, frame: ink.Frame) -> Iterator[str]:
    """Draw a series: a gap where there is no value, broken where it is expected and not counted."""
    known = (
        chart.labels.index(chart.expected_from) if chart.expected_from in chart.labels else len(chart.labels)
    )
    points = _points(series, frame)
    for run in _runs(points[: known + 1]):
        yield ink.path(run, place)
    for run in _runs(points[known:]):
        yield ink.path(run, place, dash="2 4")
    shown = [point for point in points if point is not None]
    if len(shown) <= 24:
        yield from (ink.dot(x, y, place) for x, y in shown)


def _points(series: Series, frame: ink.Frame) -> list[tuple[float, float] | None]:
    places = len(series.values)
    return [
        None if value is None else (frame.x(place, places), frame.y(value))
        for place, value in enumerate(series.values)
    ]


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    for known, group in itertools.groupby(points, key=lambda point: point is not None):
        if known:
            yield [point for point in group if point is not None]


def _ends(chart: Chart, frame: ink.Frame, room: float) -> Iterator[str]:
    """Name each line at its end; names that would lie on each other are moved apart."""
    ends = []
    for place, series in enumerate(chart.series):
        known = [point for point in _points(series, frame) if point is not None]
        values = [value for value in series.values if value is not None]
        if known:
            ends.append((known[-1][1], known[-1], place, f"{series.name} {short(values[-1])}"))
    lowest = -1e9
    for y, (x, at), place, words in sorted(ends, key=lambda end: end[0]):
        placed = max(y + 4, lowest + 15)
        lowest = placed
        right = frame.left + frame.width
        if x < right - 1 or abs(placed - 4 - at) > 6:
            yield ink.rule(x + 4, at, right + 4, placed - 4, dash="1 2")
        yield ink.text(right + 8, placed, ink.fitted(words, room - 12), bold=place == 0)


def _multiples_height(chart: Chart) -> float:
    return CELL * -(-max(len(chart.series), 1) // COLUMNS) + 20


def _multiples(chart: Chart) -> Iterator[str]:
    """Draw one small chart a series, all on one scale, so that they may be compared."""
    steps = ink.steps(_values(chart.series), most=3)
    wide = WIDTH / COLUMNS
    for place, series in enumerate(chart.series):
        left, top = (place % COLUMNS) * wide, (place // COLUMNS) * CELL
        frame = ink.Frame(left + 34, top + 26, wide - 60, CELL - 56, steps[0], steps[-1])
        yield ink.text(frame.left, top + 16, ink.fitted(series.name, wide - 40), bold=True)
        yield from _small_axes(chart, frame, steps)
        yield from _band(series, frame)
        yield from _line(chart, series, 0, frame)


def _small_axes(chart: Chart, frame: ink.Frame, steps: Sequence[float]) -> Iterator[str]:
    for step in (steps[0], steps[-1]):
        y = frame.y(step)
        yield ink.rule(frame.left, y, frame.left + frame.width, y, thin=step != 0)
        yield ink.text(frame.left - 4, y + 4, short(step), anchor="end", size=SMALL)
    if chart.labels:
        bottom = frame.top + frame.height + 14
        yield ink.text(frame.left, bottom, chart.labels[0], size=SMALL)
        yield ink.text(frame.left + frame.width, bottom, chart.labels[-1], anchor="end", size=SMALL)
