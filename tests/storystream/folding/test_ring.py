"""The ring of samples and its chains."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from storystream.folding.ring import (
    LINKED,
    Phrases,
    empty_ring,
    is_phrase,
    meet,
    part_of,
    rare_among,
    store,
    total_of,
    touch_all,
)

NO_PHRASES = Phrases(np.zeros(1 << 10, dtype=np.uint8), 4)


def sample(*hashes):
    """A sample of the given hashes, each at its place in a text of as many shingles."""
    return np.array(
        [one << 32 | place << 16 | len(hashes) for place, one in enumerate(sorted(hashes))], dtype=np.int64
    )


def touched(ring, hashes, oldest=0, minute=0, window=100):
    """The rows that share a hash."""
    room = np.empty(64, dtype=np.int64)
    count = touch_all(ring, sample(*hashes), NO_PHRASES, oldest, (minute, window), room)
    rows = room[:count].tolist()
    hits = {row: int(ring.hits[row]) for row in rows}
    ring.hits[:] = 0
    return hits


def test_rows_are_found_by_the_hashes_they_share():
    ring = empty_ring(8)
    store(ring, sample(5, 6, 7), 0, 0)
    store(ring, sample(7, 8), 1, 0)
    assert touched(ring, [6, 7]) == {0: 2, 1: 1}
    assert touched(ring, [9]) == {}


def test_rows_outside_the_window_are_not_found_on_either_side():
    ring = empty_ring(8)
    store(ring, sample(5), 0, 0)
    assert touched(ring, [5], minute=100) == {0: 1}
    assert touched(ring, [5], minute=101) == {}
    assert touched(ring, [5], minute=-101) == {}


def test_a_row_that_was_let_go_is_not_found():
    ring = empty_ring(8)
    store(ring, sample(5), 0, 0)
    store(ring, sample(5), 1, 0)
    assert touched(ring, [5], oldest=1) == {1: 1}


@given(st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True), min_size=1, max_size=60))
def test_the_ring_finds_what_a_search_of_its_living_rows_finds(texts):
    ring = empty_ring(16)
    for order, hashes in enumerate(texts):
        store(ring, sample(*hashes), order, 0)
        oldest = max(0, order - 15)
        alive = {one % 16: texts[one] for one in range(oldest, order + 1)}
        expected = {row: len({3, 17} & set(held)) for row, held in alive.items() if {3, 17} & set(held)}
        assert touched(ring, [3, 17], oldest) == expected


def test_only_the_smallest_hashes_are_linked():
    ring = empty_ring(4)
    store(ring, sample(*range(1, LINKED + 10)), 0, 0)
    assert touched(ring, [LINKED]) == {0: 1}
    assert touched(ring, [LINKED + 5]) == {}


def test_a_shingle_of_many_unrelated_texts_becomes_a_phrase():
    phrases = Phrases(np.zeros(1 << 10, dtype=np.uint8), 3)
    for _text in range(3):
        assert not is_phrase(phrases, 5)
        meet(phrases, sample(5, 6))
    assert is_phrase(phrases, 5)
    assert rare_among(sample(5, 6, 7), phrases) == 1


def test_counting_texts_stops_at_the_largest_number_of_a_byte():
    phrases = Phrases(np.zeros(1 << 10, dtype=np.uint8), 3)
    for _text in range(300):
        meet(phrases, sample(5))
    assert phrases.seen[5] == 255


def test_an_entry_tells_its_part_and_the_length_of_its_text():
    entries = sample(*range(1, 17))
    assert [part_of(int(entry)) for entry in entries] == [place // 2 for place in range(16)]
    assert total_of(entries) == 16
    assert total_of(entries[:0]) == 0
