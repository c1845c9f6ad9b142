"""Third pass: the weighted terms of an item in two views.

Words: stems where spaces divide words, segmented words in Chinese, runs of one script in Japanese, three signs
in a row in Thai, Lao, Khmer and Burmese. Pairs: neighbouring signs where there are no spaces, neighbouring
stems where there are.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storystream.compiled import compiled
from storystream.text.alphabet import HAN, HANGUL, HIRAGANA, KATAKANA, THAI
from storystream.text.signs import SEED, Bounds, Kinds, Points, joined, mixed
from storystream.text.stems import stem
from storystream.text.units import ADJACENT, BORDER, Hashes, Units, span_hash

TERM_BITS: Final = 22
TERM_SPACE: Final = 1 << TERM_BITS
WORDS, PAIRS = 0, 1
#: So that a pair of signs and a word of the same two signs are different terms.
PAIR_SEED: Final = SEED ^ 0x5BD1E995
#: Longer runs of one script without a known word border are sentences; their pairs say enough.
LONGEST_RUN: Final = 8
#: What a title term weighs against one of the text; 4 in Latin script lost .01-.02 of F1 on ECB+ dev.
TITLE_WEIGHT: Final = 2


class Text(NamedTuple):
    """A batch of characters: matching forms, kinds of sign, 1 where a segmented word begins."""

    points: Points
    kinds: Kinds
    edges: Kinds


class Shape(NamedTuple):
    """Per item: where title and lead end, the stemming family, the language's bit in the common words.

    `title_weights` is what a title term weighs; `signs` is 1 where the language puts no spaces between words.
    """

    heads: Bounds
    leads: Bounds
    families: Bounds
    languages: Bounds
    title_weights: Bounds
    signs: Bounds


class Emissions(NamedTuple):
    """Every occurrence of a term; item `i` owns rows `[offsets[i], offsets[i + 1])`.

    `rows` is int32, shape (occurrences, 5): term id, weight, view, start and end in the buffer.
    """

    rows: Points
    offsets: Bounds


@compiled
def emit(rows: Points, made: int, view: int, state: int, weight: int, span: tuple[int, int]) -> int:
    """Write one occurrence and return the number of rows."""
    rows[made, 0] = (state ^ (state >> 37)) & (TERM_SPACE - 1)
    rows[made, 1] = weight
    rows[made, 2] = view
    rows[made, 3] = span[0]
    rows[made, 4] = span[1]
    return made + 1


@compiled
def without_spaces(kind: int) -> bool:
    """Whether signs of this kind are written without spaces between words."""
    return kind in (HAN, HIRAGANA, KATAKANA, THAI)


@compiled
def run_stop(units: Units, edges: Kinds, first: int, stop: int) -> int:
    """The unit after the word that begins at `first` in text without spaces."""
    kind = int(units.kinds[first])
    if kind == THAI:
        stop = min(stop, first + 3)
    following = first + 1
    while (
        following < stop and int(units.kinds[following]) == kind and int(units.before[following]) == ADJACENT
    ):
        if int(edges[int(units.starts[following])]) != 0:
            break
        following += 1
    return following


@compiled
def emit_signs(rows: Points, made: int, units: Units, text: Text, first: int, reach: tuple[int, int]) -> int:
    """The word that begins at unit `first`, if any, and its pairs; `reach` is the last unit's end and the weight."""
    stop, weight = reach
    kind = int(units.kinds[first])
    word_stop = run_stop(units, text.edges, first, stop)
    if 1 < word_stop - first <= LONGEST_RUN and kind != HIRAGANA:
        span = (int(units.starts[first]), int(units.ends[word_stop - 1]))
        made = emit(rows, made, WORDS, span_hash(text.points, text.kinds, span[0], span[1], 0), weight, span)
    if kind == THAI:  # one step at a time: every three signs in a row are a term
        word_stop = first + 1
    for unit in range(first, min(word_stop, stop - 1)):
        if int(units.before[unit + 1]) == ADJACENT and without_spaces(int(units.kinds[unit + 1])):
            state = joined(joined(PAIR_SEED, int(units.hashes[unit])), int(units.hashes[unit + 1]))
            span = (int(units.starts[unit]), int(units.ends[unit + 1]))
            made = emit(rows, made, PAIRS, state, weight, span)
    return made


@compiled
def emit_word(
    rows: Points, made: int, text: Text, start: int, end: int, fate: tuple[int, int, int, int, int]
) -> tuple[int, int]:
    """One word as its stem. `fate`: hash, kind, family, weight, 1 if the word belongs to the pairs, too."""
    state, kind, family, weight, alone = fate
    begin, stop, last = stem(text.points, start, end, kind, family)
    if begin != start or stop != end or last != 0:
        state = span_hash(text.points, text.kinds, begin, stop, last)
    made = emit(rows, made, WORDS, state, weight, (start, end))
    if alone != 0:
        made = emit(rows, made, PAIRS, joined(PAIR_SEED, state), weight, (start, end))
    if kind == HANGUL:
        for place in range(start, end - 1):
            pair = mixed(mixed(PAIR_SEED, int(text.points[place])), int(text.points[place + 1]))
            made = emit(rows, made, PAIRS, pair, weight, (place, place + 2))
    return made, state


@compiled
def item_terms(
    rows: Points,
    made: int,
    text: Text,
    units: Units,
    stops: Hashes,
    item: tuple[int, int, int, int, int, int, int],
) -> int:
    """All term occurrences of one item; returns the new number of rows."""
    unit, stop, head, family, language, title_weight, signs = item
    previous, previous_start = 0, 0
    while unit < stop:
        start, end, kind = int(units.starts[unit]), int(units.ends[unit]), int(units.kinds[unit])
        weight = title_weight if start < head else 1
        if int(units.before[unit]) == BORDER:
            previous = 0
        if without_spaces(kind):
            made = emit_signs(rows, made, units, text, unit, (stop, weight))
            previous = 0
            unit = unit + 1 if kind == THAI else run_stop(units, text.edges, unit, stop)
            continue
        unit += 1
        if end - start < 2 or (int(stops[unit - 1]) & language) != 0:
            continue
        made, state = emit_word(
            rows, made, text, start, end, (int(units.hashes[unit - 1]), kind, family, weight, signs)
        )
        if previous != 0 and signs == 0 and kind != HANGUL:
            pair = joined(joined(PAIR_SEED, previous), state)
            made = emit(rows, made, PAIRS, pair, weight, (previous_start, end))
        previous, previous_start = state, start
    return made


@compiled
def find_terms(text: Text, units: Units, shape: Shape, stops: Hashes) -> Emissions:
    """All term occurrences of a batch. Only units that begin before the end of the lead count."""
    hangul = 0
    for kind in text.kinds:
        hangul += 1 if int(kind) == HANGUL else 0
    rows = np.empty((2 * len(units.starts) + hangul + 1, 5), dtype=np.int32)
    offsets = np.zeros(len(units.offsets), dtype=np.int64)
    made = 0
    for item in range(len(offsets) - 1):
        first = int(units.offsets[item])
        stop = int(units.offsets[item + 1])
        while stop > first and int(units.starts[stop - 1]) >= int(shape.leads[item]):
            stop -= 1
        title_weight, signs = int(shape.title_weights[item]), int(shape.signs[item])
        head, family, language = int(shape.heads[item]), int(shape.families[item]), int(shape.languages[item])
        made = item_terms(
            rows, made, text, units, stops, (first, stop, head, family, language, title_weight, signs)
        )
        offsets[item + 1] = made
    return Emissions(rows[:made], offsets)


@compiled
def gather_terms(emissions: Emissions, view: int) -> tuple[NDArray[np.uint32], NDArray[np.float32], Bounds]:
    """Ids, summed weights and item offsets of one view, ids ascending within an item."""
    rows, offsets = emissions.rows, emissions.offsets
    packed = np.empty(len(rows), dtype=np.int64)
    ids = np.empty(len(rows), dtype=np.uint32)
    weights = np.empty(len(rows), dtype=np.float32)
    bounds = np.zeros(len(offsets), dtype=np.int64)
    made = 0
    for item in range(len(offsets) - 1):
        count = 0
        for row in range(int(offsets[item]), int(offsets[item + 1])):
            if int(rows[row, 2]) == view:
                packed[count] = int(rows[row, 0]) << 20 | int(rows[row, 1])
                count += 1
        packed[:count].sort()
        first = made
        for place in range(count):
            term, weight = int(packed[place]) >> 20, int(packed[place]) & 0xFFFFF
            if made > first and int(ids[made - 1]) == term:
                weights[made - 1] += weight
            else:
                ids[made] = term
                weights[made] = weight
                made += 1
        bounds[item + 1] = made
    return ids[:made], weights[:made], bounds
