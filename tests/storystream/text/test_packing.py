"""A reading crosses machines as bytes and is the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storystream.items import Item
from storystream.text import pack, read, unpack
from storystream.text.packing import _FIELDS

texts = st.text(max_size=200)


@given(texts, texts)
def test_every_reading_comes_back_whole(title, text):
    reading = read(Item("1", title, text))
    back = unpack(pack(reading))
    assert (back.language, back.length_class) == (reading.language, reading.length_class)
    for name, kind in _FIELDS:
        assert np.array_equal(getattr(back, name), getattr(reading, name))
        assert getattr(back, name).dtype == np.dtype(kind)


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:5], lambda b: b[:-1], lambda b: b + b"x", lambda b: b"\xff" + b[1:]]
)
def test_what_is_no_packed_reading_is_refused(spoil):
    with pytest.raises(ValueError, match="packed reading"):
        unpack(spoil(pack(read(Item("1", "今晚停水", "城东水厂检修")))))
