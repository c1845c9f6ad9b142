"""D10: several processes append to the trail at once: no busy database, no fork of the chain, no entry lost."""

import os
from datetime import UTC, datetime

import pytest
from django.db import connection, connections, transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail import queries
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry

WRITERS = 4
#: 60 each in the ordinary suite; ANSWERABLE_APPENDS=500 is the bar of the release.
APPENDS = int(os.environ.get("ANSWERABLE_APPENDS", "60"))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def append(writer: int) -> int:
    """Append in a process of its own; gives how many times the database refused."""
    refused = 0
    for number in range(APPENDS):
        try:
            with transaction.atomic():
                record("test.turn", f"w{writer}:{number}", by=Actor(kind="person", name="Ada"), at=NOON)
        except Exception:  # noqa: BLE001 - whatever the database says is counted
            refused += 1
    return refused


@pytest.mark.django_db(transaction=True)
def test_four_processes_append_to_one_chain(tally):
    connections.close_all()
    children = []
    for writer in range(WRITERS):
        child = os.fork()
        if child == 0:
            connection.close()
            os._exit(min(append(writer), 100))
        children.append(child)
    refused = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert refused == [0] * WRITERS
    assert Entry.objects.count() == WRITERS * APPENDS
    assert queries.verify().bad_row is None
    things = set(Entry.objects.values_list("thing", flat=True))
    assert things == {f"w{writer}:{number}" for writer in range(WRITERS) for number in range(APPENDS)}
    tally(cases=WRITERS * APPENDS)
