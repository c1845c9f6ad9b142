"""The bounded body: its memory is a piece, its size has an end."""

import gzip
import tracemalloc

import pytest

from answerable.egress.errors import BadAnswer, TooLarge
from answerable.egress.unpacking import BoundedBody


def test_pieces_of_any_size_give_the_same_body() -> None:
    packed = gzip.compress(bytes(range(256)) * 50)
    for size in (1, 7, len(packed)):
        body = BoundedBody("gzip", most=1 << 20, host="h")
        for at in range(0, len(packed), size):
            body.feed(packed[at : at + size])
        assert body.whole() == bytes(range(256)) * 50


def test_a_bomb_takes_no_more_memory_than_the_limit_and_a_piece() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000)
    body = BoundedBody("gzip", most=1 << 20, host="h")
    tracemalloc.start()
    with pytest.raises(TooLarge):
        body.feed(bomb)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "compress", "x"])
def test_other_packings_are_refused(encoding: str) -> None:
    with pytest.raises(BadAnswer):
        BoundedBody(encoding, most=10, host="h")


def test_identity_means_as_it_is() -> None:
    body = BoundedBody("identity", most=10, host="h")
    body.feed(b"abc")
    assert body.whole() == b"abc"


def test_damage_is_told() -> None:
    body = BoundedBody("gzip", most=10, host="h")
    with pytest.raises(BadAnswer):
        body.feed(b"\x1f\x8b\x08" + b"\xff" * 40)
