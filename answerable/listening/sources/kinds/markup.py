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
HTML_COMMENT_END = re.compile(r"--!?>")
#: HTML elements without an end tag.
EMPTY = frozenset(
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
)
_CELL = frozenset({"td", "th"})
_ROW = _CELL | {"tr"}
_PART = _ROW | {"thead", "tbody", "tfoot", "caption", "colgroup"}
#: HTML elements whose end tag may be left out, and what a new one ends.
ENDS_OTHERS = {
    **{name: frozenset({name}) for name in ("p", "li", "option", "rp", "rt")},
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd", "p"})),
    **dict.fromkeys(_CELL, _CELL),
    "tr": _ROW,
    **dict.fromkeys(("thead", "tbody", "tfoot"), _PART),
}
#: HTML elements that hold text, never tags.
RAW_END = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}


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
    """Raise NotReadable when the markup is deeper, wider or longer than honest documents are.

    `html`: by the rules of HTML, where CDATA is no CDATA, "/>" closes nothing and scripts hold no tags.
    """
    nest = _Nest(html=html)
    tags = position = 0
    while found := TAG.search(text, position):
        if found["name"] is None:
            position = _behind_comment(text, found, html=html)
            continue
        position = found.end()
        name = found["name"].lower() if html else found["name"]
        if found["close"]:
            nest.close(name)
            continue
        tags += 1
        if tags > most_tags:
            raise NotReadable("too_many_tags", most=most_tags)
        _check_attributes(found["rest"])
        if html or not found["rest"].endswith("/"):
            nest.open(name)
        if html and name in RAW_END:
            end = RAW_END[name].search(text, position)
            position = end.start() if end else len(text)


class _Nest:
    """Which elements are open, as a parser would have it: an end tag without its start closes nothing."""

    def __init__(self, *, html: bool) -> None:
        self.html = html
        self.names: list[str] = []

    def open(self, name: str) -> None:
        """Enter an element; raise when that is too deep."""
        if self.html:
            if name in EMPTY:
                return
            ends = ENDS_OTHERS.get(name, frozenset())
            while self.names and self.names[-1] in ends:
                self.names.pop()
        self.names.append(name)
        if len(self.names) > DEEPEST:
            raise NotReadable("too_deep", most=DEEPEST)

    def close(self, name: str) -> None:
        """Leave an element and all that was left open inside it."""
        if name in self.names:
            while self.names.pop() != name:
                pass


def _behind_comment(text: str, found: re.Match[str], *, html: bool) -> int:
    if found["comment"] is None:
        return _after(text, found.end(), ">" if html else "]]>")
    if not html:
        return _after(text, found.end(), "-->")
    end = HTML_COMMENT_END.search(text, found.end() - 2)  # "<!-->" is a whole comment
    return end.end() if end else len(text)


def _after(text: str, position: int, mark: str) -> int:
    end = text.find(mark, position)
    return len(text) if end < 0 else end + len(mark)


def _check_attributes(rest: str) -> None:
    # Quick way out: an attribute takes at least two characters, its blank included.
    if len(rest) > MOST_ATTRIBUTES * 2 and sum(1 for _ in ATTRIBUTE.finditer(rest)) > MOST_ATTRIBUTES:
        raise NotReadable("too_many_attributes", most=MOST_ATTRIBUTES)
