"""The second pass: units."""

import pytest

from storystream.items import Item
from storystream.text.reader import batch_of
from storystream.text.units import ADJACENT, APART, BORDER, CLAUSE


def units(title, text=""):
    """The units of an item as they are written in matching form, and what lies before each."""
    batch, _shape = batch_of([Item("1", title, text)])
    points = batch.text.points
    spans = zip(batch.units.starts.tolist(), batch.units.ends.tolist(), strict=True)
    return ["".join(map(chr, points[start:end])) for start, end in spans], batch.units.before.tolist()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Trump's plan", ["trump", "plan"]),
        ("don’t stop", ["don’t", "stop"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("1,204 cases at 09:30, up 3.5%", ["1,204", "cases", "at", "09:30", "up", "3.5"]),
        ("the 5th of 30km", ["the", "5th", "of", "30km"]),
        ("Covid-19 and b737", ["covid", "19", "and", "b737"]),
        ("停水5小时", ["停", "水", "5", "小", "时"]),
        ("2024년 서울", ["2024", "년", "서울"]),
        ("see https://example.org/a?b=1 now", ["see", "now"]),
        ("www.example.org", []),
        ("http 404", ["http", "404"]),
        ("བོད་ལྗོངས", ["བོད", "ལྗོངས"]),
        ("كِتَاب", ["كِتَاب"]),
        ("...!!!", []),
    ],
)
def test_units_are_words_where_spaces_divide_words_and_signs_where_not(title, words):
    assert units(title)[0] == words


def test_a_joiner_and_a_vowel_point_make_no_other_word():
    batch, _shape = batch_of([Item("1", "dont don’t كِتَاب كتاب")])
    hashes = batch.units.hashes.tolist()
    assert hashes[0] == hashes[1]
    assert hashes[2] == hashes[3]


def test_what_lies_before_a_unit_is_known():
    assert units("停水, today", "明天。后天")[1] == [
        BORDER,
        ADJACENT,
        APART,
        BORDER,
        ADJACENT,
        CLAUSE,
        ADJACENT,
    ]


def test_a_decimal_point_ends_no_clause_and_a_full_stop_does():
    assert CLAUSE not in units("up 3.5 percent")[1]
    assert CLAUSE in units("up. Percent")[1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1,204", "1204", True),
        ("05", "5", True),
        ("5th", "5", True),
        ("0.5", "5", False),
        ("12:30", "1230", False),
        ("b737", "b747", False),
        ("12345678901", "12345678902", False),
        ("100", "1000", False),
    ],
)
def test_figures_have_a_code(one, other, same):
    codes = [batch_of([Item("1", figure)])[0].units.values.tolist()[0] for figure in (one, other)]
    assert all(codes)
    assert (codes[0] == codes[1]) == same
