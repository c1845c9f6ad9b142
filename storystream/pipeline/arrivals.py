"""From items to placed rows: time, fold, day's tables, vectors, batch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.folding import FoldIndex
from storystream.grouping import postings
from storystream.grouping.bars import Null, curve, shipped
from storystream.grouping.encoding import Encoder, Meaning
from storystream.grouping.grouper import NO_TIME, Grouping
from storystream.grouping.tables import LANGUAGES, NEW, NEXT_SERIAL, ONE, Batch
from storystream.grouping.weighing import Rarity
from storystream.items import Item
from storystream.pipeline.settings import Settings
from storystream.pipeline.state import Parts, grouping_parts, rarity_parts, restore_grouping, restore_rarity
from storystream.pipeline.times import StreamClock
from storystream.text import Reading, read

DAY: Final = 86_400


@dataclass(slots=True)
class Run:
    """Items that wait to be placed together."""

    items: list[Item] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    clocks: list[int] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)
    alike: list[float] = field(default_factory=list)


class Arrivals:
    """Everything a stream keeps about reading, folding and placing.

    `settings`, `encoder`: see `Stream`.
    """

    def __init__(self, settings: Settings, encoder: Encoder | None) -> None:
        self.settings = settings
        self.meaning = Meaning(encoder) if encoder else None
        rules = settings.rules(encoded=encoder is not None)
        self.grouping = Grouping(rules, settings.shards, self.meaning.columns if self.meaning else 0)
        self.clock = StreamClock(rules.window)
        self.rarity = Rarity()
        self.folds = FoldIndex()
        self.languages: list[str] = []
        self.day = NO_TIME
        self.run = Run()
        self.nulls: dict[str, Null] = {}
        self.fixed_bar: int | None = None  # for `storystream.evaluate`: one bar for all, in units of 2**-30

    def take(self, item: Item, reading: Reading) -> None:
        """Read one item's time, find what it repeats, and let it wait for `place`."""
        time, clock = self.clock.read(item.published_at)
        self.turn_day(clock)
        self.language(reading.language)
        match, root = self._fold(reading, min(time, clock) // 60)
        run = self.run
        run.items.append(item)
        run.readings.append(reading)
        run.times.append(time)
        run.clocks.append(clock)
        run.folds.append(root)
        run.alike.append(match)
        if root < 0 and self.rarity.note(reading.language):
            self.place()
            self.rarity.freeze()

    def _fold(self, reading: Reading, minute: int) -> tuple[float, int]:
        """(containment, serial of the item that this one repeats or -1); remembers the text."""
        match = self.folds.find(reading, minute)
        root = match.root if match and self.holds(match.root) else None
        self.folds.add(reading, self.next_serial, minute, root)
        return (match.containment, match.root) if match and root is not None else (0.0, -1)

    @property
    def next_serial(self) -> int:
        """How many items came before the next one."""
        return int(self.grouping.ground.tally[NEXT_SERIAL]) + len(self.run.items)

    def holds(self, serial: int) -> bool:
        """Whether an item is still remembered: placed or waiting, and come within the window."""
        grouping = self.grouping
        row = serial - grouping.first_serial
        if row < 0:
            return False
        placed = row < len(grouping)
        came = int(grouping.ground.documents.arrived[row]) if placed else self.run.clocks[row - len(grouping)]
        return came >= self.clock.now - grouping.rules.window

    def language(self, name: str) -> int:
        """The place of a language; its bars are set when it is met first."""
        if name in self.languages:
            return self.languages.index(name)
        if len(self.languages) == LANGUAGES:
            return LANGUAGES - 1
        self.languages.append(name)
        self.set_bars(len(self.languages) - 1)
        self.rarity.total(name)
        return len(self.languages) - 1

    def set_bars(self, place: int) -> None:
        """Write a language's bars for the day."""
        encoder = self.meaning.name if self.meaning else ""
        for length_class in range(3):
            name = f"{self.languages[place]}/{length_class}"
            null = self.nulls.get(name) or shipped(self.languages[place], length_class, encoder)
            bars = curve(null, self.settings.false_merge_rate)
            self.grouping.ground.curves[3 * place + length_class] = (
                bars if self.fixed_bar is None else self.fixed_bar
            )

    def calibrate(self, nulls: Mapping[str, Null]) -> None:
        """Take nulls learnt elsewhere, by language/length class, and write all bars anew."""
        for name in nulls:
            if name[-2:] not in ("/0", "/1", "/2"):
                raise ValueError(f"no bracket of a language and a length class (as en/0): {name!r}")
        self.nulls |= nulls
        for place in range(len(self.languages)):
            self.set_bars(place)

    def turn_day(self, clock: int) -> None:
        """When a new day has begun: what waits is placed by the old tables, then they are renewed."""
        if clock // DAY <= self.day:
            return
        self.place()
        if self.day != NO_TIME:
            self.rarity.freeze()
        self.day = clock // DAY

    def place(self) -> None:
        """Place what waits, in one pass of the compiled loops."""
        run, self.run = self.run, Run()
        if not run.items:
            return
        grouping = self.grouping
        fresh = [reading for reading, fold in zip(run.readings, run.folds, strict=True) if fold < 0]
        terms, weights, ends = self.rarity.vectors(fresh)
        total = int(ends[-1]) if len(ends) else 0
        grouping.room(len(run.items), total)
        begin = grouping.append(terms[:total], weights[:total])
        if self.meaning:
            languages = [reading.language for reading in run.readings]
            first = len(grouping)
            grouping.ground.meaning[first : first + len(languages)] = self.meaning.rows(run.items, languages)
        first = grouping.place(self._batch(run, begin, ends))
        opened = grouping.ground.documents.kind[first : first + len(run.items)] == NEW
        self.rarity.count([reading for reading, new in zip(run.readings, opened, strict=True) if new])

    def _batch(self, run: Run, begin: int, ends: NDArray[np.int64]) -> Batch:
        folds = np.array(run.folds, np.int64)
        lengths = np.zeros(len(folds), np.int64)
        lengths[folds < 0] = np.diff(ends, prepend=0)
        languages = np.array([self.language(reading.language) for reading in run.readings], np.int32)
        first = self.grouping.first_serial
        return Batch(
            time=np.array(run.times, np.int64),
            clock=np.array(run.clocks, np.int64),
            language=languages,
            bracket=languages * 3 + np.array([reading.length_class for reading in run.readings], np.int32),
            fold=np.where(folds >= 0, folds - first, -1),
            alike=np.array([round(share * ONE) for share in run.alike], np.int64),
            start=begin + np.cumsum(lengths) - lengths,
            length=lengths,
        )

    def reach(self, at: datetime) -> None:
        """Move on to a time that the caller knows."""
        clock = self.clock.reach(at)
        self.turn_day(clock)
        postings.advance(self.grouping.ground, self.grouping.rules, clock)

    def rewrite(self, row: int, item: Item) -> None:
        """Give an item a new text in the same place; what folded into another keeps to that one."""
        grouping, reading = self.grouping, read(item)
        if grouping.ground.documents.fold[row] >= 0:
            return
        self.language(reading.language)
        terms, weights, ends = self.rarity.vectors([reading])
        total = int(ends[-1])
        grouping.room(0, total)
        begin = grouping.append(terms[:total], weights[:total])
        if self.meaning:
            grouping.ground.meaning[row] = self.meaning.rows([item], [reading.language])[0]
        grouping.rewrite(row, begin, total)

    def parts(self) -> tuple[Parts, dict[str, Any]]:
        """What to save: arrays, and counters for the JSON text."""
        rarity, counters = rarity_parts(self.rarity)
        folds = {f"folds.{name}": np.asarray(part) for name, part in self.folds.state().items()}
        text = {
            "rarity": counters,
            "languages": self.languages,
            "day": self.day,
            "now": self.clock.now,
            "ahead": self.clock.ahead,
            "nulls": {name: asdict(null) for name, null in self.nulls.items()},
            "encoder": self.meaning.name if self.meaning else None,
        }
        return grouping_parts(self.grouping) | rarity | folds, text

    def restore(self, parts: Mapping[str, NDArray[Any]], text: Mapping[str, Any]) -> None:
        """Go on from what `parts` gave."""
        if text["encoder"] != (self.meaning.name if self.meaning else None):
            raise ValueError(f"this state was made with the encoder {text['encoder']}")
        restore_grouping(self.grouping, parts)
        restore_rarity(self.rarity, parts, text["rarity"])
        folds = {
            name.removeprefix("folds."): part for name, part in parts.items() if name.startswith("folds.")
        }
        self.folds = FoldIndex.from_state(folds)
        self.nulls = {
            name: Null(tuple(map(tuple, null["scores"])), null["probes"])
            for name, null in text["nulls"].items()
        }
        self.languages, self.day = list(text["languages"]), text["day"]
        self.clock.now, self.clock.ahead = text["now"], list(text["ahead"])
