"""The tables of a paper as XLSX and CSV. What somebody wrote stays a text, whatever sign it begins with.

A spreadsheet takes "=1+1" in a cell of text for a formula. In XLSX the kind of each cell is said, and the sign that
keeps a text a text is set; CSV cannot say a kind, so a text that begins so gets an apostrophe before it, which
`read_back` takes away again.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from answerable.reports.charts.words import table_of
from answerable.reports.layouts.document import Document, Value
from answerable.reports.layouts.pieces import CellPiece, FigurePiece, TablePiece, pieces_of
from answerable.reports.rules.signs import line

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What Excel, LibreOffice or WPS may begin a formula or a command with, half and full width, after blanks too.
FORMULA = re.compile(r"^[\s'\u200b\ufeff]*[=+\-@|%＝＋－＠｜\t\r\n]")
#: Excel's own limits: signs in the name of a sheet, signs in a cell.
SHEET_NAME = 31
CELL_MAX = 32_767
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_STAMP = (2026, 1, 1, 0, 0, 0)


def is_formula_like(text: str) -> bool:
    """Say whether a program may read a text as a formula."""
    return bool(text) and FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a program would calculate; one that has it already gets another."""
    return f"'{text}" if is_formula_like(text) else text


def read_back(text: str) -> str:
    """Take away what `guarded` put there."""
    return text[1:] if text.startswith("'") and is_formula_like(text[1:]) else text


def text_cell(sheet: Any, text: str) -> Any:
    """Make a cell of a write-only sheet that holds a text and nothing but a text."""
    cell = WriteOnlyCell(sheet, value=line(text)[:CELL_MAX])
    cell.data_type = "s"
    cell.quotePrefix = is_formula_like(text)
    return cell


def xlsx_of(document: Document) -> bytes:
    """Give every table of a document, and the one behind every chart, as a sheet of its own."""
    book = Workbook(write_only=True)
    names: set[str] = set()
    for table in _tables(document):
        sheet = book.create_sheet(_sheet_name(table.caption or document.title, names))
        sheet.freeze_panes = "A2"
        heads = [text_cell(sheet, head) for head in table.columns]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        for row in table.rows:
            sheet.append([_cell(sheet, cell) for cell in row])
    if not names:
        sheet = book.create_sheet(_sheet_name(document.title, names))
        sheet.append([text_cell(sheet, document.title)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(document: Document) -> tuple[bytes, bool]:
    """Give the only table as CSV; several as an archive with one file each. The second value says which."""
    tables = list(_tables(document))
    if len(tables) == 1:
        return _csv(tables[0]), False
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, table in enumerate(tables, 1):
            name = f"{place:02d}-{_sheet_name(table.caption or document.title, names)}.csv"
            archive.writestr(zipfile.ZipInfo(name, _STAMP), _csv(table), zipfile.ZIP_DEFLATED)
    return out.getvalue(), True


def _tables(document: Document) -> Iterator[TablePiece]:
    for piece in pieces_of(document):
        if isinstance(piece, TablePiece):
            yield piece
        elif isinstance(piece, FigurePiece):
            heads, rows = table_of(piece.chart, document.language)
            cells = tuple(
                tuple(CellPiece("" if value is None else str(value), value) for value in row) for row in rows
            )
            yield TablePiece(heads, cells, piece.caption)


def _cell(sheet: Any, cell: CellPiece) -> Any:
    if isinstance(cell.value, str):
        return text_cell(sheet, cell.value)
    value: Any = cell.value
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
    return WriteOnlyCell(sheet, value=value)


def _csv(table: TablePiece) -> bytes:
    """Write with a mark of byte order, by which Excel knows UTF-8; every text in quotes, numbers bare."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in table.columns])
    for row in table.rows:
        writer.writerow([_plain(cell.value) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(line(value))
    return value.isoformat() if isinstance(value, date) else value


def _sheet_name(words: str, taken: set[str]) -> str:
    name = _SHEET_SIGNS.sub(" ", line(words)).strip()[:SHEET_NAME] or "1"
    place = 1
    while name.casefold() in taken:
        place += 1
        name = f"{name[: SHEET_NAME - 4]} {place}"
    taken.add(name.casefold())
    return name
