"""Measures, votes, and the rule that nothing grows heavier because somebody spoke up."""

from collections.abc import Iterable, Sequence
from enum import IntEnum


class Measure(IntEnum):
    """What can come of a file here, from light to heavy. The last one is no measure: another body takes over."""

    NONE = 0
    REMINDER = 1
    TALK = 2
    NOTICE = 3
    HANDED_OVER = 4


#: Fewer people than these do not decide "together" (政务处分法 art. 42: collective discussion; practice: three).
PANEL_LEAST = 3
#: Two people establish the facts, as two inspectors go on a visit (双随机: at least two).
FINDERS = 2
#: A measure that was told, decided or reviewed is the most that can follow (政务处分法 art. 43, 公务员法 art. 96).


def allowed(most: Measure) -> tuple[Measure, ...]:
    """List the measures that may follow one that was told, decided or reviewed: never a heavier one."""
    return tuple(measure for measure in Measure if measure <= most)


def aggravates(wanted: Measure, before: Measure) -> bool:
    """Say whether a measure would be heavier than the one before it."""
    return wanted > before


def quorum(members: int) -> int:
    """Say how many of a panel have to vote: two thirds of it, and never fewer than three."""
    return max(PANEL_LEAST, -(-2 * members // 3))


def is_quorate(votes: int, members: int) -> bool:
    """Say whether enough of a panel have voted for a decision."""
    return members >= PANEL_LEAST and votes >= quorum(members)


def carried(votes: Sequence[Measure]) -> Measure:
    """Give the heaviest measure that more than half of the votes carry, those who would go further among them."""
    carrying = [measure for measure in Measure if 2 * sum(vote >= measure for vote in votes) > len(votes)]
    return max(carrying, default=Measure.NONE)


def dissenting(votes: Iterable[Measure], result: Measure) -> int:
    """Count the votes that wanted something else."""
    return sum(vote != result for vote in votes)
