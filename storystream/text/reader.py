"""From items to readings: the passes over characters, put in order and run for a whole batch at once."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
import rjieba

from storystream.items import Item
from storystream.text.alphabet import ARABIC, KINDS, composing_table, kind_table, matching_table
from storystream.text.language import (
    LATIN_LANGUAGES,
    arabic_by_letters,
    by_common_words,
    by_script,
    common_table,
    find_common,
)
from storystream.text.normalise import LONGEST, without_markup
from storystream.text.numbers import find_numbers, numerals
from storystream.text.reading import Reading
from storystream.text.shingles import find_shingles
from storystream.text.signs import Bounds, Kinds, Points, fold_signs
from storystream.text.stems import FAMILY
from storystream.text.terms import (
    PAIRS,
    TITLE_WEIGHT,
    WORDS,
    Emissions,
    Shape,
    Text,
    find_terms,
    gather_terms,
)
from storystream.text.units import Units, find_units

#: Characters of the text that count for terms, in languages without and with spaces between words: 600 Chinese
#: signs say it all, English gained up to 2,400-3,000 letters (B3 F1 on ECB+ dev .875 at 600, .91 at 3,000).
LEAD_SIGNS: Final = 600
LEAD_LETTERS: Final = 2400
#: A lead this long, in signs or letters, is a full one; see `length_class`.
FULL_LEAD_SIGNS: Final = 80
FULL_LEAD_LETTERS: Final = 240
#: Items per batch: enough to spread the cost of a call, few enough to stay in the processor's cache.
BATCH: Final = 256

_WITHOUT_SPACES: Final = ("zh", "ja", "ko", "th", "lo", "km", "my", "bo", "yue", "wuu")


class Batch(NamedTuple):
    """Everything the passes found out about a batch of items."""

    originals: list[tuple[str, str]]
    text: Text
    bounds: Bounds
    heads: Bounds
    languages: list[str]
    units: Units
    emissions: Emissions
    classes: list[int]


@cache
def segmenter() -> rjieba.Jieba:
    """The Chinese dictionary, loaded once a process; our own, so that no caller's words change readings."""
    return rjieba.Jieba()


def sources_of(item: Item) -> tuple[str, str]:
    """Title and text of an item without markup."""
    title, text = item.title[:LONGEST], item.text[:LONGEST]
    return without_markup(title), without_markup(text)


def buffer_of(pairs: Sequence[tuple[str, str]]) -> tuple[Points, Bounds, Bounds]:
    """One buffer of code points for a batch: its items' bounds, and where their titles end."""
    lengths = np.array([(len(title), len(text) + 1) for title, text in pairs], dtype=np.int64).reshape(-1, 2)
    ends = np.cumsum(lengths.ravel())
    bounds = np.concatenate((np.zeros(1, dtype=np.int64), ends[1::2]))
    joined = "".join([part for title, text in pairs for part in (title, "\n", text)])
    points = np.frombuffer(bytearray(joined.encode("utf-32-le", "surrogatepass")), dtype=np.int32)
    return points, bounds, ends[0::2]


def folded(pairs: list[tuple[str, str]]) -> tuple[Points, Kinds, Bounds, Bounds, list[list[int]]]:
    """The buffer in matching form; texts whose NFKC form depends on neighbours are brought into it first."""
    points, bounds, heads = buffer_of(pairs)
    kinds = np.empty(len(points), dtype=np.uint8)
    counts = fold_signs(points, bounds, matching_table(), kind_table(), composing_table(), kinds)
    composing = np.flatnonzero(counts[:, KINDS])
    if len(composing):
        for place in composing:
            title, text = pairs[place]
            pairs[place] = (
                unicodedata.normalize("NFKC", title)[:LONGEST],
                unicodedata.normalize("NFKC", text)[:LONGEST],
            )
        points, bounds, heads = buffer_of(pairs)
        kinds = np.empty(len(points), dtype=np.uint8)
        counts = fold_signs(points, bounds, matching_table(), kind_table(), composing_table(), kinds)
    return points, kinds, bounds, heads, counts.tolist()


def segment(points: Points, spans: list[tuple[int, int]]) -> Kinds:
    """1 where a Chinese word begins, for the given spans of the buffer. uint8, as long as the buffer."""
    edges = np.zeros(len(points) + 1, dtype=np.uint8)
    if not spans:
        return edges
    # a line's end after each: no word may reach from one item into the next
    border = np.array([ord("\n")], dtype=points.dtype)
    text = np.concatenate([part for start, end in spans for part in (points[start:end], border)])
    words = segmenter().cut(text.tobytes().decode("utf-32-le"))
    marks = np.zeros(len(text) + 1, dtype=np.uint8)
    marks[np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))] = 1
    done = 0
    for start, end in spans:
        edges[start:end] = marks[done : done + end - start]
        done += end - start + 1
    return edges


def languages_of(
    items: Sequence[Item], pairs: list[tuple[str, str]], counts: list[list[int]], common: list[list[int]]
) -> list[str]:
    """The language of each item of a batch."""
    languages = []
    for item, pair, scripts, words in zip(items, pairs, counts, common, strict=True):
        tag = item.language.partition("-")[0].lower()
        language = by_script(scripts, tag) or by_common_words(words, tag)
        if scripts[ARABIC] and language == "ar" and tag != "ar":
            language = arabic_by_letters(pair[0] + pair[1][:LEAD_LETTERS], language)
        languages.append(language or "und")
    return languages


def shape_of(pairs: list[tuple[str, str]], bounds: Bounds, heads: Bounds, languages: list[str]) -> Shape:
    """Where titles and leads end, and how each item's words are stemmed, left out and weighted."""
    bits = {language: 1 << place for place, language in enumerate(LATIN_LANGUAGES)}
    bits |= dict.fromkeys(_WITHOUT_SPACES, bits["en"])
    signs = np.array([language in _WITHOUT_SPACES for language in languages], dtype=np.int64)
    weights = [1 if text.startswith(title) else TITLE_WEIGHT for title, text in pairs]
    return Shape(
        heads=heads,
        leads=np.minimum(heads + 1 + np.where(signs, LEAD_SIGNS, LEAD_LETTERS), bounds[1:]),
        families=np.array([FAMILY.get(language, 0) for language in languages], dtype=np.int64),
        languages=np.array([bits.get(language, 0) for language in languages], dtype=np.int64),
        title_weights=np.array(weights, dtype=np.int64),
        signs=signs,
    )


def batch_of(items: Sequence[Item]) -> tuple[Batch, Shape]:
    """All passes over one batch but the last ones, which sort what they found."""
    originals = [sources_of(item) for item in items]
    points, kinds, bounds, heads, counts = folded(originals)
    units = find_units(points, kinds, bounds, heads)
    stops, common = find_common(units, common_table(), len(LATIN_LANGUAGES))
    languages = languages_of(items, originals, counts, common.tolist())
    shape = shape_of(originals, bounds, heads, languages)
    spans = list(zip(bounds[:-1].tolist(), shape.leads.tolist(), strict=True))
    edges = segment(
        points, [span for span, language in zip(spans, languages, strict=True) if language == "zh"]
    )
    text = Text(points, kinds, edges)
    classes = [length_class(pair, language) for pair, language in zip(originals, languages, strict=True)]
    emissions = find_terms(text, units, shape, stops)
    return Batch(originals, text, bounds, heads, languages, units, emissions, classes), shape


def length_class(pair: tuple[str, str], language: str) -> int:
    """0 title only (or a text that repeats it), 1 short lead, 2 full lead."""
    title, text = pair
    if not text or text == title:
        return 0
    full = FULL_LEAD_SIGNS if language in _WITHOUT_SPACES else FULL_LEAD_LETTERS
    return 0 if len(text) < full // 8 else 1 if len(text) < full else 2


def readings_of(batch: Batch, shape: Shape) -> list[Reading]:
    """The readings of one batch."""
    words, word_tf, word_bounds = gather_terms(batch.emissions, WORDS)
    pairs, pair_tf, pair_bounds = gather_terms(batch.emissions, PAIRS)
    shingles, shingle_bounds = find_shingles(batch.units)
    found, number_bounds = find_numbers(batch.text.points, batch.units, batch.heads, batch.bounds, numerals())
    a, b, c, d = word_bounds.tolist(), pair_bounds.tolist(), shingle_bounds.tolist(), number_bounds.tolist()
    return [
        Reading(
            language,
            batch.classes[i],
            words[a[i] : a[i + 1]].copy(),  # copies, so that one kept reading does not keep its whole batch
            word_tf[a[i] : a[i + 1]].copy(),
            pairs[b[i] : b[i + 1]].copy(),
            pair_tf[b[i] : b[i + 1]].copy(),
            shingles[c[i] : c[i + 1]].copy(),
            found[d[i] : d[i + 1]].copy(),
        )
        for i, language in enumerate(batch.languages)
    ]


def read_many(items: Iterable[Item]) -> list[Reading]:
    """The readings of many items, in their order; equal to reading them one by one, and much faster.

    >>> from storystream.items import Item
    >>> [reading.language for reading in read_many([Item("1", "今晚停水"), Item("2", "Water outage tonight")])]
    ['zh', 'en']
    """
    waiting = list(items)
    readings: list[Reading] = []
    for first in range(0, len(waiting), BATCH):
        readings.extend(readings_of(*batch_of(waiting[first : first + BATCH])))
    return readings


def read(item: Item) -> Reading:
    """One item as numbers: see `Reading` for shapes and units. Never raises, whatever the text holds.

    >>> from storystream.items import Item
    >>> reading = read(Item("1", "Three dead in Leeds flood", "Three people died on Monday."))
    >>> reading.language, reading.length_class, len(reading.words) > 4
    ('en', 0, True)
    """
    return readings_of(*batch_of([item]))[0]
