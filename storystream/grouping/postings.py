"""The index: postings per term, capped and newest first, and the nearest representatives of an item.

Exact tf-idf neighbours are hard to beat for first-story detection (Mazoyer et al. 2020). All sums are whole numbers,
so the nearest come out the same on any number of shards; see `tables`. A loop here is compiled into the loops that
call it from other files: touch `deciding` and `tidying` after a change.
"""

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.grouping.tables import (
    CANDIDATES,
    CLOCK,
    HOURS,
    UNIT,
    Ground,
    Narrow,
    Postings,
    Rules,
    Whole,
)

HOUR = 3600
#: Strongest terms of a representative that are indexed, and of a new item that are looked up: they find the
#: candidates, whose likeness is then worked out over all terms.
INDEXED = 64
LOOKED_UP = 32

Terms = NDArray[np.uint32]


@compiled
def overlap(term: Terms, weight: Narrow, one: tuple[int, int], other: tuple[int, int]) -> int:
    """Similarity of two slices (start, end) of the store of vectors, in units of 2**-30.

    Takes the two arrays alone: each array handed over costs the loops a count up and a count down.
    """
    i, i_end = one
    j, j_end = other
    total = 0
    while i < i_end and j < j_end:
        left, right = int(term[i]), int(term[j])
        if left == right:
            total += int(weight[i]) * int(weight[j])
            i += 1
            j += 1
        elif left < right:
            i += 1
        else:
            j += 1
    return total


@compiled
def dot(ground: Ground, a: int, b: int) -> int:
    """Similarity of two items' term vectors in units of 2**-30."""
    start, length = ground.documents.start, ground.documents.length
    one = (int(start[a]), int(start[a]) + int(length[a]))
    other = (int(start[b]), int(start[b]) + int(length[b]))
    return overlap(ground.vectors.term, ground.vectors.weight, one, other)


@compiled
def cut(weights: Narrow, kept: int) -> int:
    """The weight of the strongest `kept` terms' last: weaker ones are neither indexed nor looked up."""
    if len(weights) <= kept:
        return 0
    return int(np.sort(weights)[len(weights) - kept])


@compiled
def enlist(ground: Ground, rules: Rules, document: int) -> None:
    """Put one item into the index as a representative."""
    documents, vectors, postings = ground.documents, ground.vectors, ground.postings
    shard = int(documents.serial[document]) % postings.head.shape[0]
    start = int(documents.start[document])
    end = start + int(documents.length[document])
    least = cut(vectors.weight[start:end], INDEXED)
    for place in range(start, end):
        if vectors.weight[place] < least:
            continue
        term = int(vectors.term[place])
        row = int(postings.used[shard])
        postings.turns[term] += 1
        postings.rows[shard, row, 0] = postings.head[shard, term]
        postings.rows[shard, row, 1] = document
        postings.rows[shard, row, 2] = vectors.weight[place]
        postings.rows[shard, row, 3] = postings.turns[term]
        postings.head[shard, term] = row
        postings.used[shard] = row + 1
    documents.live[document] = 1
    _count(ground, rules, document, 1)


@compiled
def retire(ground: Ground, rules: Rules, document: int) -> None:
    """Take one representative out of the index; its postings stay until the tables are compacted."""
    if ground.documents.live[document] == 1:
        ground.documents.live[document] = 0
        _count(ground, rules, document, -1)


@compiled
def bury(ground: Ground, document: int) -> None:
    """Cut one item's postings, dead or alive, out of the index, so that it may be enlisted anew."""
    documents, vectors, postings = ground.documents, ground.vectors, ground.postings
    shard = int(documents.serial[document]) % postings.head.shape[0]
    start = int(documents.start[document])
    for place in range(start, start + int(documents.length[document])):
        row = int(postings.head[shard, int(vectors.term[place])])
        while row >= 0:
            if postings.rows[shard, row, 1] == document:
                postings.rows[shard, row, 1] = -1
            row = int(postings.rows[shard, row, 0])


@compiled
def _count(ground: Ground, rules: Rules, document: int, change: int) -> None:
    hour = int(ground.documents.time[document]) // HOUR
    now = int(ground.tally[CLOCK]) // HOUR
    if now - rules.window // HOUR < hour:
        language = int(ground.documents.language[document])
        ground.hours[language, min(hour, now) % HOURS] += change
        ground.live[language] += change


@compiled
def advance(ground: Ground, rules: Rules, clock: int) -> None:
    """Move the stream's clock; hours that leave the window no longer count as live."""
    old, new = int(ground.tally[CLOCK]) // HOUR, clock // HOUR
    edge = rules.window // HOUR
    for hour in range(max(old, new - HOURS) + 1, new + 1):
        for language in range(ground.live.shape[0]):
            leaving = (hour - edge) % HOURS
            ground.live[language] -= ground.hours[language, leaving]
            ground.hours[language, leaving] = 0
    ground.tally[CLOCK] = clock


@compiled
def looked_up_share(ground: Ground, document: int) -> int:
    """The share of an item's likeness to itself that lies in the terms looked up, in units of 2**-15."""
    start = int(ground.documents.start[document])
    weights = ground.vectors.weight[start : start + int(ground.documents.length[document])]
    least = cut(weights, LOOKED_UP)
    some, total = 0, 1
    for place in range(len(weights)):
        square = int(weights[place]) * int(weights[place])
        total += square
        if weights[place] >= least:
            some += square
    return some * UNIT // total + 1


@compiled
def search(ground: Ground, rules: Rules, document: int, best: Whole) -> int:
    """The `CANDIDATES` nearest live representatives of an item, as rows (similarity, document), best first.

    Each shard names its own best, in full; the best of their union is the best of all.
    """
    found = 0
    for shard in range(ground.postings.head.shape[0]):
        reached = _walk(ground, rules, document, shard)
        found = _gather(ground, rules, document, best, found, reached)
    return found


@compiled
def _walk(ground: Ground, rules: Rules, document: int, shard: int) -> int:
    start = int(ground.documents.start[document])
    end = start + int(ground.documents.length[document])
    terms, weights = ground.vectors.term[start:end], ground.vectors.weight[start:end]
    head, rows, turns = ground.postings.head[shard], ground.postings.rows[shard], ground.postings.turns
    sums, touched = ground.sums, ground.touched
    reached = 0
    least = cut(weights, LOOKED_UP)
    for place in range(len(terms)):
        term, weight = int(terms[place]), int(weights[place])
        if weight < least:
            continue
        oldest = int(turns[term]) - rules.cap
        row = int(head[term])
        while row >= 0 and rows[row, 3] > oldest:
            other = int(rows[row, 1])
            if other >= 0:
                if sums[other] == 0:
                    touched[reached] = other
                    reached += 1
                sums[other] += weight * int(rows[row, 2])
            row = int(rows[row, 0])
    return reached


@compiled
def _gather(ground: Ground, rules: Rules, document: int, best: Whole, found: int, reached: int) -> int:
    """Merge the documents just touched into the best list, and clear the scratch."""
    sums, touched = ground.sums, ground.touched
    live, times, arrived = ground.documents.live, ground.documents.time, ground.documents.arrived
    edge = int(ground.tally[CLOCK]) - rules.window
    time = int(times[document])
    least = int(best[found - 1, 0]) if found == CANDIDATES else 0
    for k in range(reached):
        other = int(touched[k])
        total = int(sums[other])
        sums[other] = 0
        if total < least or live[other] == 0:
            continue
        if min(int(times[other]), int(arrived[other])) < edge or abs(time - int(times[other])) > rules.window:
            continue
        found = _insert(best, found, total, other)
        least = int(best[found - 1, 0]) if found == CANDIDATES else 0
    return found


@compiled
def _insert(best: Whole, found: int, total: int, other: int) -> int:
    place = found
    while place > 0 and (
        best[place - 1, 0] < total or (best[place - 1, 0] == total and best[place - 1, 1] > other)
    ):
        place -= 1
    if place == CANDIDATES:
        return found
    last = min(found, CANDIDATES - 1)
    for k in range(last, place, -1):
        best[k, 0] = best[k - 1, 0]
        best[k, 1] = best[k - 1, 1]
    best[place, 0] = total
    best[place, 1] = other
    return last + 1


@compiled
def current(ground: Ground, rules: Rules, document: int) -> bool:
    """Whether an item lies in the window, by its own time and by when it came."""
    edge = int(ground.tally[CLOCK]) - rules.window
    return int(ground.documents.time[document]) >= edge and int(ground.documents.arrived[document]) >= edge


@compiled
def rebuild(ground: Ground, fresh: Postings, dropped: int) -> None:
    """Write the index anew into `fresh`: live postings only, each term's in a row, each keeping its turn.

    `dropped`: how many of the first documents are forgotten; the others' rows move up.
    """
    old = ground.postings
    for shard in range(old.head.shape[0]):
        for term in range(old.head.shape[1]):
            if old.head[shard, term] >= 0:
                _rebuild_term(ground, fresh, dropped, shard, term)


@compiled
def _rebuild_term(ground: Ground, fresh: Postings, dropped: int, shard: int, term: int) -> None:
    old, live = ground.postings.rows, ground.documents.live
    kept = 0
    row = int(ground.postings.head[shard, term])
    while row >= 0:
        document = int(old[shard, row, 1])
        kept += 1 if document >= max(dropped, 0) and live[document] == 1 else 0
        row = int(old[shard, row, 0])
    if kept == 0:
        return
    end = int(fresh.used[shard]) + kept
    fresh.used[shard] = end
    fresh.head[shard, term] = end - 1
    row = int(ground.postings.head[shard, term])
    while kept > 0:
        document = int(old[shard, row, 1])
        if document >= max(dropped, 0) and live[document] == 1:
            kept -= 1
            end -= 1
            fresh.rows[shard, end, 0] = end - 1 if kept > 0 else -1
            fresh.rows[shard, end, 1] = document - dropped
            fresh.rows[shard, end, 2] = old[shard, row, 2]
            fresh.rows[shard, end, 3] = old[shard, row, 3]
        row = int(old[shard, row, 0])
