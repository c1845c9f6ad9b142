"""The places that a template may have, and what a document puts there; a fixed list, in both languages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from answerable.reports.layouts.document import Document, KeyFigures
from answerable.reports.layouts.heads import Heads, heads_of
from answerable.reports.layouts.pieces import TextPiece, pieces_of
from answerable.reports.layouts.values import written
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.signs import line

PLACE = re.compile(r"\{\{\s*([\w.]{1,40})\s*\}\}")
#: What looks like a place or like a statement of some language of templates, and is none of ours.
LOGIC = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
BODY = "body"
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
#: Rows of a table that are repeated: every place in the row bears the name of the set.
ROWS: Mapping[str, tuple[str, ...]] = {
    "attachments": ("no", "name"),
    "figures": ("name", "value", "n", "period"),
    "sources": ("no", "title", "link"),
}
CHINESE: Mapping[str, str] = {
    "标题": "title",
    "副标题": "subtitle",
    "发文字号": "number",
    "发文机关": "issuer",
    "签发人": "signer",
    "主送": "addressees",
    "抄送": "copies",
    "紧急程度": "urgency",
    "密级": "secrecy",
    "份号": "serial",
    "成文日期": "date",
    "附注": "note",
    "印发机关": "printer",
    "印发日期": "printed",
    "提示": "notices",
    "正文": BODY,
    "附件.序号": "attachments.no",
    "附件.名称": "attachments.name",
    "指标.名称": "figures.name",
    "指标.数值": "figures.value",
    "指标.统计数": "figures.n",
    "指标.期间": "figures.period",
    "来源.序号": "sources.no",
    "来源.标题": "sources.title",
    "来源.链接": "sources.link",
}


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into the places: one text a name, and rows a set."""

    words: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]


def known(name: str) -> str:
    """Give the name of a place as the program knows it, none where there is no such place."""
    name = CHINESE.get(name, name)
    if name in _WORDS or name == BODY:
        return name
    group, _, column = name.partition(".")
    return name if column in ROWS.get(group, ()) else ""


def group_of(name: str) -> str:
    """Give the set whose rows are repeated, none for a single place."""
    name = CHINESE.get(name, name)
    return name.partition(".")[0] if "." in name else ""


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
