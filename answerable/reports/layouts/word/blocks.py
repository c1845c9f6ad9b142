"""Sets the pieces of a body: headings, text with its sources, tables, figures, lists, what is missing."""

import io
from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from answerable.reports.charts.drawing import svg_of
from answerable.reports.layouts.pictures import png_of
from answerable.reports.layouts.pieces import (
    CellPiece,
    FigurePiece,
    HeadingPiece,
    ListPiece,
    MissingPiece,
    Piece,
    Stretch,
    TablePiece,
    TextPiece,
)
from answerable.reports.layouts.word.page import Sheet
from answerable.reports.rules.fonts import FACES, Fonts


def write(word: Word, pieces: tuple[Piece, ...], sheet: Sheet, language: str, fonts: Fonts) -> None:
    """Set the pieces one after the other."""
    for piece in pieces:
        match piece:
            case HeadingPiece(level, text):
                word.add_paragraph(text, f"Heading {level}")
            case TextPiece():
                _text(word, piece, sheet)
            case FigurePiece():
                _figure(word, piece, language, fonts)
            case TablePiece():
                _table(word, piece)
            case ListPiece():
                _list(word, piece, sheet)
            case MissingPiece(text):
                _missing(word, text)
            case _:
                word.add_page_break()


def _text(word: Word, piece: TextPiece, sheet: Sheet) -> None:
    paragraph = word.add_paragraph(style="Paper text")
    for stretch in piece.runs:
        if stretch.link:
            _link(paragraph, stretch)
        else:
            _strong(paragraph.add_run(stretch.text), stretch.strong, sheet)
    if piece.cites:
        mark = paragraph.add_run(f"[{', '.join(str(cite) for cite in piece.cites)}]")
        mark.font.superscript = True


def _strong(run: Any, strong: bool, sheet: Sheet) -> None:
    """Chinese stresses by another face, English by weight."""
    if strong and sheet.chinese:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES["hei"].named)
    elif strong:
        run.font.bold = True


def _link(paragraph: Any, stretch: Stretch) -> None:
    """A link that a reader may follow; a word processor does not."""
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(stretch.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    run = paragraph.add_run(stretch.text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _figure(word: Word, piece: FigurePiece, language: str, fonts: Fonts) -> None:
    section = word.sections[0]
    room = Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))
    paragraph = word.add_paragraph(style="Paper cell")
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.keep_with_next = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(
        io.BytesIO(png_of(svg_of(piece.chart, language), fonts)), width=room
    )
    shape._inline.docPr.set("descr", piece.alternative)
    caption = word.add_paragraph(piece.caption, "Paper caption")
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(4), Pt(4)
    caption.paragraph_format.keep_with_next = bool(piece.note)
    if piece.note:
        word.add_paragraph(piece.note, "Paper note")


def _table(word: Word, piece: TablePiece) -> None:
    if piece.caption:
        above = word.add_paragraph(piece.caption, "Paper caption")
        above.alignment = WD_ALIGN_PARAGRAPH.CENTER
        above.paragraph_format.space_before, above.paragraph_format.space_after = Pt(8), Pt(4)
    table: Any = word.add_table(0, len(piece.columns), "Table Grid")
    section = word.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    table.autofit = not piece.widths
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _air(table)
    heads = tuple(CellPiece(head, head) for head in piece.columns)
    for place, cells in enumerate((heads, *piece.rows)):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if place == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, words, right in zip(row.cells, cells, piece.right, strict=True):
            _cell(cell, words, head=place == 0, right=right)
    if piece.widths:
        for column, share in zip(table.columns, piece.widths, strict=True):
            column.width = Emu(int(room * share / sum(piece.widths)))
            for cell in column.cells:
                cell.width = column.width
    after = word.add_paragraph(piece.note, "Paper note")
    after.paragraph_format.space_before, after.paragraph_format.space_after = Pt(3), Pt(6)


def _air(table: Any) -> None:
    """Leave 3 points above and below what a cell holds, as the PDF does."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "60")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)


def _cell(cell: Any, words: CellPiece, *, head: bool, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = cell.part.document.styles["Paper caption" if head else "Paper cell"]
    paragraph.paragraph_format.keep_with_next = head
    if words.link:
        _link(paragraph, Stretch(words.text, link=words.link))
    else:
        paragraph.add_run(words.text)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _list(word: Word, piece: ListPiece, sheet: Sheet) -> None:
    for place, item in enumerate(piece.items, 1):
        sign = f"{place}." if piece.ordered else "•"
        paragraph = word.add_paragraph(f"{sign} {item}", "Paper text")
        if not sheet.official:
            paragraph.paragraph_format.left_indent = Pt(1.5 * sheet.em)
            paragraph.paragraph_format.first_line_indent = Pt(-sheet.em)


def _missing(word: Word, text: str) -> None:
    """A gap is framed, so that it is seen in print and by who only turns the pages."""
    paragraph = word.add_paragraph(text, "Paper note")
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "dashed"), ("sz", "4"), ("space", "4"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    form = paragraph.paragraph_format
    form.space_before = form.space_after = form.left_indent = form.right_indent = Pt(6)
    paragraph._p.get_or_add_pPr().find(qn("w:spacing")).addprevious(borders)
