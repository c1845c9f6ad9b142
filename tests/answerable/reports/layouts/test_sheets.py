"""Tables as XLSX and CSV: kinds of cells kept, no text ever a formula."""

import csv
import io
import zipfile
from datetime import date

import openpyxl
import pytest

from answerable.reports.layouts.document import Figure, Paragraph, Table
from answerable.reports.layouts.sheets import csv_of, guarded, is_formula_like, read_back, xlsx_of
from tests.answerable.reports.layouts.makers import make_chart, make_document

ROWS = (("水务局", 31, 8.5, date(2026, 10, 9)), ("=1+1", 0, None, None))
TABLE = Table(("单位", "办结", "平均", "日期"), ROWS, caption="台账")


def book_of(*body):
    return openpyxl.load_workbook(io.BytesIO(xlsx_of(make_document(body=body))))


def test_numbers_and_days_are_numbers_and_days_in_a_workbook_and_unknown_is_empty():
    rows = list(book_of(TABLE).active.iter_rows(values_only=True))
    assert rows[0] == ("单位", "办结", "平均", "日期")
    assert rows[1][:3] == ("水务局", 31, 8.5)
    assert rows[1][3].date() == date(2026, 10, 9)
    assert rows[2] == ("=1+1", 0, None, None)


def test_a_text_that_looks_like_a_formula_is_a_text_and_says_so():
    cell = book_of(TABLE).active["A3"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_each_table_and_each_chart_has_a_sheet_and_equal_names_are_told_apart():
    book = book_of(TABLE, Table(("a",), (), caption="台账"), Figure(make_chart(), "走势"))
    assert book.sheetnames == ["表1　台账", "表2　台账", "图1　走势"]
    long = Table(("a",), (), caption="很长的名字" * 9)
    names = book_of(*[long] * 3).sheetnames
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 31


def test_a_paper_without_a_table_is_a_sheet_with_its_title():
    assert book_of(Paragraph("x")).active["A1"].value == make_document().title


def test_one_table_is_one_file_and_several_are_an_archive_with_a_file_each():
    content, several = csv_of(make_document(body=(TABLE,)))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert not several
    assert rows[1] == ["水务局", "31", "8.5", "2026-10-09"]
    assert rows[2] == ["'=1+1", "0", "", ""]
    content, several = csv_of(make_document(body=(TABLE, TABLE)))
    assert several
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == 2


@pytest.mark.parametrize(
    "text", ["=1", " +1", "-1", "@x", "|c", "%0", "＝1", "'=1", "''=1", "'x", "x", "", "5-3"]
)
def test_the_apostrophe_that_was_put_before_a_text_can_be_taken_away_again(text):
    assert read_back(guarded(text)) == text
    assert (guarded(text) != text) == is_formula_like(text)
