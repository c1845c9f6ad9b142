"""Tables as files: exact, or refused with row and reason."""

import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest

from answerable.listening.sources.kinds import Document, Outcome, Reading
from answerable.listening.sources.kinds.file import FILE, FileSettings
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


def read(body: bytes, name: str = "x.csv", **settings: str) -> Reading:
    return read_safely(FILE, Document(body, name), FileSettings(**settings), {}, AT)


def xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_of_any_office_is_exact(codec: str, mark: str) -> None:
    text = (
        mark.join(["标题", "内容", "发布时间"])
        + "\r\n"
        + mark.join(["停水", '"第一行\n第二行"', "2026-05-20 08:00"])
    )
    reading = read(text.encode(codec))
    assert [(item.title, item.text) for item in reading.items] == [("停水", "第一行\n第二行")]
    assert reading.items[0].published_at == datetime(2026, 5, 20, 0, 0, tzinfo=UTC)


def test_json_lines_are_read() -> None:
    body = '{"id": 1, "title": "a", "url": "http://s.example/1"}\n\n{"id": 2, "title": "b", "extra": [1]}\n'
    assert [(item.title, item.link) for item in read(body.encode(), "x.jsonl").items] == [
        ("a", "http://s.example/1"),
        ("b", ""),
    ]


def test_an_xlsx_is_read_with_dates_and_long_numbers() -> None:
    body = xlsx(
        [
            ["编号", "标题", "日期"],
            [202605210001.0, "停水", date(2026, 5, 20)],
            ["0007", "停电", datetime(2026, 5, 20, 8)],  # noqa: DTZ001 - a spreadsheet knows no zone
        ]
    )
    reading = read(body, "x.xlsx")
    assert [item.title for item in reading.items] == ["停水", "停电"]
    assert reading.items[1].published_at == datetime(2026, 5, 20, 0, 0, tzinfo=UTC)


def test_a_formula_is_its_value_or_nothing_and_never_run() -> None:
    reading = read(
        xlsx([["title", "text"], ["a", '=HYPERLINK("http://x.example")'], ["=1+1", "b"]]), "x.xlsx"
    )
    assert "HYPERLINK" not in repr(reading)


def test_rows_that_cannot_be_read_are_refused_by_number_and_reason() -> None:
    reading = read(b"title,time\ngood,2026-05-20\n,2026-05-20\nbad,someday\n\nlast,")
    assert [item.title for item in reading.items] == ["good", "last"]
    assert [(refused.part, refused.code) for refused in reading.refused] == [
        ("3", "no_content"),
        ("4", "bad_date"),
    ]


def test_the_same_file_twice_gives_the_same_identities() -> None:
    body = "标题,内容\n停水,a\n停水,b\n停水,a\n".encode()
    assert [item.key for item in read(body).items] == [item.key for item in read(body).items]


def test_columns_can_be_named() -> None:
    assert read(b"what,more\na,b\n", title="what", text="more").items[0].text == "b"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"x,y\n1,2\n", "no_title_column"),
        (b'{"title": "a"}\n{broken\n', "not_json"),
        (b'{"title": "a"}\n[1]\n', "not_a_table"),
        (b"PK\x03\x04 broken", "not_a_table"),
        (b"title\n" + b'"' + b"x" * 2_000_000, "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(body: bytes, code: str) -> None:
    assert read(body).refused[0].code == code


def with_sheet(sheet: bytes) -> bytes:
    source, made = io.BytesIO(xlsx([["title"], ["a"]])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            body = sheet if entry.filename.endswith("sheet1.xml") else old.read(entry)
            new.writestr(entry.filename, body)
    return made.getvalue()


def test_a_small_file_that_claims_a_whole_sheet_is_refused() -> None:
    cells = b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>'
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    assert (
        read(with_sheet(head + cells + b"</sheetData></worksheet>"), "x.xlsx").refused[0].code
        == "too_many_cells"
    )


def test_a_packed_bomb_is_refused() -> None:
    assert read(with_sheet(b" " * 100_000_000), "x.xlsx").refused[0].code == "too_large"


def test_an_entity_in_a_sheet_is_not_expanded() -> None:
    sheet = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1">'
    sheet += b'<c r="A1" t="str"><v>&a;'
    assert "root:" not in repr(read(with_sheet(sheet + b"</v></c></row></sheetData></worksheet>"), "x.xlsx"))


def test_twenty_thousand_rows_are_the_most() -> None:
    reading = read(b"title\n" + b"".join(b"t%d\n" % n for n in range(20_050)))
    assert reading.outcome is Outcome.READ
    assert len(reading.items) == 20_000
    assert reading.refused[0].code == "over_the_cap"
