"""The only writers of the trail."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail.models import Entry, Payload
from answerable.kernel.trail.rules import GENESIS, canonical, digest, entry_hash

#: Any fixed number: the advisory lock that puts writers of the trail in a row on PostgreSQL.
TRAIL_LOCK = 7_243_001


def record(act: str, thing: str, *, by: Actor, at: datetime, **payload: Any) -> Entry:
    """Append one act to the trail, inside the transaction of the action that calls it.

    `act` is "room.verb", `thing` is "kind:id". Raises TransactionManagementError outside a transaction: an
    act and its entry stand or fall together.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a trail entry belongs into the transaction of its act")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TRAIL_LOCK])
    previous = Entry.objects.order_by("-id").values_list("hash", flat=True).first() or GENESIS
    text = canonical(payload)
    payload_hash = digest(text)
    entry = Entry.objects.create(
        at=at,
        actor_name=by.name,
        account_id=by.account,
        act=act,
        thing=thing,
        payload_hash=payload_hash,
        previous=previous,
        hash=entry_hash(
            at=at, actor=by.name, act=act, thing=thing, payload_hash=payload_hash, previous=previous
        ),
    )
    Payload.objects.create(entry=entry, content=text)
    return entry


#: 网络安全法 art. 21 (3): network logs are kept for at least six months; nobody can set less.
LEAST_KEPT = timedelta(days=180)


def erase_payloads(entries: Sequence[int], reason: str, *, by: Actor, at: datetime) -> int:
    """Delete the texts of entries where a law or a term of retention asks for it; the entries and the chain stay."""
    with transaction.atomic():
        gone, _each = Payload.objects.filter(entry__in=entries).delete()
        if gone:
            record("trail.erase_payloads", "trail:payloads", by=by, at=at, number=gone, reason=reason)
    return gone


def forget_old_payloads(keep: timedelta, *, by: Actor, at: datetime) -> int:
    """Delete the texts of entries older than the term, never younger than the floor; gives how many."""
    before = at - max(keep, LEAST_KEPT)
    gone = 0
    while old := list(Payload.objects.filter(entry__at__lt=before).values_list("entry_id", flat=True)[:1000]):
        gone += erase_payloads(old, "term of retention", by=by, at=at)
    return gone
