"""What a chart says in words, and the table behind it."""

from collections.abc import Iterator

from answerable.reports.charts.chart import Chart, Series

Cell = str | float | None
_SHAPES = {
    "line": ("Line chart", "折线图"),
    "bars": ("Bar chart", "条形图"),
    "stacked": ("Stacked bar chart", "堆积条形图"),
    "multiples": ("Small multiples", "分格小图"),
}


def alternative_of(chart: Chart, language: str) -> str:
    """Tell the chart to a reader who cannot see it: its shape, and each series' first, last and highest."""
    if chart.alternative:
        return chart.alternative
    zh = language.startswith("zh")
    name = _SHAPES[chart.shape][zh]
    parts = [f"{name}：{chart.title}。" if zh else f"{name}: {chart.title}."]
    parts += [_told(series, chart, zh) for series in chart.series]
    parts += [
        f"{mark.label}：{mark.text}。" if zh else f" {mark.label}: {mark.text}." for mark in chart.marks
    ]
    return "".join(parts)


def _told(series: Series, chart: Chart, zh: bool) -> str:
    known = [
        (label, value) for label, value in zip(chart.labels, series.values, strict=True) if value is not None
    ]
    if not known:
        return f"{series.name}：无数据。" if zh else f" {series.name}: no figures."
    (first, begin), (last, end) = known[0], known[-1]
    peak, most = max(known, key=lambda one: one[1])
    unit = f"{chart.unit}" if zh else f" {chart.unit}".rstrip()
    if zh:
        ends = f"{first}为{short(begin)}{unit}，{last}为{short(end)}{unit}"
        return f"{series.name}：{ends}，最高{peak}为{short(most)}{unit}。"
    return (
        f" {series.name}: {short(begin)}{unit} at {first}, {short(end)}{unit} at {last}, "
        f"highest {short(most)}{unit} at {peak}."
    )


def short(value: float) -> str:
    """Write a number for a label: thousands apart, one place at most where it is small."""
    shown = f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:,.1f}"
    return "0" if shown in ("-0", "-0.0") else shown.replace("-", "−")


def table_of(chart: Chart, language: str) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Give the table behind a chart: its heads and its rows, the bands beside their series."""
    zh = language.startswith("zh")
    heads = [chart.label_name or ("项目" if zh else "Label")]
    columns: list[tuple[float | None, ...]] = []
    for head, values in _columns(chart, zh):
        heads.append(head)
        columns.append(values)
    rows = tuple((label, *(column[place] for column in columns)) for place, label in enumerate(chart.labels))
    return tuple(heads), rows


def _columns(chart: Chart, zh: bool) -> Iterator[tuple[str, tuple[float | None, ...]]]:
    for series in chart.series:
        yield series.name, series.values
        if series.low and series.high:
            yield f"{series.name}（下限）" if zh else f"{series.name} (lower)", series.low
            yield f"{series.name}（上限）" if zh else f"{series.name} (upper)", series.high
