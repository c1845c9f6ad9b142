"""Key sentences taken from texts as they stand: none is made up, each keeps the text that it comes from.

Centroid with position and redundancy (Radev et al. 2004, MMR: Carbonell and Goldstein 1998), over the words of
alphabets and pairs of neighbouring Chinese signs, which need no dictionary.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_END = re.compile(r"(?<=[。！？!?])\s*|(?<=[.])\s+(?=[A-Z\"“])|\n+")
_LATIN = re.compile(r"[a-z0-9]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
#: Shorter ones are headlines' ends and bylines, longer ones lists.
SHORTEST, LONGEST = 12, 220
SHORTEST_ZH = 10
#: Sentences looked at: more add nothing to the middle and cost the square.
MOST = 400
#: How much likeness to what is chosen takes from a sentence.
REDUNDANCY = 0.6


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A sentence as it stands in a text, and which text: its place in what was handed in."""

    text: str
    source: int


def sentences(text: str) -> list[str]:
    """Split a text at the ends of its sentences."""
    return [part.strip() for part in _END.split(text) if part and part.strip()]


def terms(text: str) -> Counter[str]:
    """Give what a sentence is compared by."""
    plain = text.casefold()
    found = Counter(word for word in _LATIN.findall(plain) if len(word) > 2)
    for run in _CHINESE.findall(plain):
        found.update(run[place : place + 2] for place in range(len(run) - 1))
    return found


def key_sentences(texts: Sequence[str], count: int) -> tuple[KeySentence, ...]:
    """Choose the sentences that say most of what all the texts say, at most `count`, in the order of the texts."""
    found = [
        (source, place, sentence)
        for source, text in enumerate(texts)
        for place, sentence in enumerate(sentences(text))
        if _fits(sentence)
    ][:MOST]
    weights = _weigh([terms(sentence) for _source, _place, sentence in found])
    centre: Counter[str] = Counter()
    for weight in weights:
        centre.update(weight)
    worth = [
        _likeness(weight, centre) * (1 + 0.3 / (1 + place))
        for weight, (_source, place, _sentence) in zip(weights, found, strict=True)
    ]
    chosen: list[int] = []
    while len(chosen) < min(count, len(found)):
        best = max(
            (one for one in range(len(found)) if one not in chosen),
            key=lambda one: (worth[one] - REDUNDANCY * _nearest(weights, one, chosen), -one),
        )
        chosen.append(best)
    return tuple(KeySentence(found[one][2], found[one][0]) for one in sorted(chosen))


def _fits(sentence: str) -> bool:
    shortest = SHORTEST_ZH if _CHINESE.search(sentence) else SHORTEST
    return shortest <= len(sentence) <= LONGEST


def _weigh(counted: list[Counter[str]]) -> list[Counter[str]]:
    """Weigh the terms of sentences by how few of them hold each."""
    held = Counter(term for one in counted for term in one)
    return [
        Counter({term: count * math.log1p(len(counted) / held[term]) for term, count in one.items()})
        for one in counted
    ]


def _nearest(weights: list[Counter[str]], one: int, chosen: list[int]) -> float:
    return max((_likeness(weights[one], weights[other]) for other in chosen), default=0.0)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    smaller, larger = (one, other) if len(one) <= len(other) else (other, one)
    dot = sum(weight * larger[term] for term, weight in smaller.items() if term in larger)
    length = math.hypot(*one.values()) * math.hypot(*other.values())
    return dot / length if length else 0.0
