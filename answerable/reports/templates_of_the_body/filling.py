"""Fills a template: once over its texts, so that what was filled in is never looked at again."""

import io
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import docx
from django.utils.translation import gettext as _
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
from answerable.reports.templates_of_the_body.opening import TemplateRefused, look_through
from answerable.reports.templates_of_the_body.places import (
    BODY,
    LOGIC,
    PLACE,
    Filling,
    filling_of,
    group_of,
    known,
)

_RUNS = "./w:r | ./w:hyperlink/w:r | ./w:ins/w:r | ./w:smartTag/w:r | ./w:sdt/w:sdtContent/w:r"
_TYPES = ("Paper text", "Paper flush", "Paper cell", "Paper caption", "Paper note", "Paper notice")


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a template has."""

    names: tuple[str, ...]
    has_body: bool


def places_of(content: bytes) -> Places:
    """Look through an uploaded file and give its places; refuse what is no template."""
    look_through(content)
    names: dict[str, None] = {}
    for paragraph in _paragraphs(_opened(content)):
        text = _text(paragraph)
        for found in PLACE.finditer(text):
            name = known(found.group(1))
            if not name:
                raise TemplateRefused(
                    _("There is no place named “%(name)s”.") % {"name": found.group(1)},
                    _("The manual lists the names that are filled in."),
                )
            names[name] = None
        rest = LOGIC.search(PLACE.sub("", text))
        if rest:
            raise TemplateRefused(
                _("The template holds “%(sign)s”, which is no place.") % {"sign": rest.group()},
                _("A template has names in double braces, and no conditions, loops or calculations."),
            )
    if not names:
        raise TemplateRefused(
            _("The file has no place to fill in."), _("Write {{title}} and {{body}} where they are to stand.")
        )
    return Places(tuple(names), BODY in names)


def fill(content: bytes, document: Document, *, fonts: Fonts | None = None) -> Rendered:
    """Set a document with the body's own template."""
    places_of(content)
    word = _opened(content)
    filling = filling_of(document)
    for table in list(_tables(word)):
        _repeat_rows(table, filling)
    bodies = []
    for paragraph in list(_paragraphs(word)):
        if [known(name) for name in PLACE.findall(_text(paragraph))] == [BODY] and _stands_free(paragraph):
            bodies.append(paragraph)
        else:
            _replace(paragraph, lambda name: filling.words.get(name, ""))
    for paragraph in bodies:
        _put_body(word, paragraph, document, fonts or Fonts())
    return Rendered(saved(word, filling.words["title"]), DOCX, f"{name_of(document)}.docx")


def _opened(content: bytes) -> Word:
    try:
        return docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, IndexError, AttributeError) as fault:
        raise TemplateRefused(
            _("The file is damaged."), _("Open it in Word or WPS and save it again.")
        ) from fault


def _roots(word: Word) -> Iterator[Any]:
    yield word.element
    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def _paragraphs(word: Word) -> Iterator[Any]:
    for root in _roots(word):
        yield from root.iter(qn("w:p"))


def _tables(word: Word) -> Iterator[Any]:
    for root in _roots(word):
        yield from root.iter(qn("w:tbl"))


def _texts(paragraph: Any) -> list[Any]:
    return [text for run in paragraph.xpath(_RUNS) for text in run.findall(qn("w:t"))]


def _text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _stands_free(paragraph: Any) -> bool:
    return paragraph.getparent().tag == qn("w:body") and not PLACE.sub("", _text(paragraph)).strip()


def _replace(paragraph: Any, words: Callable[[str], str]) -> None:
    """Put words into the places of a paragraph, in the type of the run in which each place begins."""
    texts = _texts(paragraph)
    matches = list(PLACE.finditer(_text(paragraph)))
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
        names = [name for paragraph in row.iter(qn("w:p")) for name in PLACE.findall(_text(paragraph))]
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
