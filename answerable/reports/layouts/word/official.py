"""The official document around its body: red head, number, signer, signature and date, colophon (GB/T 9704-2012, 7)."""

from typing import Any

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from answerable.reports.layouts.heads import Heads
from answerable.reports.layouts.word.page import CHARACTER
from answerable.reports.rules.fonts import FACES, Role

RED = RGBColor(0xFF, 0, 0)
#: The upper edge of the mark lies 35 mm below that of the text (7.2.4): three lines of the corner and what is left.
CORNER_LINES = 3
MARK_DROP = 99.2 - CORNER_LINES * 28.95
#: Between the number and the red rule lie 4 mm (7.2.7), counted from the lower edge of its line.
RULE_DROP = 11


def write_head(word: Word, heads: Heads) -> None:
    """Set what stands above the title."""
    corner = heads.corner[-CORNER_LINES:]
    for text in (*corner, *[""] * (CORNER_LINES - len(corner))):
        _role(_flush(word, text), "hei")
    _mark(word, heads)
    for _ in range(2):
        _flush(word, "")
    _number(word, heads)
    for _ in range(2):
        _flush(word, "")
    word.add_paragraph(heads.title, "Title")
    _flush(word, "")
    for text in heads.notices:
        word.add_paragraph(text, "Paper notice")
    if heads.addressees:
        _flush(word, heads.addressees)


def _mark(word: Word, heads: Heads) -> None:
    mark = _flush(word, heads.mark)
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form = mark.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(heads.mark_size)
    form.space_before = Pt(MARK_DROP)
    _role(mark, "title", heads.mark_size, RED)


def _number(word: Word, heads: Heads) -> None:
    """Centred; upward left, one character in, with the signer's name in Kai at the right (7.2.5, 7.2.6)."""
    line = _flush(word, heads.number)
    form = line.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
    if heads.signer:
        form.left_indent = form.right_indent = Pt(CHARACTER)
        form.tab_stops.add_tab_stop(Mm(156) - Pt(CHARACTER), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"\t{heads.signer_label}")
        name = line.add_run(heads.signer)
        name._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES["kai"].named)
    else:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule = _flush(word, "")
    rule.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    rule.paragraph_format.line_spacing = Pt(RULE_DROP)
    _border(rule, "bottom", 16, "FF0000")


def write_foot(word: Word, heads: Heads) -> None:
    """Set what stands below the text."""
    _attachments(word, heads)
    for _ in range(2 if heads.issuer or heads.dated else 0):
        _flush(word, "").paragraph_format.keep_with_next = True
    for text, inward in ((heads.issuer, heads.issuer_in), (heads.dated, heads.date_in)):
        if text:
            line = _flush(word, text)
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            line.paragraph_format.right_indent = Pt(inward * CHARACTER)
            line.paragraph_format.keep_with_next = text != heads.dated
    if heads.note:
        _flush(word, heads.note).paragraph_format.left_indent = Pt(2 * CHARACTER)
    _colophon(word, heads)


def _attachments(word: Word, heads: Heads) -> None:
    """附件：1. … two characters in, the names under each other (7.3.4)."""
    if not heads.attachments:
        return
    _flush(word, "")
    label = 3 if heads.attachments_label.endswith("：") else len(heads.attachments_label) / 2
    several = 1 if len(heads.attachments) > 1 else 0
    for place, name in enumerate(heads.attachments):
        line = _flush(word, f"{heads.attachments_label}{name}" if place == 0 else name)
        form = line.paragraph_format
        form.left_indent = Pt((2 + label + several) * CHARACTER)
        form.first_line_indent = Pt(-(several + (label if place == 0 else 0)) * CHARACTER)


def _colophon(word: Word, heads: Heads) -> None:
    """The last lines of the last page: rules of 0.35 mm outside and 0.25 mm between, 4号 (7.4)."""
    rows = ([(heads.copies, "")] if heads.copies else []) + [(heads.printer, heads.printed)]
    if not any(text for row in rows for text in row):
        return
    table: Any = word.add_table(0, 1)
    _at_the_bottom(table)
    for left, right in rows:
        cell = table.add_row().cells[0]
        cell.width = Mm(156)
        line = cell.paragraphs[0]
        line.style = word.styles["Paper flush"]
        form = line.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(22)
        form.left_indent = form.right_indent = Pt(14)
        if right:
            form.tab_stops.add_tab_stop(Mm(156) - Pt(14), WD_TAB_ALIGNMENT.RIGHT)
        else:
            form.left_indent, form.first_line_indent = Pt(14 * 4), Pt(-14 * 3)
        line.add_run(f"{left}\t{right}" if right else left).font.size = Pt(14)
    _flush(word, "").paragraph_format.line_spacing = Pt(1)


def _at_the_bottom(table: Any) -> None:
    properties = table._tbl.tblPr
    place = OxmlElement("w:tblpPr")
    for name, value in (
        ("vertAnchor", "margin"),
        ("horzAnchor", "margin"),
        ("tblpXSpec", "left"),
        ("tblpYSpec", "bottom"),
    ):
        place.set(qn(f"w:{name}"), value)
    properties.append(place)
    width = OxmlElement("w:tblW")
    width.set(qn("w:w"), str(Mm(156).twips))
    width.set(qn("w:type"), "dxa")
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    properties.append(width)
    borders = OxmlElement("w:tblBorders")
    # In eighths of a point: 0.35 mm is 0.99 pt, 0.25 mm is 0.71 pt.
    for side, size in (("top", 8), ("bottom", 8), ("insideH", 6)):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)


def _flush(word: Word, text: str) -> Any:
    return word.add_paragraph(text, "Paper flush")


def _role(paragraph: Any, role: Role, size: float = 16, colour: RGBColor | None = None) -> None:
    for run in paragraph.runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES[role].named)
        run.font.size = Pt(size)
        if colour is not None:
            run.font.color.rgb = colour


def _border(paragraph: Any, side: str, size: int, colour: str) -> None:
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", colour)):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)
