"""Markdown in, inert HTML out. Raw HTML in a text stays text; what is left is checked against a short list."""

import re

import nh3
from markdown_it import MarkdownIt

#: What an answer may consist of. No pictures and no frames: nothing on the public page is fetched from elsewhere.
TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "a",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
#: Longer than any answer; a bound for the parser's work.
MOST_SIGNS = 60_000
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": 20}).enable("table")
_LINK = re.compile(r"^(?:https?://|mailto:|tel:|/(?!/)|#)[^\s\x00-\x1f\u2028\u2029\\]*$", re.IGNORECASE)


def render(text: str) -> str:
    """Turn Markdown into HTML that can do nothing: no script, no picture, no style, links only to plain places."""
    html = _MARKDOWN.render(text[:MOST_SIGNS].replace("\x00", ""))
    lowered = re.sub(r"<(/?)h1>", r"<\1h2>", html)
    return nh3.clean(
        lowered,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_kept,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Keep a link only where it leads to a web address, a mail or telephone address, or a place of this site."""
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "rel":  # put there by the cleaning itself
        return value
    return value if value.isdigit() and len(value) < 6 else None


def is_plain_link(link: str) -> bool:
    """Say whether an address may stand beside a fact as its source."""
    return bool(_LINK.match(link)) and not link.lower().startswith(("mailto:", "tel:", "#"))


def plain(text: str) -> str:
    """Give the words of a Markdown text without its signs, for search and feeds."""
    return " ".join(nh3.clean(_MARKDOWN.render(text[:MOST_SIGNS].replace("\x00", "")), tags=set()).split())
