"""Reading and checking the trail."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.trail.models import Entry
from answerable.kernel.trail.rules import GENESIS, digest, entry_hash


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One act as a page shows it."""

    id: int
    at: datetime
    who: str
    act: str
    thing: str
    payload: dict[str, object] | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking the chain found: how many entries, the newest hash, the first bad row and why."""

    entries: int
    head: str
    bad_row: int | None = None
    reason: str = ""


def entries_of(thing: str, *, limit: int = 100) -> tuple[TrailRow, ...]:
    """List what was done to one thing, newest first."""
    rows = Entry.objects.filter(thing=thing).select_related("payload").order_by("-id")[:limit]
    return tuple(
        TrailRow(
            row.id,
            row.at,
            row.actor_name,
            row.act,
            row.thing,
            json.loads(row.payload.content) if hasattr(row, "payload") else None,
        )
        for row in rows
    )


def end() -> tuple[int, str]:
    """Say how many entries there are and the newest one's hash."""
    last = Entry.objects.order_by("-id").values_list("hash", flat=True).first()
    return Entry.objects.count(), last or GENESIS


def verify(outside: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Walk the chain from its first entry and name the first row that does not fit.

    `outside` are heads that were kept elsewhere, as (entries, hash). Without one, a cut tail and a chain rewritten
    as a whole cannot be seen; with one, everything up to it is proved to be what it was when the head was taken.
    A head given without its number of entries (0) has to be found anywhere in the chain.
    """
    expected = dict(outside)
    anywhere = expected.pop(0, "")
    previous, count = GENESIS, 0
    for row in Entry.objects.select_related("payload").order_by("id").iterator(chunk_size=2000):
        count += 1
        fault = _fault(row, previous) or _off(expected.pop(count, row.hash), row.hash)
        if fault:
            return Verdict(count, previous, row.id, fault)
        anywhere = "" if row.hash == anywhere else anywhere
        previous = row.hash
    if expected or anywhere:
        return Verdict(count, previous, -1, "the trail is shorter than a head that was published")
    return Verdict(count, previous)


def _off(outside: str, here: str) -> str:
    """Say that an entry is not the one that a published head names, or nothing."""
    return "" if outside == here else "the trail was rewritten: a published head names another entry here"


def _fault(row: Entry, previous: str) -> str:
    """Say what is wrong with one entry, or nothing."""
    if row.previous != previous:
        return "an entry before it is missing or was moved"
    expected = entry_hash(
        at=row.at,
        actor=row.actor_name,
        act=row.act,
        thing=row.thing,
        payload_hash=row.payload_hash,
        previous=row.previous,
    )
    if row.hash != expected:
        return "the entry was changed"
    if hasattr(row, "payload") and digest(row.payload.content) != row.payload_hash:
        return "the payload was changed"
    return ""
