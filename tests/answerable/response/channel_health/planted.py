"""A made-up bureau's site on loopback: 300 clean pages into which faults can be planted; it notes its calls."""

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Self

#: Columns: path, name, kind, how many entries, days between two entries.
COLUMNS = (
    ("news", "Bureau news", "news", 40, 2),
    ("districts", "From the districts", "news", 40, 2),
    ("press", "In the press", "news", 40, 3),
    ("works", "Works in the streets", "news", 40, 1),
    ("notices", "Notices", "notices", 40, 20),
    ("policies", "Policies", "notices", 40, 25),
    ("budget", "Budget", "notices", 40, 30),
)
#: Home, seven lists, the page for messages, "about us", and ten standing pages: 20 beside the 280 entries.
STANDING = tuple(f"standing-{number}" for number in range(1, 11))


@dataclass
class Answer:
    """What the site says at one path."""

    body: str = ""
    status: int = 200
    file_day: date | None = None


@dataclass
class Call:
    """One call as the site saw it: seconds of a clock that only grows."""

    method: str
    path: str
    began: float
    ended: float = 0.0


@dataclass
class Entry:
    """One entry of a column: its day on the list and on its own page."""

    path: str
    title: str
    day: date
    page_day: date
    text: str


@dataclass
class Site:
    """The site: its entries by column, what is planted over its plain answers, and the calls it had."""

    today: date
    #: Entries of a column at most; a small site is enough for most questions.
    most: int = 40
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    planted: dict[str, Answer] = field(default_factory=dict)
    #: Pieces of markup put into pages, by path, before the end of their content.
    added: dict[str, str] = field(default_factory=dict)
    #: Changes of the whole page, by path: (old, new).
    changed: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    file_days: dict[str, date] = field(default_factory=dict)
    map_days: dict[str, date] = field(default_factory=dict)
    forbidden: str = ""
    consultation: bool = True
    dateless_home: bool = False
    calls: list[Call] = field(default_factory=list)

    def __post_init__(self) -> None:
        for path, name, _kind, number, step in COLUMNS:
            self.entries[path] = [self._entry(path, name, at, step) for at in range(min(number, self.most))]

    def _entry(self, path: str, name: str, at: int, step: int) -> Entry:
        day = self.today - timedelta(days=1 + at * step)
        text = (
            f"The bureau writes about {name.lower()}, number {at}, in a text of its own that nobody else has. "
            f"It says in {at * 7 + 3} words what was done, who did it and whom to call about it."
        )
        return Entry(f"/{path}/{at}.html", f"{name}: report number {at}", day, day, text)

    @property
    def paths(self) -> list[str]:
        """Every page of the site."""
        lists = [f"/{path}/" for path, *_rest in COLUMNS]
        pages = [entry.path for found in self.entries.values() for entry in found]
        return ["/", "/about.html", "/messages.html", *lists, *pages, *(f"/{name}.html" for name in STANDING)]

    def answer(self, path: str) -> Answer:
        """Give what stands at a path."""
        if path in self.planted:
            return self.planted[path]
        if path == "/robots.txt":
            return Answer(
                f"User-agent: *\nDisallow: {self.forbidden}\n" if self.forbidden else "User-agent: *\n"
            )
        if path == "/sitemap.xml":
            return Answer(self._map())
        body = self._page(path)
        if body is None:
            return Answer("Nothing here.", 404)
        for old, new in self.changed.get(path, []):
            assert old in body, (path, old)
            body = body.replace(old, new)
        return Answer(body, file_day=self.file_days.get(path))

    def _map(self) -> str:
        entries = [entry for found in self.entries.values() for entry in found]
        days = {entry.path: self.map_days.get(entry.path, entry.day) for entry in entries}
        rows = "".join(
            f"<url><loc>{self.address}{path}</loc><lastmod>{day}</lastmod></url>"
            for path, day in days.items()
        )
        return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'

    def _page(self, path: str) -> str | None:
        if path == "/":
            newest = sorted(
                (one for found in self.entries.values() for one in found), key=lambda one: one.day
            )
            lines = "".join(self._line(one) for one in reversed(newest[-8:]))
            return self._frame("Water Bureau", f"<h1>Water Bureau</h1><ul>{lines}</ul>", path)
        for column, name, *_rest in COLUMNS:
            if path == f"/{column}/":
                lines = "".join(self._line(one) for one in self.entries[column])
                return self._frame(name, f"<h1>{name}</h1><ul>{lines}</ul>", path)
        for found in self.entries.values():
            for entry in found:
                if entry.path == path:
                    return self._article(entry)
        return self._standing(path)

    def _standing(self, path: str) -> str | None:
        if path == "/about.html":
            links = "".join(f'<p><a href="/{name}.html">Read about {name}</a></p>' for name in STANDING)
            return self._frame("About us", f"<h1>About us</h1>{links}", path)
        if path == "/messages.html" and self.consultation:
            form = (
                '<form method="post"><label for="said">Your message</label><textarea id="said"></textarea>'
                "<button>Send</button></form>"
            )
            return self._frame("Write to us", f"<h1>Write to us</h1>{form}", path)
        name = path.strip("/").removesuffix(".html")
        if name in STANDING:
            return self._frame(
                name, f"<h1>Service {name}</h1><p>What it costs, and how long it takes.</p>", path
            )
        return None

    def _line(self, entry: Entry) -> str:
        day = "" if self.dateless_home else f" <span>{entry.day}</span>"
        return f'<li><a href="{entry.path}">{escape(entry.title)}</a>{day}</li>'

    def _article(self, entry: Entry) -> str:
        content = (
            f"<h1>{escape(entry.title)}</h1><p>Published: {entry.page_day}</p><p>{escape(entry.text)}</p>"
            f'<p><img src="/pictures/1.png" alt="A valve"></p>'
        )
        return self._frame(entry.title, content, entry.path)

    def _frame(self, title: str, content: str, path: str) -> str:
        menu = "".join(f'<li><a href="/{column}/">{name}</a></li>' for column, name, *_rest in COLUMNS)
        write = '<li><a href="/messages.html">Write to us</a></li>' if self.consultation else ""
        return (
            f'<!doctype html><html lang="en"><head><title>{escape(title)}</title></head><body>'
            f'<header><nav><ul><li><a href="/">Home</a></li>{menu}<li><a href="/about.html">About us</a></li>{write}'
            f"</ul></nav></header><main>{content}{self.added.get(path, '')}</main>"
            f"<footer><p>Today is {self.today}. Water Bureau.</p></footer></body></html>"
        )

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.serve(self)

            do_HEAD = do_GET  # noqa: N815 - the name that http.server asks for

            def log_message(self, *_words: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.home = f"{self.address}/"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(timeout=5)

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one call and note it."""
        call = Call(handler.command, handler.path, time.monotonic())
        self.calls.append(call)
        found = Answer("picture") if handler.path.startswith("/pictures/") else self.answer(handler.path)
        body = found.body.encode()
        kind = "text/html; charset=utf-8"
        if handler.path.endswith((".xml", ".txt")):
            kind = "application/xml" if handler.path.endswith(".xml") else "text/plain"
        handler.send_response(found.status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        if found.file_day is not None:
            noon = datetime(found.file_day.year, found.file_day.month, found.file_day.day, 12, tzinfo=UTC)
            handler.send_header("Last-Modified", format_datetime(noon, usegmt=True))
        # Taken before the first bytes leave: the caller's pause cannot begin earlier.
        call.ended = time.monotonic()
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)

    @property
    def most_at_once(self) -> int:
        """The most calls that were under way together."""
        marks = sorted([(one.began, 1) for one in self.calls] + [(one.ended, -1) for one in self.calls])
        most = now = 0
        for _at, step in marks:
            now += step
            most = max(most, now)
        return most

    @property
    def shortest_gap(self) -> float:
        """The shortest pause between the end of one call and the beginning of the next."""
        calls = sorted(self.calls, key=lambda one: one.began)
        return min(
            (later.began - earlier.ended for earlier, later in pairwise(calls)),
            default=99.0,
        )
