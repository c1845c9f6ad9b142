"""Blocks as records that a table can keep, and back."""

from datetime import date
from typing import Any

from answerable.reports.charts.chart import Chart, Series
from answerable.reports.layouts.document import (
    Block,
    Figure,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Missing,
    Source,
    Table,
    Value,
)


def record_of(block: Block) -> dict[str, Any]:
    """Give a block as plain values; kinds make five sorts of them."""
    if isinstance(block, KeyFigures):
        figures = [[one.name, _put(one.value), one.n, one.period, one.link] for one in block.rows]
        return {"is": "figures", "rows": figures}
    if isinstance(block, Table):
        return {
            "is": "table",
            "columns": list(block.columns),
            "rows": [[_put(value) for value in row] for row in block.rows],
            "caption": block.caption,
            "note": block.note,
            "widths": list(block.widths),
        }
    if isinstance(block, Figure):
        return _chart_record(block)
    if isinstance(block, Missing):
        return {"is": "missing", "text": block.text}
    if isinstance(block, ListBlock):
        return {"is": "list", "items": list(block.items), "ordered": block.ordered}
    raise TypeError(f"no kind makes a {type(block).__name__}")


def _chart_record(block: Figure) -> dict[str, Any]:
    """Keep a chart as the rows that it is drawn from, so that whoever signs signs the values."""
    chart = block.chart
    return {
        "is": "chart",
        "shape": chart.shape,
        "caption": block.caption,
        "note": block.note,
        "unit": chart.unit,
        "label_name": chart.label_name,
        "names": [series.name for series in chart.series],
        "rows": [
            [label, *(series.values[place] for series in chart.series)]
            for place, label in enumerate(chart.labels)
        ],
    }


def block_of(record: dict[str, Any]) -> Block:
    """Give a block from its record."""
    if record["is"] == "figures":
        return KeyFigures(
            tuple(
                KeyFigure(name, _take(value), n, period, link)
                for name, value, n, period, link in record["rows"]
            )
        )
    if record["is"] == "table":
        rows = tuple(tuple(_take(value) for value in row) for row in record["rows"])
        widths = tuple(record.get("widths", ()))
        return Table(tuple(record["columns"]), rows, record["caption"], record["note"], widths)
    if record["is"] == "chart":
        return _chart_of(record)
    if record["is"] == "missing":
        return Missing(record["text"])
    return ListBlock(tuple(record["items"]), record["ordered"])


def _chart_of(record: dict[str, Any]) -> Figure:
    rows = record["rows"]
    chart = Chart(
        record["shape"],
        record["caption"],
        tuple(row[0] for row in rows),
        tuple(
            Series(name, tuple(row[place + 1] for row in rows)) for place, name in enumerate(record["names"])
        ),
        record["unit"],
        label_name=record["label_name"],
    )
    return Figure(chart, record["caption"], record["note"])


def _put(value: Value) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _take(value: Any) -> Value:
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value


def source_record(source: Source) -> list[str]:
    """Give a source as plain values."""
    return [source.title, source.link]
