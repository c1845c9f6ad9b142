"""The hot loops: index, nearest representatives, the decision, the new representative.

Capped postings newest first: INA's first-story detection shows that exact tf-idf neighbours are hard to beat
(Mazoyer et al. 2020); half nearest item, half centre of the representatives follows stories.md section 4.1.
All sums are whole numbers; see `tables`.
"""

import math

import numpy as np

from storystream.compiled import compiled
from storystream.grouping.tables import (
    CANDIDATES,
    CLOCK,
    DOCUMENTS,
    FOLD,
    HOURS,
    JOIN,
    NEW,
    NEXT_SERIAL,
    NEXT_STORY,
    ONE,
    REPRESENTATIVES,
    STEPS,
    STORIES,
    Batch,
    Ground,
    Narrow,
    Postings,
    Rules,
    Whole,
)

#: The encoder's vectors are unit vectors times 2**13; a similarity of theirs in 2**-30 is this times the sum.
MEANING_SCALE = 16
HOUR = 3600


@compiled
def dot(ground: Ground, a: int, b: int) -> int:
    """Similarity of two items' term vectors in units of 2**-30."""
    term, weight = ground.vectors.term, ground.vectors.weight
    i, j = int(ground.documents.start[a]), int(ground.documents.start[b])
    i_end, j_end = i + int(ground.documents.length[a]), j + int(ground.documents.length[b])
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
def meant_alike(ground: Ground, a: int, b: int) -> int:
    """Similarity of two items' encoder vectors in units of 2**-30; 0 without an encoder."""
    total = 0
    for k in range(ground.meaning.shape[1]):
        total += int(ground.meaning[a, k]) * int(ground.meaning[b, k])
    return total * MEANING_SCALE


@compiled
def bar_at(curve: Whole, live: int) -> int:
    """The bar at `live` representatives: straight lines between the powers of two."""
    step = 0
    while step < STEPS - 2 and (2 << step) <= live:
        step += 1
    low, high = int(curve[step]), int(curve[step + 1])
    beyond = max(live, 1) - (1 << step)
    return low + (high - low) * beyond // (1 << step)


@compiled
def enlist(ground: Ground, rules: Rules, document: int) -> None:
    """Put one item into the index as a representative."""
    documents, vectors, postings = ground.documents, ground.vectors, ground.postings
    shard = int(documents.serial[document]) % postings.head.shape[0]
    start = int(documents.start[document])
    for place in range(start, start + int(documents.length[document])):
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
    documents, vectors, postings = ground.documents, ground.vectors, ground.postings
    sums, touched = ground.sums, ground.touched
    reached = 0
    start = int(documents.start[document])
    for place in range(start, start + int(documents.length[document])):
        term, weight = int(vectors.term[place]), int(vectors.weight[place])
        oldest = int(postings.turns[term]) - rules.cap
        row = int(postings.head[shard, term])
        while row >= 0 and postings.rows[shard, row, 3] > oldest:
            other = int(postings.rows[shard, row, 1])
            if other >= 0:
                if sums[other] == 0:
                    touched[reached] = other
                    reached += 1
                sums[other] += weight * int(postings.rows[shard, row, 2])
            row = int(postings.rows[shard, row, 0])
    return reached


@compiled
def _gather(ground: Ground, rules: Rules, document: int, best: Whole, found: int, reached: int) -> int:
    """Merge the documents just touched into the best list, and clear the scratch."""
    sums, touched = ground.sums, ground.touched
    least = int(best[found - 1, 0]) if found == CANDIDATES else 0
    for k in range(reached):
        other = int(touched[k])
        total = int(sums[other])
        sums[other] = 0
        if total < least or not _eligible(ground, rules, document, other):
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
def _eligible(ground: Ground, rules: Rules, document: int, other: int) -> bool:
    documents = ground.documents
    if documents.live[other] == 0 or not current(ground, rules, other):
        return False
    return abs(int(documents.time[document]) - int(documents.time[other])) <= rules.window


@compiled
def current(ground: Ground, rules: Rules, document: int) -> bool:
    """Whether an item lies in the window, by its own time and by when it came."""
    edge = int(ground.tally[CLOCK]) - rules.window
    return int(ground.documents.time[document]) >= edge and int(ground.documents.arrived[document]) >= edge


@compiled
def refresh(ground: Ground, rules: Rules, story: int) -> None:
    """Drop representatives that the window has left behind."""
    stories, documents = ground.stories, ground.documents
    kept = 0
    count = int(stories.count[story])
    for k in range(count):
        rep = int(stories.reps[story, k])
        if documents.live[rep] == 1 and current(ground, rules, rep):
            stories.reps[story, kept] = rep
            kept += 1
    if kept < count:
        stories.count[story] = kept
        remeasure(ground, story)


@compiled
def refresh_all(ground: Ground, rules: Rules) -> None:
    """`refresh` every story."""
    for story in range(int(ground.tally[STORIES])):
        refresh(ground, rules, story)


@compiled
def remeasure(ground: Ground, story: int) -> None:
    """Work out the length of a story's sum of representatives anew."""
    stories = ground.stories
    energy = 0
    for k in range(int(stories.count[story])):
        for m in range(int(stories.count[story])):
            energy += dot(ground, int(stories.reps[story, k]), int(stories.reps[story, m]))
    stories.energy[story] = energy


@compiled
def gap(ground: Ground, story: int, time: int) -> int:
    """Seconds between a moment and the nearest end of a story, 0 inside it."""
    return max(0, time - int(ground.stories.last[story]), int(ground.stories.first[story]) - time)


@compiled
def measure(ground: Ground, rules: Rules, document: int, story: int) -> tuple[int, int, int]:
    """(score, similarity to the story as a whole, nearest representative) of an item and a story."""
    stories = ground.stories
    most, total, meant_most, meant_total, top, nearest = 0, 0, -ONE, 0, -2 * ONE, -1
    count = int(stories.count[story])
    for k in range(count):
        rep = int(stories.reps[story, k])
        alike, meant = dot(ground, document, rep), meant_alike(ground, document, rep)
        most, total = max(most, alike), total + alike
        meant_most, meant_total = max(meant_most, meant), meant_total + meant
        if alike + meant * rules.weight // 32768 > top:
            top, nearest = alike + meant * rules.weight // 32768, rep
    if nearest < 0:
        return 0, 0, -1
    centre = int(total / math.sqrt(max(int(stories.energy[story]), 1) / ONE))
    score = (most + centre) // 2 + (meant_most + meant_total // count) // 2 * rules.weight // 32768
    away = min(gap(ground, story, int(ground.documents.time[document])), rules.fade)
    return score * (rules.fade - away) // rules.fade, centre, nearest


@compiled
def decide(ground: Ground, rules: Rules, document: int, bar: int, best: Whole) -> tuple[int, int, int]:
    """(story or -1, score, nearest document or -1): the best story near the item, if any."""
    documents, stories = ground.documents, ground.stories
    found = search(ground, rules, document, best)
    chosen, top, nearest = -1, 0, -1
    for k in range(found):
        # half nearest, half centre cannot exceed this for at most eight representatives
        if best[k, 0] * 2 < top and rules.weight == 0:
            break
        story = int(documents.story[best[k, 1]])
        if (
            _looked_at(documents.story, best, k)
            or gap(ground, story, int(documents.time[document])) > rules.quiet
        ):
            continue
        refresh(ground, rules, story)
        score, centre, rep = measure(ground, rules, document, story)
        if stories.size[story] >= rules.big and centre < bar:
            score = min(score, bar - 1)
        if score > top or (score == top and story < chosen):
            chosen, top, nearest = story, score, rep
    return chosen, top, nearest


@compiled
def _looked_at(story: Narrow, best: Whole, k: int) -> bool:
    m = 0
    while m < k and story[best[m, 1]] != story[best[k, 1]]:
        m += 1
    return m < k


@compiled
def place(ground: Ground, rules: Rules, batch: Batch) -> None:
    """Place a batch of items, one after the other, each knowing all before it."""
    best = np.zeros((CANDIDATES, 2), np.int64)
    for k in range(len(batch.time)):
        if batch.clock[k] > ground.tally[CLOCK]:
            advance(ground, rules, int(batch.clock[k]))
        document = _write(ground, batch, k)
        if batch.fold[k] >= 0:
            _fold(ground, document, int(batch.fold[k]), int(batch.alike[k]))
        else:
            _group(ground, rules, document, int(batch.bracket[k]), best)


@compiled
def _write(ground: Ground, batch: Batch, k: int) -> int:
    documents = ground.documents
    document = int(ground.tally[DOCUMENTS])
    ground.tally[DOCUMENTS] = document + 1
    documents.serial[document] = ground.tally[NEXT_SERIAL]
    ground.tally[NEXT_SERIAL] += 1
    documents.arrived[document] = ground.tally[CLOCK]
    documents.start[document] = batch.start[k]
    documents.length[document] = batch.length[k]
    documents.time[document] = batch.time[k]
    documents.language[document] = batch.language[k]
    documents.live[document] = 0
    documents.fold[document] = -1
    documents.near[document] = -1
    return document


@compiled
def _fold(ground: Ground, document: int, root: int, alike: int) -> None:
    documents = ground.documents
    documents.fold[document] = root
    documents.near[document] = root
    documents.kind[document] = FOLD
    documents.score[document] = alike
    _enter(ground, document, int(documents.story[root]))


@compiled
def _group(ground: Ground, rules: Rules, document: int, bracket: int, best: Whole) -> None:
    documents = ground.documents
    bar = bar_at(ground.curves[bracket], int(ground.live[int(documents.language[document])]))
    story, score, nearest = -1, 0, -1
    held = current(ground, rules, document)
    if held:
        story, score, nearest = decide(ground, rules, document, bar, best)
    documents.score[document] = min(score, ONE)
    documents.bar[document] = bar
    documents.near[document] = nearest
    documents.kind[document] = JOIN
    if story < 0 or score < bar:
        story = open_story(ground, int(documents.time[document]))
        documents.kind[document] = NEW
    _enter(ground, document, story)
    if held:
        represent(ground, rules, document, story)


@compiled
def open_story(ground: Ground, time: int) -> int:
    """A new, empty story; its identity has never been used."""
    stories = ground.stories
    story = int(ground.tally[STORIES])
    ground.tally[STORIES] = story + 1
    stories.identity[story] = ground.tally[NEXT_STORY]
    ground.tally[NEXT_STORY] += 1
    stories.size[story] = 0
    stories.count[story] = 0
    stories.energy[story] = 0
    stories.whole[story] = 0
    stories.first[story] = time
    stories.last[story] = time
    return story


@compiled
def _enter(ground: Ground, document: int, story: int) -> None:
    stories = ground.stories
    time = int(ground.documents.time[document])
    ground.documents.story[document] = story
    stories.size[story] += 1
    stories.first[story] = min(int(stories.first[story]), time)
    stories.last[story] = max(int(stories.last[story]), time)


@compiled
def represent(ground: Ground, rules: Rules, document: int, story: int) -> None:
    """Let an item stand for its story: while there is room, or when it is unlike all that stand for it."""
    stories = ground.stories
    count = int(stories.count[story])
    most, total = 0, 0
    for k in range(count):
        alike = dot(ground, document, int(stories.reps[story, k]))
        most = max(most, alike)
        total += alike
    if count == REPRESENTATIVES:
        if most >= rules.drift:
            return
        retire(ground, rules, int(stories.reps[story, 0]))
        for k in range(1, count):
            stories.reps[story, k - 1] = stories.reps[story, k]
        count -= 1
    stories.reps[story, count] = document
    stories.count[story] = count + 1
    enlist(ground, rules, document)
    if count == REPRESENTATIVES - 1:
        remeasure(ground, story)
    else:
        stories.energy[story] += 2 * total + dot(ground, document, document)


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
