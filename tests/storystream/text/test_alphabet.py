"""The two tables over the code points."""

import unicodedata

import pytest

from storystream.text import alphabet


def matched(text):
    return "".join(chr(alphabet.matching_table()[ord(sign)]) for sign in text)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("新華社漢語", "新华社汉语"),
        ("Éùñ", "eun"),
        ("①⑨", "19"),
        ("٣۴५", "345"),
        ("Ёлка Й", "елка й"),
        ("أإآ", "ااا"),
        ("ｱｲｳ", "アイウ"),
        ("，！？", ",!?"),
    ],
)
def test_one_look_up_gives_the_sign_that_is_compared(written, compared):
    assert matched(written) == compared


def test_lone_surrogates_become_spaces():
    assert set(alphabet.matching_table()[0xD800:0xE000].tolist()) == {ord(" ")}


def test_the_matching_form_of_a_matching_form_is_itself():
    table = alphabet.matching_table()
    changed = [hex(point) for point in range(alphabet.TABLE_SIZE) if table[table[point]] != table[point]]
    assert len(changed) <= 20, changed  # a handful of compatibility signs whose capital is a sign of its own


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("a", alphabet.LATIN),
        ("я", alphabet.CYRILLIC),
        ("ب", alphabet.ARABIC),
        ("水", alphabet.HAN),
        ("〇", alphabet.HAN),
        ("の", alphabet.HIRAGANA),
        ("カ", alphabet.KATAKANA),
        ("한", alphabet.HANGUL),
        ("ก", alphabet.THAI),
        ("ི", alphabet.TIBETAN),
        ("ா", alphabet.OTHER),
        ("7", alphabet.DIGIT),
        ("'", alphabet.JOINER),
        ("ً", alphabet.DROPPED),
        ("🔥", alphabet.GAP),
        ("。", alphabet.GAP),
    ],
)
def test_each_sign_has_its_kind(sign, kind):
    assert alphabet.kind_table()[ord(sign)] == kind


def test_signs_that_compose_with_their_neighbours_are_known():
    table = alphabet.composing_table()
    assert table[0x301]  # combining acute
    assert table[ord("ﬁ")]
    assert not table[ord("a")]
    assert not table[ord("水")]
    assert all(table[point] for point in range(0x300, 0x340) if unicodedata.combining(chr(point)))
