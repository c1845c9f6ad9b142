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


def replaced(**parts):
    """A workbook with parts put in the place of honest ones: `sheet1=xml`, `sharedStrings=xml`."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(("a",)))) as honest,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in honest.infolist():
            name = entry.filename.rpartition("/")[2].removesuffix(".xml")
            made.writestr(entry.filename, parts.get(name, honest.read(entry)))
    return out.getvalue()


def sheet(xml):
    """A workbook whose first sheet is the given XML."""
    return replaced(sheet1=xml)


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(rows):
    """A sheet's XML around rows."""
    return f'<?xml version="1.0"?><worksheet {NS}><sheetData>{rows}</sheetData></worksheet>'
