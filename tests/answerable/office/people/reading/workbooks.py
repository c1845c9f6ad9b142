"""Spreadsheets made by hand, honest and hostile."""

import io
import zipfile

from openpyxl import Workbook

HEADS = ("unit code", "unit", "staff number", "person")


def xlsx(*rows):
    """An honest workbook."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def replaced(sheet1, shared_strings=""):
    """A workbook with its sheet put in the place of the honest one, and shared texts beside it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(("a",)))) as honest,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in honest.infolist():
            is_sheet = entry.filename == "xl/worksheets/sheet1.xml"
            made.writestr(entry.filename, sheet1 if is_sheet else honest.read(entry))
        if shared_strings:
            made.writestr("xl/sharedStrings.xml", shared_strings)
    return out.getvalue()


def sheet(xml):
    """A workbook whose first sheet is the given XML."""
    return replaced(xml)


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(rows):
    """A sheet's XML around rows."""
    return f'<?xml version="1.0"?><worksheet {NS}><sheetData>{rows}</sheetData></worksheet>'
