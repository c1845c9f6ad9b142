"""Opens XLSX and CSV as rows of texts. Runs in the limited child only: the bytes come from anywhere."""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from answerable.office.people.rules.roster_cells import LOST_DIGITS
from answerable.office.people.rules.roster_reasons import MOST_ROWS, BadRoster

Row = Sequence[str]
#: A compressed file of 5 MB could unpack to 5 GB.
MOST_UNPACKED = 64 * 1024 * 1024
#: A 4.6 KB file can claim 1,048,576 rows of 16,384 cells; the reader would make room for all of them.
MOST_CELLS = 1_000_000
#: Spreadsheets keep 15 significant digits of a number (ECMA-376 leaves it to IEEE 754 doubles).
SAFE_NUMBER = 10**15
CELL = re.compile(rb"<(?:\w+:)?c\s[^>]{0,200}?r=\"([A-Z]{1,3})([0-9]{1,7})\"")
OVERLAP = 256
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
csv.field_size_limit(64 * 1024)


def rows_of(body: bytes) -> list[Row]:
    """Give the rows of a table, heads first, or raise BadRoster."""
    if not body.strip(b"\x00\r\n\t "):
        raise BadRoster("empty")
    if body.startswith(b"PK\x03\x04"):
        return _xlsx(body)
    if body.startswith(b"\xd0\xcf\x11\xe0"):  # the old binary container; new files in it are locked
        raise BadRoster("locked" if b"E\x00n\x00c\x00r\x00y\x00p\x00t" in body else "unreadable")
    return _csv(_text(body))


def _text(body: bytes) -> str:
    for bom, name in BOMS:
        if body.startswith(bom):
            return _decoded(body[len(bom) :], name)
    head = body[:200]
    if head.count(0) > len(head) // 4:
        return _decoded(body, "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(body, "gb18030")


def _decoded(body: bytes, name: str) -> str:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        raise BadRoster("encoding") from None


def _csv(text: str) -> list[Row]:
    head = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text.replace("\x00", ""), newline=""), delimiter=max(",;\t", key=head.count), strict=True
    )
    return _no_more_than(_readable(reader))


def _readable(reader: Iterator[list[str]]) -> Iterator[Row]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadRoster("quotes") from None


def _no_more_than(rows: Iterator[Row]) -> list[Row]:
    found: list[Row] = []
    for row in rows:
        if len(found) > MOST_ROWS:
            raise BadRoster("too_many_rows", most=MOST_ROWS)
        found.append(row)
    return found


def _xlsx(body: bytes) -> list[Row]:
    _refuse_giants(body)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0)
        # Rows above the first filled one are kept, so that a row's number is the one the person sees.
        rows = sheet.to_python(skip_empty_area=False)
    except PasswordError:
        raise BadRoster("locked") from None
    except (CalamineError, ValueError, OverflowError, IndexError):
        raise BadRoster("unreadable") from None
    return _no_more_than(tuple(_cell(value) for value in row) for row in rows)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        if abs(value) >= SAFE_NUMBER:
            return LOST_DIGITS
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def _refuse_giants(body: bytes) -> None:
    """Look at how much the file unpacks to and at its farthest cell before a reader makes room for it."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise BadRoster("too_heavy")
            for entry in archive.infolist():
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    _refuse_far_cells(archive, entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise BadRoster("unreadable") from None


def _refuse_far_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    rows = columns = unpacked = 0
    rest = b""
    with archive.open(entry) as sheet:
        while piece := sheet.read(1 << 16):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise BadRoster("too_heavy")
            for letters, digits in CELL.findall(rest + piece):
                rows, columns = max(rows, int(digits)), max(columns, _column(letters))
            rest = piece[-OVERLAP:]
    if rows * columns > MOST_CELLS:
        raise BadRoster("too_many_rows", most=MOST_ROWS)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
