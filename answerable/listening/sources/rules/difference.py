"""What differs between two versions of a text, word by word; Chinese sign by sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: Whole words of spaced scripts, single signs of the others, and what stands between them.
_PIECE = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|\s+|.",
    re.DOTALL,
)
#: Comparing is quadratic at worst; longer texts are compared line by line.
MOST_PIECES = 4_000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that both versions have, or only one of them."""

    sort: Literal["same", "gone", "new"]
    text: str


def difference(before: str, after: str) -> tuple[Part, ...]:
    """Give the parts of two versions in reading order: what stayed, what went, what came."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if max(len(old), len(new)) > MOST_PIECES:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(part for part in _parts(old, new) if part.text)


def _parts(old: list[str], new: list[str]) -> Iterator[Part]:
    for sort, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort == "equal":
            yield Part("same", "".join(old[a:b]))
        else:
            yield Part("gone", "".join(old[a:b]))
            yield Part("new", "".join(new[c:d]))
