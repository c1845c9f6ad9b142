"""Stories merged and split after the fact: by the hourly pass, or by a person, whose word is kept."""

from collections.abc import Collection, Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from storystream.grouping.grouper import Grouping
from storystream.grouping.tables import NEXT_STORY
from storystream.grouping.tidying import Merge, Split, merges, splits
from storystream.items import Regrouping
from storystream.pipeline.names import Names


class UnknownStory(LookupError):
    """No story of this id has been opened in this stream."""


class UnknownItem(LookupError):
    """The stream does not hold this item in this story: it never came, lies elsewhere, or is forgotten."""


class Edits:
    """Moves between stories, and what persons have said about them.

    `apart`: pairs of stories, by id, that a person has parted: they are never merged by the hourly pass.
    """

    def __init__(self) -> None:
        self.apart: set[tuple[int, int]] = set()
        self.looked = 0

    def tend(self, grouping: Grouping, names: Names) -> list[Regrouping]:
        """The hourly pass over stories that got items since the last one."""
        first = max(self.looked - grouping.first_serial, grouping.edge())
        self.looked = grouping.first_serial + len(grouping)
        done: list[Regrouping] = []
        gone: set[int] = set()
        for merge in merges(grouping, first):
            if not {merge.one, merge.other} & gone and self._may_meet(grouping, merge):
                gone |= {merge.one, merge.other}
                done.append(self._merge(grouping, names, merge))
        done.extend(
            self._split(grouping, names, split)
            for split in splits(grouping, first)
            if split.story not in gone
        )
        return done

    def _may_meet(self, grouping: Grouping, merge: Merge) -> bool:
        identity = grouping.ground.stories.identity
        return _pair(int(identity[merge.one]), int(identity[merge.other])) not in self.apart

    def _merge(self, grouping: Grouping, names: Names, merge: Merge) -> Regrouping:
        evidence = f"{merge.pairs} pairs of items alike; the stories as wholes {merge.centre:.2f}"
        return self._move(
            grouping,
            names,
            Regrouping("merge", merge.other, merge.one, (), evidence),
            grouping.members(merge.other),
        )

    def _split(self, grouping: Grouping, names: Names, split: Split) -> Regrouping:
        after = grouping.open_story(int(grouping.ground.documents.time[split.leaving].min()))
        evidence = f"two groups with a mean silhouette of {split.silhouette:.2f}"
        return self._move(
            grouping, names, Regrouping("split", split.story, after, (), evidence), split.leaving
        )

    def _move(self, grouping: Grouping, names: Names, plan: Regrouping, rows: NDArray[np.intp]) -> Regrouping:
        """Carry out a plan whose `before` and `after` are rows; the same with ids and the items moved."""
        stories, first = grouping.ground.stories, grouping.first_serial
        before, after = int(stories.identity[plan.before]), int(stories.identity[plan.after])
        moved = tuple(names.of(first + int(row)) or "" for row in rows)
        grouping.move(rows, plan.after, by_person=plan.by_person)
        if plan.kind == "merge":
            self._inherit(before, after)
            stories.whole[plan.after] |= stories.whole[plan.before]
        return Regrouping(plan.kind, before, after, moved, plan.evidence, plan.by_person)

    def _inherit(self, before: int, after: int) -> None:
        """What was parted from the story that went is parted from the one that took it in."""
        for one, other in sorted(self.apart):
            if before in (one, other):
                kept = other if one == before else one
                if kept != after:
                    self.apart.add(_pair(kept, after))

    def merge(self, grouping: Grouping, names: Names, keep: int, other: int) -> Regrouping:
        """A person puts the items of `other` into `keep`; from then on they stay together."""
        rows = [self._known(grouping, identity) for identity in (keep, other)]
        if keep == other:
            raise ValueError(f"story {keep} cannot be merged with itself")
        self.apart.discard(_pair(keep, other))
        plan = Regrouping("merge", rows[1], rows[0], (), "a person decided", by_person=True)
        if min(rows) < 0:  # one of them is beyond the window: nothing is left to move, and nothing to forbid
            return Regrouping("merge", other, keep, (), plan.evidence, by_person=True)
        made = self._move(grouping, names, plan, grouping.members(rows[1]))
        grouping.ground.stories.whole[rows[0]] = 1
        return made

    def split(self, grouping: Grouping, names: Names, story: int, items: Collection[str]) -> Regrouping:
        """A person takes items out of a story into a new one; from then on the two stay apart."""
        row = self._known(grouping, story)
        rows = np.array(sorted({self._member(grouping, names, row, item) for item in items}), np.intp)
        if not len(rows):
            raise ValueError("a split needs at least one item")
        after = grouping.open_story(int(grouping.ground.documents.time[rows].min()))
        made = self._move(
            grouping, names, Regrouping("split", row, after, (), "a person decided", by_person=True), rows
        )
        self.apart.add(_pair(made.before, made.after))
        return made

    def undo(self, grouping: Grouping, names: Names, done: Regrouping) -> Regrouping:
        """Put back what a regrouping moved, as far as it is still held; a person's word from then on."""
        self._known(grouping, done.before)
        source = self._known(grouping, done.after)
        serials = [serial for serial in map(names.serial, done.moved) if serial is not None]
        rows = [row for row in map(grouping.row_of, serials) if row >= 0]
        held = np.array([row for row in rows if grouping.ground.documents.story[row] == source], np.intp)
        kind: Literal["merge", "split"] = "split" if done.kind == "merge" else "merge"
        if not len(held):
            return Regrouping(kind, done.after, done.before, (), "a person took it back", by_person=True)
        goal = grouping.reopen(done.before)
        source = self._known(grouping, done.after)
        plan = Regrouping(kind, source, goal, (), "a person took it back", by_person=True)
        made = self._move(grouping, names, plan, held)
        if kind == "split":
            self.apart.add(_pair(made.before, made.after))
        else:
            self.apart.discard(_pair(made.before, made.after))
            grouping.ground.stories.whole[goal] = 1
        return made

    @staticmethod
    def _known(grouping: Grouping, identity: int) -> int:
        """The row of a story, -1 when all of it is forgotten; an error when it was never opened."""
        if not 0 < identity < int(grouping.ground.tally[NEXT_STORY]):
            raise UnknownStory(f"no story {identity} in this stream")
        return grouping.story_row(identity)

    def parts(self) -> dict[str, Any]:
        """What to save."""
        return {"apart": sorted(self.apart), "looked": self.looked}

    def restore(self, parts: Mapping[str, Any]) -> None:
        """Go on from what `parts` gave."""
        self.apart = {(one, other) for one, other in parts["apart"]}
        self.looked = parts["looked"]

    @staticmethod
    def _member(grouping: Grouping, names: Names, story: int, item: str) -> int:
        serial = names.serial(item)
        row = -1 if serial is None else grouping.row_of(serial)
        if row < 0 or grouping.ground.documents.story[row] != story:
            raise UnknownItem(f"item {item!r} does not lie in this story")
        return row


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
