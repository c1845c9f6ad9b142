"""The parent's side: children are quick, replaced when they are stuck, and never raise for a document."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Document, Outcome
from answerable.listening.sources.reading import pool
from answerable.listening.sources.reading.pool import Readers, discover, read_article, read_document, readers

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
FEED = b"<rss><channel><item><title>Water is back</title><link>http://site.example/1</link></item></channel></rss>"


@pytest.fixture
def fresh() -> Iterator[Readers]:
    """A pool of one, in the place of the shared one."""
    shared, pool._pools[os.getpid()] = readers(), Readers(most=1)
    yield pool._pools[os.getpid()]
    pool._pools[os.getpid()].close()
    pool._pools[os.getpid()] = shared


def read(body: bytes = FEED, **memory: object) -> object:
    return read_document("feed", Document(body, "http://site.example/f"), {}, memory, at=AT)


def child_of(fresh: Readers) -> pool._Child:
    child = fresh._idle.get_nowait()
    fresh._idle.put(child)
    return child


def test_a_document_comes_back_as_items() -> None:
    reading = read()
    assert [item.title for item in reading.items] == ["Water is back"]  # type: ignore[attr-defined]


def test_one_child_reads_many_documents(fresh: Readers) -> None:
    read()
    first = child_of(fresh).process.pid
    for _ in range(50):
        read()
    assert child_of(fresh).process.pid == first
    assert child_of(fresh).documents == 51


def test_a_child_that_was_killed_from_outside_costs_no_document(fresh: Readers) -> None:
    read()
    first = child_of(fresh).process.pid
    os.kill(first, signal.SIGKILL)
    assert read().outcome is Outcome.READ  # type: ignore[attr-defined]
    assert child_of(fresh).process.pid != first


def test_a_document_that_ends_a_new_child_too_is_refused(
    fresh: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "module", "tests.answerable.listening.sources.reading.dying_child")
    reading = read(etag='"1"')
    assert reading.refused[0].code == "reader_died"  # type: ignore[attr-defined]
    assert reading.memory == {"etag": '"1"'}  # type: ignore[attr-defined]
    monkeypatch.undo()
    assert read().outcome is Outcome.READ  # type: ignore[attr-defined]


def test_a_child_that_hangs_is_ended_after_its_time(fresh: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    monkeypatch.setattr(pool, "WALL_S", 0.3)
    process = child_of(fresh).process
    os.kill(process.pid, signal.SIGSTOP)
    start = time.monotonic()
    assert read().refused[0].code == "too_long"  # type: ignore[attr-defined]
    assert time.monotonic() - start < 60  # it would hang for ever
    assert process.poll() is not None


def test_a_child_is_replaced_after_its_share(fresh: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_DOCUMENTS", 3)
    for _ in range(3):
        read()
    assert fresh._idle.empty()
    assert read().outcome is Outcome.READ  # type: ignore[attr-defined]


def test_threads_share_the_pool() -> None:
    titles: list[str] = []
    threads = [
        threading.Thread(target=lambda: titles.extend(item.title for item in read().items))  # type: ignore[attr-defined]
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["Water is back"] * 8


def test_a_document_over_the_size_is_not_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LARGEST", 10)
    assert read().refused[0].code == "too_large"  # type: ignore[attr-defined]


def test_an_article_is_one_item_with_its_main_text() -> None:
    words = b"<p>The water works repaired the main on Harbour Street during the night, said the city.</p>" * 5
    page = (
        b"<html lang='en'><body><nav>Home News</nav><article><h1>Back</h1>"
        + words
        + b"</article></body></html>"
    )
    item = read_article(Document(page, "http://site.example/1"), at=AT).items[0]
    assert item.title == "Back"
    assert item.text.startswith("The water works")
    assert "Home News" not in item.text


def test_discovery_runs_in_the_child_too() -> None:
    page = b"<html><head><link rel=alternate type=application/rss+xml href=/f></head></html>"
    assert discover(Document(page, "http://site.example/"))[0].url == "http://site.example/f"
    assert discover(Document(b"<a>" * 1000, "http://site.example/")) == []


def test_personal_strings_are_masked_before_they_come_back() -> None:
    body = FEED.replace(b"Water is back", "请拨13800138000".encode())
    reading = read(body)
    assert reading.items[0].title == "请拨***"  # type: ignore[attr-defined]
    assert reading.masked == {"mobile": 1}  # type: ignore[attr-defined]
