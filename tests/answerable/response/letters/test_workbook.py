"""Spreadsheets of letters."""

import io

import openpyxl
import pytest

from answerable.response.letters.queries import Wish, all_rows
from answerable.response.letters.rules.columns import columns_of
from answerable.response.letters.workbook import letters_book, template_book
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import ASKER, make_letter


def sheet_of(body):
    return openpyxl.load_workbook(io.BytesIO(body)).active


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"])
def test_what_a_letter_says_is_never_a_formula(office, sign):
    make_letter(title=f"{sign} no water")
    sheet = sheet_of(letters_book(all_rows(office.ada, Wish(tab="all"), at=NOON)))
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == f"{sign} no water"


def test_a_sheet_holds_no_contact(office):
    make_letter()
    sheet = sheet_of(letters_book(all_rows(office.ada, Wish(tab="all"), at=NOON)))
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert not [word for word in ASKER.own_words if word in said]


@pytest.mark.parametrize("chinese", [True, False])
def test_the_heads_of_the_template_are_heads_that_we_read(chinese):
    heads = [cell.value for cell in sheet_of(template_book(chinese))[1]]
    places, ignored = columns_of(heads)
    assert len(places) == len(heads)
    assert ignored == ()
