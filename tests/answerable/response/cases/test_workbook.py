"""The board as a spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.response.cases.queries.board import Wish, sheet
from answerable.response.cases.workbook import workbook
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import assessed, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_every_row_has_its_limit_and_no_cell_is_a_formula(rules_in_force) -> None:
    cast = make_cast()
    assessed(cast, title="=1+1")
    make_case(cast, title="@home\x07")
    rows = sheet(cast.ada, Wish(tab="open"), at=NOON)
    found = load_workbook(BytesIO(workbook(rows, "https://a.example/cases/"))).active
    assert found is not None
    cells = [cell for row in found.iter_rows(min_row=2) for cell in row]
    assert [row[1].value for row in found.iter_rows(min_row=2)] == ["=1+1", "@home"]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert found["H2"].value is not None
    assert str(found["K2"].value).startswith("https://a.example/cases/")


def test_an_empty_board_gives_a_sheet_with_heads_only() -> None:
    found = load_workbook(BytesIO(workbook([], "https://a.example/"))).active
    assert found is not None
    assert found.max_row == 1
