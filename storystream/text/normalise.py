"""Plain text out of what sources call text: no markup, no control signs, one Unicode form."""

import html
import re
import unicodedata
from typing import Final

#: Nothing behind this many characters is read: leads tell stories, and a hostile text must cost little.
LONGEST: Final = 8000

_SILENT: Final = re.compile(
    r"<(script|style|template|noscript)\b[^>]{0,2000}>.{0,20000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<!--.{0,5000}?-->|</?[a-zA-Z!?][^<>]{0,2000}>", re.DOTALL)
_AMPERSANDS: Final = re.compile(r"&(?:(?:amp|#38|#x26);)+", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_SPACE: Final = re.compile(r"\s+")


def without_markup(text: str) -> str:
    """The text that a reader of the page would see; unchanged when it holds no markup.

    >>> without_markup("<p>Fish &amp; chips</p>").strip()
    'Fish & chips'
    >>> without_markup("3 < 5 and 7 > 6")
    '3 < 5 and 7 > 6'
    """
    if "<" not in text and "&" not in text:
        return text
    before = ""
    while before != text:
        before = text
        text = _AMPERSANDS.sub("&", text)
        text = _TAG.sub(" ", _SILENT.sub(" ", text))
        text = html.unescape(text)
    return text


def normalise(text: str) -> str:
    """Markup, control signs and lone surrogates gone, NFKC, single spaces. Applying it twice changes nothing.

    >>> normalise("ＡＢＣ　１２３\\x00<br>ｱ")
    'ABC 123 ア'
    """
    text = text[:LONGEST]
    before = None
    while before != text:
        before = text
        text = without_markup(_CONTROL.sub(" ", text))
        text = _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    return text
