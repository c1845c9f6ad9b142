"""The states: everything ends, nothing is a dead end, and every move is somebody's."""

import pytest

from answerable.governance.inspections.rules.states import (
    ENDED,
    FOUND,
    LOTS,
    STAGES,
    TRIPS,
    Found,
    FoundMove,
    Lots,
    Stage,
    Trip,
)
from answerable.governance.inspections.words import FOUND as FOUND_WORDS
from answerable.governance.inspections.words import LOTS as LOT_WORDS
from answerable.governance.inspections.words import MOVES as MOVE_WORDS
from answerable.governance.inspections.words import STAGES as STAGE_WORDS
from answerable.governance.inspections.words import TRIPS as TRIP_WORDS
from answerable.kernel.moves import IllegalMove


@pytest.mark.parametrize(
    ("table", "states", "ends"),
    [
        (STAGES, Stage, {Stage.CLOSED, Stage.CANCELLED}),
        (LOTS, Lots, {Lots.CANCELLED}),
        (TRIPS, Trip, {Trip.DONE, Trip.VOID}),
        (FOUND, Found, set(ENDED)),
    ],
)
def test_only_what_is_over_has_no_way_on(table, states, ends):
    assert {state for state in states if not table.open_to(state)} == ends


def test_a_finding_is_never_confirmed_before_it_was_put():
    with pytest.raises(IllegalMove):
        FOUND.after(Found.OBSERVED, FoundMove.CONFIRM)


def test_every_state_and_move_has_a_word():
    for states, words in ((Stage, STAGE_WORDS), (Lots, LOT_WORDS), (Trip, TRIP_WORDS), (Found, FOUND_WORDS)):
        assert set(words) == set(states)
    assert set(MOVE_WORDS) == set(FoundMove)
