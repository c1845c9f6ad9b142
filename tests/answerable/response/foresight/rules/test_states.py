"""States of a release."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.response.foresight.rules.states import (
    HEARD_NAMES,
    KIND_NAMES,
    MOVES,
    STANDING_NAMES,
    STATE_NAMES,
    WAITING,
    WATCHED,
    Heard,
    Kind,
    Move,
    Standing,
    State,
)


def test_what_is_out_is_never_withdrawn() -> None:
    for state in (State.PARTLY, State.RELEASED, State.OVER, State.FINISHED):
        with pytest.raises(IllegalMove):
            MOVES.after(state, Move.WITHDRAW)


def test_every_state_is_reached_and_the_ends_lead_nowhere() -> None:
    reached = {State.PLANNED, *MOVES.table.values()}
    assert reached == set(State)
    assert MOVES.open_to(State.FINISHED) == MOVES.open_to(State.WITHDRAWN) == ()


def test_a_release_in_part_waits_and_is_watched() -> None:
    assert State.PARTLY in WAITING
    assert State.PARTLY in WATCHED


def test_everything_has_its_name() -> None:
    for names, keys in (
        (STATE_NAMES, State),
        (KIND_NAMES, Kind),
        (STANDING_NAMES, Standing),
        (HEARD_NAMES, Heard),
    ):
        assert set(names) == set(keys)
