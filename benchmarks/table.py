"""One benchmark's rows as an aligned table."""

import unicodedata
from typing import Any

from benchmarks.harness import Result

COLUMNS = ("what", "value", "unit", "peer", "bar")


def width(text: str) -> int:
    """Columns on a terminal: wide signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def shown(value: Any) -> str:
    """A figure with four digits that matter, a text as it is."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4g}"


def table_of(result: Result) -> str:
    """The table with its heading and CPU time; instead of rows, what was missing or broke."""
    heading = f"\n{result.name}  ({result.cpu_seconds:.1f} CPU s)"
    if result.missing:
        return f"{heading}\n  not measured: {result.missing}"
    if result.broken:
        return f"{heading}\n  broke:\n{result.broken}"
    columns = [name for name in COLUMNS if any(row.get(name) not in (None, "") for row in result.rows)]
    lines = [columns, *([shown(row.get(name)) for name in columns] for row in result.rows)]
    widths = [max(width(line[place]) for line in lines) for place in range(len(columns))]
    number = [name == "value" for name in columns]
    return "\n".join([heading, *(_aligned(line, widths, number) for line in lines)])


def _aligned(cells: list[str], widths: list[int], number: list[bool]) -> str:
    """One line, figures to the right."""
    padded = []
    for cell, columns, right in zip(cells, widths, number, strict=True):
        gap = " " * (columns - width(cell))
        padded.append(gap + cell if right else cell + gap)
    return ("  " + "  ".join(padded)).rstrip()
