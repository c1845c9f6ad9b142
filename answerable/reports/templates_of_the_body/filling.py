"""Fills a template: once over its texts, so that what was filled in is never looked at again."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from answerable.reports.layouts.document import Document, Rendered
from answerable.reports.layouts.pieces import pieces_of
from answerable.reports.layouts.rendering import DOCX, name_of
from answerable.reports.layouts.word.blocks import write
from answerable.reports.layouts.word.page import Sheet
from answerable.reports.layouts.word.paper import saved
from answerable.reports.rules.fonts import Fonts
from answerable.reports.templates_of_the_body.looking import (
    opened,
    paragraphs,
    places_of,
    stands_free,
    tables,
    text_of,
    texts_of,
)
from answerable.reports.templates_of_the_body.names import BODY, PLACE, group_of, known
from answerable.reports.templates_of_the_body.places import Filling, filling_of

_TYPES = ("Paper text", "Paper flush", "Paper cell", "Paper caption", "Paper note", "Paper notice")


def fill(content: bytes, document: Document, *, fonts: Fonts | None = None) -> Rendered:
    """Set a document with the body's own template."""
    places_of(content)
    word = opened(content)
    filling = filling_of(document)
    for table in list(tables(word)):
        _repeat_rows(table, filling)
    bodies = []
    for paragraph in list(paragraphs(word)):
        if stands_free(paragraph) and known(PLACE.findall(text_of(paragraph))[0]) == BODY:
            bodies.append(paragraph)
        else:
            _replace(paragraph, lambda name: filling.words.get(name, ""))
    for paragraph in bodies:
        _put_body(word, paragraph, document, fonts or Fonts())
    return Rendered(saved(word, filling.words["title"]), DOCX, f"{name_of(document)}.docx")


def _replace(paragraph: Any, words: Callable[[str], str]) -> None:
    """Put words into the places of a paragraph, in the type of the run in which each place begins."""
    texts = texts_of(paragraph)
    matches = list(PLACE.finditer(text_of(paragraph)))
    if not matches:
        return
    position = 0
    for element in texts:
        original = element.text or ""
        element.text = _kept(original, position, matches, words)
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        position += len(original)


def _kept(original: str, position: int, matches: list[re.Match[str]], words: Callable[[str], str]) -> str:
    """Give one run's text: what lies outside every place, and the words of the places that begin in it."""
    made, at, end = "", position, position + len(original)
    for match in matches:
        if match.end() <= at or match.start() >= end:
            continue
        made += original[at - position : max(match.start() - position, 0)] if match.start() > at else ""
        if match.start() >= position:
            made += words(known(match.group(1)))
        at = min(match.end(), end)
    return made + original[at - position :]


def _repeat_rows(table: Any, filling: Filling) -> None:
    for row in table.findall(qn("w:tr")):
        names = [name for paragraph in row.iter(qn("w:p")) for name in PLACE.findall(text_of(paragraph))]
        groups = {group_of(name) for name in names} - {""}
        if len(groups) != 1:
            continue
        for values in filling.rows.get(groups.pop(), ()):
            copy = deepcopy(row)
            for paragraph in copy.iter(qn("w:p")):
                _replace(paragraph, lambda name, values=values: _of_row(name, values, filling))  # type: ignore[misc]
            row.addprevious(copy)
        table.remove(row)


def _of_row(name: str, values: Any, filling: Filling) -> str:
    column = name.partition(".")[2]
    return str(values.get(column, "")) if column else filling.words.get(name, "")


def _put_body(word: Word, paragraph: Any, document: Document, fonts: Fonts) -> None:
    """Set the body where its place stands, in the template's own types."""
    style = next((one for one in word.styles if one.style_id == paragraph.style), word.styles["Normal"])
    _lend_types(word, style)
    before = set(word.element.body)
    chinese = document.language.startswith("zh")
    sheet = Sheet((25, 25, 25, 25), 12, 10.5, official=False, chinese=chinese)
    write(word, pieces_of(document), sheet, document.language, fonts)
    for element in [one for one in word.element.body if one not in before]:
        paragraph.addprevious(element)
    paragraph.getparent().remove(paragraph)


def _lend_types(word: Word, base: Any) -> None:
    """Make the types that the pieces ask for, where the template has none of that name."""
    there = {style.name for style in word.styles}
    for name in (*_TYPES, *(f"Heading {level}" for level in range(1, 5))):
        if name not in there:
            style: Any = word.styles.add_style(
                name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("Heading")
            )
            style.base_style = base
            style.font.bold = name.startswith(("Heading", "Paper caption"))
    if "Table Grid" not in there:
        table: Any = word.styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE)
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            border = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
                border.set(qn(f"w:{name}"), value)
            borders.append(border)
        properties = OxmlElement("w:tblPr")
        properties.append(borders)
        table.element.append(properties)
