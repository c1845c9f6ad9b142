"""Looks at what a file has to fill in: its places, and everything that keeps it from being a template, all at once.

Runs in the limited child for a file that somebody hands in, and once more before a template is filled.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from answerable.reports.templates_of_the_body.names import BODY, LOGIC, PLACE, group_of, known
from answerable.reports.templates_of_the_body.opening import look_through
from answerable.reports.templates_of_the_body.refusals import Reason, TemplateRefused

_RUNS = "./w:r | ./w:hyperlink/w:r | ./w:ins/w:r | ./w:smartTag/w:r | ./w:sdt/w:sdtContent/w:r"
#: Nobody reads a longer list of mistakes at once.
REASONS_MAX = 20


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a file has, in their order and each once, and what keeps it from being a template."""

    names: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def has_body(self) -> bool:
        """Say whether the text of a paper has its place."""
        return BODY in self.names


def look_at(content: bytes) -> Places:
    """Look at a file as a whole; raise TemplateRefused where it cannot be opened as a plain Word file."""
    look_through(content)
    word = opened(content)
    names: dict[str, None] = {}
    reasons: dict[Reason, None] = {}
    for paragraph in paragraphs(word):
        for name in PLACE.findall(text_of(paragraph)):
            if known(name):
                names[known(name)] = None
        reasons |= dict.fromkeys(_reasons(paragraph))
    for row in (row for table in tables(word) for row in table.findall(qn("w:tr"))):
        reasons |= dict.fromkeys(_two_sets(row))
    if not names and not reasons:
        reasons[Reason.of("no-place")] = None
    return Places(tuple(names), tuple(reasons)[:REASONS_MAX])


def _reasons(paragraph: Any) -> Iterator[Reason]:
    text = text_of(paragraph)
    for name in PLACE.findall(text):
        if not known(name):
            yield Reason.of("unknown", name=name)
        elif group_of(name) and not _is_in_row(paragraph):
            yield Reason.of("outside-a-row", name=name)
        elif known(name) == BODY and not stands_free(paragraph):
            yield Reason.of("body-not-alone")
    rest = LOGIC.search(PLACE.sub("", text))
    if rest:
        yield Reason.of("sign", sign=rest.group())


def _two_sets(row: Any) -> Iterator[Reason]:
    places = [name for paragraph in row.iter(qn("w:p")) for name in PLACE.findall(text_of(paragraph))]
    sets = dict.fromkeys(group_of(name) for name in places if known(name) and group_of(name))
    if len(sets) > 1:
        yield Reason.of("two-sets", names=", ".join(sets))


def places_of(content: bytes) -> Places:
    """Give the places of a template; refuse what is none, naming its first mistake."""
    found = look_at(content)
    if found.reasons:
        first = found.reasons[0]
        raise TemplateRefused(first.code, **dict(first.details))
    return found


def opened(content: bytes) -> Word:
    """Open a file that was looked through."""
    try:
        return docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, IndexError, AttributeError, OpcError, zipfile.BadZipFile) as fault:
        raise TemplateRefused("damaged") from fault


def _roots(word: Word) -> Iterator[Any]:
    yield word.element
    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def paragraphs(word: Word) -> Iterator[Any]:
    """Go through the paragraphs of text, heads and feet."""
    for root in _roots(word):
        yield from root.iter(qn("w:p"))


def tables(word: Word) -> Iterator[Any]:
    """Go through the tables of text, heads and feet."""
    for root in _roots(word):
        yield from root.iter(qn("w:tbl"))


def texts_of(paragraph: Any) -> list[Any]:
    """Give the elements that hold the words of a paragraph."""
    return [text for run in paragraph.xpath(_RUNS) for text in run.findall(qn("w:t"))]


def text_of(paragraph: Any) -> str:
    """Give the words of a paragraph, put together again where Word has split them into runs."""
    return "".join(text.text or "" for text in texts_of(paragraph))


def stands_free(paragraph: Any) -> bool:
    """Say whether a paragraph of the text holds one place and nothing else: only there a whole text fits."""
    alone = PLACE.fullmatch(text_of(paragraph).strip())
    return paragraph.getparent().tag == qn("w:body") and alone is not None


def _is_in_row(paragraph: Any) -> bool:
    return any(True for _ in paragraph.iterancestors(qn("w:tr")))
