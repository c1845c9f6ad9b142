"""The history of an answer: each text that was public, with what it changed against the one before."""

import re
from dataclasses import dataclass
from html import unescape

import nh3

from answerable.response.answers.queries import PublishedAnswer, PublishedVersion
from answerable.web.differences import Piece, pieces

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
    return unescape(f"{title}\n\n{re.sub(chr(10) + '{3,}', chr(10) * 2, lines).strip()}")


def told(answer: PublishedAnswer) -> tuple[Told, ...]:
    """Tell every version, the newest first, with its visible differences."""
    found: list[Told] = []
    before: PublishedVersion | None = None
    for version in answer.versions:
        changed: tuple[Piece, ...] = ()
        if before is not None:
            old, new = (words_of(one.title, one.body_html) for one in (before, version))
            changed = tuple(pieces(old, new)) if old != new else ()
        found.append(Told(version, changed))
        before = version
    return tuple(reversed(found))
