"""What is delivered to the one concerned is what binds them or frees them."""

from answerable.governance.accountability.rules.papers import CONFIRMED, DELIVERED, Kind


def test_every_word_to_the_one_concerned_has_to_arrive():
    assert set(DELIVERED) == {Kind.NOTICE, Kind.DECISION, Kind.REVIEW, Kind.APPEAL, Kind.DROPPED}


def test_what_the_one_concerned_says_is_not_delivered_to_them():
    assert not set(DELIVERED) & set(CONFIRMED)
