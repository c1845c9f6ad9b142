"""A town's papers on loopback: each a site with its own address, whose pages name its feed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Paper:
    """One paper: a front page that names a feed, and what the feed carries now."""

    def __init__(self, name: str, number: int, language: str) -> None:
        self.name, self.language = name, language
        self.entries: list[tuple[str, str, datetime]] = []
        paper = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer = paper.answer(self.path)
                self.send_response(200 if answer else 404)
                self.send_header("Content-Type", "text/html" if self.path == "/" else "application/rss+xml")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_words: object) -> None:
                return

        # Every paper has a host of its own: one host is one publication.
        self.server = ThreadingHTTPServer((f"127.0.0.{number}", 0), Handler)
        self.address = f"http://127.0.0.{number}:{self.server.server_port}/"

    def carry(self, title: str, text: str, at: datetime) -> None:
        """Print an article."""
        self.entries.insert(0, (title, text, at))

    def answer(self, path: str) -> bytes:
        """Give the front page or the feed."""
        if path == "/":
            link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
            return (
                f"<!doctype html><html lang={self.language}><head><title>{self.name}</title>{link}"
                f"</head><body><h1>{self.name}</h1></body></html>"
            ).encode()
        return self.feed() if path == "/feed.xml" else b""

    def feed(self) -> bytes:
        """Write the feed."""
        items = "".join(
            f"<item><title>{escape(title)}</title><guid>{self.address}{len(self.entries) - place}</guid>"
            f"<link>{self.address}{len(self.entries) - place}</link><description>{escape(text)}</description>"
            f"<pubDate>{format_datetime(at)}</pubDate></item>"
            for place, (title, text, at) in enumerate(self.entries)
        )
        head = f"<title>{self.name}</title><language>{self.language}</language>"
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


@contextmanager
def papers(names: tuple[str, ...], language: str) -> Iterator[tuple[Paper, ...]]:
    """Open the papers of a town for the length of a journey."""
    opened = tuple(Paper(name, 11 + place, language) for place, name in enumerate(names))
    threads = [Thread(target=paper.server.serve_forever, args=(0.05,), daemon=True) for paper in opened]
    for thread in threads:
        thread.start()
    yield opened
    for paper, thread in zip(opened, threads, strict=True):
        paper.server.shutdown()
        paper.server.server_close()
        thread.join(timeout=5)
