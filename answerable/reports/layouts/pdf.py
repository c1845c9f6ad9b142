"""A paper as PDF for keeping (PDF/A-2a, PDF/UA-1: tagged), set by typst from texts that it never reads as markup."""

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from answerable.reports.charts.drawing import svg_of
from answerable.reports.layouts.at_hand import roles_of
from answerable.reports.layouts.coverage import covered
from answerable.reports.layouts.document import Document, Language
from answerable.reports.layouts.heads import HELD_MAX, heads_of
from answerable.reports.layouts.pieces import (
    CellPiece,
    FigurePiece,
    HeadingPiece,
    Piece,
    TablePiece,
    pieces_of,
)
from answerable.reports.layouts.typesetting import KEPT, shelf, typeset
from answerable.reports.layouts.word.page import CHARACTER, sheet_of
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.fonts import (
    FACES,
    GETA,
    Fonts,
    chosen,
    lacking,
    notice_of_signs,
    notices_of_faces,
)
from answerable.reports.rules.signs import line
from answerable.reports.rules.told import Told

#: 225 mm hold 22 lines of 28.98 pt: a character of 16 pt and what lies between two lines.
LEADING = 12.98
#: A word longer than this would stand out of the frame: it may be broken anywhere.
WORD_MAX = 36
_LONG = re.compile(rf"[!-~]{{{WORD_MAX},}}")
_BREAK = "\u200b"


def pdf_of(document: Document, fonts: Fonts) -> tuple[bytes, tuple[Told, ...]]:
    """Set a document; give the file and what its maker must notice."""
    installed = shelf(fonts).families()
    picks = chosen(installed)
    paper, drawings = _paper(document)
    paper["faces"] = {role: list(pick.families) for role, pick in picks.items()}
    paper["own"] = {role: pick.own and pick.first in FACES[role].own for role, pick in picks.items()}
    text = json.dumps(paper, ensure_ascii=False)
    missing = lacking("".join((text, *drawings.values())), covered(fonts))
    for sign in missing:
        text = text.replace(sign, GETA)
        drawings = {name: drawn.replace(sign, GETA) for name, drawn in drawings.items()}
    files = {"main.typ": _template(f"{document.kind}.typ"), "setting.typ": _template("setting.typ")}
    files |= {name: drawn.encode() for name, drawn in drawings.items()}
    content, more = _typeset({**files, "paper.json": text.encode()}, fonts)
    return content, (*notices_of_faces(picks, roles_of(document)), *notice_of_signs(missing), *more)


@cache
def _template(name: str) -> bytes:
    return (Path(__file__).parent / "templates" / name).read_bytes()


def _typeset(files: dict[str, bytes], fonts: Fonts) -> tuple[bytes, tuple[Told, ...]]:
    """Set for keeping; a paper that cannot be kept so is still printed, and says why."""
    try:
        done = typeset(files, "pdf", fonts, standards=KEPT)
    except typst.TypstError as trouble:
        done = typeset(files, "pdf", fonts)
        reason = line(str(trouble))[:200]
        return done.content, (
            Told(
                f"This PDF does not meet PDF/A: {reason}",
                f"此PDF不符合PDF/A长期保存格式：{reason}",
            ),
        )
    told = tuple(Told(f"The typesetter says: {words}", f"排版程序提示：{words}") for words in done.warnings)
    return done.content, told


def _paper(document: Document) -> tuple[dict[str, Any], dict[str, str]]:
    """Make the plain values that the template reads, and the drawings beside them."""
    sheet, heads = sheet_of(document.kind, document.language), heads_of(document)
    leading = LEADING if sheet.official else sheet.size * 0.75
    drawings: dict[str, str] = {}
    level = 0
    pieces = []
    for piece in pieces_of(document):
        made = _piece(piece, document.language, drawings)
        if isinstance(piece, HeadingPiece):
            # A step may be skipped to the eye; who listens is led down one by one (PDF/UA-1, 7.4.2).
            level = min(piece.level, level + 1)
            made |= {"look": piece.level, "level": level}
        pieces.append(made)
    words = words_of(document.language)
    facts = (line(document.subtitle), heads.issuer, heads.dated, heads.number)
    paper = {
        "sheet": {
            "official": sheet.official,
            "chinese": sheet.chinese,
            "size": sheet.size,
            "cell": sheet.cell,
            "em": CHARACTER if sheet.official else sheet.size,
            "leading": leading,
        },
        "heads": asdict(heads),
        "attachments": f"{heads.attachments_label}{words.semicolon.join(heads.attachments)}",
        "facts": " · ".join(fact for fact in facts if fact),
        "pieces": pieces,
    }
    _hold_the_end(pieces)
    return _breakable(paper), drawings


def _hold_the_end(pieces: list[dict[str, Any]]) -> None:
    """Let the last words of the text go with the signature: a page may not bear a signature alone (7.3.5.4)."""
    if pieces and pieces[-1]["kind"] == "text" and _signs_of(pieces[-1]) <= HELD_MAX:
        pieces[-1]["held"] = True


def _signs_of(piece: dict[str, Any]) -> int:
    return sum(len(run["text"]) for run in piece["runs"])


def _piece(piece: Piece, language: Language, drawings: dict[str, str]) -> dict[str, Any]:
    if isinstance(piece, FigurePiece):
        name = f"figure-{piece.number}.svg"
        drawings[name] = svg_of(piece.chart, language)
        return {
            "kind": "figure",
            "file": name,
            "caption": piece.caption,
            "alternative": piece.alternative,
            "note": piece.note,
        }
    if isinstance(piece, TablePiece):
        return {
            "kind": "table",
            "columns": piece.columns,
            "rows": [[_cell(cell) for cell in row] for row in piece.rows],
            "caption": piece.caption,
            "note": piece.note,
            "widths": piece.widths,
            "right": piece.right,
        }
    return asdict(piece)


def _cell(cell: CellPiece) -> dict[str, Any]:
    return {"text": cell.text, "link": cell.link}


def _breakable(value: Any, key: str = "") -> Any:
    """Let long words be broken, in texts alone: a link stays what it is."""
    if isinstance(value, dict):
        return {name: _breakable(one, name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_breakable(one, key) for one in value]
    if isinstance(value, str) and key not in ("link", "kind", "file", "alternative"):
        return _LONG.sub(lambda word: _BREAK.join(word.group()), value)
    return value
