"""The hourly look at whole stories: two that became one matter, and one that holds two.

Never inside the hot path (stories.md section 5.1, step 6). Both rules are stricter than a join: a merge wants most
pairs of representatives to be such as would join, and likeness as wholes; a split wants a clear silhouette (Rousseeuw
1987) around two medoids.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.grouping.deciding import bar_at, gap, refresh
from storystream.grouping.grouper import Grouping
from storystream.grouping.postings import dot, search
from storystream.grouping.tables import (
    CANDIDATES,
    DOCUMENTS,
    ONE,
    STORIES,
    Ground,
    Rules,
    Whole,
)

#: Pairs of representatives, one of each story, that must each reach the bar of a join.
CROSS_PAIRS = 3
#: Of all their pairs so many must, in fifths, unless one item alone stands for one of the two: without this, two large
#: stories about similar events met by chance in three pairs of 64 and one ate the other. Tidied after every 60 items,
#: ECB+ dev (whose topics are pairs of similar events, all in one moment) lost .030 of B3 F1 to that (.870 to .840);
#: with it, it gains .008, and zh-hotlist dev .009 (six orders). Over two weeks hour by hour, among 4,000 other items,
#: tidying gains .009 and .040 (four orders).
FIFTHS_OF_PAIRS = 3
#: What two stories must reach as wholes, in bars of a join: flat from 1.0 to 1.5, from 1.8 on zh-hotlist dev loses .01.
MERGE_BARS = 1.5
#: A split wants this mean silhouette; 0.25 is Rousseeuw's limit of "some structure".
SILHOUETTE = 0.25
#: Items looked at in one story, its newest; the cost grows with the square.
LOOKED_AT = 48
#: A split looks at this many seconds, and wants at least so many items in all and in each half.
RECENT = 48 * 3600
FEWEST, FEWEST_HALF = 6, 3


class Merge(NamedTuple):
    """Two stories (rows) that look like one: their likeness as wholes and the pairs that reach the bar."""

    one: int
    other: int
    centre: float
    pairs: int


class Split(NamedTuple):
    """A story (row) that looks like two: the rows of the items that go, and the silhouette."""

    story: int
    leaving: NDArray[np.intp]
    silhouette: float


@compiled
def compare(ground: Ground, one: int, other: int, bar: int) -> tuple[int, int]:
    """(likeness of two stories as wholes in 2**-30, pairs of representatives at or above the bar)."""
    stories = ground.stories
    total, pairs = 0, 0
    for k in range(int(stories.standing[one])):
        for m in range(int(stories.standing[other])):
            alike = dot(ground, int(stories.reps[one, k]), int(stories.reps[other, m]))
            total += alike
            pairs += 1 if alike >= bar else 0
    energy = math.sqrt(float(stories.energy[one])) * math.sqrt(float(stories.energy[other]))
    return (int(total / energy * ONE) if energy > 0 else 0), pairs


@compiled
def find_merges(ground: Ground, rules: Rules, first: int, found: Whole) -> int:
    """Pairs of open stories that should be one, among those with an item from row `first` on; how many."""
    best = np.zeros((CANDIDATES, 2), np.int64)
    seen = np.zeros(int(ground.tally[STORIES]), np.int64)
    count = 0
    for document in range(first, int(ground.tally[DOCUMENTS])):
        story = int(ground.documents.story[document])
        if seen[story] == 0 and count < len(found):
            seen[story] = 1
            count = _find_for(ground, rules, story, best, (found, count))
    return count


@compiled
def _find_for(ground: Ground, rules: Rules, story: int, best: Whole, found: tuple[Whole, int]) -> int:
    table, count = found
    refresh(ground, rules, story)
    begin = count
    for k in range(int(ground.stories.standing[story])):
        rep = int(ground.stories.reps[story, k])
        for m in range(search(ground, rules, rep, best)):
            other = int(ground.documents.story[int(best[m, 1])])
            if other != story and count < len(table) and not _listed(table, begin, count, other):
                table[count, 0], table[count, 1] = story, other
                count += 1
    kept = begin
    for row in range(begin, count):
        other = int(table[row, 1])
        refresh(ground, rules, other)
        bar = bar_at(ground.curves[_bracket(ground, story)], _live(ground, story))
        centre, pairs = compare(ground, story, other, bar)
        close = gap(ground, other, int(ground.stories.last[story])) <= rules.quiet
        if close and pairs >= enough_pairs(ground, story, other) and centre >= bar * MERGE_BARS:
            table[kept, 0], table[kept, 1] = min(story, other), max(story, other)
            table[kept, 2], table[kept, 3] = centre, pairs
            kept += 1
    return kept


@compiled
def enough_pairs(ground: Ground, one: int, other: int) -> int:
    """How many pairs of representatives must be alike before two stories are one."""
    standing = ground.stories.standing
    few, many = min(int(standing[one]), int(standing[other])), max(int(standing[one]), int(standing[other]))
    share = 0 if few == 1 else (FIFTHS_OF_PAIRS * few * many + 4) // 5
    return max(CROSS_PAIRS, share)


@compiled
def _listed(table: Whole, begin: int, end: int, other: int) -> bool:
    row = begin
    while row < end and table[row, 1] != other:
        row += 1
    return row < end


@compiled
def _live(ground: Ground, story: int) -> int:
    return int(ground.live[int(ground.documents.language[int(ground.stories.reps[story, 0])])])


@compiled
def _bracket(ground: Ground, story: int) -> int:
    """The bars of the story's language for the longest texts, which are the lowest."""
    return 3 * int(ground.documents.language[int(ground.stories.reps[story, 0])]) + 2


def merges(grouping: Grouping, first: int) -> list[Merge]:
    """Stories that became one matter, the likest first. `first`: the row of the first item since the last look."""
    found = np.zeros((4096, 4), np.int64)
    count = find_merges(grouping.ground, grouping.rules, first, found)
    ranked = sorted({tuple(row) for row in found[:count].tolist()}, key=lambda row: (-row[2], row[0], row[1]))
    return [Merge(one, other, centre / ONE, pairs) for one, other, centre, pairs in ranked]


@compiled
def likeness(ground: Ground, rows: Whole, table: Whole) -> None:
    """Fill the square table of similarities between rows."""
    for k in range(len(rows)):
        for m in range(k, len(rows)):
            table[k, m] = dot(ground, int(rows[k]), int(rows[m]))
            table[m, k] = table[k, m]


def splits(grouping: Grouping, first: int) -> list[Split]:
    """Stories that hold two matters. `first`: the row of the first item since the last look."""
    documents, stories = grouping.ground.documents, grouping.ground.stories
    touched = np.unique(documents.story[first : len(grouping)])
    large = touched[(stories.size[touched] >= FEWEST) & (stories.whole[touched] == 0)]
    found = [_split(grouping, int(story)) for story in large]
    return [split for split in found if split is not None]


def _split(grouping: Grouping, story: int) -> Split | None:
    documents = grouping.ground.documents
    members = grouping.members(story)
    own = members[(documents.length[members] > 0) & (documents.time[members] >= grouping.clock - RECENT)][
        -LOOKED_AT:
    ]
    if len(own) < FEWEST:
        return None
    table = np.zeros((len(own), len(own)), np.int64)
    likeness(grouping.ground, own.astype(np.int64), table)
    away = 1.0 - table / ONE
    np.fill_diagonal(away, 0.0)
    halves = two_medoids(away)
    if min(halves.sum(), (~halves).sum()) < FEWEST_HALF:
        return None
    clear = silhouette(away, halves)
    if clear < SILHOUETTE:
        return None
    leaving = own[halves != halves[0]]
    copies = members[np.isin(documents.fold[members], leaving)]
    return Split(story, np.union1d(leaving, copies), clear)


def two_medoids(away: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of two groups each point belongs to; shape (n,), from distances of shape (n, n).

    >>> points = np.array([0.0, 0.1, 5.0, 5.2])
    >>> two_medoids(np.abs(points[:, None] - points)).tolist()
    [False, False, True, True]
    """
    one, other = np.unravel_index(int(np.argmax(away)), away.shape)
    for _ in range(10):
        second = away[:, other] < away[:, one]
        if second.all() or not second.any():
            break
        groups = np.flatnonzero(~second), np.flatnonzero(second)
        medoids = [group[int(np.argmin(away[np.ix_(group, group)].sum(axis=1)))] for group in groups]
        if medoids == [one, other]:
            break
        one, other = medoids
    return np.asarray(second)


def silhouette(away: NDArray[np.float64], second: NDArray[np.bool_]) -> float:
    """Mean silhouette of two groups, -1..1; 1 when they lie far apart."""
    total = 0.0
    for k in range(len(away)):
        own, other = away[k, second == second[k]], away[k, second != second[k]]
        within = own.sum() / max(len(own) - 1, 1)
        between = other.mean() if len(other) else within
        total += (between - within) / max(between, within, 1e-12)
    return total / len(away)
