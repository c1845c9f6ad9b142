"""Says which kind a document is when nobody told: by its beginning, and by its name where that says nothing."""

import re

from answerable.listening.sources.kinds.decoding import decode

HEAD = 64 * 1024
MARK = re.compile(
    r"<!--(?P<comment>)|<(?:[\w.-]+:)?(?:(?P<feed>rss|feed|rdf|channel|item|entry)|(?P<sitemap>urlset|sitemapindex)"
    r"|(?P<page>html|body|head|!doctype\s+html))(?=[\s>/:\[])",
    re.IGNORECASE,
)
BY_NAME = {
    ".csv": "file",
    ".tsv": "file",
    ".jsonl": "file",
    ".ndjson": "file",
    ".xlsx": "file",
    ".eml": "mailbox",
    ".json": "json_feed",
    ".htm": "article",
    ".html": "article",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}


def kind_of(body: bytes, name: str = "") -> str:
    """Give the key of the kind that should read a document."""
    if body.startswith(b"PK\x03\x04"):
        return "file"
    if body.startswith(b"\x1f\x8b"):
        return "sitemap"
    ending = "." + name.lower().partition("?")[0].rpartition("/")[2].rpartition(".")[2]
    text, _odd = decode(body[:HEAD])
    by_name = BY_NAME.get(ending)
    if by_name in ("file", "mailbox"):
        return by_name
    if text.lstrip()[:1] in ("{", "["):
        return "json_feed"
    return _by_marks(text) or by_name or ("feed" if "<" in text else "article")


def _by_marks(text: str) -> str:
    position = 0
    while found := MARK.search(text, position):
        if found["comment"] is None:
            if found["sitemap"]:
                return "news_sitemap" if "schemas/sitemap-news" in text else "sitemap"
            return "feed" if found["feed"] else "article"
        position = text.find("-->", found.end())
        if position < 0:
            return ""
    return ""
