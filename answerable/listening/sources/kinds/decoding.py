"""Turns bytes into text once, whatever the labels say.

Order: byte-order mark; what the HTTP header, the XML declaration or the page's meta says, read as the superset
that browsers use (gb2312 means gb18030, latin-1 means windows-1252); UTF-8 when the bytes are valid UTF-8; then
the Chinese encodings. A label that does not fit its bytes loses.
"""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How a document beginning with "<" or "<?xml" looks without a byte-order mark.
BARE = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
#: WHATWG Encoding Standard: what these labels mean in practice.
SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
}
#: Character sets of the web; everything else Python knows (utf-7, punycode, idna ...) is a trap, not a text.
KNOWN = re.compile(
    r"(?:utf-?8|utf-?(?:16|32)(?:-?[lb]e)?|gb18030|hz|big5hkscs|cp\d{3,4}|windows-\d{3,4}|iso-?8859-\d{1,2}"
    r"|iso-2022-(?:jp|kr)|euc-?(?:jp|kr)|koi8-[ru]|mac-?(?:roman|cyrillic)|tis-620)"
)
XML_LABEL = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:\-]{1,40})[\"']")
META_LABEL = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:\-]{1,40})", re.IGNORECASE)
HTTP_LABEL = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:\-]{1,40})", re.IGNORECASE)
#: Pages put their meta far down; some feeds put white space before the declaration.
HEAD = 4096


def decode(body: bytes, content_type: str = "") -> tuple[str, bool]:
    """Give the text and whether a label did not fit its bytes. Never raises."""
    marked = _marked(body)
    if marked is not None:
        return marked, False
    labels = _labels(body, content_type)
    for label in labels:
        text = _strict(body, label)
        if text is not None:
            return _utf8_in_disguise(body, label) or text, False
    for name in ("utf-8", "gb18030", "big5hkscs"):
        text = _strict(body, name)
        if text is not None:
            return text, bool(labels)
    return _least_broken(body, labels), bool(labels)


def _marked(body: bytes) -> str | None:
    """Read what shows its encoding in its first bytes."""
    for mark, name in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    for start, name in BARE:
        if body.startswith(start):
            return body.decode(name, errors="replace")
    return None


def _labels(body: bytes, content_type: str) -> list[str]:
    head = body[:HEAD]
    found = [match.group(1) for match in (XML_LABEL.search(head), META_LABEL.search(head)) if match]
    named = [label.decode("ascii") for label in found]
    http = HTTP_LABEL.search(content_type)
    if http:
        named.insert(0, http.group(1))
    known = (SUPERSETS.get(label.lower(), label.lower()) for label in named)
    return [label for label in dict.fromkeys(known) if KNOWN.fullmatch(label)]


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):
        return None


def _utf8_in_disguise(body: bytes, label: str) -> str | None:
    """Find UTF-8 under another label. Bytes of other encodings are next to never valid UTF-8 with CJK in it."""
    if label.startswith("utf"):
        return None
    text = _strict(body, "utf-8")
    return text if text is not None and max(text, default="") >= "\u0800" else None


def _least_broken(body: bytes, labels: list[str]) -> str:
    """Give the reading with the fewest replacement characters; cut multi-byte text ends here."""
    names = [*labels, "utf-8", "gb18030"]
    readings = [body.decode(name, errors="replace") for name in names]
    return min(readings, key=lambda text: text.count("\ufffd"))
