"""The page, its types and its page numbers (GB/T 9704-2012: 37/28/35/26 mm, 22 lines of 28 characters)."""

from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips

from answerable.reports.rules.fonts import FACES, Role

#: 28.95 pt gives 22 lines on the page, the often copied 29 pt gives 21 (measured).
LINE = Twips(579)
#: 16 pt alone gives 27 characters a line; a quarter of a point less between them gives 28 (measured).
TIGHTER = -5
#: One character of the body with what is taken from it: indents are counted in these.
CHARACTER = 15.75


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one kind of paper is set: margins in mm (top, right, bottom, left), body and cell in points."""

    margins: tuple[float, float, float, float]
    size: float
    cell: float
    official: bool
    chinese: bool

    @property
    def line(self) -> Any:
        """The distance of lines."""
        return LINE if self.official else Pt(round(self.size * 1.6))

    @property
    def em(self) -> float:
        """One character of the body, in points."""
        return CHARACTER if self.official else self.size


def sheet_of(kind: str, language: str) -> Sheet:
    """Choose the sheet for a kind of paper and a language."""
    chinese = language.startswith("zh")
    if kind == "official":
        return Sheet((37, 26, 35, 28), 16, 12, official=True, chinese=chinese)
    return Sheet(
        (25, 25, 25, 25), 12 if chinese else 11, 10.5 if chinese else 9.5, official=False, chinese=chinese
    )


def blank(sheet: Sheet) -> Word:
    """Make an empty paper."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, right, bottom, left = (Mm(side) for side in sheet.margins)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    _grid(section, sheet)
    _types(word, sheet)
    _page_numbers(word, sheet)
    return word


def _grid(section: Any, sheet: Sheet) -> None:
    """Lines only: a grid of characters too makes LibreOffice spread each to double its width (measured)."""
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    if sheet.official:
        grid = OxmlElement("w:docGrid")
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), "579")
        section._sectPr.append(grid)


def _types(word: Word, sheet: Sheet) -> None:
    face(word.styles["Normal"], "body", sheet.size)
    normal: Any = word.styles["Normal"]
    languages = OxmlElement("w:lang")
    languages.set(qn("w:val"), "en-GB")
    languages.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(languages)
    shape(normal, sheet.line)
    types: tuple[tuple[str, Role, float], ...] = (
        ("Paper text", "body", sheet.size),
        ("Paper flush", "body", sheet.size),
        ("Paper cell", "body", sheet.cell),
        ("Paper caption", "hei", sheet.cell),
        ("Paper note", "kai", sheet.cell),
        ("Paper notice", "hei", 10.5),
    )
    for name, role, size in types:
        style: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        face(style, role, size)
    text: Any = word.styles["Paper text"]
    if sheet.official or sheet.chinese:
        indent_characters(text, 2, sheet)
    else:
        text.paragraph_format.space_after = Pt(6)
    for name in ("Paper cell", "Paper caption", "Paper note", "Paper notice"):
        shape(word.styles[name], Pt(round(sheet.cell * 1.35)))
        leave_grid(word.styles[name].element)
    caption: Any = word.styles["Paper caption"]
    caption.paragraph_format.keep_with_next = True
    # 黑体 is strong by its design; a Latin face is made so.
    caption.font.bold = not sheet.chinese
    if sheet.official:
        for name in ("Paper text", "Paper flush"):
            tighten(word.styles[name])
    _headings(word, sheet)


def _headings(word: Word, sheet: Sheet) -> None:
    """一、黑体 → （一）楷体 → 1. and （1）仿宋, all of the body's size; a plain paper steps down in size."""
    roles: tuple[Role, ...] = ("hei", "kai", "body", "body")
    for level in range(1, 5):
        style: Any = word.styles[f"Heading {level}"]
        role: Role = roles[level - 1] if sheet.official else "hei"
        face(style, role, sheet.size if sheet.official else sheet.size + max(0, 4 - level) * 1.5)
        style.font.bold = not sheet.official or level == 3 or (level == 1 and not sheet.chinese)
        style.font.italic = False
        shape(style, sheet.line)
        style.paragraph_format.keep_with_next = True
        if sheet.official:
            indent_characters(style, 2, sheet)
            tighten(style)
        else:
            style.paragraph_format.space_before = Pt(10)
    title: Any = word.styles["Title"]
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    face(title, "title", 22 if sheet.official else 20)
    title.font.bold = not (sheet.official and sheet.chinese)
    shape(title, Pt(32))
    if not sheet.official:
        title.paragraph_format.space_after = Pt(6)
    leave_grid(title.element)
    title.paragraph_format.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER if sheet.official else WD_ALIGN_PARAGRAPH.LEFT
    )


def face(style: Any, role: Role, size: float) -> None:
    """Name the face for both scripts, black; the reader's word processor has it."""
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    names = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        names.attrib.pop(qn(f"w:{theme}"), None)
    names.set(qn("w:eastAsia"), FACES[role].named)
    # Spacing of a style that python-docx brings would change the characters in a line.
    for extra in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(extra)


def shape(style: Any, line: Any) -> None:
    """Set lines apart exactly, nothing before and after, no indent."""
    form = style.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, line
    form.space_before = form.space_after = form.first_line_indent = form.left_indent = Pt(0)


def leave_grid(element: Any) -> None:
    """Keep a type or a paragraph off the grid of lines, which would set its lines as far apart as those of the body."""
    off = OxmlElement("w:snapToGrid")
    off.set(qn("w:val"), "0")
    element.pPr.find(qn("w:spacing")).addprevious(off)


def indent_characters(style: Any, count: int, sheet: Sheet) -> None:
    """Indent the first line by characters, as Word counts them, and by points for who cannot."""
    style.paragraph_format.first_line_indent = Pt(count * sheet.em)
    style.element.pPr.ind.set(qn("w:firstLineChars"), str(count * 100))


def tighten(style: Any) -> None:
    """Take a quarter of a point from between the characters, so that 28 stand in a line."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(TIGHTER))
    size = style.element.rPr.find(qn("w:sz"))
    size.addprevious(spacing)
    style.paragraph_format.space_before = Pt(0)
    # A quarter of a character that programs put between Chinese and digits would break the count of 28.
    for name in ("autoSpaceDE", "autoSpaceDN"):
        off = OxmlElement(f"w:{name}")
        off.set(qn("w:val"), "0")
        style.element.pPr.find(qn("w:spacing")).addprevious(off)


def _page_numbers(word: Word, sheet: Sheet) -> None:
    """— 1 — in half-width 4号 Song, 7 mm below the text; odd pages right, even left, one character in."""
    section = word.sections[0]
    high = 16.0
    section.footer_distance = Mm(sheet.margins[2] - 7) - Pt(high)
    word.settings.odd_and_even_pages_header_footer = sheet.official
    _number(
        section.footer.paragraphs[0],
        WD_ALIGN_PARAGRAPH.RIGHT if sheet.official else WD_ALIGN_PARAGRAPH.CENTER,
    )
    if sheet.official:
        _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)


def _number(paragraph: Any, side: WD_ALIGN_PARAGRAPH) -> None:
    form = paragraph.paragraph_format
    form.alignment = side
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(16)
    if side is not WD_ALIGN_PARAGRAPH.CENTER:
        form.left_indent = form.right_indent = Pt(14)
    for words in ("— ", "begin", "PAGE", "separate", "1", "end", " —"):
        run = paragraph.add_run(words if words in ("— ", "1", " —") else "")
        run.font.size, run.font.name = Pt(14 if side is not WD_ALIGN_PARAGRAPH.CENTER else 10), "SimSun"
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES["song"].named)
        if words == "PAGE":
            code = OxmlElement("w:instrText")
            code.text = words
            run._r.append(code)
        elif not run.text:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), words)
            run._r.append(mark)
