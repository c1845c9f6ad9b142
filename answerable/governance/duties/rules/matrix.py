"""The matrix of clauses and units: each cell shows the worst of its runs, in a word, a sign and a colour."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.governance.duties.rules.standing import ORDER, TONES, Tone, Word

_RANK = {word: rank for rank, word in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many runs of one duty in one unit stand in one way."""

    duty: str
    unit: int
    word: Word
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the worst word with how many runs it stands for, and how many there are in all."""

    word: Word
    count: int
    total: int

    @property
    def tone(self) -> Tone:
        """Give the colour."""
        return TONES[self.word]


def worst(words: Iterable[Word]) -> Word | None:
    """Give the worst of several words."""
    return min(words, key=_RANK.__getitem__, default=None)


def fold(tallies: Iterable[Tally], duties_of: Mapping[str, Sequence[str]]) -> dict[tuple[str, int], Cell]:
    """Fold the runs of duties into cells; `duties_of` names the duties of each clause."""
    by_duty: dict[tuple[str, int], dict[Word, int]] = defaultdict(lambda: defaultdict(int))
    units: set[int] = set()
    for tally in tallies:
        by_duty[tally.duty, tally.unit][tally.word] += tally.count
        units.add(tally.unit)
    cells = {}
    for clause, duties in duties_of.items():
        for unit in units:
            counts: dict[Word, int] = defaultdict(int)
            for duty in duties:
                for word, count in by_duty.get((duty, unit), {}).items():
                    counts[word] += count
            shown = worst(counts)
            if shown is not None:
                cells[clause, unit] = Cell(shown, counts[shown], sum(counts.values()))
    return cells


def summed(cells: Iterable[Cell]) -> dict[Tone, int]:
    """Count cells by colour: the figures above the matrix, always with how many there are."""
    counts = dict.fromkeys(Tone, 0)
    for cell in cells:
        counts[cell.tone] += 1
    return counts
