"""Words and marks of signals."""

from answerable.listening.signals.rules.states import Reason, State, WatchState
from answerable.listening.signals.rules.telling import Rhythm
from answerable.listening.signals.templatetags.signals_words import (
    reason_name,
    rhythm_name,
    signal_state,
    watch_state,
)


def test_every_state_reason_and_rhythm_has_its_word():
    assert all(signal_state(state)["word"] for state in State)
    assert all(watch_state(state)["word"] for state in WatchState)
    assert all(reason_name(reason) for reason in Reason)
    assert all(rhythm_name(rhythm) for rhythm in Rhythm)
    assert reason_name("") == ""
