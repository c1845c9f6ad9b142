"""Small documents of every sort that a child reads before it gives up its files: parsers load lazily."""

from collections.abc import Callable, Mapping
from typing import Any

AT = "2026-01-01T00:00:00+00:00"
RSS = (
    b'<rss version="2.0"><channel><title>t</title><item><title>t</title><link>http://x.example/</link>'
    b"<pubDate>Mon, 06 Jan 2025 10:00:00 +0800</pubDate><description>d</description></item></channel></rss>"
)
#: Declared in a way that only the patient parser reads, with a date that nobody reads.
ODD_RSS = (
    b"<CHANNEL><ITEM HREF='http://x.example/'><TITLE>t</TITLE><pubDate>late in May</pubDate></ITEM></CHANNEL>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title type="html">t</title>'
    b"<updated>2025-01-01T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
    b"<p>x</p></div></content></entry></feed>"
)
PARAGRAPH = (
    b"<p>The water works repaired the main on Harbour Street during the night, the city said on Monday.</p>"
)
PAGE = (
    b"<html lang='en'><head><title>t</title><link rel='alternate' type='application/rss+xml' href='/feed'></head>"
    b"<body><article><h1>t</h1>" + PARAGRAPH * 6 + b"<a href='/a'>a</a></article></body></html>"
)
SITEMAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://x.example/a</loc>'
    b"<lastmod>2025-01-01</lastmod></url></urlset>"
)
JSON_FEED = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"t"}]}'
MAIL = (
    b"Subject: =?gb2312?B?xOO6ww==?=\r\nDate: Mon, 06 Jan 2025 10:00:00 +0800\r\n"
    b"Content-Type: text/plain; charset=gb2312\r\n\r\nx\r\n"
)
SAMPLES = (
    ("feed", RSS),
    ("feed", ODD_RSS),
    ("feed", ATOM),
    ("json_feed", JSON_FEED),
    ("sitemap", SITEMAP),
    ("news_sitemap", SITEMAP),
    ("page", PAGE),
    ("article", PAGE),
    ("mailbox", MAIL),
    ("file", b"title,text\nt,x\n"),
    ("file", b'{"title": "t"}\n'),
)


def read_samples(carry_out: Callable[[Mapping[str, Any], bytes], bytes]) -> None:
    """Read one of each."""
    told = {"status": 200, "headers": {}, "final_url": "http://x.example/", "at": AT, "memory": {}}
    for kind, body in SAMPLES:
        settings = {"selector": "a"} if kind == "page" else {}
        carry_out({**told, "task": "read", "kind": kind, "settings": settings}, body)
    carry_out({**told, "task": "discover"}, PAGE)
