"""The words of a mail: HTML without its markup and without what nobody sees, and without what was quoted."""

import re
from html.parser import HTMLParser

#: What is looked at of one HTML part; the words stand in less, the rest is styling.
MOST_HTML = 1_000_000
#: Their content is not for readers.
SILENT = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math"}
)
LINES = frozenset(
    {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "table"}
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])")
#: Elements without an end tag: they never hide anything behind them.
VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr"}
)
#: Below this line stands who wrote (RFC 3676 §4.3), or the mail that was answered.
BELOW = re.compile(
    r"^(?:-- ?|_{10,}|-{2,} ?(?:Original Message|原始邮件|原始信件|Forwarded message|转发邮件).*"
    r"|在 ?.{1,60}写道[:：]|On .{1,120} wrote:|发件人[:：].*|From: .*@.*)$",
    re.MULTILINE | re.IGNORECASE,
)
QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
BLANKS = re.compile(r"[^\S\n]+")
BLANK_LINES = re.compile(r"\n[ \n]*\n")


class _Words(HTMLParser):
    """Gathers what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; a hidden one is silent to its end."""
        if tag in LINES:
            self.pieces.append("\n")
        if tag in VOID:
            return
        styles = " ".join(value or "" for name, value in attrs if name == "style")
        hidden = any(name == "hidden" for name, _value in attrs) or HIDDEN.search(styles.lower())
        if tag in SILENT or hidden or (self.silent and tag == self.silent[-1]):
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        if tag in LINES:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if not self.silent:
            self.pieces.append(data)


def plain_of_html(source: str) -> str:
    """Give the words of an HTML text in one linear pass; links and pictures lead nowhere any more."""
    words = _Words()
    words.feed(source[:MOST_HTML])
    words.close()
    text = BLANKS.sub(" ", "".join(words.pieces).replace("\r", "\n"))
    return BLANK_LINES.sub("\n\n", text).strip()


def without_quotes(text: str) -> str:
    """Cut off signature, quotation and the mail that was answered."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    below = BELOW.search(text)
    if below is not None and text[: below.start()].strip():
        text = text[: below.start()]
    return QUOTED.sub("", text).strip()
