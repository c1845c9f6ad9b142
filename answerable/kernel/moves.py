"""States as a table: (state, move) -> state. Buttons, tests and diagrams are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Moved

State = TypeVar("State", bound=StrEnum)
Move = TypeVar("Move", bound=StrEnum)


class IllegalMove(Moved):
    """The table has no such move from this state."""

    def __init__(self, state: StrEnum, move: StrEnum) -> None:
        super().__init__(
            _("This can no longer be done: it is now “%(state)s”.") % {"state": state},
            _("Load the page again to see what can be done now."),
        )
        self.state = state
        self.move = move


@dataclass(frozen=True)
class Moves(Generic[State, Move]):
    """A table of legal moves."""

    table: Mapping[tuple[State, Move], State]

    def after(self, state: State, move: Move) -> State:
        """Give the state that a move leads to, or raise IllegalMove."""
        try:
            return self.table[state, move]
        except KeyError:
            raise IllegalMove(state, move) from None

    def open_to(self, state: State) -> tuple[Move, ...]:
        """List the moves that this state allows, in the order of the table: the buttons of the page."""
        return tuple(move for (start, move) in self.table if start == state)

    def starts_of(self, move: Move) -> tuple[State, ...]:
        """List the states from which a move may start."""
        return tuple(start for (start, made) in self.table if made == move)

    def diagram(self) -> str:
        """Draw the table as a Mermaid state diagram for the reference pages."""
        lines = [f"    {start} --> {end}: {move}" for (start, move), end in self.table.items()]
        return "\n".join(["stateDiagram-v2", *lines])

    def make(self, rows: "models.QuerySet[Any]", state: State, move: Move, **changes: object) -> State:
        """Move the one row of `rows` that is still in `state`, or raise Moved when somebody was quicker."""
        end = self.after(state, move)
        if rows.filter(state=state).update(state=end, **changes) != 1:
            raise Moved(
                _("Somebody else has just changed this."),
                _("Nothing of yours was lost. Load the page again and look at what is there now."),
            )
        return end
