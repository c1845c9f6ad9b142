"""The grouping as one object: room for the tables, batches in, compaction, and moves by a person or the hourly pass."""

import numpy as np
from numpy.typing import NDArray

from storystream.grouping import deciding, postings
from storystream.grouping.tables import (
    CLOCK,
    DOCUMENTS,
    HOURS,
    LANGUAGES,
    NEXT_SERIAL,
    NEXT_STORY,
    PINNED,
    REPRESENTATIVES,
    STEPS,
    STORIES,
    TERMS,
    Batch,
    Documents,
    Ground,
    Narrow,
    Rules,
    Stories,
    Vectors,
    longer,
    no_documents,
    no_postings,
    no_stories,
    no_vectors,
    rows_with_room,
    with_room,
)

#: Before any item has come there is no time; every real one is later.
NO_TIME = -(1 << 60)
#: Compact when more than half of the rows are dead and at least so many: a pass costs about 20 ms.
WORTHWHILE = 50_000


class Grouping:
    """Vectors in, stories out. All ids here are rows; `storystream.pipeline` gives them names.

    `rules`: windows and sizes. `shards`: parts of the index, any number gives the same stories. `columns`: length
    of the encoder's vectors, 0 without one.
    """

    def __init__(self, rules: Rules, shards: int = 1, columns: int = 0) -> None:
        if shards < 1:
            raise ValueError(f"shards must be 1 or more, not {shards}")
        self.rules = rules
        self.shards = shards
        self._packed = 0
        tally = np.zeros(6, np.int64)
        tally[CLOCK] = NO_TIME
        tally[NEXT_STORY] = 1
        self.ground = Ground(
            documents=no_documents(),
            vectors=no_vectors(),
            stories=no_stories(),
            postings=no_postings(shards),
            tally=tally,
            live=np.zeros(LANGUAGES, np.int64),
            hours=np.zeros((LANGUAGES, HOURS), np.int32),
            curves=np.zeros((LANGUAGES * 3, STEPS), np.int64),
            meaning=np.zeros((0, columns), np.int16),
            sums=np.zeros(0, np.int32),
            touched=np.zeros(0, np.int32),
        )

    def __len__(self) -> int:
        """How many items are held."""
        return int(self.ground.tally[DOCUMENTS])

    @property
    def clock(self) -> int:
        """The stream's own latest time in seconds, or `NO_TIME`."""
        return int(self.ground.tally[CLOCK])

    @property
    def first_serial(self) -> int:
        """How many items came before the one in the first row."""
        return int(self.ground.tally[NEXT_SERIAL]) - len(self)

    def room(self, documents: int, terms: int, stories: int = 0) -> None:
        """Make room for so many more items, terms and stories beside them."""
        ground, tally = self.ground, self.ground.tally
        items = int(tally[DOCUMENTS]) + documents
        self.ground = ground._replace(
            documents=with_room(ground.documents, items),
            vectors=with_room(ground.vectors, int(tally[TERMS]) + terms),
            stories=with_room(ground.stories, int(tally[STORIES]) + documents + stories),
            postings=rows_with_room(ground.postings, int(ground.postings.used.max()) + terms),
            meaning=longer(ground.meaning, items),
            sums=longer(ground.sums, items),
            touched=longer(ground.touched, items),
        )

    def append(self, terms: NDArray[np.uint32], weights: Narrow) -> int:
        """Put the vectors of a batch behind the others; where they begin. Needs `room`."""
        begin = int(self.ground.tally[TERMS])
        end = begin + len(terms)
        self.ground.vectors.term[begin:end] = terms
        self.ground.vectors.weight[begin:end] = weights
        self.ground.tally[TERMS] = end
        return begin

    def place(self, batch: Batch) -> int:
        """Place a batch whose vectors lie in the store; the row of its first item. Needs `room`."""
        first = len(self)
        deciding.place(self.ground, self.rules, batch)
        return first

    def row_of(self, serial: int) -> int:
        """The row of the item that came as number `serial`, or -1 when it is no longer held."""
        row = serial - self.first_serial
        return row if self.edge() <= row < len(self) else -1

    def story_row(self, identity: int) -> int:
        """The row of a story that still has an item, or -1."""
        identities = self.ground.stories.identity[: int(self.ground.tally[STORIES])]
        row = int(np.searchsorted(identities, identity))
        known = row < len(identities) and identities[row] == identity
        return row if known and len(self.members(row)) else -1

    def edge(self) -> int:
        """The first row that is still held: items are forgotten one window after they came."""
        return int(
            np.searchsorted(self.ground.documents.arrived[: len(self)], self.clock - self.rules.window)
        )

    def members(self, story: int) -> NDArray[np.intp]:
        """Rows of all held items of a story."""
        first = self.edge()
        return np.flatnonzero(self.ground.documents.story[first : len(self)] == story) + first

    def move(self, rows: NDArray[np.intp], story: int, *, by_person: bool) -> None:
        """Put items into another story and choose the representatives of all stories concerned anew."""
        documents = self.ground.documents
        touched = {int(row) for row in np.unique(documents.story[rows])} | {story}
        documents.story[rows] = story
        if by_person:
            documents.kind[rows] = PINNED
        self.ground.stories.size[story] += len(rows)
        for row in sorted(touched):
            self._settle(row)

    def _settle(self, story: int) -> None:
        """Size, times and representatives of a story from the items it now holds: the newest may stand for it."""
        documents, stories = self.ground.documents, self.ground.stories
        rows = self.members(story)
        stories.size[story] = len(rows)
        if not len(rows):
            stories.standing[story] = stories.energy[story] = 0
            return
        stories.first[story] = documents.time[rows].min()
        stories.last[story] = documents.time[rows].max()
        speaking = rows[
            (documents.length[rows] > 0) & (documents.time[rows] >= self.clock - self.rules.window)
        ]
        chosen = speaking[-REPRESENTATIVES:]
        for row in np.setdiff1d(rows[documents.live[rows] == 1], chosen):
            postings.retire(self.ground, self.rules, int(row))
        self.room(0, int(documents.length[chosen].sum()))
        for row in chosen:
            if documents.live[row] == 0:
                postings.bury(self.ground, int(row))
                postings.enlist(self.ground, self.rules, int(row))
        self.ground.stories.reps[story, : len(chosen)] = chosen
        self.ground.stories.standing[story] = len(chosen)
        deciding.remeasure(self.ground, story)

    def rewrite(self, row: int, start: int, length: int) -> None:
        """Give an item another vector, which lies in the store already."""
        documents = self.ground.documents
        stood = documents.live[row] == 1
        postings.retire(self.ground, self.rules, row)
        postings.bury(self.ground, row)
        documents.start[row], documents.length[row] = start, length
        if stood:
            postings.enlist(self.ground, self.rules, row)
            deciding.remeasure(self.ground, int(documents.story[row]))

    def open_story(self, time: int) -> int:
        """The row of a new, empty story."""
        self.room(0, 0, stories=1)
        return int(deciding.open_story(self.ground, time))

    def reopen(self, identity: int) -> int:
        """The row of a story that may have lost all its items, made anew where it has to be."""
        count = int(self.ground.tally[STORIES])
        row = int(np.searchsorted(self.ground.stories.identity[:count], identity))
        if row == count or self.ground.stories.identity[row] != identity:
            self.room(0, 0, stories=1)
            for column in self.ground.stories:
                column[row + 1 : count + 1] = column[row:count]
                column[row] = 0
            self.ground.stories.identity[row] = identity
            self.ground.tally[STORIES] = count + 1
            belongs = self.ground.documents.story[: len(self)]
            belongs[belongs >= row] += 1
        if not len(self.members(row)):
            self.ground.stories.whole[row] = 0
        return row

    def compact(self, *, always: bool = False) -> int:
        """Forget what the window has left behind, if that is worth it; how many rows went from the front.

        Changes no answer: what lies before `edge` is never looked at.
        """
        dropped = self.edge()
        used = int(self.ground.postings.used.max())
        stale = used > 2 * self._packed + WORTHWHILE * 8
        if not (always or stale or dropped > max(WORTHWHILE, len(self) // 2)):
            return 0
        deciding.refresh_all(self.ground, self.rules)
        self._rebuild(dropped)
        self._forget(dropped)
        return dropped

    def settled(self) -> None:
        """Note that the index holds nothing dead just now."""
        self._packed = int(self.ground.postings.used.max())

    def _rebuild(self, dropped: int) -> None:
        old = self.ground.postings
        fresh = no_postings(self.shards)._replace(turns=old.turns)
        live = self._live_terms(dropped)
        fresh = fresh._replace(rows=np.zeros((self.shards, live, 4), np.int32))
        postings.rebuild(self.ground, fresh, dropped)
        self.ground = self.ground._replace(postings=fresh)
        self.settled()

    def _live_terms(self, dropped: int) -> int:
        """Postings of the fullest shard once the dead ones are gone."""
        documents = self.ground.documents
        held = slice(dropped, len(self))
        lengths = documents.length[held].astype(np.int64) * documents.live[held]
        shards = documents.serial[held] % self.shards
        return int(np.bincount(shards, weights=lengths, minlength=self.shards).max())

    def _forget(self, dropped: int) -> None:
        ground, held = self.ground, slice(dropped, len(self))
        documents = Documents._make(column[held].copy() for column in ground.documents)
        for rows in (documents.fold, documents.near):
            rows -= dropped
            np.maximum(rows, -1, out=rows)
        kept = np.unique(documents.story)
        documents.story[:] = np.searchsorted(kept, documents.story)
        stories = Stories._make(column[kept] for column in ground.stories)
        np.maximum(stories.reps - dropped, 0, out=stories.reps)
        self.ground = ground._replace(
            documents=documents,
            vectors=self._vectors(documents),
            stories=stories,
            meaning=ground.meaning[held].copy(),
            sums=np.zeros(len(documents.start), np.int32),
            touched=np.zeros(len(documents.start), np.int32),
        )
        self.ground.tally[DOCUMENTS] = len(documents.start)
        self.ground.tally[STORIES] = len(kept)
        self.ground.tally[TERMS] = len(self.ground.vectors.term)

    def _vectors(self, documents: Documents) -> Vectors:
        """The vectors of the documents that stay, in their order; their new places are written into `start`."""
        lengths = documents.length.astype(np.int64)
        ends = np.cumsum(lengths)
        places = np.repeat(documents.start - ends + lengths, lengths) + np.arange(int(lengths.sum()))
        documents.start[:] = ends - lengths
        vectors = self.ground.vectors
        return Vectors(term=vectors.term[places], weight=vectors.weight[places])
