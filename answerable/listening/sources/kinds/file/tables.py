"""Opens CSV, JSON lines and XLSX as rows, after a look at how large they claim to be."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, cast

from python_calamine import CalamineError, CalamineWorkbook

from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.file.columns import Row
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.strict_json import parse_json

#: A 4.6 KB file can claim 1,048,576 rows of 16,384 cells; the reader would make room for all of them.
MOST_CELLS = 2_000_000
MOST_UNPACKED = 64 * 1024 * 1024
CELL = re.compile(rb"<(?:\w+:)?c\s[^>]{0,200}?r=\"([A-Z]{1,3})([0-9]{1,7})\"")
CELL_OVERLAP = 256
csv.field_size_limit(1024 * 1024)


def rows_of(body: bytes, headers: Mapping[str, str], name: str) -> tuple[list[str], Iterator[Row]]:
    """Give the heads and the rows of a table, or raise NotReadable."""
    if body.startswith(b"PK\x03\x04"):
        return _xlsx(body)
    text, _odd = decode(body, headers.get("content-type", ""))
    if text.lstrip().startswith("{"):
        return _json_lines(text)
    return _csv(text.replace("\x00", ""))


def _csv(text: str) -> tuple[list[str], Iterator[Row]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = _readable(reader)
    heads = next(rows, None)
    if not heads:
        raise NotReadable("not_a_table")
    return heads, rows


def _readable(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise NotReadable("not_a_table") from None


def _json_lines(text: str) -> tuple[list[str], Iterator[Row]]:
    records = list(_records(text))
    if not records:
        raise NotReadable("not_a_table")
    heads = list(dict.fromkeys(head for record in records for head in record))
    return heads, (tuple(flat(record.get(head)) for head in heads) for record in records)


def _records(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.strip():
            record = parse_json(line.encode())
            if not isinstance(record, dict):
                raise NotReadable("not_a_table")
            yield record


def flat(value: Any) -> str | int | float | None:
    """Give a value of JSON as a cell."""
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def _xlsx(body: bytes) -> tuple[list[str], Iterator[Row]]:
    _check_size(body)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        rows = iter(cast(list[Row], book.get_sheet_by_index(0).to_python()))
    except (CalamineError, ValueError, IndexError, OSError):
        raise NotReadable("not_a_table") from None
    heads = [str(cell) for cell in next(rows, ())]
    if not heads:
        raise NotReadable("not_a_table")
    return heads, rows


def _check_size(body: bytes) -> None:
    """Unpack piece by piece, counting bytes and the corner of the used area, before anyone builds the table."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            left = MOST_UNPACKED
            for entry in archive.infolist():
                left = _check_part(archive, entry, left)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise NotReadable("not_a_table") from None


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    is_sheet = entry.filename.startswith("xl/worksheets/")
    columns = rows = 0
    tail = b""
    with archive.open(entry) as part:
        while piece := part.read(1 << 16):
            left -= len(piece)
            if left < 0:
                raise NotReadable("too_large", most=MOST_UNPACKED)
            if is_sheet:
                for letters, number in CELL.findall(tail + piece):
                    columns, rows = max(columns, _column_number(letters)), max(rows, int(number))
                tail = piece[-CELL_OVERLAP:]
    if columns * rows > MOST_CELLS:
        raise NotReadable("too_many_cells", most=MOST_CELLS)
    return left


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
