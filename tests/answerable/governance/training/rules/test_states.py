"""Sessions move by a table."""

import pytest

from answerable.governance.training.rules.states import MOVES, STATE_NAMES, STATE_TONES, Move, State
from answerable.kernel.moves import IllegalMove


def test_what_was_held_is_not_called_off_and_every_state_has_its_words():
    assert MOVES.after(State.PLANNED, Move.HOLD) is State.HELD
    with pytest.raises(IllegalMove):
        MOVES.after(State.HELD, Move.CANCEL)
    assert set(STATE_NAMES) == set(STATE_TONES) == set(State)
