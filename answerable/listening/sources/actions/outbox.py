"""The outbox towards stories."""

from collections.abc import Collection

from django.db import connection, transaction

from answerable.listening.sources.models import Arrival

#: SQLite binds at most 32,766 values in one statement (its documentation, "Limits"); far below is enough.
BATCH = 5_000


def settle(arrival_ids: Collection[int]) -> int:
    """Take placed arrivals out of the outbox, inside the transaction that placed them. Gives how many.

    Raises TransactionManagementError outside a transaction: placing and settling stand or fall together.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "arrivals are settled in the transaction that places them"
        )
    ids = list(arrival_ids)
    return sum(
        Arrival.objects.filter(pk__in=ids[start : start + BATCH]).delete()[0]
        for start in range(0, len(ids), BATCH)
    )
