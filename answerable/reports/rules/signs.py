"""What no file can hold is taken out of a text here, once for every form; and how wide a line is."""

import re
import unicodedata

#: XML 1.0 holds none of these; a lone surrogate is no character at all.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: Ends of lines as Unicode counts them, next line and the two separators too.
_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t ]+")


def lines_of(text: str) -> tuple[str, ...]:
    """Split a text where its writer broke it; empty lines fall away."""
    lines = (_BLANKS.sub(" ", _CONTROL.sub("", line)).strip(" ") for line in _ENDS.split(text))
    return tuple(line for line in lines if line)


def line(text: str) -> str:
    """Make one line of a text."""
    return " ".join(lines_of(text))


def stretch(text: str) -> str:
    """Clean a stretch inside a line; the blanks at its ends join it to its neighbours and stay."""
    return _BLANKS.sub(" ", _CONTROL.sub("", _ENDS.sub(" ", text)))


def ems(text: str) -> float:
    """Measure a line in characters: a wide one is 1, a narrow one a half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)
