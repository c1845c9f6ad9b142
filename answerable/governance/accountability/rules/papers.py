"""Kinds of papers in a file, and by which ways one reaches the person concerned."""

from enum import StrEnum


class Kind(StrEnum):
    """What a paper is."""

    FACTS = "facts"
    NOTICE = "notice"
    STATEMENT = "statement"
    VERIFIED = "verified"
    DECISION = "decision"
    REVIEW_ASKED = "review_asked"
    REVIEW = "review"
    APPEAL_ASKED = "appeal_asked"
    APPEAL = "appeal"
    DROPPED = "dropped"


class Way(StrEnum):
    """How it is known that a paper arrived."""

    OWN_WORD = "own_word"
    BY_HAND = "by_hand"
    ANSWERED = "answered"


#: What is delivered to the one concerned, and has to be proven to have arrived.
DELIVERED = (Kind.NOTICE, Kind.DECISION, Kind.REVIEW, Kind.APPEAL, Kind.DROPPED)
#: What two people stand for: the facts by both who found them, a spoken statement by who spoke.
CONFIRMED = (Kind.FACTS, Kind.STATEMENT)
