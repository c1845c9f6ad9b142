"""Speed and memory of one size."""

from datetime import UTC, datetime, timedelta

from benchmarks.storystream_speed import grouped, hour_of, peak_memory
from storystream.items import Item
from storystream.pipeline import Stream
from tests.storystream.makers import make_items


def test_the_stream_is_tidied_once_for_every_hour_that_has_items(monkeypatch):
    passes = []
    monkeypatch.setattr(Stream, "tend", lambda self, at: passes.append(at) or [])
    stream, spent, _tidying = grouped(iter(make_items(9)), 4)
    assert len(stream) == 9
    assert len(spent) == 3
    assert passes == sorted(passes)
    assert set(passes) == {hour_of(item) for item in make_items(9)}


def test_an_item_belongs_to_the_hour_that_ends_after_it():
    at = datetime(2026, 5, 1, 9, 59, tzinfo=UTC)
    assert hour_of(Item("a", "title", published_at=at)) == at + timedelta(minutes=1)


def test_the_peak_stays_when_memory_is_given_back():
    room = bytearray(200 * 1024**2)
    room[::4096] = b"x" * len(room[::4096])
    held = peak_memory()
    del room
    assert held > 0.19
    assert peak_memory() > held - 0.01  # the system counts in steps
