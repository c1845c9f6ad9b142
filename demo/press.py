"""The town's press: serves every publication on loopback, in the formats of real ones."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import ClassVar

from demo.news import Piece
from demo.town import SOURCES, TownSource

#: A feed shows its newest pieces, as real ones do.
SHOWN = 40
FORMS = {
    "rss": "feed.xml",
    "atom": "atom.xml",
    "rdf": "index.rdf",
    "json": "feed.json",
    "sitemap": "news-sitemap.xml",
}


class Shelf:
    """What has been published so far, by source; safe to fill while it is being served."""

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._lock = Lock()
        self._pieces: dict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            self.add(piece)

    def add(self, piece: Piece) -> None:
        """Publish a piece."""
        with self._lock:
            self._pieces[piece.source].append(piece)

    def newest(self, slug: str) -> list[Piece]:
        """Give the newest pieces of a source, newest first."""
        with self._lock:
            newest = self._pieces[slug][-SHOWN:][::-1]
        return [piece.as_of(datetime.now(UTC)) for piece in newest]

    def find(self, slug: str, key: str) -> Piece | None:
        """Give one piece."""
        with self._lock:
            return next((piece for piece in self._pieces[slug] if piece.key == key), None)


def address_of(source: TownSource, root: str) -> str:
    """Say where a source is served."""
    return f"{root}/{source.slug}/{FORMS[source.form]}"


def rss(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(piece.title)}</title><link>{root}/{source.slug}/{piece.key}</link>"
        f"<guid isPermaLink='false'>{piece.key}</guid><pubDate>{format_datetime(piece.at)}</pubDate>"
        f"<description>{escape(piece.text)}</description></item>"
        for piece in pieces
    )
    return (
        f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{escape(source.name)}</title>"
        f"<link>{root}/{source.slug}/</link><description>{escape(source.name)}</description>{items}</channel></rss>"
    )


def atom(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write Atom 1.0."""
    entries = "".join(
        f"<entry><id>urn:town:{piece.key}</id><title>{escape(piece.title)}</title>"
        f"<link href='{root}/{source.slug}/{piece.key}'/><updated>{piece.at.isoformat()}</updated>"
        f"<published>{piece.at.isoformat()}</published><content type='text'>{escape(piece.text)}</content></entry>"
        for piece in pieces
    )
    newest = pieces[0].at.isoformat() if pieces else "2026-01-01T00:00:00+00:00"
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<id>urn:town:{source.slug}</id><title>{escape(source.name)}</title><updated>{newest}</updated>{entries}</feed>"
    )


def rdf(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write RSS 1.0."""
    links = [f"{root}/{source.slug}/{piece.key}" for piece in pieces]
    order = "".join(f"<rdf:li rdf:resource='{link}'/>" for link in links)
    items = "".join(
        f"<item rdf:about='{link}'><title>{escape(piece.title)}</title><link>{link}</link>"
        f"<description>{escape(piece.text)}</description><dc:date>{piece.at.isoformat()}</dc:date></item>"
        for piece, link in zip(pieces, links, strict=True)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<channel rdf:about='{root}/{source.slug}/'><title>{escape(source.name)}</title><link>{root}/{source.slug}/</link>"
        f"<description>{escape(source.name)}</description><items><rdf:Seq>{order}</rdf:Seq></items></channel>{items}</rdf:RDF>"
    )


def json_feed(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write JSON Feed 1.1."""
    items = [
        {
            "id": piece.key,
            "url": f"{root}/{source.slug}/{piece.key}",
            "title": piece.title,
            "content_text": piece.text,
            "date_published": piece.at.isoformat(),
        }
        for piece in pieces
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": source.name,
        "home_page_url": f"{root}/{source.slug}/",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False)


def sitemap(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write a news sitemap, which has titles and times but no texts."""
    rows = "".join(
        f"<url><loc>{root}/{source.slug}/{piece.key}</loc><news:news><news:publication><news:name>{escape(source.name)}</news:name>"
        f"<news:language>{source.language}</news:language></news:publication><news:publication_date>{piece.at.isoformat()}"
        f"</news:publication_date><news:title>{escape(piece.title)}</news:title></news:news></url>"
        for piece in pieces
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{rows}</urlset>"
    )


WRITERS = {"rss": rss, "atom": atom, "rdf": rdf, "json": json_feed, "sitemap": sitemap}
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "rdf": "application/rdf+xml",
    "json": "application/feed+json",
    "sitemap": "application/xml",
}


def home(source: TownSource, pieces: list[Piece], root: str) -> str:
    """Write a publication's front page, which names its feed for those who look for it."""
    rows = "".join(
        f"<li><a href='{root}/{source.slug}/{piece.key}'>{escape(piece.title)}</a></li>" for piece in pieces
    )
    return (
        f"<!doctype html><html lang='{source.language}'><head><meta charset='utf-8'><title>{escape(source.name)}</title>"
        f"<link rel='alternate' type='{TYPES[source.form]}' href='{address_of(source, root)}'></head>"
        f"<body><h1>{escape(source.name)}</h1><ul>{rows}</ul></body></html>"
    )


def article(piece: Piece) -> str:
    """Write the page of one piece."""
    return (
        f"<!doctype html><html lang='{piece.language}'><head><meta charset='utf-8'><title>{escape(piece.title)}</title></head>"
        f"<body><article><h1>{escape(piece.title)}</h1><p>{escape(piece.text)}</p></article></body></html>"
    )


def page(shelf: Shelf, path: str, root: str) -> tuple[str, str] | None:
    """Give the content type and text at a path, or None when there is nothing."""
    slug, _, rest = path.strip("/").partition("/")
    source = next((source for source in SOURCES if source.slug == slug), None)
    if source is None:
        return None
    pieces = shelf.newest(slug)
    if rest == FORMS[source.form]:
        return TYPES[source.form], WRITERS[source.form](source, pieces, root)
    if not rest:
        return "text/html", home(source, pieces, root)
    piece = shelf.find(slug, rest)
    return ("text/html", article(piece)) if piece else None


class Handler(BaseHTTPRequestHandler):
    """Answers requests from the shelf, with ETags as good feeds have."""

    shelf: ClassVar[Shelf]
    failing: ClassVar[tuple[str, ...]] = ()

    def do_GET(self) -> None:
        """Answer."""
        root = f"http://{self.headers.get('Host', 'localhost')}"
        if self.path.startswith(tuple(f"/{slug}/" for slug in self.failing)):
            self.send_error(503)
            return
        found = page(self.shelf, self.path, root)
        if found is None:
            self.send_error(404)
            return
        kind, text = found
        body = text.encode()
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing: the demo's terminal belongs to the demo."""


def open_press(shelf: Shelf, port: int = 0, *, failing: tuple[str, ...] = ()) -> ThreadingHTTPServer:
    """Open the press on loopback; the caller serves and closes it. Sources in `failing` answer 503."""
    handler = type("TownHandler", (Handler,), {"shelf": shelf, "failing": failing})
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def moments(pieces: Iterable[Piece]) -> list[tuple[datetime, Piece]]:
    """List every publication and every edit in order of time; an edited piece comes twice."""
    rows = [(piece.at, piece) for piece in pieces]
    rows += [(piece.edited_at, piece) for piece in pieces if piece.edited_at]
    return sorted(rows, key=lambda row: (row[0], row[1].key))
