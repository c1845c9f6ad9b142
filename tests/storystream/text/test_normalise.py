"""Plain text out of what sources call text."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storystream.text.normalise import LONGEST, normalise, without_markup

TEXTS = st.text(st.characters(exclude_categories=()), max_size=200)
MARKUP = st.lists(
    st.sampled_from(["<", ">", "b", "/", "&", "amp;", "lt;", "#60;", "script", " ", "!--", "-->", "＜", "é"])
)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(MARKUP)
def test_normalising_markup_twice_changes_nothing(parts):
    text = "".join(parts)
    assert normalise(normalise(text)) == normalise(text)


@given(TEXTS)
def test_no_control_sign_or_surrogate_is_left(text):
    assert not [sign for sign in normalise(text) if unicodedata.category(sign) in ("Cc", "Cs")]


@pytest.mark.parametrize(
    ("marked_up", "plain"),
    [
        ("<p>Fish &amp; chips</p>", "Fish & chips"),
        ("a<script>alert('x')</script>b", "a b"),
        ("a<!-- hidden -->b", "a b"),
        ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
        ("&amp;lt;b&amp;gt;bold", "bold"),
        ("中文<br/>换行", "中文 换行"),
        ("<a href='http://example.org?a=1&b=2'>link</a>", "link"),
    ],
)
def test_markup_is_taken_away(marked_up, plain):
    assert " ".join(without_markup(marked_up).split()) == plain


def test_text_without_markup_is_handed_back_as_it_is():
    text = "Plain text"
    assert without_markup(text) is text


def test_a_hostile_text_costs_little_and_is_cut():
    assert len(normalise("<" * 100_000)) <= LONGEST
    assert len(normalise("&amp;" * 100_000)) <= LONGEST
    assert normalise("<script>" * 50_000) == ""


def test_naughty_strings_are_normalised_without_an_error(shared_data):
    naughty = json.loads((shared_data / "hostile" / "strings" / "blns.json").read_text(encoding="utf-8"))
    assert all(normalise(normalise(text)) == normalise(text) for text in naughty)
