"""The decision: which story an item joins, if any, and who then stands for it.

Half nearest item, half centre of the representatives, follows stories.md section 4.1; a logistic merge decision
trained on one language lost up to .3 of BCubed F1 on the other and was left out.
"""

import math

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.grouping.postings import (
    advance,
    current,
    dot,
    enlist,
    looked_up_share,
    overlap,
    retire,
    search,
)
from storystream.grouping.tables import (
    CANDIDATES,
    CLOCK,
    DOCUMENTS,
    FOLD,
    JOIN,
    NEW,
    NEXT_SERIAL,
    NEXT_STORY,
    ONE,
    REPRESENTATIVES,
    STEPS,
    STORIES,
    UNIT,
    Batch,
    Ground,
    Narrow,
    Rules,
    Whole,
)

#: The encoder's vectors are unit vectors times 2**13; a similarity of theirs in 2**-30 is this times the sum.
MEANING_SCALE = 16


@compiled
def meant_alike(meaning: NDArray[np.int16], a: int, b: int) -> int:
    """Similarity of two items' encoder vectors in units of 2**-30."""
    total = 0
    for k in range(meaning.shape[1]):
        total += int(meaning[a, k]) * int(meaning[b, k])
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
def refresh(ground: Ground, rules: Rules, story: int) -> None:
    """Drop representatives that the window has left behind."""
    standing, reps = ground.stories.standing, ground.stories.reps
    live, times, arrived = ground.documents.live, ground.documents.time, ground.documents.arrived
    edge = int(ground.tally[CLOCK]) - rules.window
    kept = 0
    count = int(standing[story])
    for k in range(count):
        rep = int(reps[story, k])
        if live[rep] == 1 and min(int(times[rep]), int(arrived[rep])) >= edge:
            reps[story, kept] = rep
            kept += 1
    if kept < count:
        standing[story] = kept
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
    for k in range(int(stories.standing[story])):
        for m in range(int(stories.standing[story])):
            energy += dot(ground, int(stories.reps[story, k]), int(stories.reps[story, m]))
    stories.energy[story] = energy


@compiled
def gap(ground: Ground, story: int, time: int) -> int:
    """Seconds between a moment and the nearest end of a story, 0 inside it."""
    return max(0, time - int(ground.stories.last[story]), int(ground.stories.first[story]) - time)


@compiled
def measure(ground: Ground, rules: Rules, document: int, story: int) -> tuple[int, int, int]:
    """(score, similarity to the story as a whole, nearest representative) of an item and a story."""
    term, weight = ground.vectors.term, ground.vectors.weight
    start, length = ground.documents.start, ground.documents.length
    own = (int(start[document]), int(start[document]) + int(length[document]))
    most, total, meant_most, meant_total, top, nearest = 0, 0, -ONE, 0, -2 * ONE, -1
    count = int(ground.stories.standing[story])
    for k in range(count):
        rep = int(ground.stories.reps[story, k])
        alike = overlap(term, weight, own, (int(start[rep]), int(start[rep]) + int(length[rep])))
        meant = meant_alike(ground.meaning, document, rep) if rules.weight > 0 else 0
        most, total = max(most, alike), total + alike
        meant_most, meant_total = max(meant_most, meant), meant_total + meant
        if alike + meant * rules.weight // 32768 > top:
            top, nearest = alike + meant * rules.weight // 32768, rep
    if nearest < 0:
        return 0, 0, -1
    centre = int(total / math.sqrt(max(int(ground.stories.energy[story]), 1) / ONE))
    score = (most + centre) // 2 + (meant_most + meant_total // count) // 2 * rules.weight // 32768
    away = min(gap(ground, story, int(ground.documents.time[document])), rules.fade)
    return score * (rules.fade - away) // rules.fade, centre, nearest


@compiled
def decide(ground: Ground, rules: Rules, document: int, bar: int, best: Whole) -> tuple[int, int, int]:
    """(story or -1, score, nearest document or -1): the best story near the item, if any."""
    belongs, sizes = ground.documents.story, ground.stories.size
    first, last = ground.stories.first, ground.stories.last
    time = int(ground.documents.time[document])
    meant = rules.weight * MEANING_SCALE * 2048
    found = search(ground, rules, document, best)
    share = looked_up_share(ground, document)
    chosen, top, nearest = -1, 0, -1
    for k in range(found):
        # half nearest, half centre of at most eight: no more than 1.92 times the nearest, plus the encoder's share;
        # the terms that were not looked up are taken to be as alike as those that were
        if k > 0 and 2 * best[k, 0] * UNIT // share + meant < max(top, bar):
            break
        story = int(belongs[best[k, 1]])
        if (
            _looked_at(belongs, best, k)
            or max(time - int(last[story]), int(first[story]) - time) > rules.quiet
        ):
            continue
        refresh(ground, rules, story)
        score, centre, rep = measure(ground, rules, document, story)
        if sizes[story] >= rules.big and centre < bar:
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
    stories.standing[story] = 0
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
    count = int(stories.standing[story])
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
    stories.standing[story] = count + 1
    enlist(ground, rules, document)
    if count == REPRESENTATIVES - 1:
        remeasure(ground, story)
    else:
        stories.energy[story] += 2 * total + dot(ground, document, document)
