"""A labelled set put through a stream, and how good the stories are."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from storystream.evaluate.metrics import Score, score
from storystream.grouping.encoding import Encoder
from storystream.grouping.tables import ONE
from storystream.items import Item
from storystream.pipeline import Settings, Stream
from storystream.pipeline.times import EPOCH

#: Bars that `oracle` tries.
BARS: Final = tuple(step / 100 for step in range(8, 62, 2))


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item and the event it is of; None where nobody can tell (left out of scores, not of the stream)."""

    item: Item
    label: str | None


def labelled(lines: Iterable[str]) -> list[Labelled]:
    """A labelled set from JSON lines: the fields of an item, and `label`.

    >>> labelled(['{"id": "1", "title": "A flood", "label": "a"}'])[0].label
    'a'
    """
    return [_labelled(json.loads(line)) for line in lines if line.strip()]


def _labelled(row: dict[str, str | None]) -> Labelled:
    published = row.get("published_at")
    at = datetime.fromisoformat(published) if published else None
    texts = [row.get(name) or "" for name in ("id", "title", "text", "source", "language")]
    return Labelled(Item(texts[0], texts[1], texts[2], at, texts[3], texts[4]), row["label"])


def shuffled(rows: Sequence[Labelled], salt: str) -> list[Labelled]:
    """The rows in an order that only `salt` decides: sets without times say nothing about order."""
    return sorted(rows, key=lambda row: sha256(f"{salt} {row.item.id}".encode()).digest())


def replay(
    rows: Sequence[Labelled], settings: Settings | None = None, encoder: Encoder | None = None
) -> Score:
    """Online, with the shipped bars: what a new user gets."""
    return _scored(rows, Stream(replace(settings or Settings(), explain=False), encoder))


def oracle(rows: Sequence[Labelled], encoder: Encoder | None = None) -> tuple[float, Score]:
    """The best that one fixed bar, chosen on this very set, could have done, and the bar: an upper bound."""
    tried = []
    for bar in BARS:
        stream = Stream(Settings(explain=False), encoder)
        stream.arrivals.fixed_bar = round(bar * ONE)
        tried.append((bar, _scored(rows, stream)))
    return max(tried, key=lambda one: one[1].bcubed.f1)


def replay_tidied(rows: Sequence[Labelled], every: int = 60) -> Score:
    """As `replay`, with an hourly pass after so many items: what merges and splits make of the stories."""
    stream = Stream(Settings(explain=False))
    for first in range(0, len(rows), every):
        stream.absorb_many([row.item for row in rows[first : first + every]])
        stream.tend(EPOCH)  # no later than the stream's own clock, which it leaves as it is
    return score([stream.story_of(row.item.id) for row in rows], [row.label for row in rows])


def _scored(rows: Sequence[Labelled], stream: Stream) -> Score:
    outcomes = stream.absorb_many([row.item for row in rows])
    return score([outcome.story for outcome in outcomes], [row.label for row in rows])
