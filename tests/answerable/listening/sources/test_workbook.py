from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.listening.sources.queries.table import source_row
from answerable.listening.sources.workbook import workbook
from tests.answerable.listening.sources.makers import NOON, make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("x")', "停水"])
def test_a_name_stays_a_text(name):
    row = source_row(make_source(name=name, state="failing", last_reason="defect"), 3, at=NOON)
    sheet = load_workbook(BytesIO(workbook([row]))).active
    assert (sheet.cell(2, 1).value, sheet.cell(2, 1).data_type) == (name, "s")
    assert sheet.cell(2, 8).value == 3
