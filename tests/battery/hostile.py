"""What the hostile-input tests share: the corpora, the reference counts, one way to read a document."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from answerable.listening.sources.kinds import Document, Reading
from answerable.listening.sources.reading.pool import read_document

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
ADDRESS = "http://site.example/feed"
HEADER = re.compile(rb"^\s*Header:\s*([\w-]+):\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)
EXPECTED = re.compile(rb"^\s*Expect:\s*(.+?)(?:^\s*-->|\Z)", re.MULTILINE | re.DOTALL)
INDEX = re.compile(rb"entries\[(\d+)\]")
COUNT = re.compile(rb"len\(entries\)\s*==\s*(\d+)")


def feeds(shared: Path) -> list[Path]:
    """Every feed of the public test suite."""
    return sorted((shared / "hostile/feeds/feedparser-tests").rglob("*.xml"))


def annotated(body: bytes) -> tuple[int, int | None]:
    """(at least so many entries, exactly so many or None) by the file's own `Expect:` header."""
    expected = EXPECTED.search(body[:4000].replace(b"\x00", b""))
    if expected is None:
        return 0, None
    exact = COUNT.search(expected[1])
    least = max((int(found) + 1 for found in INDEX.findall(expected[1])), default=0)
    return least, int(exact[1]) if exact else None


def reference_count(body: bytes) -> int:
    """How many entries feedparser itself finds: these very files do not hurt it."""
    return len(feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False).entries)


def headers_of(body: bytes) -> dict[str, str]:
    """The HTTP headers that a file of the suite asks to be served with."""
    found = HEADER.findall(body[:4000])
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in found}


def read(body: bytes, kind: str = "feed", headers: dict[str, str] | None = None) -> Reading:
    """Read one document in the limited child."""
    return read_document(kind, Document(body, ADDRESS, headers or {}), {}, {}, at=AT)


def bombs(shared: Path) -> Iterator[tuple[str, bytes]]:
    """The bombs of the corpus, and some that it lacks."""
    for path in sorted((shared / "hostile/bombs").glob("*.x*")):
        yield path.name, path.read_bytes()
    item = b"<rss><channel><item><title>x</title><description>%s</description></item></channel></rss>"
    yield "nested lists", item % (b"&lt;ul&gt;&lt;li&gt;" * 60_000)
    yield "unclosed quotes", item % (b"&lt;a href=&quot;" * 60_000)
    yield "escaped again and again", item % (b"&amp;" + b"amp;" * 400_000 + b"lt;script&amp;gt;")
    yield "one long word", item % (b"x" * 4_000_000)
    yield (
        "long date",
        b"<rss><channel><item><pubDate>" + b"1 " * 200_000 + b"</pubDate></item></channel></rss>",
    )
    yield "long name", b"<rss><channel><" + b"a" * 2_000_000 + b"/></channel></rss>"
    yield "namespaces", b"<rss " + b" ".join(b"xmlns:n%d='u'" % n for n in range(50_000)) + b"/>"
    yield "digits", item % (b"13 8 00-" * 300_000)
    yield "character references", item % (b"&#x4e2d;" * 500_000)
    yield "json depth", b'{"items": ' + b"[" * 1_000_000
    yield "json width", b'{"items": [' + b'{"id": 1},' * 400_000 + b"{}]}"
    yield "json number", b'{"items": [{"id": ' + b"9" * 1_000_000 + b"}]}"
