"""What people wrote never becomes a formula in a spreadsheet."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.governance.duties.queries.matrix import matrix
from answerable.governance.duties.queries.rows import rows_of
from answerable.governance.duties.workbook import of_matrix, of_runs
from tests.answerable.governance.duties.makers import make_town, opened

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)


def test_a_name_that_begins_like_a_formula_stays_a_text():
    run = opened(make_town())
    run.name_en = "=HYPERLINK(1)"
    sheet = load_workbook(BytesIO(of_runs(rows_of([run], at=NOW)))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix


def test_the_matrix_has_a_line_a_clause_and_a_column_a_unit():
    town = make_town()
    opened(town)
    table = matrix(town.actor(town.ada, NOW), date(2026, 1, 1), date(2026, 3, 31), at=NOW)
    sheet = load_workbook(BytesIO(of_matrix(table))).active
    assert (sheet.max_row, sheet.max_column) == (1 + len(table.lines), 2 + len(table.units))
