"""H7: sixty made tables end exact or refused, in time and in bounds; the same file twice adds nothing."""

import io
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

import openpyxl
import pytest

from answerable.listening.sources.kinds import Document, Outcome, Reading
from answerable.listening.sources.reading.pool import WALL_S, read_document, readers
from tests.battery.machine import BUSY_S

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
ROWS = [
    ["编号", "标题", "内容", "发布时间"],
    ["1", "停水", "第一行\n第二行", "2026-05-20 08:00"],
    ["2", "停电", '引号"内', ""],
]
NUMBER = 110105194912310021
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


@pytest.fixture(scope="module", autouse=True)
def _children_are_ended() -> Iterator[None]:
    yield
    readers().close()


def read(body: bytes, name: str) -> Reading:
    start = time.monotonic()
    reading = read_document("file", Document(body, name), {}, {}, at=AT)
    assert time.monotonic() - start <= WALL_S + BUSY_S
    return reading


def csv_of(mark: str, end: str, codec: str) -> bytes:
    lines = [mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS]
    return (end.join(lines) + end).encode(codec)


@pytest.mark.parametrize(
    ("mark", "end", "codec"),
    list(product([",", ";", "\t", "|"], ["\n", "\r\n"], ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])),
)
def test_every_office_csv_is_exact_and_adds_nothing_twice(mark: str, end: str, codec: str) -> None:
    body = csv_of(mark, end, codec)
    reading = read(body, "x.csv")
    assert [(item.title, item.text) for item in reading.items] == [
        ("停水", "第一行\n第二行"),
        ("停电", '引号"内'),
    ]
    assert [item.key for item in read(body, "x.csv").items] == [item.key for item in reading.items]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(name: str, body: bytes) -> bytes:
    """A good workbook with one part replaced or added."""
    source, made = io.BytesIO(workbook([["title"], ["a"]])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, body)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LIES = HEAD.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>') + TAIL
NAMES_A = HEAD + b'<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>' + TAIL
HOSTILE = {
    "claims a whole sheet": with_part(SHEET, HEAD + b'<row r="1048576"><c r="XFD1048576"/></row>' + TAIL),
    "a dimension that lies": with_part(SHEET, LIES),
    "1000:1": with_part(SHEET, HEAD + b" " * 80_000_000 + TAIL),
    "1000:1 elsewhere": with_part("xl/media/x.png", b"\0" * 80_000_000),
    "XXE": with_part(SHEET, b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + NAMES_A),
    "laughs": with_part(SHEET, b'<!DOCTYPE x [<!ENTITY c "aaaa"><!ENTITY a "&c;&c;&c;&c;&c;">]>' + NAMES_A),
    "cut off": workbook([["title"], ["a"]])[:-200],
    "no parts": b"PK\x05\x06" + b"\0" * 18,
    "not even a zip": b"PK\x03\x04" + b"x" * 200,
    "row numbers backwards": with_part(SHEET, HEAD + b'<row r="9"><c r="A9"/></row><row r="1"/>' + TAIL),
    "negative": with_part(SHEET, HEAD + b'<row r="-1"><c r="A-1"><v>1</v></c></row>' + TAIL),
    "macros": with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 100),
    "external links": with_part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    "a name that climbs": with_part("../../../tmp/evil", b"x"),
    "one endless cell": b"title\n" + b"x" * 3_000_000,
    "200,000 rows": b"title\n" + b"".join(b"row %d\n" % n for n in range(200_000)),
    "100,000 columns": b",".join(b"c%d" % n for n in range(100_000)) + b",title\n" + b"," * 100_000 + b"a\n",
    "only quotes": b'title\n"' + b'""' * 500_000,
    "NULs": b"title\n\x00a\x00\n",
    "doubled heads": b"title,title\na,b\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tables_end_in_bounds_and_the_next_is_read(name: str, tally) -> None:
    reading = read(HOSTILE[name], "x.xlsx")
    if reading.outcome is Outcome.REFUSED:
        assert reading.refused[0].code not in ("reader_died", "too_long"), reading.refused
        assert reading.refused[0].sentence
    assert "root:x:" not in repr(reading)
    assert len(read(b"title\na\n", "y.csv").items) == 1
    tally(cases=1, faults=1)


def test_numbers_that_a_spreadsheet_rounded_are_refused_and_texts_kept() -> None:
    reading = read(
        workbook(
            [["编号", "标题"], [110105194912310021, "a"], ["110105194912310021", "b"], [202605210001, "c"]]
        ),
        "x.xlsx",
    )
    assert [item.title for item in reading.items] == ["b", "c"]
    assert [(refused.part, refused.code) for refused in reading.refused] == [("2", "rounded")]


def test_dates_of_both_epochs_and_formulas_are_values() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in (["title", "date"], ["a", date(2026, 5, 20)], ["b", "=1+1"]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    items = read(file.getvalue(), "x.xlsx").items
    assert items[0].published_at == datetime(2026, 5, 20, tzinfo=UTC)
    assert not any("=1+1" in repr(item) for item in items)
