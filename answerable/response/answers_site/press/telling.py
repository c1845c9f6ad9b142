"""The history of an answer: each text that was public, with what it changed against the one before."""

import re
from dataclasses import dataclass
from html import unescape

import nh3

from answerable.response.answers.queries import PublishedAnswer, PublishedVersion
from answerable.web.differences import Piece, pieces

#: Signs that stay beside a change on either side; the whole texts are one click away.
AROUND = 160
#: After these a new line begins when a text is shown without its marks.
_ENDS = re.compile(r"</(?:p|h2|h3|h4|li|tr|blockquote|pre)>|<br ?/?>|<hr ?/?>")


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the history; `changes` is empty for the first and where only words around it changed."""

    version: PublishedVersion
    changes: tuple[Piece, ...]


def words_of(title: str, html: str) -> str:
    """Give title and text as plain lines, for setting two texts beside each other."""
    lines = nh3.clean(_ENDS.sub("\n", html), tags=set())
    lines = re.sub(r"\s*\n\s*", "\n", lines).strip()
    return unescape(f"{title}\n{lines}")


def shortened(found: list[Piece]) -> tuple[Piece, ...]:
    """Cut long runs that stayed the same: what changed is seen with the words around it."""
    return tuple(_cut(piece, place == 0, place == len(found) - 1) for place, piece in enumerate(found))


def _cut(piece: Piece, first: bool, last: bool) -> Piece:
    text = piece.text
    if piece.kind != "same" or len(text) <= 2 * AROUND:
        return piece
    before = "" if first else text[:AROUND]
    after = "" if last else text[-AROUND:]
    return Piece("same", f"{before} … {after}")


def told(answer: PublishedAnswer) -> tuple[Told, ...]:
    """Tell every version, the newest first, with its visible differences."""
    found: list[Told] = []
    before: PublishedVersion | None = None
    for version in answer.versions:
        changed: tuple[Piece, ...] = ()
        if before is not None:
            old, new = (words_of(one.title, one.body_html) for one in (before, version))
            changed = shortened(pieces(old, new)) if old != new else ()
        found.append(Told(version, changed))
        before = version
    return tuple(reversed(found))
