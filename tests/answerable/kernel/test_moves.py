"""A table of moves decides what may happen to a thing."""

from enum import StrEnum

import pytest

from answerable.kernel.errors import Moved
from answerable.kernel.moves import IllegalMove, Moves


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


class Push(StrEnum):
    SHUT = "shut"
    OPEN = "open"
    LOCK = "lock"


DOOR = Moves(
    {
        (Door.OPEN, Push.SHUT): Door.SHUT,
        (Door.SHUT, Push.OPEN): Door.OPEN,
        (Door.SHUT, Push.LOCK): Door.LOCKED,
    }
)


class Rows:
    """A queryset's conditional update over one row held in memory."""

    def __init__(self, state):
        self.row = {"state": state}
        self.matches = True

    def filter(self, state):
        self.matches = self.row["state"] == state
        return self

    def update(self, **changes):
        if not self.matches:
            return 0
        self.row.update(changes)
        return 1


def test_a_legal_move_leads_to_its_state():
    assert DOOR.after(Door.SHUT, Push.LOCK) is Door.LOCKED


def test_an_illegal_move_is_refused_with_a_sentence():
    with pytest.raises(IllegalMove) as refusal:
        DOOR.after(Door.LOCKED, Push.OPEN)
    assert "locked" in str(refusal.value)
    assert refusal.value.status == 409


def test_the_buttons_of_a_state_are_its_moves():
    assert DOOR.open_to(Door.SHUT) == (Push.OPEN, Push.LOCK)
    assert DOOR.starts_of(Push.SHUT) == (Door.OPEN,)


def test_the_diagram_names_every_move():
    assert DOOR.diagram().count("-->") == 3


def test_making_a_move_writes_the_new_state_and_the_changes():
    rows = Rows(Door.SHUT)
    assert DOOR.make(rows, Door.SHUT, Push.LOCK, by="Ada") is Door.LOCKED
    assert rows.row == {"state": Door.LOCKED, "by": "Ada"}


def test_a_move_that_somebody_else_made_first_is_told_so():
    rows = Rows(Door.LOCKED)
    with pytest.raises(Moved):
        DOOR.make(rows, Door.SHUT, Push.OPEN)
    assert rows.row == {"state": Door.LOCKED}
