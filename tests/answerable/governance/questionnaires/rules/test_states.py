"""A questionnaire is closed once."""

import pytest

from answerable.governance.questionnaires.rules.states import MOVES, STATE_NAMES, STATE_TONES, Move, State
from answerable.kernel.moves import IllegalMove


def test_what_is_closed_or_cancelled_is_never_opened_again():
    for state in (State.CLOSED, State.CANCELLED):
        assert MOVES.open_to(state) == ()
        with pytest.raises(IllegalMove):
            MOVES.after(state, Move.OPEN)
    assert set(STATE_NAMES) == set(STATE_TONES) == set(State)
