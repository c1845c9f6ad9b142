"""Prints a plan as a Word file: the sentences as they are numbered, and an annex that says how each one stands.

Page and type follow GB/T 9704-2012 (A4, 37/28/35/26 mm, 22 lines of 28 characters); fonts are named and not shipped,
the reader's word processor has them. The file carries no link, no field and no program.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips

from answerable.governance.plan.queries.beside import ClauseStatus
from answerable.governance.plan.queries.reader import ClauseRow, clause_rows
from answerable.governance.plan.rules.document import PlanDocument, name_in
from answerable.governance.plan.rules.places import begins

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: 28.95 pt gives 22 lines on the page, the often copied 29 pt gives 21 (GB/T 9704, measured).
LINE = Twips(579)
#: 16 pt alone gives 27 characters a line; a quarter of a point less between them gives 28 (measured).
TIGHTER = -5
#: A fixed moment: the same plan gives the same bytes.
STAMP = (2026, 1, 1, 0, 0, 0)
WIDTHS = (1000, 3900, 2700, 1244)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile(r"[\t\r\n]+")


def paper_of(document: PlanDocument, statuses: Mapping[str, ClauseStatus], language: str) -> bytes:
    """Print a plan with its annex in a language; the sentences stay in the words they were written in."""
    word = _blank()
    with override(language):
        rows = clause_rows(document, dict(statuses))
        _write_text(word, document, rows, language)
        _write_annex(word, rows)
    return _saved(word)


def _blank() -> Word:
    """Make an empty paper with the page and the types of the standard."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    _style(word, "Normal", "仿宋_GB2312", 16, indent=Pt(32))
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(TIGHTER))
    word.styles["Normal"].element.get_or_add_rPr().append(spacing)
    for name, font, size in (
        ("Plan title", "方正小标宋简体", 22),
        ("Plan number", "仿宋_GB2312", 16),
        ("Plan heading", "黑体", 16),
        ("Plan cell", "仿宋_GB2312", 10.5),
    ):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _style(word, name, font, size, indent=Pt(32) if name == "Plan heading" else Pt(0))
    for name in ("Plan title", "Plan number"):
        word.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title = word.styles["Plan title"].paragraph_format
    title.line_spacing, title.space_before, title.space_after = Pt(32), LINE, LINE
    word.styles["Plan heading"].paragraph_format.keep_with_next = True
    word.styles["Plan cell"].paragraph_format.line_spacing = Pt(16)
    return word


def _style(word: Word, name: str, font: str, size: float, *, indent: Pt) -> None:
    style: Any = word.styles[name]
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    shape.space_before, shape.space_after, shape.first_line_indent = Pt(0), Pt(0), indent


def _write_text(word: Word, document: PlanDocument, rows: tuple[ClauseRow, ...], language: str) -> None:
    word.add_paragraph(_clean(name_in(document.title, language) or document.id), "Plan title")
    if document.source.doc_no:
        word.add_paragraph(_clean(document.source.doc_no), "Plan number")
    for row in rows:
        for place, words in row.headings:
            word.add_paragraph(_clean(f"{begins(place)}{words}"), "Plan heading")
        first, *more = row.text.split("\n")
        for line in (f"{begins(row.ref)}{first}", *more):
            word.add_paragraph(_clean(line))


def _write_annex(word: Word, rows: tuple[ClauseRow, ...]) -> None:
    word.add_page_break()
    word.add_paragraph(_("Annex: how each sentence stands"), "Plan title")
    heads = (_("Place"), _("Sentence"), _("Gives rise to"), _("State"))
    lines = [heads, *(_annex_row(row) for row in rows)]
    table = word.add_table(len(lines), len(WIDTHS), "Table Grid")
    table.autofit = False
    for place, (cells, line) in enumerate(zip(table.rows, lines, strict=True)):
        properties = cells._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader" if place == 0 else "w:cantSplit"))
        for cell, width, words in zip(cells.cells, WIDTHS, line, strict=True):
            cell.width = Twips(width)
            cell.paragraphs[0].style = word.styles["Plan cell"]
            cell.paragraphs[0].add_run(_clean(words))


def _annex_row(row: ClauseRow) -> tuple[str, str, str, str]:
    gives = "; ".join(one.name for one in row.gives) or row.none
    state = f"{row.status.word} {row.status.figures}".strip() if row.status is not None else "—"
    # A sentence in the annex is quoted, so that it is never read for a clause of its own.
    return row.ref, f"“{row.text[:80]}…”" if len(row.text) > 80 else f"“{row.text}”", gives, state


def _clean(text: str) -> str:
    """Take out what a document cannot hold, and what would break a line in it."""
    return _ENDS.sub(" ", _CONTROL.sub("", text))


def _saved(word: Word) -> bytes:
    """Save without a trace of when and by which program."""
    about = word.core_properties
    about.author, about.comments = "", ""
    about.created = about.modified = datetime(*STAMP)  # noqa: DTZ001 - the file format has no zone
    drawn, out = io.BytesIO(), io.BytesIO()
    word.save(drawn)
    with zipfile.ZipFile(drawn) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in made.infolist():
            kept.writestr(zipfile.ZipInfo(part.filename, STAMP), made.read(part))
    return out.getvalue()
