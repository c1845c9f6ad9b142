"""Rosters as spreadsheets: an empty one with examples, and one of what is there. Every cell stays a text."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from answerable.office.people.rules.roster_cells import COLUMNS, HOLDING_WORDS, KIND_WORDS, Line

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What a spreadsheet would take for a formula, or an importer of CSV for a command.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
EXAMPLES = {
    False: (
        "W|Water Bureau||||W-1|Director|head|Boris Wang|001||main|2026-01-01|",
        "W-01|Supply Division|W|Supply||W-01-1|Contact|contact|Chen Yu|002||main||",
    ),
    True: (
        "S|水务局||||S-1|局长|负责人|王博|001||主岗|2026-01-01|",
        "S-01|供水科|S|供水||S-01-1|供水科联络员|联络员|陈宇|002||主岗||",
    ),
}


def _word(words: Sequence[str], chinese: bool) -> str:
    """Choose the first word in the reader's language."""
    return next((word for word in words if word.isascii() is not chinese), words[0])


def heads(chinese: bool) -> list[str]:
    """Give the heads of the columns in one language."""
    return [_word(column.words, chinese) for column in COLUMNS.values()]


def template_book(chinese: bool) -> bytes:
    """Write a template: heads and two example rows."""
    return _book([heads(chinese), *(row.split("|") for row in EXAMPLES[chinese])])


def roster_book(lines: Iterable[Line], chinese: bool) -> bytes:
    """Write lines as a table that can be handed in again."""
    return _book([heads(chinese), *([_text(line, key, chinese) for key in COLUMNS] for line in lines)])


def _text(line: Line, key: str, chinese: bool) -> str:
    value: Any = getattr(line, key)
    if value is None:
        return ""
    if key == "kind":
        return _word(KIND_WORDS[value], chinese)
    if key == "holding":
        return _word(HOLDING_WORDS[value], chinese)
    return value.isoformat() if isinstance(value, date) else str(value)


def _book(rows: Iterable[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = cast(WriteOnlyWorksheet, book.create_sheet("roster"))
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(DANGEROUS)
    return cell
