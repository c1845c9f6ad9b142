"""Blocks as records that a table can keep, and back."""

from datetime import date
from typing import Any

from answerable.reports.layouts.document import (
    Block,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Missing,
    Source,
    Table,
    Value,
)


def record_of(block: Block) -> dict[str, Any]:
    """Give a block as plain values; kinds make four sorts of them."""
    if isinstance(block, KeyFigures):
        figures = [[one.name, _put(one.value), one.n, one.period, one.link] for one in block.rows]
        return {"is": "figures", "rows": figures}
    if isinstance(block, Table):
        rows = [[_put(value) for value in row] for row in block.rows]
        return {
            "is": "table",
            "columns": list(block.columns),
            "rows": rows,
            "caption": block.caption,
            "note": block.note,
        }
    if isinstance(block, Missing):
        return {"is": "missing", "text": block.text}
    if isinstance(block, ListBlock):
        return {"is": "list", "items": list(block.items), "ordered": block.ordered}
    raise TypeError(f"no kind makes a {type(block).__name__}")


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
        return Table(tuple(record["columns"]), rows, record["caption"], record["note"])
    if record["is"] == "missing":
        return Missing(record["text"])
    return ListBlock(tuple(record["items"]), record["ordered"])


def _put(value: Value) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _take(value: Any) -> Value:
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value


def source_record(source: Source) -> list[str]:
    """Give a source as plain values."""
    return [source.title, source.link]
