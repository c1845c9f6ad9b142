"""The fourth pass: the sample of shingles."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from storystream.items import Item
from storystream.text import read
from storystream.text.shingles import SAMPLE, distinct, smallest


def hashes(title, text=""):
    return set((read(Item("1", title, text)).shingles >> np.uint64(32)).tolist())


def test_an_excerpt_is_contained_wholly():
    words = " ".join(f"word{place}" for place in range(60))
    excerpt = " ".join(words.split()[:30])
    assert hashes("", excerpt) < hashes("", words)


def test_a_long_text_is_sampled_by_its_smallest_hashes():
    words = [f"w{place}x" for place in range(2000)]
    short, long = hashes("", " ".join(words[:90])), hashes("", " ".join(words))
    assert len(long) == SAMPLE
    assert {one for one in short if one <= max(long)} <= long


def test_two_words_are_one_shingle_and_nothing_is_none():
    assert len(hashes("停水")) == 1
    assert hashes("停水") != hashes("水停")
    assert not hashes("!!!")


def test_punctuation_and_case_make_no_other_shingle():
    assert hashes("Mill Lane: water OFF, tonight") == hashes("mill lane water off tonight")


def test_a_shingle_does_not_cross_from_title_to_text():
    assert hashes("今晚停水", "明天恢复") == hashes("今晚停水") | hashes("明天恢复")


def test_the_lower_half_says_where_a_shingle_lies_and_how_many_there_are():
    lower = read(Item("1", "今晚城关镇停水")).shingles.astype(np.int64) & 0xFFFFFFFF
    assert sorted((lower >> 16).tolist()) == [0, 1, 2, 3, 4]
    assert set((lower & 0xFFFF).tolist()) == {5}


@given(st.lists(st.integers(0, 3000).map(lambda value: value << 32), max_size=1500))
def test_sampling_finds_the_smallest_different_hashes(values):
    array = np.array([*values, 0], dtype=np.int64)
    count = smallest(array, len(values))
    assert array[:count].tolist() == sorted(set(values))[:SAMPLE]


def test_of_equal_hashes_the_first_place_is_kept():
    array = np.array([(7 << 32) | (3 << 16), (7 << 32) | (1 << 16)], dtype=np.int64)
    assert distinct(array, 2) == 1
    assert array[0] == (7 << 32) | (1 << 16)
