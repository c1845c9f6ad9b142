"""Folding: recall of planted copies and excerpts, false folds, templated notices; beside MinHash of two peers."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Protocol

import datasketch
import rensa

from benchmarks.mutants import MUTATIONS, mutant, notices
from benchmarks.streams import items_of
from storystream.folding import FoldIndex, FoldSettings
from storystream.items import Item
from storystream.text import Reading, read_many

NAME = "storystream.folding"
#: Texts shorter than this are no leads: half a headline is no excerpt.
_SHORTEST = {"zh": 60, "en": 300}
#: Minutes between two originals of the trial stream: 1,440 of them are in the window at any time.
_STEP = 3
_PERMUTATIONS = 128
#: Signs that two originals have in common in a row when one is a reworked copy of the other.
_PASSAGE = {"zh": 16, "en": 60}


class Index(Protocol):
    """What all competitors can do: name an earlier document that a new one repeats, and remember it."""

    def meet(self, item: Item, reading: Reading, doc: int, minute: int) -> int | None: ...


class Ours:
    """The fold index of storystream."""

    def __init__(self) -> None:
        self.index = FoldIndex(FoldSettings())

    def meet(self, item: Item, reading: Reading, doc: int, minute: int) -> int | None:
        match = self.index.find(reading, minute)
        root = match.root if match else None
        self.index.add(reading, doc, minute, root)
        return root


def shingles_of(item: Item) -> list[str]:
    """Three words, or three signs of Chinese, as the peers' users would make them."""
    text = f"{item.title} {item.text}"[:800]
    units: list[str] = list(text) if item.language == "zh" else text.lower().split()
    joint = "" if item.language == "zh" else " "
    return list({joint.join(units[place : place + 3]) for place in range(max(1, len(units) - 2))})


class Datasketch:
    """datasketch MinHashLSH at resemblance 0.5."""

    def __init__(self) -> None:
        self.lsh = datasketch.MinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS)
        self.sketches: dict[int, datasketch.MinHash] = {}

    def meet(self, item: Item, reading: Reading, doc: int, minute: int) -> int | None:
        sketch = datasketch.MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles_of(item)])
        near = [found for found in self.lsh.query(sketch) if self.sketches[found].jaccard(sketch) >= 0.5]
        self.lsh.insert(doc, sketch)
        self.sketches[doc] = sketch
        return min(near, default=None)


class Rensa:
    """rensa RMinHashLSH at resemblance 0.5."""

    def __init__(self) -> None:
        self.lsh = rensa.RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=32)
        self.sketches: dict[int, rensa.RMinHash] = {}

    def meet(self, item: Item, reading: Reading, doc: int, minute: int) -> int | None:
        sketch = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(shingles_of(item))
        near = [found for found in self.lsh.query(sketch) if self.sketches[found].jaccard(sketch) >= 0.5]
        self.lsh.insert(doc, sketch)
        self.sketches[doc] = sketch
        return min(near, default=None)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One item of the trial stream: which original it is or was made from, and how."""

    minute: int
    original: int
    kind: str
    item: Item


def trial(items: list[Item], language: str, chance: random.Random) -> list[Arrival]:
    """Originals in order and, for every fourth, a mutant before or after it, within twelve hours."""
    arrivals = []
    for number, item in enumerate(items):
        minute = number * _STEP
        arrivals.append(Arrival(minute, number, "original", item))
        if number % 4 == 0:
            mutation = MUTATIONS[number // 4 % len(MUTATIONS)]
            at = max(0, minute + chance.choice((-120, 30, 700)))
            arrivals.append(Arrival(at, number, mutation.name, mutant(item, mutation, language, chance)))
    return sorted(arrivals, key=lambda arrival: arrival.minute)


def originals(shared: Path, language: str, most: int) -> list[Item]:
    """The last `most` leads of a stream with true copies taken out (same first or last 20 signs), in order of time."""
    seen: set[str] = set()
    kept = []
    for item in items_of(shared, f"{language}-stream"):
        marks = {item.text[:20], item.text[-20:], item.title}
        if item.published_at and len(item.text) >= _SHORTEST[language] and not marks & seen:
            kept.append(item)
        seen |= marks
    return sorted(kept, key=lambda item: (str(item.published_at), item.id))[-most:]


def share_a_passage(one: str, other: str, language: str) -> bool:
    """Whether two originals have a long passage in common word for word: then one is a reworked copy of the other."""
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return found.size >= _PASSAGE[language]


def outcome(
    arrivals: list[Arrival], index: Index, language: str
) -> tuple[Counter[str], Counter[str], Counter[bool], float]:
    """Mutants found and planted by kind, folds of two originals that share a passage or not, CPU seconds."""
    readings = read_many(arrival.item for arrival in arrivals)
    roots: list[int] = []
    started = time.process_time()
    for doc, (arrival, reading) in enumerate(zip(arrivals, readings, strict=True)):
        root = index.meet(arrival.item, reading, doc, arrival.minute)
        roots.append(doc if root is None else root)
    seconds = time.process_time() - started
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    texts = {arrival.original: arrival.item.text for arrival in arrivals if arrival.kind == "original"}
    pairs = [
        (arrivals[root].original, arrival.original) for root, arrival in zip(roots, arrivals, strict=True)
    ]
    false = Counter(
        share_a_passage(texts[one], texts[other], language) for one, other in pairs if one != other
    )
    first: dict[int, int] = {}
    for doc, arrival in enumerate(arrivals):
        if arrival.original in first:
            kinds = {arrival.kind, arrivals[first[arrival.original]].kind} - {"original"}
            kind = kinds.pop()
            planted[kind] += 1
            found[kind] += roots[doc] == roots[first[arrival.original]]
        first.setdefault(arrival.original, doc)
    return found, planted, false, seconds


def folded_notices(language: str, make: Callable[[], Index], runs: int) -> tuple[int, int]:
    """How many templated notices were folded into another of their series, of how many; six hours lie between two."""
    hits, total = 0, 0
    for series in notices(language, random.Random(11), runs):
        index = make()
        for doc, (item, reading) in enumerate(zip(series, read_many(series), strict=True)):
            hits += index.meet(item, reading, doc, doc * 360) is not None
            total += 1
    return hits, total


PEERS: dict[str, Callable[[], Index]] = {
    "ours": Ours,
    "datasketch MinHash": Datasketch,
    "rensa MinHash": Rensa,
}


def rows_of(language: str, peer: str, arrivals: list[Arrival], quick: bool) -> Iterator[dict[str, object]]:
    """All figures of one competitor in one language."""
    found, planted, false, seconds = outcome(arrivals, PEERS[peer](), language)
    for mutation in MUTATIONS:
        share = found[mutation.name] / max(1, planted[mutation.name])
        yield {
            "what": f"{language} {mutation.name}, recall",
            "value": round(share, 4),
            "unit": "share",
            "peer": peer,
            "floor": mutation.floor,
        }
    for what, count in (("false folds", false[False]), ("reworked copies folded", false[True])):
        share = round(1000 * count / len(arrivals), 2)
        yield {"what": f"{language} {what}", "value": share, "unit": "per 1,000", "peer": peer}
    hits, of = folded_notices(language, PEERS[peer], 2 if quick else 10)
    yield {
        "what": f"{language} templated notices folded, of {of}",
        "value": hits,
        "unit": "items",
        "peer": peer,
    }
    speed = len(arrivals) / max(seconds, 1e-9)
    yield {"what": f"{language} find and add", "value": round(speed), "unit": "docs per CPU-s", "peer": peer}


def run(shared: Path, *, quick: bool) -> list[dict[str, object]]:
    """The figures of both languages for this library and its peers, in one stream."""
    rows: list[dict[str, object]] = []
    for language in ("zh", "en"):
        arrivals = trial(originals(shared, language, 1200 if quick else 6000), language, random.Random(5))
        outcome(arrivals[:50], Ours(), language)  # machine code is made before the clock runs
        for peer in PEERS:
            rows.extend(rows_of(language, peer, arrivals, quick))
    return rows
