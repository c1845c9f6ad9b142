"""D10: several processes append to the trail at once: no busy database, no fork of the chain, no entry lost."""

import hashlib
import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest
from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail import queries
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry
from tests.battery.at_once import in_processes

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
    assert in_processes(WRITERS, append) == [0] * WRITERS
    assert Entry.objects.count() == WRITERS * APPENDS
    assert queries.verify().bad_row is None
    things = set(Entry.objects.values_list("thing", flat=True))
    assert things == {f"w{writer}:{number}" for writer in range(WRITERS) for number in range(APPENDS)}
    tally(cases=WRITERS * APPENDS)


def scratch(path):
    """A chain of its own in a file of its own, without the rule that one entry has one follower."""
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE chain (id integer primary key, previous text, hash text)")
        made.commit()
    return path


def link(database, words):
    """Read the newest hash and append to it."""
    last = database.execute("SELECT hash FROM chain ORDER BY id DESC LIMIT 1").fetchone()
    previous = last[0] if last else "0" * 64
    made = hashlib.sha256(f"{previous} {words}".encode()).hexdigest()
    time.sleep(0.002)  # what the house does between the two, so that the others get their turn on any machine
    database.execute("INSERT INTO chain (previous, hash) VALUES (?, ?)", [previous, made])


def naive(path, begin, writer):
    """Append as often as the house does; gives how often the database refused."""
    refused = 0
    with closing(sqlite3.connect(path, timeout=20, isolation_level=None)) as database:
        for number in range(APPENDS):
            try:
                if begin:
                    database.execute(begin)
                link(database, f"w{writer}:{number}")
                if begin:
                    database.execute("COMMIT")
            except sqlite3.OperationalError:
                refused += 1
                if database.in_transaction:
                    database.execute("ROLLBACK")
    return refused


def forks(path):
    """How many entries follow one that another follows, too."""
    with closing(sqlite3.connect(path)) as database:
        followed = database.execute("SELECT count(*), count(DISTINCT previous) FROM chain").fetchone()
    return followed[0] - followed[1]


def test_the_control_that_begins_deferred_finds_the_database_busy(tmp_path, tally):
    path = scratch(tmp_path / "deferred.sqlite3")
    refused = sum(in_processes(WRITERS, lambda writer: naive(path, "BEGIN DEFERRED", writer)))
    assert refused > 0
    tally(cases=WRITERS * APPENDS, faults=refused, control=True)


def test_the_control_that_holds_no_lock_forks_the_chain(tmp_path, tally):
    path = scratch(tmp_path / "open.sqlite3")
    in_processes(WRITERS, lambda writer: naive(path, "", writer))
    found = forks(path)
    assert found > 0
    tally(cases=WRITERS * APPENDS, faults=found, control=True)


def test_the_same_appends_that_begin_immediate_do_neither(tmp_path, tally):
    path = scratch(tmp_path / "immediate.sqlite3")
    assert in_processes(WRITERS, lambda writer: naive(path, "BEGIN IMMEDIATE", writer)) == [0] * WRITERS
    assert forks(path) == 0
    tally(cases=WRITERS * APPENDS)
