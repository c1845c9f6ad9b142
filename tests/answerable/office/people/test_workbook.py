"""What is there goes out as a table that can come in again; a text never becomes a formula."""

import io

import pytest
from openpyxl import load_workbook

from answerable.kernel.actor import MACHINE
from answerable.office.people import queries
from answerable.office.people.reading.table import rows_of
from answerable.office.people.rules.roster_cells import Line, columns_of, read_line
from answerable.office.people.rules.roster_reasons import Refusal
from answerable.office.people.workbook import heads, roster_book, template_book
from tests.answerable.office.people.makers import NOON, make_holding, make_person, make_post, make_unit


@pytest.mark.parametrize("chinese", [False, True])
def test_the_template_can_be_handed_in_as_it_is(chinese):
    first, *rows = rows_of(template_book(chinese))
    columns, ignored = columns_of(first)
    assert (len(columns), ignored) == (len(heads(chinese)), ())
    lines = [read_line(number, row, columns) for number, row in enumerate(rows, start=2)]
    assert not [line for line in lines if isinstance(line, Refusal)]


@pytest.mark.django_db
@pytest.mark.parametrize("chinese", [False, True])
def test_what_is_there_comes_back_and_changes_nothing(chinese):
    root = make_unit(name="水务局", short_name="水务")
    post = make_post(make_unit(root))
    make_holding(post, make_person(name="Ada", email="ada@b.example", staff_number="007"))
    make_post(root)
    lines = queries.roster_now(MACHINE, at=NOON)
    first, *rows = rows_of(roster_book(lines, chinese))
    columns, _ignored = columns_of(first)
    again = [read_line(number, row, columns) for number, row in enumerate(rows, start=2)]
    assert tuple(again) == lines
    made = queries.plan_of(again, at=NOON)
    assert (made.steps, made.refused) == ((), ())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_a_text_that_looks_like_a_formula_stays_a_text(sign):
    book = roster_book([Line(2, "U", f"{sign}HYPERLINK(1)")], chinese=False)
    cell = load_workbook(io.BytesIO(book)).active["B2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
