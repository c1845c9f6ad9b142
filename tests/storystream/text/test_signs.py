"""The first pass: matching form, kind of sign, and the hash."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from storystream.text.alphabet import GAP, KINDS, composing_table, kind_table, matching_table
from storystream.text.signs import SEED, fold_signs, joined, mixed

VALUES = st.integers(0, (1 << 31) - 1)
STATES = st.integers(0, (1 << 62) - 1)


@given(STATES, VALUES)
def test_a_hash_stays_within_62_bits(state, value):
    assert 0 <= mixed(state, value) < 1 << 62


@given(STATES, STATES)
def test_joining_hashes_knows_their_order(one, other):
    assert one == other or joined(joined(SEED, one), other) != joined(joined(SEED, other), one)


def test_the_hash_never_changes():
    assert int(mixed(mixed(SEED, ord("水")), 7)) == 3186386337043266870


def test_hashes_of_small_numbers_do_not_collide_and_fill_every_bit():
    hashes = np.array([mixed(mixed(SEED, one), other) for one in range(300) for other in range(300)])
    assert len(np.unique(hashes)) == len(hashes)
    set_bits = [(hashes >> bit & 1).mean() for bit in range(62)]
    assert 0.48 < min(set_bits) < max(set_bits) < 0.52


def fold(text):
    points = np.array([ord(sign) for sign in text], dtype=np.int32)
    kinds = np.zeros(len(points), dtype=np.uint8)
    bounds = np.array([0, len(points)], dtype=np.int64)
    counts = fold_signs(points, bounds, matching_table(), kind_table(), composing_table(), kinds)
    return "".join(map(chr, points)), kinds, counts


def test_signs_are_folded_in_place_and_counted_by_kind():
    text, kinds, counts = fold("Ａ漢1")
    assert text == "a汉1"
    assert counts[0, :KINDS].sum() == len(kinds) == 3


def test_signs_beyond_the_table_become_gaps():
    text, kinds, _counts = fold("\U000f0000")
    assert text == " "
    assert kinds[0] == GAP


def test_signs_that_need_their_neighbours_are_reported():
    assert fold("e\u0301")[2][0, KINDS] == 1
    assert fold("é")[2][0, KINDS] == 0
