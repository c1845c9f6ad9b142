"""S6: what somebody wrote never becomes a formula in a spreadsheet, and comes back as it was."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from answerable.reports.layouts.document import Table
from answerable.reports.layouts.rendering import render
from answerable.reports.layouts.sheets import read_back
from answerable.reports.rules.signs import line
from tests.answerable.reports.layouts.makers import make_document
from tests.answerable.reports.layouts.office import convert

#: Comma, quotes, UTF-8, special numbers found out, and formulas calculated: the most that a reader can be set to.
CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
#: Forty beginnings that some program takes for a formula, a command or a reference.
PREFIXES = (
    *(
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
    ),
    *(
        "=cmd|' /C calc'!A0",
        "|cmd",
        "%0a=1+1",
        '=HYPERLINK("http://127.0.0.1:9/x","see")',
        '=WEBSERVICE("x")',
    ),
    *(
        '=IMPORTXML("http://127.0.0.1:9/","//a")',
        '=DDE("cmd";"/C calc";"x")',
        "@=1+1",
        "+@SUM(1)",
        "-@SUM(1)",
    ),
    *(
        " =1+1",
        "  =1+1",
        "'=1+1",
        "''=1+1",
        '"=1+1',
        '="a"&"b"',
        "=A1",
        "=$A$1:B2",
        "{=1+1}",
        "=-1",
        "+-1",
        "-+1",
    ),
    *("=1,2", "=1;2", "\ufeff=1+1", "\u200b=1+1", "\u3000=1+1", "=@A1", "=TRUE()"),
)


@pytest.fixture(scope="module")
def texts(shared_data):
    naughty = json.loads((shared_data / "hostile" / "strings" / "blns.json").read_text(encoding="utf-8"))
    assert len(naughty) == 515
    assert len(PREFIXES) == 40
    return (*naughty, *PREFIXES)


@pytest.fixture(scope="module")
def paper(texts):
    rows = tuple((place, text, -5) for place, text in enumerate(texts))
    return make_document(kind="plain", body=(Table(("No", "=1+1", "n"), rows, caption="=1+1"),))


def rows_of_ods(content):
    """Read (kind of value, formula, text) of each cell of the first sheet as LibreOffice keeps it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    rows = []
    for row in next(root.iter(f"{TABLE}table")).iter(f"{TABLE}table-row"):
        cells = []
        for cell in row.iter(f"{TABLE}table-cell"):
            words = "\n".join(_words(one) for one in cell.findall(f"{TEXT}p"))
            cells.append((cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula"), words))
        rows.append(cells)
    return rows


def _words(paragraph):
    parts = [paragraph.text or ""]
    for one in paragraph:
        parts.append(" " * int(one.get(f"{TEXT}c", 1)) if one.tag == f"{TEXT}s" else "".join(one.itertext()))
        parts.append(one.tail or "")
    return "".join(parts)


def test_no_cell_of_a_workbook_is_a_formula_and_every_text_comes_back(paper, texts, tmp_path, tally):
    made = convert({"table.xlsx": render(paper, "xlsx").content}, "ods", tmp_path)["table.ods"]
    rows = rows_of_ods(made)[1:]
    assert [cell for row in rows for cell in row if cell[1] is not None] == []
    for text, row in zip(texts, rows, strict=False):
        if line(text):
            assert row[1][0] == "string"
            assert row[1][2].replace("\xa0", " ").split() == line(text).replace("\xa0", " ").split()
        assert row[2][0] == "float"
    tally(cases=len(texts), faults=len(texts))


def test_a_workbook_read_by_another_program_gives_the_same_texts(paper, texts):
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(render(paper, "xlsx").content)).get_sheet_by_index(0)
    rows = sheet.to_python()[1:]
    assert [row[1] for row in rows] == [line(text) for text in texts]
    assert {row[2] for row in rows} == {-5}


def test_the_workbook_itself_holds_no_formula_and_no_link_to_elsewhere(paper):
    with zipfile.ZipFile(io.BytesIO(render(paper, "xlsx").content)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            assert not re.search(
                rb"<f[ >]|TargetMode=\"External\"|<hyperlink|externalLink|ddeLink", content
            ), name


def test_csv_opened_by_libreoffice_has_no_formula_and_gives_the_texts_back(paper, texts, tmp_path, tally):
    files = {"table.csv": render(paper, "csv").content, "control.csv": b'"text"\r\n"=1+1"\r\n'}
    made = convert(files, "ods", tmp_path, reading=CSV)
    assert rows_of_ods(made["control.ods"])[1][0][1] is not None, "the reader must be one that calculates"
    rows = rows_of_ods(made["table.ods"])[1:]
    assert [cell for row in rows for cell in row if cell[1] is not None] == []
    came_back = 0
    for text, row in zip(texts, rows, strict=False):
        if row[1][0] == "string":
            came_back += 1
            assert (
                read_back(row[1][2]).replace("\xa0", " ").split() == line(text).replace("\xa0", " ").split()
            )
    # The rest are texts such as "1E+02" and "true", which every spreadsheet takes from CSV for a number or a truth.
    assert came_back > 480
    tally(cases=len(texts), faults=len(texts), control=True)


def test_csv_gives_every_text_back_when_it_is_read_as_it_was_written(paper, texts, tally):
    rows = list(csv.reader(io.StringIO(render(paper, "csv").content.decode("utf-8-sig"), newline="")))[1:]
    assert [read_back(row[1]) for row in rows] == [line(text) for text in texts]
    assert {row[2] for row in rows} == {"-5"}
    tally(cases=len(rows))


def test_no_text_in_csv_begins_as_a_formula_does(paper):
    for row in csv.reader(io.StringIO(render(paper, "csv").content.decode("utf-8-sig"), newline="")):
        assert row[1].lstrip(" \u200b\ufeff\u3000")[:1] not in tuple("=+-@|%＝＋－＠｜\t\r")


def test_a_heading_or_a_name_of_a_sheet_is_no_formula_either(paper):
    book = CalamineWorkbook.from_filelike(io.BytesIO(render(paper, "xlsx").content))
    assert book.sheet_names == ["表1　=1+1"]
    assert book.get_sheet_by_index(0).to_python()[0] == ["No", "=1+1", "n"]
