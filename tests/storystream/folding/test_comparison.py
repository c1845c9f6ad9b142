"""How much of two samples is the same."""

import numpy as np
import pytest

from storystream.folding import comparison
from storystream.folding.comparison import COLUMNS, compare, compare_near
from storystream.folding.ring import Phrases, empty_ring, meet, store
from storystream.items import Item
from storystream.text import read

PHRASES = Phrases(np.zeros(1 << 20, dtype=np.uint8), 2)
WORDS = [f"word{place}x" for place in range(400)]


def shingles(words):
    """The sample of a text of these words."""
    return read(Item("1", "", " ".join(words), language="en")).shingles.view(np.int64)


def compared(one, other, phrases=PHRASES):
    """The comparison of two texts."""
    ring = empty_ring(4)
    store(ring, shingles(one), 0, 0)
    out = np.zeros(COLUMNS, dtype=np.int64)
    compare(ring, 0, shingles(other), phrases, out)
    return out.tolist()


def share(columns):
    """The share of the smaller sample that is in the larger."""
    return columns[comparison.SHARED] / min(columns[comparison.OWN], columns[comparison.OTHER])


def test_short_texts_are_compared_exactly():
    columns = compared(WORDS[:20], WORDS[:12])
    assert columns[comparison.SHARED : comparison.OTHER + 1] == [10, 18, 10]
    assert columns[comparison.OWN_TOTAL :] == [18, 10]


@pytest.mark.parametrize("length", [30, 60, 120, 200])
def test_an_excerpt_of_any_length_is_contained_in_a_long_text(length):
    assert share(compared(WORDS, WORDS[:length])) == 1.0
    assert share(compared(WORDS[:length], WORDS)) == 1.0


def test_the_share_of_long_texts_is_estimated():
    assert share(compared(WORDS[:300], WORDS[150:])) == pytest.approx(0.5, abs=0.12)


def test_a_corner_of_copied_text_leaves_parts_cold():
    foreign = [f"other{place}y" for place in range(45)]
    corner = compared(WORDS[:90], WORDS[:45] + foreign)
    spread = compared(
        WORDS[:90], [foreign[place % 45] if place % 10 == 9 else WORDS[place] for place in range(90)]
    )
    assert corner[comparison.COLD] >= 3
    assert spread[comparison.COLD] == 0


def test_phrases_are_counted_apart():
    phrases = Phrases(np.zeros(1 << 20, dtype=np.uint8), 2)
    for _text in range(2):
        meet(phrases, shingles(WORDS[:12]))
    columns = compared(WORDS[:12] + WORDS[20:40], WORDS[:12] + WORDS[50:70], phrases)
    assert columns[comparison.SHARED] == 10
    assert columns[comparison.RARE_SHARED] == 0


def test_only_rows_that_share_enough_are_compared_and_no_hit_is_left():
    ring = empty_ring(4)
    store(ring, shingles(WORDS[:30]), 0, 0)
    store(ring, shingles(WORDS[100:130]), 1, 0)
    room = (np.empty(16, dtype=np.int64), np.empty((4, COLUMNS), dtype=np.int64))
    assert compare_near(ring, shingles(WORDS[:25]), PHRASES, 0, (0, 10), room) == 1
    assert room[1][0, comparison.ROW] == 0
    assert not ring.hits.any()
