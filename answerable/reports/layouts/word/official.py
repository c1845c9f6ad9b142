"""The official document around its body: red head, number, signer, signature and date, colophon (GB/T 9704-2012, 7)."""

import math
from typing import Any

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from answerable.reports.layouts.heads import HELD_MAX, Heads
from answerable.reports.layouts.word.page import CHARACTER, leave_grid
from answerable.reports.rules.fonts import FACES, Role
from answerable.reports.rules.signs import ems

RED = RGBColor(0xFF, 0, 0)
#: The upper edge of the mark lies 35 mm below that of the text (7.2.4): three lines of the corner and what is left.
CORNER_LINES = 3
MARK_DROP = 99.2 - CORNER_LINES * 28.95
#: Between the number and the red rule lie 4 mm (7.2.7), counted from the lower edge of its line.
RULE_DROP = 11
#: In eighths of a point: 0.35 mm is 0.99 pt, 0.25 mm is 0.71 pt.
OUTER, INNER = 8, 6
#: The lines of the colophon, and what fits into one of copies: 156 mm less three characters and two at the ends.
COLOPHON_LINE = 24.0
COPIES_ROOM = 156 / 25.4 * 72 / 14 - 5

#: A box at the lower edge of the text, made invisible; its last paragraph is the one that a cell or box must end with.
BOX = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
    '<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
    '<wp:docPr id="9001" name="Colophon"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr>"
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:txbxContent></wps:txbx>'
    '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
    "</w:drawing>"
)


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
    title(word, heads)
    _flush(word, "")
    for text in heads.notices:
        word.add_paragraph(text, "Paper notice")
    if heads.addressees:
        _flush(word, heads.addressees)


def title(word: Word, heads: Heads) -> None:
    """Set the title, broken between words where it is long."""
    paragraph = word.add_paragraph(style="Title")
    for place, text in enumerate(heads.title_lines):
        run = paragraph.add_run(text)
        if place + 1 < len(heads.title_lines):
            run.add_break()


def _mark(word: Word, heads: Heads) -> None:
    mark = _flush(word, heads.mark)
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form = mark.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(heads.mark_size)
    form.space_before = Pt(MARK_DROP)
    leave_grid(mark._p)
    _role(mark, "title", heads.mark_size, RED)


def _number(word: Word, heads: Heads) -> None:
    """Centred; upward left, one character in, with the signer's name in Kai at the right (7.2.5, 7.2.6)."""
    line = _flush(word, heads.number)
    form = line.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
    leave_grid(line._p)
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
    leave_grid(rule._p)
    _borders(rule, (("bottom", 16, "FF0000"),))


def write_foot(word: Word, heads: Heads) -> None:
    """Set what stands below the text."""
    _hold_the_end(word)
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


def _hold_the_end(word: Word) -> None:
    """Let the end of the text go with the signature: a page may not bear a signature alone (7.3.5.4)."""
    last = word.paragraphs[-1]
    follows = last._p.getnext()
    if (follows is None or follows.tag == qn("w:sectPr")) and len(last.text) <= HELD_MAX:
        last.paragraph_format.keep_with_next = True


def _attachments(word: Word, heads: Heads) -> None:
    """附件：1. … two characters in, the names under each other (7.3.4)."""
    if not heads.attachments:
        return
    _flush(word, "").paragraph_format.keep_with_next = True
    label = 3 if heads.attachments_label.endswith("：") else len(heads.attachments_label) / 2
    several = 1 if len(heads.attachments) > 1 else 0
    for place, name in enumerate(heads.attachments):
        line = _flush(word, f"{heads.attachments_label}{name}" if place == 0 else name)
        form = line.paragraph_format
        form.keep_with_next = True
        form.left_indent = Pt((2 + label + several) * CHARACTER)
        form.first_line_indent = Pt(-(several + (label if place == 0 else 0)) * CHARACTER)


def _colophon(word: Word, heads: Heads) -> None:
    """The last lines of the last page: rules of 0.35 mm outside and 0.25 mm between, 4号 (7.4)."""
    rows = [(heads.copies, "")] if heads.copies else []
    rows += [(heads.printer, heads.printed)] if heads.printer or heads.printed else []
    if not rows:
        return
    table: Any = word.add_table(0, 1)
    for left, right in rows:
        cell = table.add_row().cells[0]
        cell.width = Mm(156)
        _colophon_line(word, cell.paragraphs[0], left, right)
    lines = sum(1 if right else max(1, math.ceil((ems(left) - 3) / COPIES_ROOM)) for left, right in rows)
    _ruled(table)
    _at_the_bottom(_flush(word, ""), table, lines * COLOPHON_LINE)


def _colophon_line(word: Word, line: Any, left: str, right: str) -> None:
    line.style = word.styles["Paper flush"]
    form = line.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(COLOPHON_LINE)
    form.left_indent = form.right_indent = Pt(14)
    if right:
        form.tab_stops.add_tab_stop(Mm(156) - Pt(14), WD_TAB_ALIGNMENT.RIGHT)
    else:
        form.left_indent, form.first_line_indent = Pt(14 * 4), Pt(-14 * 3)
    line.add_run(f"{left}\t{right}" if right else left).font.size = Pt(14)


def _ruled(table: Any) -> None:
    properties = table._tbl.tblPr
    for old in list(properties):
        properties.remove(old)
    properties.append(_made("tblW", w=Mm(156).twips, type="dxa"))
    borders = _made("tblBorders")
    for side, size in (("top", OUTER), ("bottom", OUTER), ("insideH", INNER)):
        borders.append(_made(side, val="single", sz=size, space=0, color="000000"))
    properties.append(borders)
    properties.append(_made("tblLayout", type="fixed"))
    margins = _made("tblCellMar")
    for side in ("left", "right"):
        margins.append(_made(side, w=0, type="dxa"))
    properties.append(margins)


def _at_the_bottom(hook: Any, table: Any, high: float) -> None:
    """Hold a table of a height in points at the lower edge of the text, in a box without lines.

    A floating table as wide as the text stays where it was written in LibreOffice 7.4, and a frame of paragraphs loses
    its place there as soon as it has rules (both seen); a box stands where it belongs in both programs.
    """
    form = hook.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    box = parse_xml(BOX.format(wide=Mm(156), high=int(Pt(high + 4))))
    inside = box.find(f".//{qn('w:txbxContent')}")
    inside.insert(0, table._tbl)
    hook.add_run()._r.append(box)


def _made(tag: str, **attributes: object) -> Any:
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _flush(word: Word, text: str) -> Any:
    return word.add_paragraph(text, "Paper flush")


def _role(paragraph: Any, role: Role, size: float = 16, colour: RGBColor | None = None) -> None:
    for run in paragraph.runs:
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES[role].named)
        run.font.size = Pt(size)
        if colour is not None:
            run.font.color.rgb = colour


def _borders(paragraph: Any, sides: tuple[tuple[str, int, str], ...]) -> None:
    borders = _made("pBdr")
    for side, size, colour in sides:
        borders.append(_made(side, val="single", sz=size, space=0, color=colour))
    paragraph._p.get_or_add_pPr().find(qn("w:spacing")).addprevious(borders)
