"""The third pass: terms of both views and their weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storystream.items import Item
from storystream.text import read, surfaces
from storystream.text.terms import TERM_SPACE, TITLE_WEIGHT


@given(st.text(max_size=60), st.text(max_size=120))
def test_ids_ascend_within_the_term_space_and_weights_are_positive(title, text):
    reading = read(Item("1", title, text))
    for ids, weights in ((reading.words, reading.word_tf), (reading.pairs, reading.pair_tf)):
        assert ids.dtype == np.uint32
        assert weights.dtype == np.float32
        assert len(ids) == len(weights)
        assert (np.diff(ids.astype(np.int64)) > 0).all()
        assert (weights >= 1).all()
        assert (ids < TERM_SPACE).all()


def wordings(title, language=""):
    return set(surfaces(Item("1", title, language=language)).values())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("自来水公司今晚停水", {"自来水", "公司", "今晚", "停水", "自来", "来水"}),
        ("Water mains in Leeds", {"Water", "mains", "Leeds", "Water mains"}),
        ("東京の電車", {"東京", "電車", "の電"}),
        ("서울에서 지진이", {"서울에서", "지진이", "서울"}),
        ("iPhone发布会", {"iPhone", "发布会", "布会"}),
        ("ราคาน้ำมัน", {"ราค", "รา"}),
    ],
)
def test_terms_are_words_and_pairs_of_neighbours(title, expected):
    assert expected <= wordings(title)


def test_common_words_and_single_letters_are_no_terms():
    assert wordings("The plan of a mayor") == {"plan", "mayor", "plan of a mayor"}


def test_a_pair_of_signs_and_a_word_of_the_same_signs_are_two_terms():
    reading = read(Item("1", "停水"))
    assert not set(reading.words.tolist()) & set(reading.pairs.tolist())


def test_a_title_term_weighs_double_unless_the_text_begins_with_the_title():
    once = read(Item("1", "Flood", "A dry day"))
    repeated = read(Item("1", "Flood", "Flood on a dry day"))
    assert once.word_tf.max() == TITLE_WEIGHT
    assert repeated.word_tf.max() == 2
    assert read(Item("1", "Flood")).word_tf.tolist() == [TITLE_WEIGHT]


def test_traditional_and_simplified_wordings_are_the_same_terms():
    assert (
        read(Item("1", "新華社報導國際會議")).words.tolist()
        == read(Item("1", "新华社报导国际会议")).words.tolist()
    )


def test_only_the_lead_counts():
    long_lead = "水" * 600
    assert not set(read(Item("1", "", long_lead + "自来水公司")).words.tolist()) & set(
        read(Item("1", "自来水公司")).words.tolist()
    )
