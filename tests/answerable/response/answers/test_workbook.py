"""The list as a spreadsheet."""

from io import BytesIO

from openpyxl import load_workbook

from answerable.response.answers.queries import Wish, answer_table
from answerable.response.answers.workbook import workbook
from tests.answerable.response.answers.makers import make_draft, make_published


def test_each_answer_is_a_row_with_its_link(office) -> None:
    make_draft(office, title="@SUM(A1)")
    make_published(office)
    rows = answer_table(office.ada, Wish(tab="all")).rows
    sheet = load_workbook(BytesIO(workbook(rows, "https://house.example/respond/answers/"))).active
    lines = {line[0]: line for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert lines["@SUM(A1)"][7] is None
    assert lines["When the water comes back in Mill Lane"][9].startswith(
        "https://house.example/respond/answers/"
    )
