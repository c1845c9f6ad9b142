"""What a document puts into the places of a template; the names are a fixed list."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from answerable.reports.layouts.document import Document, KeyFigures
from answerable.reports.layouts.heads import Heads, heads_of
from answerable.reports.layouts.pieces import TextPiece, pieces_of
from answerable.reports.layouts.values import written
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.signs import line

_WORDS: Mapping[str, Callable[[Document, Heads], str]] = {
    "title": lambda document, heads: heads.title,
    "subtitle": lambda document, heads: line(document.subtitle),
    "number": lambda document, heads: heads.number,
    "issuer": lambda document, heads: heads.issuer,
    "signer": lambda document, heads: heads.signer,
    "addressees": lambda document, heads: heads.addressees,
    "copies": lambda document, heads: words_of(document.language).comma.join(
        line(one) for one in document.copies
    ),
    "urgency": lambda document, heads: line(document.urgency),
    "secrecy": lambda document, heads: line(document.secrecy),
    "serial": lambda document, heads: line(document.serial),
    "date": lambda document, heads: heads.dated,
    "note": lambda document, heads: heads.note,
    "printer": lambda document, heads: heads.printer,
    "printed": lambda document, heads: heads.printed,
    "notices": lambda document, heads: " ".join(heads.notices),
}


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into the places: one text a name, and rows a set."""

    words: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]


def filling_of(document: Document) -> Filling:
    """Take from a document what goes into the places."""
    heads = heads_of(document)
    words = {name: make(document, heads) for name, make in _WORDS.items()}
    attachments = tuple(
        {"no": str(place), "name": line(one)} for place, one in enumerate(document.attachments, 1)
    )
    figures = tuple(
        {
            "name": line(row.name),
            "value": written(row.value, document.language),
            "n": written(row.n, document.language),
            "period": line(row.period),
        }
        for block in document.body
        if isinstance(block, KeyFigures)
        for row in block.rows
    )
    return Filling(words, {"attachments": attachments, "figures": figures, "sources": _sources(document)})


def _sources(document: Document) -> tuple[Mapping[str, str], ...]:
    """The sources stand at the end of the pieces: "[1] " and the title with its link."""
    return tuple(
        {"no": piece.runs[0].text.strip(" []"), "title": piece.runs[1].text, "link": piece.runs[1].link}
        for piece in pieces_of(document)
        if isinstance(piece, TextPiece)
        and len(piece.runs) == 2
        and re.fullmatch(r"\[\d+\] ", piece.runs[0].text)
    )
