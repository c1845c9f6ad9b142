"""Turns HTML into plain text, in one linear pass and without a tree: what is stored is never markup."""

import html
import re

#: Where a tag, comment or declaration begins; a lone "<" before anything else is just a character.
OPENING = re.compile(
    r"<(?:(?P<comment>!--)|(?P<other>[!?])|/?(?P<name>[A-Za-z][A-Za-z0-9:-]*+)|(?P<bogus>/))"
)
REST_OF_TAG = re.compile(r"(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+/?>")
#: Their content is not text for readers.
SILENT = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "svg", "math", "head"}
    | {"select", "textarea"}
)
SILENT_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in SILENT}
LINES = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"section", "article", "header", "footer", "blockquote", "pre", "hr", "figure", "figcaption", "aside"}
    | {"main", "nav", "form", "fieldset", "address"}
)
CELLS = frozenset({"td", "th"})
BLANKS = re.compile(r"[^\S\n]+")
BLANK_LINES = re.compile(r" ?\n[ \n]*")
#: Markup that was escaped again and again is opened this often; what is left then loses its brackets.
MOST_LAYERS = 5


def plain_text(source: str) -> str:
    """Give the text of a piece of HTML. Feeding the result in again changes nothing."""
    for layer in range(MOST_LAYERS):
        # Only the outermost layer is a document; below it "<script>" is a word that somebody wrote about.
        text = _one_layer(source, silent=SILENT if layer == 0 else frozenset())
        if text == source:
            return text
        source = text
    text = source.replace("<", " ").replace("&", " ")
    return _tidy(text)


def one_line(source: str) -> str:
    """Give the text of a title."""
    return " ".join(plain_text(source).split())


def _one_layer(source: str, silent: frozenset[str]) -> str:
    if "<" not in source and "&" not in source:
        return _tidy(source)
    pieces: list[str] = []
    position = 0
    while found := OPENING.search(source, position):
        pieces.append(source[position : found.start()])
        name = (found["name"] or "").lower()
        pieces.append(_gap(name))
        position = _behind(source, found, name if name in silent else "")
    pieces.append(source[position:])
    return _tidy(html.unescape("".join(pieces)))


def _gap(name: str) -> str:
    if name in LINES:
        return "\n"
    return " " if name in CELLS else ""


def _behind(source: str, found: re.Match[str], name: str) -> int:
    """Say where the text goes on after a tag, and after the content of the silent element `name`."""
    if found["comment"]:
        end = source.find("-->", found.end())
        return len(source) if end < 0 else end + 3
    rest = REST_OF_TAG.match(source, found.end())
    end = rest.end() if rest else source.find(">", found.end()) + 1
    if end == 0:
        return len(source)
    if name and source[found.start() + 1] != "/" and source[end - 2] != "/":
        closing = SILENT_END[name].search(source, end)
        return closing.start() if closing else len(source)
    return end


def _tidy(text: str) -> str:
    return BLANK_LINES.sub("\n", BLANKS.sub(" ", text.replace("\r", "\n"))).strip()


def escaped(text: str) -> str:
    """Guard the characters of a plain text on its way through the step that reads HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
