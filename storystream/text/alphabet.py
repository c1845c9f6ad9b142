"""Two tables over the code points: what each one becomes for matching, and what kind of sign it is.

Built once at import from the interpreter's own Unicode data and OpenCC's character table, so that the inner
loop can normalise (NFKC, lower case, traditional to simplified) and classify a character with one look-up.
"""

import unicodedata
from functools import cache
from typing import Final

import numpy as np
import opencc
from numpy.typing import NDArray

#: Code points above this are private use or unassigned: they separate words.
TABLE_SIZE: Final = 0x32000

(
    GAP,
    LATIN,
    CYRILLIC,
    ARABIC,
    HAN,
    HIRAGANA,
    KATAKANA,
    HANGUL,
    THAI,
    TIBETAN,
    OTHER,
    DIGIT,
    JOINER,
    DROPPED,
) = range(14)
KINDS: Final = 14

#: First and last code point of each script, from the block names of the Unicode Standard.
_RANGES: Final = (
    (0x0041, 0x024F, LATIN),
    (0x0250, 0x02AF, LATIN),
    (0x0370, 0x03FF, OTHER),
    (0x0400, 0x052F, CYRILLIC),
    (0x0600, 0x06FF, ARABIC),
    (0x0750, 0x077F, ARABIC),
    (0x08A0, 0x08FF, ARABIC),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE70, 0xFEFC, ARABIC),
    (0x0E00, 0x0EFF, THAI),
    (0x1000, 0x109F, THAI),
    (0x1780, 0x17FF, THAI),
    (0x0F00, 0x0FFF, TIBETAN),
    (0x1100, 0x11FF, HANGUL),
    (0xAC00, 0xD7FF, HANGUL),
    (0x1E00, 0x1EFF, LATIN),
    (0x3005, 0x3007, HAN),
    (0x3041, 0x309F, HIRAGANA),
    (0x30A0, 0x30FF, KATAKANA),
    (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN),
    (0xF900, 0xFAFF, HAN),
    (0x20000, 0x31FFF, HAN),
)

#: Signs that stand inside a word without being part of it: apostrophes, soft hyphen, joiners of Arabic script.
_JOINERS: Final = "'\u2019\u02bc\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640\u00b7"

#: Arabic spellings that writers use for one another (Larkey, Ballesteros, Connell 2002: "light" normalisation).
_SAME_LETTER: Final = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е"}


def _script(point: int) -> int:
    """The script of a letter, by block; OTHER for letters of scripts that put spaces between words."""
    for first, last, kind in _RANGES:
        if first <= point <= last:
            return kind
    return OTHER


def _kind(point: int) -> int:
    """What kind of sign a code point is."""
    sign = chr(point)
    category = unicodedata.category(sign)
    if sign in _JOINERS:
        return JOINER
    if category[0] == "L" or category == "Nl":
        return _script(point)
    if category == "Nd":
        return DIGIT
    if (
        category[0] == "M"
    ):  # vowel signs of Indic, Thai and Tibetan script carry meaning, accents and points do not
        script = _script(point)
        return script if script in (THAI, TIBETAN) or 0x0900 <= point < 0x0E00 else DROPPED
    return GAP


def _without_accent(sign: str) -> str:
    """The plain letter under a Latin accent: "é" and "e" are written for one another in news."""
    first = unicodedata.normalize("NFD", sign)[:1]
    return first if first.isascii() and first.isalpha() else sign


def _matching_sign(sign: str) -> str:
    """One character as it is compared."""
    if "\ud800" <= sign <= "\udfff":
        return " "
    composed = unicodedata.normalize("NFKC", sign)
    lowered = (composed if len(composed) == 1 else sign).lower()[:1]
    digit = unicodedata.decimal(lowered, None)
    if digit is not None:
        return str(digit)
    return _SAME_LETTER.get(lowered, _without_accent(lowered))


@cache
def matching_table() -> NDArray[np.int32]:
    """For each code point below TABLE_SIZE the one it is compared as. int32, shape (TABLE_SIZE,)."""
    signs = [_matching_sign(chr(point)) for point in range(TABLE_SIZE)]
    han = [point for point, sign in enumerate(signs) if _script(ord(sign)) == HAN]
    simplified = opencc.OpenCC("t2s").convert("\n".join(signs[point] for point in han)).split("\n")
    for point, sign in zip(han, simplified, strict=True):
        signs[point] = sign[:1]
    return np.array([ord(sign) for sign in signs], dtype=np.int32)


@cache
def kind_table() -> NDArray[np.uint8]:
    """For each code point below TABLE_SIZE its kind of sign. uint8, shape (TABLE_SIZE,)."""
    return np.array([_kind(point) for point in range(TABLE_SIZE)], dtype=np.uint8)


@cache
def composing_table() -> NDArray[np.uint8]:
    """1 for each code point whose NFKC form depends on its neighbours or is longer than one. uint8."""
    table = np.zeros(TABLE_SIZE, dtype=np.uint8)
    for point in range(TABLE_SIZE):
        sign = chr(point)
        if "\ud800" <= sign <= "\udfff" or 0xAC00 <= point <= 0xD7A3:
            continue
        if len(unicodedata.normalize("NFKC", sign)) != 1 or unicodedata.combining(sign):
            table[point] = 1
        decomposed = unicodedata.decomposition(sign).split()
        if len(decomposed) == 2 and not decomposed[0].startswith("<"):
            second = int(decomposed[1], 16)
            table[second] = second >= 0x80
    table[0x1161:0x1176] = 1  # Hangul vowels and finals compose by rule, not by table
    table[0x11A8:0x11C3] = 1
    return table
