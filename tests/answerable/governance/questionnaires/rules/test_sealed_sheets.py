"""Sealed sheets."""

import pytest
from cryptography.exceptions import InvalidTag

from answerable.governance.questionnaires.rules.questions import LONGEST_TEXT, Question, Sort
from answerable.governance.questionnaires.rules.sealed_sheets import new_keys, seal, size_of, unseal

QUESTIONS = (
    Question(Sort.SINGLE, "a", ("x", "y")),
    Question(Sort.SEVERAL, "b", ("x", "y")),
    Question(Sort.TEXT, "c"),
)


def test_a_sheet_comes_back_with_the_private_key_alone():
    private, public = new_keys()
    sheet = (1, (0, 1), "改进")
    sealed = seal(sheet, public, size_of(QUESTIONS))
    assert unseal(sealed, private) == sheet
    with pytest.raises(InvalidTag):
        unseal(sealed, new_keys()[0])
    with pytest.raises(InvalidTag):
        unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), private)


def test_the_same_sheet_twice_looks_like_two():
    _private, public = new_keys()
    assert seal((1,), public, 64) != seal((1,), public, 64)


@pytest.mark.parametrize("sign", ["a", "长", "😀", '"', "\n"])
def test_the_longest_text_of_any_sign_fits_its_sheet(sign):
    private, public = new_keys()
    sheet = (1, tuple(range(12)), sign * LONGEST_TEXT)
    assert unseal(seal(sheet, public, size_of(QUESTIONS)), private) == sheet


def test_what_does_not_fit_is_refused_loudly():
    with pytest.raises(ValueError, match="larger"):
        seal(("x" * 100,), new_keys()[1], 64)
