"""A small site on loopback, whose pages a test writes as it goes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from answerable.egress.gate import HostGate
from answerable.egress.policy import EgressPolicy
from answerable.kernel import clock

#: Loopback allowed, no pause between calls: for tests alone.
POLICY = EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=0.0))

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A site: `pages` by path, each an answer or a function of the request's headers; `asked` lists what was asked."""

    port: int = 0
    pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def feed(self, path: str, *titles: str, **options: str) -> str:
        """Serve an RSS feed with these titles and give its address."""
        self.pages[path] = (200, {"Content-Type": "application/rss+xml"} | options, rss(*titles))
        return self.url(path)


def rss(*titles: str) -> bytes:
    """Write an RSS feed whose entries are known by their titles."""
    items = "".join(
        f"<item><title>{escape(title)}</title><guid>{escape(title)}</guid>"
        f"<link>https://evening.example/{index}-{len(title)}</link>"
        f"<description>All that is known of {escape(title)}.</description>"
        f"<pubDate>{format_datetime(clock.now())}</pubDate></item>"
        for index, title in enumerate(titles)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Evening</title>{items}</channel></rss>'.encode()


@contextmanager
def site() -> Iterator[Site]:
    """Serve a site on loopback for the length of a test."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            served.asked.append((self.path, headers))
            page = served.pages.get(self.path, (404, {}, b"nothing here"))
            status, extra, body = page(headers) if callable(page) else page
            self.send_response(status)
            for name, value in extra.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
