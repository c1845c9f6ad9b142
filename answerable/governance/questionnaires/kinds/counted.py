"""What every kind of question counts its answers into."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.governance.questionnaires.rules.tables import Shown, shown_row


@dataclass(frozen=True, slots=True)
class Part:
    """One row of counts: the names of its cells, and in which cell each answer lies, in the order of the answers.

    `name` tells several parts of one question apart. The last cell named "" is the rest: counted and not drawn.
    """

    name: str
    cells: tuple[str, ...]
    placed: tuple[int, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many answers lie in each cell."""
        return cells_of(self.placed, len(self.cells))

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The counts that may be shown."""
        return shown_row(self.counts)


@dataclass(frozen=True, slots=True)
class Counted:
    """A question's answers in parts; the points of a scale, counted, where all of them may be shown."""

    parts: tuple[Part, ...]
    points: dict[int, int] | None = None


def cells_of(numbers: Sequence[int], width: int) -> tuple[int, ...]:
    """Count how often each cell was chosen."""
    counts = [0] * width
    for number in numbers:
        counts[number] += 1
    return tuple(counts)
