"""A text that points at a person is asked about, and then masked or kept."""

import pytest

from answerable.response.cases.rules.free_text import PERSONAL_NAMES, Personal, PointsAtPerson, screened

CALL = "Call 13812345678 about the water."


def test_a_clean_text_passes_unasked() -> None:
    assert screened("The water is brown; call 12345.") == "The water is brown; call 12345."


def test_a_number_is_asked_about_with_what_was_found() -> None:
    with pytest.raises(PointsAtPerson) as asked:
        screened(CALL)
    assert asked.value.counts == {"mobile": 1}


def test_it_is_masked_or_kept_as_was_said() -> None:
    assert screened(CALL, Personal.MASK) == "Call *** about the water."
    assert screened(CALL, "keep") == CALL


def test_an_answer_nobody_offered_is_no_answer() -> None:
    with pytest.raises(PointsAtPerson):
        screened(CALL, "whatever")


def test_both_answers_have_words() -> None:
    assert set(PERSONAL_NAMES) == {Personal.MASK, Personal.KEEP}
