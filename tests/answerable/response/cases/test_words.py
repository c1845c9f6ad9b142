"""Cases in plain words."""

from answerable.response.cases.queries.loudness import Loudness
from answerable.response.cases.rules.before_after import rate_ratio
from answerable.response.cases.rules.states import State
from answerable.response.cases.words import loudness_words, ratio_words, state_tone


def told(before: int, after: int) -> Loudness:
    """Counts of two days on either side."""
    return Loudness((), 1, rate_ratio(before, 48, after, 48), 48, None)


def test_a_comparison_says_its_interval_and_claims_no_cause() -> None:
    said = loudness_words(told(80, 20))
    assert "0.25 times as many (95 % interval 0.15 to 0.41)" in said
    assert "more of a difference than chance" in said
    assert "says nothing about the cause" in said


def test_a_difference_that_chance_can_make_is_called_so() -> None:
    assert "Chance alone can make such a difference." in loudness_words(told(5, 3))


def test_nothing_to_compare_says_nothing() -> None:
    assert loudness_words(told(0, 0)) == ""


def test_silence_before_gives_a_lower_end_only() -> None:
    found = rate_ratio(0, 48, 9, 48)
    assert found is not None
    assert ratio_words(found).startswith("at least ")


def test_what_is_ended_is_neither_late_nor_soon() -> None:
    assert state_tone(State.MERGED) == state_tone(State.HANDED_OVER) == "idle"
    assert state_tone(State.ANSWERED) == "ok"
    assert state_tone(State.SEEN) == "soon"
