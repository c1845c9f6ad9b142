"""Reading and fetching: feeds and pages a CPU second through the limited child, beside the bare parsers."""

import http.server
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fastfeedparser
import feedparser
import psutil
import requests
import trafilatura

from answerable.egress import EgressPolicy, FetchRequest, fetch_many
from answerable.egress.gate import HostGate
from answerable.kernel.personal_data import mask
from answerable.listening.sources.kinds import Document, Outcome
from answerable.listening.sources.reading.pool import Readers, read_article, read_document, readers
from benchmarks.streams import items_of

NAME = "answerable.reading"
AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
OURS = "answerable, limited child"
ADDRESS = "http://site.example/feed"
Row = dict[str, Any]


def row(what: str, value: float, unit: str, peer: str, bar: str = "") -> Row:
    """One line of the table."""
    return {"what": what, "value": value, "unit": unit, "peer": peer, "bar": bar}


def child_seconds(pool: Readers) -> float:
    """CPU seconds of the one idle child."""
    idle = pool._idle.get_nowait()
    pool._idle.put(idle)
    spent = psutil.Process(idle.process.pid).cpu_times()
    return float(spent.user + spent.system)


def ours_per_second(read: Callable[[], object], times: int) -> float:
    """Runs a CPU second, the parent's and the child's together."""
    read()
    before = time.process_time() + child_seconds(readers())
    for _ in range(times):
        read()
    return times / (time.process_time() + child_seconds(readers()) - before)


def per_second(call: Callable[[], object], times: int) -> float:
    """Runs a CPU second of this process."""
    call()
    before = time.process_time()
    for _ in range(times):
        call()
    return times / (time.process_time() - before)


def chinese_feed(shared: Path) -> bytes:
    """A realistic feed: 30 items with texts of 400 signs in HTML, about 36 KB."""
    texts = [item.text or item.title for item in items_of(shared, "zh-stream", 600)]
    items = []
    for number in range(30):
        body = "".join(texts[number * 20 : number * 20 + 20])[:400]
        items.append(
            f"<item><title>{texts[number][:30]}</title><link>http://s.example/{number}</link><guid>{number}</guid>"
            f"<pubDate>Thu, 21 May 2026 08:00:00 +0800</pubDate><description><![CDATA[<p>{body}</p>]]>"
            "</description></item>"
        )
    return f"<rss version='2.0'><channel><title>t</title>{''.join(items)}</channel></rss>".encode()


def feeds(shared: Path, times: int) -> Iterator[Row]:
    """The realistic feed through each parser."""
    body = chinese_feed(shared)
    document = Document(body, ADDRESS)
    what = f"Chinese feed, 30 items, {len(body) // 1024} KB"
    ours = ours_per_second(lambda: read_document("feed", document, {}, {}, at=AT), times)
    yield row(what, ours, "feeds/CPU-s", OURS + ", text and masking included")
    yield row(
        what, per_second(lambda: feedparser.parse(body), max(3, times // 20)), "feeds/CPU-s", "feedparser"
    )
    bare = per_second(lambda: fastfeedparser.parse(body), times)
    yield row(what, bare, "feeds/CPU-s", "fastfeedparser, nothing cleaned")


def corpus(shared: Path, share: int) -> Iterator[Row]:
    """The public test feeds: right counts, accidents, speed."""
    bodies = [path.read_bytes() for path in sorted((shared / "hostile/feeds").rglob("*.xml"))[::share]]
    counts = [len(feedparser.parse(body).entries) for body in bodies]
    right = died = 0
    for body, count in zip(bodies, counts, strict=True):
        reading = read_document("feed", Document(body, ADDRESS), {}, {}, at=AT)
        right += len(reading.items) == count
        died += reading.outcome is Outcome.REFUSED and reading.refused[0].code in ("reader_died", "too_long")
    what = f"{len(bodies)} feeds of the public suite"
    yield row(f"{what}: entry count right", 100 * right / len(bodies), "%", OURS, ">= 99.5")
    yield row(f"{what}: accidents", died, "", OURS, "0")
    quick = sum(_quick_count(body) == count for body, count in zip(bodies, counts, strict=True))
    yield row(f"{what}: entry count right", 100 * quick / len(bodies), "%", "fastfeedparser")


def _quick_count(body: bytes) -> int:
    try:
        return len(fastfeedparser.parse(body).entries)
    except Exception:  # noqa: BLE001 - a peer's exception is its result
        return -1


def pages(times: int) -> Iterator[Row]:
    """One news page of 60 KB."""
    paragraph = "<p>The water works repaired the main on Harbour Street during the night, the city said.</p>"
    links = "".join(f"<li><a href='/{n}'>Item {n} of the menu</a></li>" for n in range(300))
    page = (
        f"<html lang='en'><head><title>Water is back</title></head><body><ul>{links}</ul><article><h1>Water is back"
        f"</h1>{paragraph * 120}</article><div>{links}</div></body></html>"
    )
    document = Document(page.encode(), "http://s.example/1")
    what = f"news page, {len(page) // 1024} KB"
    yield row(what, ours_per_second(lambda: read_article(document, at=AT), times), "pages/CPU-s", OURS)
    bare = per_second(lambda: trafilatura.extract(page, with_metadata=True), max(3, times // 3))
    yield row(what, bare, "pages/CPU-s", "trafilatura with metadata")


def start() -> Iterator[Row]:
    """How long the first document waits for a child."""
    readers().close()
    before = time.monotonic()
    read_document("feed", Document(b"<rss/>"), {}, {}, at=AT)
    yield row("a new child ready", 1000 * (time.monotonic() - before), "ms of the clock", OURS)


class _Quiet(http.server.BaseHTTPRequestHandler):
    body = b"x" * 20_000

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[int]:
    """A server on loopback."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def fetching(times: int) -> Iterator[Row]:
    """Answers of 20 KB from many hosts at once; the server's own work is in both figures."""

    async def to_loopback(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    policy = EgressPolicy(allow_loopback=True, any_port=True, resolver=to_loopback, gate=HostGate(gap_s=0))
    with serving() as port:
        wanted = [FetchRequest(f"http://h{number}.example:{port}/") for number in range(times)]
        rate = times * per_second(lambda: fetch_many(wanted, policy), 1)
        yield row("20 KB answers, every host new", rate, "answers/CPU-s", "egress, all checks")
        one = per_second(lambda: requests.get(f"http://127.0.0.1:{port}/", timeout=5), times)
        yield row("20 KB answers, every host new", one, "answers/CPU-s", "requests, no checks")


def masking(shared: Path, count: int) -> Iterator[Row]:
    """Clean texts through the mask."""
    for name in ("zh", "en"):
        texts = [f"{item.title}\n{item.text}" for item in items_of(shared, f"{name}-stream", count)]
        before = time.process_time()
        touched = sum(bool(mask(text).counts) for text in texts)
        spent = time.process_time() - before
        letters = sum(map(len, texts))
        yield row(f"masking {name}", letters / spent / 1e6, "million letters/CPU-s", "answerable")
        yield row(f"clean {name} texts touched", 100 * touched / len(texts), "%", "answerable", "<= 0.5")


def run(shared: Path, *, quick: bool) -> list[Row]:
    """Measure; `quick` takes a tenth."""
    times = 20 if quick else 200
    found = [*start(), *feeds(shared, times), *pages(times // 4), *corpus(shared, 10 if quick else 1)]
    found += [*fetching(times), *masking(shared, 500 if quick else 5000)]
    readers().close()
    return found
