"""The stream itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from xxhash import xxh3_128_digest

from storystream.folding import FoldSettings
from storystream.grouping.bars import Null
from storystream.grouping.encoding import Encoder
from storystream.items import Item, Outcome, Regrouping
from storystream.pipeline.arrivals import Arrivals
from storystream.pipeline.edits import Edits
from storystream.pipeline.names import Names
from storystream.pipeline.outcomes import Told, outcomes, shared_terms
from storystream.pipeline.settings import Settings
from storystream.pipeline.state import VERSION, Parts, digest, packed, unpacked
from storystream.text import Reading

#: Items placed in one pass; more gains nothing and holds more readings in memory.
AT_ONCE = 1024


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
        self.edits = Edits()
        self.chain = b""

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

    def absorb_read(self, items: Iterable[tuple[Item, Reading]]) -> list[Outcome]:
        """Put items where they belong that were read elsewhere (`storystream.text.read_many`), as on a cluster.

        Equal to `absorb_many` of the same items: a reading follows from its item alone.
        """
        outcomes: list[Outcome] = []
        waiting = list(items)
        for first in range(0, len(waiting), AT_ONCE):
            batch = waiting[first : first + AT_ONCE]
            outcomes.extend(self._absorb([item for item, _ in batch], [reading for _, reading in batch]))
        return outcomes

    def revise(self, item: Item) -> Outcome:
        """Take in an edited item: it keeps its place, and later items are compared with its new text.

        An item that is not held is absorbed.
        """
        if self._held(item.id):
            self.arrivals.rewrite(self._row(item.id), item)
        return self.absorb(item)

    def tend(self, at: datetime) -> list[Regrouping]:
        """The hourly pass at a time that the caller knows: merge stories that became one, split what holds two.

        Stories keep their ids; a merge goes into the older one, a split opens a new one.
        """
        self.arrivals.reach(at)
        done = self.edits.tend(self.arrivals.grouping, self.names)
        self.names.drop(self.arrivals.grouping.compact())
        return done

    def merge(self, keep: int, other: int) -> Regrouping:
        """A person says that two stories are one: `keep`. Raises UnknownStory, or ValueError for equal ids."""
        return self.edits.merge(self.arrivals.grouping, self.names, keep, other)

    def split(self, story: int, item_ids: Collection[str]) -> Regrouping:
        """A person takes items out of a story. Raises UnknownStory, UnknownItem, or ValueError for no items."""
        return self.edits.split(self.arrivals.grouping, self.names, story, item_ids)

    def undo(self, regrouping: Regrouping) -> Regrouping:
        """A person takes a regrouping back; what it said is kept from then on. Raises UnknownStory."""
        return self.edits.undo(self.arrivals.grouping, self.names, regrouping)

    def calibrate(self, nulls: Mapping[str, Null]) -> None:
        """Take bars from a body's own past: nulls by language and length class ("en/0"), kept from then on.

        `storystream.evaluate.null.null_of` learns one from items of days far apart; once a day is often enough.
        Raises ValueError for a name that is no such bracket.
        """
        self.arrivals.calibrate(nulls)

    def story_of(self, item_id: str) -> int | None:
        """The story where an item lies now, or None when it is not held."""
        if not self._held(item_id):
            return None
        ground = self.arrivals.grouping.ground
        return int(ground.stories.identity[ground.documents.story[self._row(item_id)]])

    def save(self) -> bytes:
        """The whole state; `Stream.load` goes on from it as if nothing had happened."""
        parts, text = self._parts()
        text["settings"] = {
            "window": self.settings.window.total_seconds(),
            "quiet": self.settings.quiet.total_seconds(),
            "false_merge_rate": self.settings.false_merge_rate,
            "shards": self.settings.shards,
            "explain": self.settings.explain,
            "encoder_weight": self.settings.encoder_weight,
        }
        return packed(parts, text)

    @classmethod
    def load(cls, state: bytes, encoder: Encoder | None = None) -> "Stream":
        """A stream from `save`. `encoder`: the same as then. Raises ValueError for anything else."""
        parts, text = unpacked(state)
        told = text["settings"]
        told["window"], told["quiet"] = timedelta(seconds=told["window"]), timedelta(seconds=told["quiet"])
        stream = cls(Settings(**told), encoder)
        stream.arrivals.restore(parts, text["arrivals"])
        stream.edits.restore(text["edits"])
        stream.names.restart(stream.arrivals.grouping.first_serial, text["names"])
        stream.chain = bytes.fromhex(text["chain"])
        return stream

    def digest(self) -> str:
        """One figure for everything that later answers depend on, and for all answers so far."""
        return digest(*self._parts())

    def _parts(self) -> tuple[Parts, dict[str, Any]]:
        self.names.drop(self.arrivals.grouping.compact(always=True))
        parts, arrivals = self.arrivals.parts()
        text = {
            "version": VERSION,
            "arrivals": arrivals,
            "edits": self.edits.parts(),
            "names": self.names.held(),
            "chain": self.chain.hex(),
        }
        return parts, text

    def _row(self, item: str) -> int:
        return (self.names.serial(item) or 0) - self.arrivals.grouping.first_serial

    def _absorb(self, items: Sequence[Item], readings: Sequence[Reading] | None = None) -> list[Outcome]:
        arrivals, grouping = self.arrivals, self.arrivals.grouping
        told = Told(items, lambda item: not self._held(item.id), readings)
        serials, before = [], arrivals.next_serial
        for place, item in enumerate(items):
            if not self._held(item.id):
                self.names.extend([item.id])
                arrivals.take(item, told.reading(place))
            serials.append(self.names.serial(item.id) or 0)
        arrivals.place()
        rows = [serial - grouping.first_serial for serial in serials]
        shared = shared_terms(grouping, rows, told) if self.settings.explain else {}
        answers = outcomes(grouping, self.names, rows, shared, FoldSettings().containment)
        self._remember(serials, answers, before)
        self.names.drop(grouping.compact())
        return answers

    def _held(self, item: str) -> bool:
        serial = self.names.serial(item)
        return serial is not None and self.arrivals.holds(serial)

    def _remember(self, serials: Sequence[int], answers: Sequence[Outcome], before: int) -> None:
        """Chain the answers about new items, so that the digest covers what is long forgotten."""
        told = before
        for serial, answer in zip(serials, answers, strict=True):
            if serial == told:
                told += 1
                link = f"{answer.item}\0{answer.story}\0{answer.fold}".encode("utf-8", "surrogatepass")
                self.chain = xxh3_128_digest(self.chain + link)
