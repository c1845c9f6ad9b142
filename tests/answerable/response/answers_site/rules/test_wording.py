"""What a reader wrote."""

from answerable.response.answers_site.rules.wording import MOST_SIGNS, tidy


def test_signs_that_are_not_seen_go():
    assert tidy("a\u202eb\x00c\ud800d\r\n\r\n\r\n\r\ne  f ") == "a b c d\n\ne f"


def test_it_is_a_question_and_not_a_book():
    assert len(tidy("水" * 5_000)) == MOST_SIGNS
