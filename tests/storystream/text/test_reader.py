"""From items to readings."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.streams import items_of
from storystream.items import Item
from storystream.text import read, read_many
from storystream.text.reader import BATCH

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)


def same(one, other):
    """Whether two readings are equal in every figure."""
    return one.language == other.language and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("length_class", "words", "word_tf", "pairs", "pair_tf", "shingles", "numbers")
    )


@settings(max_examples=40)
@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=12))
def test_reading_many_is_reading_each(texts):
    items = [Item(str(place), title, text) for place, (title, text) in enumerate(texts)]
    assert all(same(one, read(item)) for one, item in zip(read_many(items), items, strict=True))


def test_more_items_than_a_batch_are_read_in_order():
    items = [Item(str(place), f"停水通知第{place}号") for place in range(2 * BATCH + 3)]
    readings = read_many(items)
    assert len(readings) == len(items)
    assert all(same(readings[place], read(items[place])) for place in (0, BATCH - 1, BATCH, 2 * BATCH + 2))


def test_no_items_are_no_readings():
    assert read_many([]) == []


def test_naughty_strings_never_raise(shared_data):
    naughty = json.loads((shared_data / "hostile" / "strings" / "blns.json").read_text(encoding="utf-8"))
    assert len(read_many(Item("", text, text) for text in naughty)) == len(naughty)


@pytest.mark.parametrize(
    ("title", "text", "length_class"),
    [
        ("今晚停水", "", 0),
        ("今晚停水", "今晚停水", 0),
        ("今晚停水", "自来水公司今晚八点起停水。", 1),
        ("今晚停水", "自来水公司今晚八点起停水。" * 8, 2),
        ("Water off", "The water is off in Mill Lane tonight.", 1),
        ("Water off", "The water is off in Mill Lane tonight. " * 8, 2),
    ],
)
def test_the_length_class_says_how_much_there_is_to_go_by(title, text, length_class):
    assert read(Item("1", title, text)).length_class == length_class


def test_composed_and_decomposed_letters_read_alike():
    assert same(read(Item("1", "Café ﬁre in 한국")), read(Item("1", "Cafe\u0301 fire in 한국")))


def test_markup_reads_like_plain_text():
    marked_up = read(Item("1", "<b>Flood</b> in Leeds", "<p>Water &amp; mud</p><script>x()</script>"))
    assert same(marked_up, read(Item("1", "Flood in Leeds", "Water & mud")))


def test_a_kept_reading_does_not_keep_its_batch():
    reading = read_many(Item(str(place), "停水通知") for place in range(50))[7]
    assert all(array.base is None for array in (reading.words, reading.pairs, reading.shingles))


def test_real_items_all_have_terms(shared_data):
    items = [*items_of(shared_data, "zh-stream", 1000), *items_of(shared_data, "en-stream", 300)]
    empty = [
        item.title for item, reading in zip(items, read_many(items), strict=True) if not len(reading.shingles)
    ]
    assert empty == []
