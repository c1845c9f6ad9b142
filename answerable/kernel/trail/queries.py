"""Reading and checking the trail."""

import json
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


def verify() -> Verdict:
    """Walk the chain from its first entry and name the first row that does not fit.

    It cannot see a cut tail or a chain rewritten as a whole: compare the head with one published outside.
    """
    previous, count = GENESIS, 0
    for row in Entry.objects.select_related("payload").order_by("id").iterator(chunk_size=2000):
        count += 1
        fault = _fault(row, previous)
        if fault:
            return Verdict(count, previous, row.id, fault)
        previous = row.hash
    return Verdict(count, previous)


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
