"""Tables are read exactly or refused with a reason (trust design H7)."""

import datetime
from contextlib import suppress

import pytest

from answerable.office.people.reading.table import rows_of
from answerable.office.people.rules.roster_cells import LOST_DIGITS
from answerable.office.people.rules.roster_reasons import BadRoster
from tests.answerable.office.people.reading.workbooks import sheet, sheet_of, xlsx

TEXT = '单位代码,单位名称\r\nS-01,"供水\n科"\r\n'
ROWS = [["单位代码", "单位名称"], ["S-01", "供水\n科"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gbk", "gb18030"])
def test_csv_is_read_in_every_encoding_that_offices_save_it_in(encoding):
    assert [list(row) for row in rows_of(TEXT.encode(encoding))] == ROWS


def test_big_endian_is_told_by_its_mark():
    assert [list(row) for row in rows_of(b"\xfe\xff" + TEXT.encode("utf-16-be"))] == ROWS


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_seen(delimiter):
    assert list(rows_of(f"a{delimiter}b\n1{delimiter}2\n".encode())[1]) == ["1", "2"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b"\r\n \n", "empty"),
        (b'a,b\n"never closed\n', "quotes"),
        (b"a,b\n\xff\xff\xff\n", "encoding"),
        (b"PK\x03\x04 no archive", "unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unreadable"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"a,b\n" + b"1,2\n" * 200_000, "too_many_rows"),
    ],
)
def test_what_cannot_be_read_is_refused(body, code):
    with pytest.raises(BadRoster) as refused:
        rows_of(body)
    assert refused.value.code == code


def test_cells_of_a_workbook_become_the_texts_that_a_person_sees():
    day = datetime.date(2026, 3, 2)
    rows = rows_of(xlsx(("code", "day"), (7, day), (1.5, True), (None, "007")))
    assert [list(row) for row in rows[1:]] == [["7", "2026-03-02"], ["1.5", "TRUE"], ["", "007"]]


def test_a_number_that_lost_its_last_digits_says_so():
    assert rows_of(xlsx(("code",), (110105194912310021,)))[1][0] == LOST_DIGITS


def test_a_formula_is_its_value_never_its_text():
    rows = rows_of(sheet(sheet_of('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')))
    assert [list(row) for row in rows] == [["2"]]


def test_a_small_file_that_claims_a_giant_table_is_refused_before_room_is_made():
    far = sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    with pytest.raises(BadRoster) as refused:
        rows_of(sheet(far))
    assert refused.value.code == "too_many_rows"


def test_a_bomb_is_refused_by_what_it_would_unpack_to():
    with pytest.raises(BadRoster) as refused:
        rows_of(sheet(" " * (80 * 1024 * 1024)))
    assert refused.value.code == "too_heavy"


def test_entities_are_not_expanded():
    evil = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + sheet_of('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>').split("?>", 1)[1]
    )
    with suppress(BadRoster):
        assert "root" not in str(rows_of(sheet(evil)))
