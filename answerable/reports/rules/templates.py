"""How a version of the body's own template stands, and which papers a template serves."""

from collections.abc import Collection
from enum import StrEnum

from answerable.kernel.moves import Moves


class TemplateState(StrEnum):
    """Where a version stands."""

    WAITING = "waiting"
    IN_USE = "in_use"
    RETIRED = "retired"


class TemplateMove(StrEnum):
    """What is done with a version."""

    PUT_INTO_USE = "put_into_use"
    RETIRE = "retire"


TEMPLATE_MOVES: Moves[TemplateState, TemplateMove] = Moves(
    {
        (TemplateState.WAITING, TemplateMove.PUT_INTO_USE): TemplateState.IN_USE,
        (TemplateState.WAITING, TemplateMove.RETIRE): TemplateState.RETIRED,
        (TemplateState.IN_USE, TemplateMove.RETIRE): TemplateState.RETIRED,
        (TemplateState.RETIRED, TemplateMove.PUT_INTO_USE): TemplateState.IN_USE,
    }
)


def serves(kinds: Collection[str], language: str, kind: str, spoken: str) -> bool:
    """Say whether a template for these kinds and this language serves a paper; none means every one."""
    return (not kinds or kind in kinds) and (not language or language[:2] == spoken[:2])
