"""The limited child answers or ends; its parent always gets rows or a reason."""

import pytest

from answerable.office.people.reading.apart import read_rows
from answerable.office.people.rules.roster_reasons import MOST_BYTES, BadRoster
from tests.answerable.office.people.reading.workbooks import NS, replaced, sheet_of, xlsx


def code_of(body):
    with pytest.raises(BadRoster) as refused:
        read_rows(body)
    return refused.value.code


def test_rows_come_through_whole():
    assert read_rows(xlsx(("单位代码", "单位"), ("S", "供水科"))) == [["单位代码", "单位"], ["S", "供水科"]]
    assert read_rows("单位代码\nS\n".encode("gb18030")) == [["单位代码"], ["S"]]


def test_reasons_come_through():
    assert code_of(b"") == "empty"
    assert code_of(b"PK\x03\x04") == "unreadable"


def test_a_file_over_the_size_is_not_even_handed_over():
    assert code_of(bytes(MOST_BYTES + 1)) == "too_large"


def test_what_needs_too_much_memory_ends_the_child_and_nothing_else():
    """One text of a megabyte, said four thousand times, would take four gigabytes."""
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 4_000))
    texts = (
        f'<?xml version="1.0"?><sst {NS} count="1" uniqueCount="1"><si><t>{"x" * 1_000_000}</t></si></sst>'
    )
    assert code_of(replaced(sheet_of(cells), texts)) == "too_heavy"
    assert read_rows(b"unit\nS\n") == [["unit"], ["S"]]
