"""Tones and icons for every state."""

from answerable.response.foresight import words
from answerable.response.foresight.rules.levels import Level
from answerable.response.foresight.rules.states import Heard, Standing, State


def test_everything_that_is_shown_has_a_tone() -> None:
    assert set(words.STATE_TONES) == set(words.STATE_ICONS) == set(State)
    assert set(words.STANDING_TONES) == set(Standing)
    assert set(words.LEVEL_TONES) == set(words.LEVEL_ICONS) == set(Level)
    assert set(words.HEARD_TONES) == set(Heard)
