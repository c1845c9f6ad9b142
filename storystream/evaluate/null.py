"""The null: items that cannot be about one matter, because their days lie far apart.

Brought to one moment and put through a stream whose bar nothing reaches, the score of each says what strangers score;
through an ordinary stream, the share that is merged is the realised false-merge rate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storystream.grouping.bars import SIZES, Null, noted, shipped
from storystream.grouping.encoding import Encoder
from storystream.grouping.tables import ONE
from storystream.items import Item, Outcome
from storystream.pipeline import Settings, Stream
from storystream.text import read_many

#: Items of days so far apart cannot be one story; yearly events are rarer than the rates that are measured.
APART: Final = timedelta(days=30)
#: Streams per size at most: beyond, the figures no longer move.
STREAMS: Final = 30
#: A bracket is learnt from so many items of a body's own past, and from no more.
ENOUGH: Final = 1500
MOST: Final = 5000
#: The share of pairs that must lie `APART`: of items spread evenly, .45 after three months.
LEAST_APART: Final = 0.4
#: What a body's own past may make of a shipped score.
HELD: Final = (0.8, 1.25)
#: The moment to which strangers are brought.
MOMENT: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An item brought to `MOMENT`, and when it was truly published."""

    item: Item
    published_at: datetime


def strangers(items: Iterable[Item], count: int, salt: str = "") -> list[Stranger]:
    """`count` dated items chosen evenly, by a hash of `salt` and their ids, in the order of the hash."""
    dated = [item for item in items if item.published_at is not None]
    chosen = sorted(
        dated, key=lambda item: sha256(f"{salt}{item.id}".encode("utf-8", "surrogatepass")).digest()
    )
    return [
        Stranger(replace(item, published_at=MOMENT), item.published_at or MOMENT) for item in chosen[:count]
    ]


def null_of(among: Sequence[Stranger], encoder: Encoder | None = None, like: Stream | None = None) -> Null:
    """What these strangers score against each other, at each of `SIZES` in as many streams as they are enough for.

    `like`: a stream whose table of rare words is used, as it is now; without it the shipped one.
    """
    found = [_best_among(among, size, encoder, like) for size in SIZES if size * 5 // 4 <= len(among)]
    scores = [noted(best) for best in found] or [noted(np.zeros(0))]
    while len(scores) < len(
        SIZES
    ):  # too few for the larger sizes: they lie as far on as the last two are apart
        before = scores[-2] if len(scores) > 1 else scores[-1]
        scores.append(tuple(2 * last - one for last, one in zip(scores[-1], before, strict=True)))
    return Null(tuple(scores), sum(map(len, found)))


def share_apart(among: Sequence[Stranger]) -> float:
    """The share of pairs that lie `APART` or more.

    >>> days = [Stranger(Item(str(n)), MOMENT + timedelta(days=20 * n)) for n in range(3)]
    >>> round(share_apart(days), 2)
    0.22
    """
    times = np.sort(np.array([one.published_at.timestamp() for one in among]))
    if not len(times):
        return 0.0
    before = np.searchsorted(times, times - APART.total_seconds(), side="right")
    return float(2 * before.sum() / len(times) ** 2)


def nulls_of(items: Iterable[Item], like: Stream) -> dict[str, Null]:
    """Nulls by language and length class from a body's own past, as `like` weighs words today: see `Stream.calibrate`.

    `items`: any number over as long a time as there is; only brackets with `ENOUGH` items that lie far apart are
    learnt. No score leaves `HELD` times the shipped one: a body's yearly templates are strangers by date and still no
    measure of strangers.
    """
    meaning = like.arrivals.meaning
    encoder = meaning.encoder if meaning else None
    brackets: dict[str, list[Item]] = {}
    dated = [item for item in items if item.published_at is not None]
    for item, reading in zip(dated, read_many(dated), strict=True):
        brackets.setdefault(f"{reading.language}/{reading.length_class}", []).append(item)
    learnt = {}
    for name, held in sorted(brackets.items()):
        among = strangers(held, MOST)
        if len(among) >= ENOUGH and share_apart(among) >= LEAST_APART:
            language, length_class = name.rsplit("/", 1)
            known = shipped(language, int(length_class), encoder.name if encoder else "")
            learnt[name] = _held(null_of(among, encoder, like), known)
    return learnt


def _held(null: Null, known: Null) -> Null:
    low, high = HELD
    rows = [
        tuple(min(max(score, low * one), high * one) for score, one in zip(row, other, strict=True))
        for row, other in zip(null.scores, known.scores, strict=True)
    ]
    return Null(tuple(rows), null.probes)


def _best_among(
    among: Sequence[Stranger], size: int, encoder: Encoder | None, like: Stream | None
) -> NDArray[np.float64]:
    """The best score of each stranger that met about `size` others."""
    best: list[float] = []
    part = size * 5 // 4
    for first in range(0, min(len(among), STREAMS * part), part):
        few = among[first : first + part]
        stream = Stream(Settings(explain=False), encoder)
        stream.arrivals.fixed_bar = ONE
        if like is not None:
            stream.arrivals.rarity = like.arrivals.rarity.frozen()
        judged = _judged(few, stream.absorb_many([stranger.item for stranger in few]))
        best.extend(outcome.why.score for place, outcome in judged if place >= size * 3 // 4)
    return np.array(best)


def false_merge_rate(among: Sequence[Stranger], settings: Settings, encoder: Encoder | None = None) -> float:
    """The share of strangers that an ordinary stream puts into a story of others."""
    stream = Stream(replace(settings, explain=False), encoder)
    judged = _judged(among, stream.absorb_many([stranger.item for stranger in among]))
    return sum(outcome.why.kind == "join" for _, outcome in judged) / max(len(judged), 1)


def _judged(among: Sequence[Stranger], outcomes: Sequence[Outcome]) -> list[tuple[int, Outcome]]:
    """Outcomes with their places, without copies and without those whose nearest item is of nearby days.

    Strangers of nearby days are as like as any others, so whose nearest is of a far day scores as one of the whole
    crowd does: leaving the others out takes their stories with them and changes nothing else.
    """
    times = {stranger.item.id: stranger.published_at for stranger in among}
    return [
        (place, outcome)
        for place, outcome in enumerate(outcomes)
        if outcome.fold is None
        and (
            outcome.why.neighbour is None or abs(times[outcome.item] - times[outcome.why.neighbour]) >= APART
        )
    ]
