"""A hotline's file: which head means what, and why a row is refused."""

from datetime import UTC, datetime

import pytest

from answerable.response.letters.rules.columns import (
    COLUMN_NAMES,
    FILE_REASONS,
    HEADS,
    ROW_REASONS,
    BadFile,
    read_date,
    read_rows,
)

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
HEAD = ["工单号", "来电时间", "诉求标题", "诉求内容", "承办单位", "姓名", "联系电话", "邮箱", "处理人"]
ROW = ["GD-1", "2026-03-01 09:30", "停水", "磨坊巷停水两天", "供水科", "张伟", "13912345678", "", "王五"]


def read(*rows, head=HEAD):
    return read_rows([head, *rows], {"供水科": 3}, zone="Asia/Shanghai", at=NOON)


def changed(**cells):
    row = list(ROW)
    for name, value in cells.items():
        row[["number", "received", "title", "text", "unit", "name", "phone", "email"].index(name)] = value
    return row


def test_a_row_of_a_hotline_is_a_letter_with_its_time_in_the_bodys_zone():
    (line,) = read(ROW).lines
    assert (line.row, line.number, line.unit) == (2, "GD-1", "供水科")
    assert datetime.fromisoformat(line.received) == datetime(2026, 3, 1, 1, 30, tzinfo=UTC)


def test_a_column_that_nobody_knows_is_named_and_left_out():
    assert read(ROW).ignored == ("处理人",)


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"text": " "}, "no_text", "text"),
        ({"text": "长" * 20_001}, "too_long", "text"),
        ({"title": "长" * 501}, "too_long", "title"),
        ({"received": ""}, "no_date", "received"),
        ({"received": "昨天"}, "bad_date", "received"),
        ({"received": "2026-13-40"}, "bad_date", "received"),
        ({"received": "2027-01-01"}, "in_future", "received"),
        ({"email": "not an address"}, "bad_email", "email"),
        ({"email": "a@b.cn\nBcc: c@d.cn"}, "bad_email", "email"),
        ({"unit": "园林科"}, "no_unit", "unit"),
    ],
)
def test_each_refused_row_has_its_number_and_its_reason(cells, code, column):
    found = read(ROW, changed(number="GD-2", **cells))
    assert len(found.lines) == 1
    (refused,) = found.refused
    assert (refused.row, refused.code, refused.column) == (3, code, column)


def test_a_number_that_comes_twice_in_a_file_is_taken_once():
    found = read(ROW, changed(title="again"))
    assert len(found.lines) == 1
    assert found.refused[0].code == "twice"


def test_a_row_without_a_number_is_never_the_same_as_another():
    assert len(read(changed(number=""), changed(number="")).lines) == 2


def test_empty_rows_are_passed_over_and_numbers_stay_those_of_the_file():
    found = read([""] * 9, changed(text=""))
    assert found.refused[0].row == 3


@pytest.mark.parametrize(
    ("head", "code"),
    [(["工单号", "标题"], "no_text_column"), (["内容", "诉求内容"], "double_head")],
)
def test_a_file_that_cannot_be_read_says_why(head, code):
    with pytest.raises(BadFile) as bad:
        read(["x", "y"], head=head)
    assert bad.value.code == code


def test_a_file_without_rows_says_so():
    with pytest.raises(BadFile) as bad:
        read()
    assert bad.value.code == "no_rows"
    with pytest.raises(BadFile):
        read_rows([], {}, zone="Asia/Shanghai", at=NOON)


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        ("2026-03-02 9:05", 9),
        ("2026/3/2 09:05:30", 9),
        ("2026年3月2日 9时05分", 9),
        ("2026.3.2", 0),
        ("2026-03-02T09:05:00.000", 9),
    ],
)
def test_dates_are_read_as_offices_write_them(cell, hour):
    found = read_date(cell, "Asia/Shanghai")
    assert found is not None
    assert (found.month, found.day, found.hour) == (3, 2, hour)


def test_every_column_and_every_reason_has_its_words():
    assert set(HEADS) == set(COLUMN_NAMES)
    assert all(str(words % {"column": "x"}) for words in (ROW_REASONS | FILE_REASONS).values())
