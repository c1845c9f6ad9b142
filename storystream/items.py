"""The whole vocabulary: frozen values that go in and come out.

Times are aware datetimes; the library never reads a clock. Ids of items are the caller's own strings,
ids of stories are integers that a stream counts up and never uses twice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

WhyKind = Literal["fold", "join", "new", "pinned"]


@dataclass(frozen=True, slots=True)
class Item:
    """One published text, as its source gave it.

    `title` and `text` are plain text (markup is tolerated and stripped). `published_at` may be None: then
    the stream's own latest time stands in. `source` is a publication, never a person. `language` is a
    BCP 47 tag or "" for "find out".
    """

    id: str
    title: str
    text: str = ""
    published_at: datetime | None = None
    source: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A term that two items share and what it added to their similarity (0..1)."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why an item lies where it lies, in figures a person can check.

    `kind`: "fold" (repeats `neighbour` almost word for word), "join" (like `neighbour` beyond `threshold`),
    "new" (nothing was near enough; `neighbour` is the nearest, if any), "pinned" (a person decided).
    `score` and `threshold` are on the scale 0..1.
    """

    kind: WhyKind
    score: float
    threshold: float
    neighbour: str | None = None
    shared: tuple[SharedTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where one absorbed item went. `fold` is the id of the item that it repeats, or None."""

    item: str
    story: int
    fold: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Items that changed their story after the fact, by the hourly pass or by a person.

    `kind`: "merge" (all of `moved` went from `before` to `after`) or "split" (`moved` left `before` for the
    new story `after`). `evidence` says in figures why. `by_person` decisions are kept from then on.
    """

    kind: Literal["merge", "split"]
    before: int
    after: int
    moved: tuple[str, ...]
    evidence: str
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How often a series was seen in the hour (or day) that begins at `at`.

    `exposure` is how much could have been seen in it: 1.0 for a full, ordinary interval, 0.0 when nothing
    was fetched (a gap says nothing and must not count as a zero).
    """

    series: str
    at: datetime
    count: int
    exposure: float = 1.0


@dataclass(frozen=True, slots=True)
class Signal:
    """More than chance allows, with the odds.

    `seen` against `expected` in the window of `hours` that ends at `at`; `p` is the chance of seeing that
    many or more in that window if nothing changed; `once_in_days` is how rarely this series would raise such
    a signal by chance (the recurrence interval); `per_100_series_days` the expected false alarms at the
    switch that raised it.
    """

    series: str
    at: datetime
    hours: int
    seen: int
    expected: float
    p: float
    once_in_days: float
    per_100_series_days: float
