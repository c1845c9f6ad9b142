"""Whether two letters say the same: offered to a person, never acted on alone.

Sixteen smallest hashes of overlapping three-sign pieces (MinHash, Broder 1997): the share of equal places estimates
how much of the two texts is the same.
"""

import hashlib
import re
import unicodedata

#: Places of a print; the estimate is off by a quarter of the range at most, 19 times in 20.
PLACES = 16
#: Letters with so many equal places are shown side by side: about two thirds of the text is the same.
SAME_PLACES = 9
PIECE = 3
#: Shorter texts ("no water") agree by chance.
SHORTEST = 12
_NOT_WORDS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Fold width, case and punctuation, so that only the words count."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text).casefold())


def print_of(text: str) -> tuple[int, ...]:
    """Give the print of a text: a number a place, or nothing for a text that is too short to tell."""
    plain = folded(text)[:4000]
    if len(plain) < SHORTEST:
        return ()
    pieces = {plain[start : start + PIECE] for start in range(len(plain) - PIECE + 1)}
    smallest = [2**64] * PLACES
    for piece in pieces:
        digest = hashlib.blake2b(piece.encode(), digest_size=8 * 8).digest()
        for place in range(8):
            value = int.from_bytes(digest[place * 8 : place * 8 + 8])
            smallest[place] = min(smallest[place], value)
            turned = (value * 0x9E3779B97F4A7C15 + place) % 2**64
            smallest[place + 8] = min(smallest[place + 8], turned)
    # The place is part of the number, and it fits a signed column of 64 bits.
    return tuple((value >> 5 << 4 | place) - 2**62 for place, value in enumerate(smallest))


def is_same(equal_places: int) -> bool:
    """Say whether so many equal places are worth a look."""
    return equal_places >= SAME_PLACES
