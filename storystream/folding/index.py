"""Near-duplicates and excerpts, found as texts arrive.

Containment of sampled shingles (Broder 1997) instead of resemblance: the first half of a text resembles it by
0.5 at most but is contained in it wholly. Texts whose numbers or dates differ are never folded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.folding import comparison
from storystream.folding.comparison import COLUMNS, compare, compare_near
from storystream.folding.numbers import Change, numbers_differ
from storystream.folding.ring import Phrases, Ring, empty_ring, link, meet, store
from storystream.text.reading import Reading
from storystream.text.shingles import SAMPLE

_FIRST_ROWS: Final = 1024
_NO_NUMBERS: Final = np.zeros(0, dtype=np.int64)
#: Rows that one find compares at most.
_COMPARED: Final = 64
#: Rows that share any rare shingle with a text, at most.
_TOUCHED: Final = 4096
#: Slots of the table of phrases, and unrelated texts after which it forgets half: about 60 shingles a text leave
#: one slot in three touched, so that a chance collision rarely makes a phrase.
_PHRASE_SLOTS: Final = 1 << 22
_PHRASE_TEXTS: Final = 20_000


@dataclass(frozen=True, slots=True)
class FoldSettings:
    """When two texts are one.

    window: minutes between two texts at most. late: minutes that an item may arrive behind the newest one and
    still meet the texts of its time. containment: share of the smaller sample that must be in the larger one.
    often: unrelated texts after which a shingle counts as a phrase of the trade (a disclaimer, a signature).
    rows: texts remembered at most (a power of two; about 850 bytes each).
    """

    window: int = 72 * 60
    late: int = 24 * 60
    containment: float = 0.6
    often: int = 4
    rows: int = 1 << 19


@dataclass(frozen=True, slots=True)
class FoldMatch:
    """`root`: the text that this one repeats. `containment`: share of the smaller sample in the larger, 0..1."""

    root: int
    containment: float


class FoldIndex:
    """Finds the text that a new one repeats, among those of the last three days.

    >>> from storystream.items import Item
    >>> from storystream.text import read
    >>> notice = "Water will be off in Mill Lane from nine to five while the main is replaced"
    >>> index = FoldIndex()
    >>> index.add(read(Item("a", notice)), doc=1, minute=0)
    >>> index.find(read(Item("b", notice + ", the works say")), minute=30)
    FoldMatch(root=1, containment=1.0)
    """

    def __init__(self, settings: FoldSettings | None = None) -> None:
        self.settings = settings or FoldSettings()
        if self.settings.rows & (self.settings.rows - 1):
            raise ValueError(f"rows must be a power of two, not {self.settings.rows}")
        rows = min(_FIRST_ROWS, self.settings.rows)
        self._ring: Ring = empty_ring(rows)
        self._roots = np.full(rows, -1, dtype=np.int64)
        self._numbers: list[NDArray[np.int64]] = [_NO_NUMBERS] * rows
        self._rows: dict[int, int] = {}  # where each living root lies
        self._phrases = Phrases(np.zeros(_PHRASE_SLOTS, dtype=np.uint8), self.settings.often)
        self._met = 0
        self._oldest = 0
        self._next = 0
        self._latest = -(1 << 60)
        self._compared = np.empty((_COMPARED, COLUMNS), dtype=np.int64)
        self._room = (np.empty(_TOUCHED, dtype=np.int64), self._compared)

    def __len__(self) -> int:
        """How many texts are remembered."""
        return self._next - self._oldest

    def find(self, reading: Reading, minute: int) -> FoldMatch | None:
        """The root of the remembered text that `reading` repeats, at `minute` (whole minutes of any fixed clock)."""
        shingles = reading.shingles.view(np.int64)
        times = (minute, self.settings.window)
        count = compare_near(self._ring, shingles, self._phrases, self._oldest, times, self._room)
        if not count:
            return None
        best: tuple[float, int, int] | None = None
        for compared in self._compared[:count].tolist():
            row = compared[comparison.ROW]
            share = compared[comparison.SHARED] / min(compared[comparison.OWN], compared[comparison.OTHER])
            rank = (share, -int(self._ring.orders[row]), row)
            if (best is None or rank > best) and self._is_copy(compared, reading):
                best = rank
        return None if best is None else FoldMatch(int(self._roots[best[2]]), best[0])

    def _is_copy(self, compared: list[int], reading: Reading) -> bool:
        """Whether a compared row is a copy, and neither its numbers nor those of its root speak against it."""
        if not is_copy(compared, self.settings.containment):
            return False
        row, shared, own, other = compared[: comparison.OTHER + 1]
        totals = compared[comparison.OWN_TOTAL :]
        total = min(totals)
        numbers = reading.numbers.view(np.int64)
        against = [self._numbers[one] for one in {row, self._rows.get(int(self._roots[row]), row)}]
        alike = max(totals) - total <= ALIKE
        missing = ((own + other) / 2 if alike else min(own, other)) - shared
        change = Change(missing / min(own, other) * total, total, missing, alike)
        return not any(numbers_differ(one, numbers, change) for one in against)

    def add(self, reading: Reading, doc: int, minute: int, root: int | None = None) -> None:
        """Remember a text. `root`: the text it was found to repeat, for later copies to be folded into.

        A copy that holds little that its root has not is only remembered when the root is a day old or gone.
        """
        self._latest = max(self._latest, minute)
        self._forget()
        shingles = reading.shingles.view(np.int64)
        if root is not None and self._adds_little(shingles, minute, root):
            return
        if len(self) == len(self._ring.orders):
            self._make_room()
        row = self._next % len(self._ring.orders)
        store(self._ring, shingles, self._next, minute)
        self._roots[row] = doc if root is None else root
        self._numbers[row] = reading.numbers.view(np.int64).copy() if len(reading.numbers) else _NO_NUMBERS
        self._next += 1
        if root is None:
            self._rows[doc] = row
            self._meet(shingles)

    def _adds_little(self, shingles: NDArray[np.int64], minute: int, root: int) -> bool:
        """Whether the root is young and holds most of these shingles itself."""
        row = self._rows.get(root)
        if row is None or minute - int(self._ring.minutes[row]) > self.settings.window // 3:
            return False
        compared = self._compared[0]
        compare(self._ring, row, shingles, self._phrases, compared)
        return bool(compared[comparison.SHARED] >= 0.8 * compared[comparison.OTHER])

    def _meet(self, shingles: NDArray[np.int64]) -> None:
        """Count the shingles of an unrelated text; every now and then forget half of what was counted."""
        meet(self._phrases, shingles)
        self._met += 1
        if self._met == _PHRASE_TEXTS:
            self._phrases.seen[:] >>= 1
            self._met = 0

    def _forget(self) -> None:
        """Let go of the oldest texts that no item may meet any more."""
        rows = len(self._ring.orders)
        horizon = self._latest - self.settings.window - self.settings.late
        while self._oldest < self._next and int(self._ring.minutes[self._oldest % rows]) < horizon:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        """Let go of the oldest text."""
        row = self._oldest % len(self._ring.orders)
        self._numbers[row] = _NO_NUMBERS
        if self._rows.get(int(self._roots[row])) == row:
            del self._rows[int(self._roots[row])]
        self._oldest += 1

    def _make_room(self) -> None:
        """Double the ring, or let go of its oldest text when it may not grow."""
        rows = len(self._ring.orders)
        if rows >= self.settings.rows:
            self._drop_oldest()
            return
        self._lay_out(2 * rows)

    def _lay_out(self, rows: int) -> None:
        """Move the living texts to a ring of another size."""
        old, size = self._ring, len(self._ring.orders)
        ring = empty_ring(rows)
        roots, numbers = np.full(rows, -1, dtype=np.int64), [_NO_NUMBERS] * rows
        for order in range(self._oldest, self._next):
            source, target = order % size, order % rows
            ring.samples[target], ring.parts[target] = old.samples[source], old.parts[source]
            ring.sizes[target], ring.totals[target] = old.sizes[source], old.totals[source]
            link(ring, order, int(old.minutes[source]))
            roots[target], numbers[target] = self._roots[source], self._numbers[source]
        self._rows = {doc: int(old.orders[row]) % rows for doc, row in self._rows.items()}
        self._ring, self._roots, self._numbers = ring, roots, numbers

    def state(self) -> dict[str, NDArray[Any] | int]:
        """Everything that later answers depend on, as arrays and whole numbers; see `from_state`."""
        size = len(self._ring.orders)
        rows = np.arange(self._oldest, self._next) % size
        held = np.arange(SAMPLE) < self._ring.sizes[rows, None]
        numbers = [self._numbers[row] for row in rows.tolist()]
        known = np.flatnonzero(self._phrases.seen)
        return {
            "samples": self._ring.samples[rows][held],
            "parts": self._ring.parts[rows][held],
            "sizes": self._ring.sizes[rows],
            "totals": self._ring.totals[rows],
            "minutes": self._ring.minutes[rows],
            "roots": self._roots[rows],
            "is_root": np.array(
                [self._rows.get(int(self._roots[row])) == row for row in rows], dtype=np.bool_
            ),
            "numbers": np.concatenate(numbers) if numbers else _NO_NUMBERS,
            "number_sizes": np.array([len(one) for one in numbers], dtype=np.int32),
            "phrases": known.astype(np.uint32),
            "phrase_counts": self._phrases.seen[known],
            "met": self._met,
            "oldest": self._oldest,
            "latest": self._latest,
        }

    @classmethod
    def from_state(cls, state: Mapping[str, Any], settings: FoldSettings | None = None) -> "FoldIndex":
        """An index that answers as the one did whose `state` this is. `settings` must be the same, too."""
        index = cls(settings)
        sizes = np.asarray(state["sizes"])
        while len(index._ring.orders) < len(sizes):
            index._lay_out(2 * len(index._ring.orders))
        index._oldest, index._met, index._latest = (
            int(state["oldest"]),
            int(state["met"]),
            int(state["latest"]),
        )
        index._next = index._oldest + len(sizes)
        index._phrases.seen[np.asarray(state["phrases"])] = state["phrase_counts"]
        numbers = np.split(np.asarray(state["numbers"]), np.cumsum(state["number_sizes"])[:-1])
        ends = np.cumsum(sizes)
        for place, (end, size) in enumerate(zip(ends.tolist(), sizes.tolist(), strict=True)):
            order = index._oldest + place
            row = order % len(index._ring.orders)
            index._ring.sizes[row], index._ring.totals[row] = size, state["totals"][place]
            index._ring.samples[row, :size] = state["samples"][end - size : end]
            index._ring.parts[row, :size] = state["parts"][end - size : end]
            link(index._ring, order, int(state["minutes"][place]))
            index._roots[row] = state["roots"][place]
            index._numbers[row] = numbers[place].copy()
            if state["is_root"][place]:
                index._rows[int(state["roots"][place])] = row
        return index


#: Two texts whose numbers of shingles differ by no more are equally long, though a figure takes more signs in one.
ALIKE: Final = 3


def is_copy(compared: list[int], containment: float) -> bool:
    """Whether a comparison says that one text is a copy or an excerpt of the other."""
    shared, own, other = compared[comparison.SHARED : comparison.OTHER + 1]
    rare_shared, rare_own, rare_other = compared[comparison.RARE_SHARED : comparison.RARE_OTHER + 1]
    if shared == own == other:
        return True
    small, rare_small = min(own, other), min(rare_own, rare_other)
    if rare_small < small // 4 or rare_small == 0:
        return False
    bar = needed(small, containment)
    if shared < bar * small or rare_shared < bar * rare_small:
        return False
    return shared >= 0.9 * small or 4 * compared[comparison.COLD] <= compared[comparison.JUDGED]


def needed(small: int, containment: float) -> float:
    """The share that must be contained: the fewer shingles there are to go by, the more.

    A headline that differs by one word in the middle lacks three of its dozen shingles and is another headline.
    """
    return max(containment, 1.0 - SHORTAGE * max(small - 4, 0))


#: How much less is asked for every further shingle: .88 of 12, .70 of 24, the usual .60 from 31 on.
SHORTAGE: Final = 0.015
