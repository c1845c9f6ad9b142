"""The linear look at markup before any parser sees it: depth, tags, attributes, and no entities of its own.

Parsers and sanitisers are quadratic in nesting (1 MB of nested <div> took one 280 s) and in attributes (40,000 of
them 24 s); this scan is linear and refuses first. See docs/decisions on reading hostile documents.
"""

import re

from answerable.listening.sources.kinds.refusal import NotReadable

DEEPEST = 200
MOST_ATTRIBUTES = 64
MOST_TAGS = 20_000
#: Possessive throughout and no "<" inside values: each character is looked at a bounded number of times.
TAG = re.compile(
    r"<(?:!--(?P<comment>)|!\[CDATA\[(?P<cdata>)|(?P<close>/)?(?P<name>[A-Za-z_:][^\s<>/\"'=]*+)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(?P<end>>)?)"
)
ATTRIBUTE = re.compile(r"[^\s=<>\"'/]++(?:\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s<>\"']++))?+")
PROLOG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<instruction>\?)|(?P<doctype>!DOCTYPE)|[A-Za-z_:!/])", re.IGNORECASE
)
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
CHARACTER_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,15}))[0-9a-fA-F]*;?")
#: What XML 1.0 does not allow in a document.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: HTML elements without an end tag, and those whose end tag is optional: they do not nest by themselves.
DO_NOT_NEST = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
    | {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"}
    | {"rb", "rt", "rtc", "rp"}
)


def without_doctype(text: str) -> tuple[str, bool]:
    """Cut the document type out of the prolog; say whether it defined entities. Nothing is ever expanded."""
    position = 0
    while found := PROLOG.search(text, position):
        if found["doctype"]:
            end = _doctype_end(text, found.end())
            defined = ENTITY.search(text, found.start(), end) is not None
            return text[: found.start()] + text[end:], defined
        if not found["comment"] and not found["instruction"]:
            break
        position = _after(text, found.end(), "-->" if found["comment"] else "?>")
    return text, False


def _doctype_end(text: str, at: int) -> int:
    bracket, angle = text.find("[", at), text.find(">", at)
    if angle < 0:
        return len(text)
    if not 0 <= bracket < angle:
        return angle + 1
    closed = re.compile(r"\]\s*>").search(text, bracket)
    return closed.end() if closed else len(text)


def clean_characters(text: str) -> str:
    """Replace what no XML may hold, written plainly or as a number, so that the parsers need not choke on it."""
    return CHARACTER_REFERENCE.sub(_reference, NOT_XML.sub("", text))


def _reference(match: re.Match[str]) -> str:
    number = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or number < 9:
        return "\ufffd"
    return "\ufffd" if NOT_XML.match(chr(number)) else match.group(0)


def scan(text: str, *, most_tags: int = MOST_TAGS, html: bool = False) -> None:
    """Raise NotReadable when the markup is deeper, wider or longer than honest documents are."""
    depth = tags = position = 0
    while found := TAG.search(text, position):
        position = found.end()
        if found["comment"] is not None or found["cdata"] is not None:
            position = _after(text, position, "-->" if found["comment"] is not None else "]]>")
            continue
        if found["close"]:
            depth = max(0, depth - _nests(found["name"], html=html))
            continue
        tags += 1
        if tags > most_tags:
            raise NotReadable("too_many_tags", most=most_tags)
        _check_attributes(found["rest"])
        if not found["rest"].endswith("/"):
            depth += _nests(found["name"], html=html)
        if depth > DEEPEST:
            raise NotReadable("too_deep", most=DEEPEST)


def _after(text: str, position: int, mark: str) -> int:
    end = text.find(mark, position)
    return len(text) if end < 0 else end + len(mark)


def _nests(name: str, *, html: bool) -> int:
    return 0 if html and name.lower() in DO_NOT_NEST else 1


def _check_attributes(rest: str) -> None:
    # Quick way out: an attribute takes at least two characters, its blank included.
    if len(rest) > MOST_ATTRIBUTES * 2 and sum(1 for _ in ATTRIBUTE.finditer(rest)) > MOST_ATTRIBUTES:
        raise NotReadable("too_many_attributes", most=MOST_ATTRIBUTES)
