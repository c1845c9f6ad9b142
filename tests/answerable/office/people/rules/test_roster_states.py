"""A roster is applied once or laid aside, never both."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.office.people.rules.roster_states import ROSTER_MOVES, RosterMove, RosterState


@pytest.mark.parametrize("state", [RosterState.APPLIED, RosterState.DROPPED])
@pytest.mark.parametrize("move", list(RosterMove))
def test_what_is_done_stays_done(state, move):
    with pytest.raises(IllegalMove):
        ROSTER_MOVES.after(state, move)
