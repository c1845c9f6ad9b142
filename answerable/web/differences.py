"""What was taken out of a text and what was put in, word by word or sign by sign."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: Words of spaced scripts, single signs of the others, and what stands between.
_UNITS = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ0-9]+|\s+|.", re.DOTALL)
#: Beyond so many units a comparison would take seconds: the texts are shown one after the other.
MOST_UNITS = 6_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, was taken out or was put in."""

    kind: Literal["same", "out", "in"]
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Cut two texts into what stayed, what went and what came, in reading order."""
    old, new = _UNITS.findall(before), _UNITS.findall(after)
    if len(old) + len(new) > MOST_UNITS:
        return [Piece("out", before), Piece("in", after)]
    found: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(old[i:j])))
            continue
        if j > i:
            found.append(Piece("out", "".join(old[i:j])))
        if m > k:
            found.append(Piece("in", "".join(new[k:m])))
    return found
