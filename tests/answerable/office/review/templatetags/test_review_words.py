"""Words of reviews in templates."""

from answerable.office.review.rules import Hindrance
from answerable.office.review.templatetags.review_words import (
    check_name,
    hindrance_words,
    review_state,
    short_hash,
    step_state,
)


def test_a_check_that_only_the_plan_knows_is_shown_as_it_is_written() -> None:
    assert check_name("read_aloud") == "read_aloud"
    assert check_name("law").startswith("It is lawful")


def test_every_hindrance_has_its_words() -> None:
    assert all(hindrance_words(found) for found in Hindrance)


def test_states_have_word_and_tone() -> None:
    assert review_state("passed")["tone"] == "ok"
    assert step_state("void")["tone"] == "idle"


def test_a_hash_is_short_enough_to_compare_by_eye() -> None:
    assert short_hash("a" * 64) == "a" * 12
