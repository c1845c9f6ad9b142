"""How well a grouping agrees with labels: BCubed, pairs, adjusted Rand index, V-measure.

BCubed (Bagga and Baldwin 1998) is the main figure and is kind to singletons, so it is always shown beside what
"every item alone" scores; pairs show the big stories that BCubed hides. ARI: Hubert and Arabie 1985. V-measure:
Rosenberg and Hirschberg 2007.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean, 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean, 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """All figures of one grouping against one labelling; `alone` is the BCubed F1 of "every item alone"."""

    bcubed: Agreement
    pairs: Agreement
    ari: float
    v_measure: float
    alone: float
    items: int


def score(stories: Sequence[Hashable], labels: Sequence[Hashable | None]) -> Score:
    """All figures; items whose label is None are left out.

    >>> figures = score([1, 1, 2, 2], ["a", "a", "a", None])
    >>> round(figures.bcubed.precision, 3), round(figures.bcubed.recall, 3), figures.pairs.precision
    (1.0, 0.556, 1.0)
    """
    if len(stories) != len(labels):
        raise ValueError(f"{len(stories)} stories for {len(labels)} labels")
    told = [(story, label) for story, label in zip(stories, labels, strict=True) if label is not None]
    own, gold = [story for story, _ in told], [label for _, label in told]
    return Score(
        bcubed=bcubed(own, gold),
        pairs=pairwise(own, gold),
        ari=adjusted_rand(own, gold),
        v_measure=v_measure(own, gold),
        alone=bcubed(range(len(gold)), gold).f1,
        items=len(gold),
    )


def bcubed(stories: Sequence[Hashable], labels: Sequence[Hashable]) -> Agreement:
    """BCubed precision and recall: per item, how much of its story is of its label, and the reverse.

    >>> bcubed([1, 1, 1], ["a", "a", "b"]).recall
    1.0
    """
    if not labels:
        return Agreement(1.0, 1.0)
    both, own, gold = _counts(stories, labels)
    precision = sum(count * count / own[story] for (story, _), count in both.items())
    recall = sum(count * count / gold[label] for (_, label), count in both.items())
    return Agreement(precision / len(labels), recall / len(labels))


def pairwise(stories: Sequence[Hashable], labels: Sequence[Hashable]) -> Agreement:
    """Precision and recall over pairs of items in one story; 1 where there is no pair to be wrong about."""
    both, own, gold = _counts(stories, labels)
    right, made, wanted = (_pairs(counter) for counter in (both, own, gold))
    return Agreement(right / made if made else 1.0, right / wanted if wanted else 1.0)


def adjusted_rand(stories: Sequence[Hashable], labels: Sequence[Hashable]) -> float:
    """Agreement over pairs beyond chance: 1 perfect, 0 what chance gives.

    >>> adjusted_rand([1, 1, 2, 2], ["a", "a", "b", "b"])
    1.0
    """
    both, own, gold = _counts(stories, labels)
    right, made, wanted = (_pairs(counter) for counter in (both, own, gold))
    everything = len(labels) * (len(labels) - 1) / 2
    chance = made * wanted / everything if everything else 0.0
    most = (made + wanted) / 2
    return (right - chance) / (most - chance) if most != chance else 1.0


def v_measure(stories: Sequence[Hashable], labels: Sequence[Hashable]) -> float:
    """Harmonic mean of homogeneity and completeness, 0..1.

    >>> v_measure([1, 1, 2, 2], ["a", "a", "b", "b"])
    1.0
    """
    both, own, gold = _counts(stories, labels)
    joint, alone, wanted = _entropy(both), _entropy(own), _entropy(gold)
    homogeneity = 1.0 if wanted == 0 else 1.0 - (joint - alone) / wanted
    completeness = 1.0 if alone == 0 else 1.0 - (joint - wanted) / alone
    return Agreement(homogeneity, completeness).f1


def _counts(
    stories: Sequence[Hashable], labels: Sequence[Hashable]
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    return Counter(zip(stories, labels, strict=True)), Counter(stories), Counter(labels)


def _pairs(counter: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> float:
    return sum(count * (count - 1) for count in counter.values()) / 2


def _entropy(counter: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> float:
    total = sum(counter.values())
    return -sum(count / total * log(count / total) for count in counter.values())
