"""H3: bombs end inside their limits, and the good feeds of the same batch are read on time."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from answerable.egress.exchange import Limits
from answerable.listening.sources.kinds import Document, Outcome, Reading
from answerable.listening.sources.reading.pool import WALL_S, Readers, read_document, readers
from tests.battery.hostile import ADDRESS, AT, bombs, read
from tests.battery.machine import BUSY_S

GOOD = "<rss><channel><item><title>停水通知 {}</title><link>http://s.example/{}</link></item></channel></rss>"
MEMORY = 256 * 1024 * 1024


@pytest.fixture(autouse=True)
def _fresh_children() -> Iterator[None]:
    readers().close()
    yield
    readers().close()


def child(pool: Readers) -> psutil.Process:
    """The one idle child."""
    idle = pool._idle.get_nowait()
    pool._idle.put(idle)
    return psutil.Process(idle.process.pid)


def cpu(process: psutil.Process) -> float:
    spent = process.cpu_times()
    return float(spent.user + spent.system)


def peak(process: psutil.Process) -> int:
    """The most memory the process ever had, in bytes."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def test_every_bomb_ends_inside_its_limits(shared_data: Path, tally) -> None:
    assert read(GOOD.format(0, 0).encode()).items
    told = []
    for name, body in bombs(shared_data):
        if len(body) > Limits().body_bytes:
            continue  # refused by egress before anybody reads it: see the next test
        for kind in ("feed", "article"):
            before = child(readers())
            spent, memory = cpu(before), peak(before)
            start = time.monotonic()
            reading = read(body, kind)
            wall = time.monotonic() - start
            assert wall <= WALL_S + BUSY_S, (name, kind, wall)
            if before.is_running() and before.status() != psutil.STATUS_ZOMBIE:
                told.append((name, kind, cpu(before) - spent, peak(before) - memory))
                assert cpu(before) - spent <= 5.5, (name, kind)
                assert peak(before) - memory <= MEMORY, (name, kind)
            if reading.outcome is Outcome.REFUSED:
                assert reading.refused[0].sentence
            good = read(GOOD.format(name, 1).encode())
            assert len(good.items) == 1, f"after {name} as {kind} a good feed was not read"
    assert len(told) >= 50
    slowest = max(told, key=lambda row: row[2])
    assert slowest[2] <= 5.5, slowest
    tally(cases=len(told), faults=len(told))


def test_a_bomb_over_the_fetch_limit_never_reaches_the_reader(shared_data: Path) -> None:
    large = [name for name, body in bombs(shared_data) if len(body) > Limits().body_bytes]
    assert "gen_rss_manyitems.xml" in large


def test_nothing_is_expanded_and_no_file_is_read(shared_data: Path, tally) -> None:
    for name, body in bombs(shared_data):
        if len(body) > Limits().body_bytes:
            continue
        told = repr(read(body))
        assert "root:x:" not in told, name
        assert "lollollol" not in told, name
        tally(cases=1, faults=1)


def wall_of_a_good_feed(number: int) -> float:
    """How long a good feed takes here and now."""
    start = time.monotonic()
    assert read(GOOD.format(number, number).encode()).items
    return time.monotonic() - start


def test_twenty_good_feeds_among_the_bombs_are_read_on_time(shared_data: Path) -> None:
    worst = [body for name, body in bombs(shared_data) if len(body) <= Limits().body_bytes]
    alone, late = [], []
    for number in range(20):
        readers().close()
        alone.append(wall_of_a_good_feed(100 + number))
        read(worst[number % len(worst)])
        late.append(wall_of_a_good_feed(number))
    assert sorted(late)[10] < 3 * sorted(alone)[10]


def test_a_document_that_burns_is_ended_by_the_kernel_and_told_so(tally) -> None:
    """The control for the CPU limit: a selector and a page that need far more than five seconds."""
    pool = readers()
    read(b"<rss/>")
    burning = child(pool)
    page = b"<html><body>" + b"<p>x</p>" * 15_000 + b"</body></html>"
    selector = "p:nth-child(2n+1 of p:nth-child(2n+1 of p ~ p))"
    start = time.monotonic()
    reading = read_with_selector(page, selector)
    assert reading.refused[0].code == "too_long"
    assert time.monotonic() - start <= WALL_S + BUSY_S
    assert not burning.is_running() or burning.status() == psutil.STATUS_ZOMBIE
    assert read(GOOD.format(1, 1).encode()).items
    tally(cases=1, faults=1, control=True)


def read_with_selector(page: bytes, selector: str) -> Reading:
    return read_document("page", Document(page, ADDRESS), {"selector": selector}, {}, at=AT)
