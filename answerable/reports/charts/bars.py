"""Draws bars that lie, so that long names of units stand level beside them; what they are worth stands at their end."""

from collections.abc import Iterator

from answerable.reports.charts import ink
from answerable.reports.charts.chart import SERIES_MAX, Chart
from answerable.reports.charts.words import short
from answerable.reports.rules.signs import ems

#: More rows than this fill a page of a paper; the rest is in the table, and the drawing says so.
ROWS_MAX = 30
ROW = 16.0
GAP = 8.0


def bars(chart: Chart, width: float, language: str) -> tuple[float, list[str]]:
    """Draw one bar a label and series; with a floor of nought, so that lengths may be compared."""
    series = chart.series[:SERIES_MAX]
    top = 24.0 if len(series) > 1 else 8.0
    parts = list(_legend(chart, width)) if len(series) > 1 else []
    frame, rows = _frame(chart, width, [value or 0.0 for one in series for value in one.values])
    tall = ROW * len(series) + GAP
    for row in range(rows):
        y = top + row * tall
        parts.append(ink.text(frame.left - 6, y + tall / 2 + 1, _name(chart, row, frame), anchor="end"))
        for place, one in enumerate(series):
            parts += _bar(frame, one.values[row], y + place * ROW, place)
    bottom = top + rows * tall
    parts.append(ink.rule(_x(frame, 0), top - 2, _x(frame, 0), bottom, thin=False))
    return _closed(chart, rows, bottom, parts, language)


def stacked(chart: Chart, width: float, language: str) -> tuple[float, list[str]]:
    """Draw one bar a label whose pieces are the series; the sum stands at its end."""
    series = chart.series[:SERIES_MAX]
    sums = [sum(max(one.values[row] or 0.0, 0.0) for one in series) for row in range(len(chart.labels))]
    frame, rows = _frame(chart, width, sums)
    top, tall = 24.0, ROW + GAP
    parts = list(_legend(chart, width))
    for row in range(rows):
        y, begin = top + row * tall, 0.0
        parts.append(ink.text(frame.left - 6, y + 13, _name(chart, row, frame), anchor="end"))
        for place, one in enumerate(series):
            value = max(one.values[row] or 0.0, 0.0)
            if value:
                left, right = _x(frame, begin), _x(frame, begin + value)
                parts.append(ink.box(left, y + 1, right - left, ROW - 2, place=place))
            begin += value
        parts.append(ink.text(_x(frame, begin) + 5, y + 13, short(begin), size=11))
    bottom = top + rows * tall
    parts.append(ink.rule(_x(frame, 0), top - 2, _x(frame, 0), bottom, thin=False))
    return _closed(chart, rows, bottom, parts, language)


def _frame(chart: Chart, width: float, values: list[float]) -> tuple[ink.Frame, int]:
    steps = ink.steps(values)
    names = max((ems(label) for label in chart.labels), default=0) * ink.SIZE + 14
    left = min(max(names, 40.0), width * 0.4)
    return ink.Frame(left, 0, width - left - 60, 0, min(steps[0], 0), steps[-1]), min(
        len(chart.labels), ROWS_MAX
    )


def _x(frame: ink.Frame, value: float) -> float:
    return frame.left + frame.width * (value - frame.floor) / (frame.ceiling - frame.floor)


def _name(chart: Chart, row: int, frame: ink.Frame) -> str:
    return ink.fitted(chart.labels[row], frame.left - 8)


def _bar(frame: ink.Frame, value: float | None, y: float, place: int) -> Iterator[str]:
    if value is None:
        yield ink.text(_x(frame, 0) + 5, y + 12, "—", size=11)
        return
    begin, end = sorted((_x(frame, 0), _x(frame, value)))
    yield ink.box(begin, y + 1, end - begin, ROW - 2, place=place)
    yield ink.text(end + 5, y + 12, short(value), size=11)


def _legend(chart: Chart, width: float) -> Iterator[str]:
    """Name the patterns in one line above, in the order in which they are drawn."""
    x = 8.0
    for place, series in enumerate(chart.series[:SERIES_MAX]):
        words = ink.fitted(series.name, width / SERIES_MAX - 30)
        yield ink.box(x, 4, 14, 11, place=place)
        yield ink.text(x + 19, 14, words)
        x += 19 + ems(words) * ink.SIZE + 18


def _closed(
    chart: Chart, rows: int, bottom: float, parts: list[str], language: str
) -> tuple[float, list[str]]:
    more = len(chart.labels) - rows
    if more > 0:
        words = f"另有{more}项，见表" if language.startswith("zh") else f"{more} more in the table"
        parts.append(ink.text(8, bottom + 14, words, size=11))
        bottom += 18
    if chart.unit:
        words = f"单位：{chart.unit}" if language.startswith("zh") else f"Unit: {chart.unit}"
        parts.append(ink.text(8, bottom + 14, words, size=11))
        bottom += 18
    return bottom + 6, parts
