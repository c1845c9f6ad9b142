"""The stream itself."""

from collections.abc import Iterable, Sequence

from storystream.folding import FoldSettings
from storystream.grouping.encoding import Encoder
from storystream.items import Item, Outcome
from storystream.pipeline.arrivals import Arrivals
from storystream.pipeline.names import Names
from storystream.pipeline.outcomes import Shared, outcomes, shared_terms
from storystream.pipeline.settings import Settings
from storystream.text import Reading, read_many

#: Items placed in one pass; more gains nothing and holds more readings in memory.
AT_ONCE = 1024


class UnknownStory(LookupError):
    """No story of this id has been opened in this stream."""


class UnknownItem(LookupError):
    """The stream does not hold this item: it never came, or the window has left it behind."""


class Stream:
    """Items in, stories out.

    Everything follows from the items and calls so far: no clock, no chance, no network, no disk. An item is
    remembered for one window after it came.

    `settings`: see `Settings`. `encoder`: an optional sentence encoder, see `storystream.grouping.encoding`.

    >>> from datetime import UTC, datetime
    >>> from storystream.items import Item
    >>> stream = Stream()
    >>> at = datetime(2026, 5, 1, 9, tzinfo=UTC)
    >>> first, second = stream.absorb_many([
    ...     Item("a", "Water main bursts in Mill Lane, hundreds of homes without water", published_at=at),
    ...     Item("b", "Hundreds of Mill Lane homes lose water after main bursts", published_at=at)])
    >>> first.story == second.story, second.why.neighbour
    (True, 'a')
    """

    def __init__(self, settings: Settings | None = None, encoder: Encoder | None = None) -> None:
        self.settings = settings or Settings()
        self.arrivals = Arrivals(self.settings, encoder)
        self.names = Names()

    def __len__(self) -> int:
        """How many items are held."""
        return len(self.names)

    def absorb(self, item: Item) -> Outcome:
        """Put one item where it belongs; the same as `absorb_many([item])[0]`."""
        return self.absorb_many([item])[0]

    def absorb_many(self, items: Iterable[Item]) -> list[Outcome]:
        """Put items where they belong, one after the other; equal to single calls, and much faster.

        An item whose id is held already is not doubled: it is answered from where it lies now.
        """
        outcomes: list[Outcome] = []
        waiting = list(items)
        for first in range(0, len(waiting), AT_ONCE):
            outcomes.extend(self._absorb(waiting[first : first + AT_ONCE]))
        return outcomes

    def _absorb(self, items: Sequence[Item]) -> list[Outcome]:
        readings = self._read([item for item in items if not self._held(item.id)])
        serials = []
        for item in items:
            if not self._held(item.id):
                reading = readings.get(id(item)) or read_many([item])[0]
                self.names.extend([item.id])
                self.arrivals.take(item, reading)
            serials.append(self.names.serial(item.id) or 0)
        self.arrivals.place()
        rows = [serial - self.arrivals.grouping.first_serial for serial in serials]
        shared: dict[int, Shared] = {}
        if self.settings.explain:
            told = [readings.get(id(item)) or read_many([item])[0] for item in items]
            shared = shared_terms(self.arrivals.grouping, rows, items, told)
        answers = outcomes(self.arrivals.grouping, self.names, rows, shared, FoldSettings().containment)
        self.names.drop(self.arrivals.grouping.compact())
        return answers

    def _held(self, item: str) -> bool:
        serial = self.names.serial(item)
        return serial is not None and self.arrivals.holds(serial)

    @staticmethod
    def _read(items: Sequence[Item]) -> dict[int, Reading]:
        """Readings by the objects they were made of."""
        return dict(zip(map(id, items), read_many(items), strict=True))
