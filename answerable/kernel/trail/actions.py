"""The only writer of the trail."""

from datetime import datetime
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
