"""L5: a file of many rows is taken in while people look at lists: no look fails, none sees half of a batch.

How long a look takes meanwhile, `./do bench` measures. The control is the journal that SQLite has by default: whoever
looks while a large batch is being written is told that the database is locked.
"""

import hashlib
import os
import sqlite3
from contextlib import closing

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from answerable.kernel.trail.queries import verify
from answerable.listening.sources import actions, queries
from answerable.listening.sources.kinds.exchange import ReadItem
from answerable.listening.sources.models import Arrival, Item, Source
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 20_000
BATCH = 250
LISTS = ("/listen/sources/", "/listen/stories/", "/")


def rows(start):
    """One batch of a file, as the reader gives it."""
    return [
        ReadItem(
            hashlib.sha256(f"row {number}".encode()).hexdigest(),
            f"Matter {number} of the harbour",
            f"The office was told of matter {number}.",
            f"https://paper.example/{number}",
            NOON,
            "en",
        )
        for number in range(start, start + BATCH)
    ]


def take_in(source):
    """Take the whole file in, batch by batch, in a process of its own; gives its id."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            given = Source.objects.get(pk=source)
            for start in range(0, ROWS, BATCH):
                with transaction.atomic():
                    actions.store_entries(given, rows(start), catch_up=True, braked=False, at=NOON)
            code = 0
        finally:
            os._exit(code)
    return child


def is_over(child):
    """Whether a process has ended, and well."""
    pid, status = os.waitpid(child, os.WNOHANG)
    assert pid == 0 or os.waitstatus_to_exitcode(status) == 0, "taking in broke"
    return pid != 0


def test_lists_answer_while_a_large_file_is_taken_in(tally):
    client = Client()
    client.force_login(make_member("Ada"))
    source, looks, seen, over = make_source(kind="file"), 0, [0], False
    assert [path for path in LISTS if client.get(path).status_code != 200] == []
    child = take_in(source.pk)
    while not over:
        over = is_over(child)
        for path in LISTS:
            assert client.get(path).status_code == 200
            seen.append(Item.objects.count())
            looks += 1
    assert seen == sorted(seen)
    assert [count for count in seen if count % BATCH] == [], "half a batch was seen"
    assert len({*seen}) > 2, "nothing was taken in while the lists were looked at"
    assert Item.objects.count() == Arrival.objects.count() == ROWS
    assert Item.objects.filter(pk__in=queries.matching("harbour")).count() == ROWS
    assert verify().reason == ""
    tally(cases=ROWS + looks, lost=ROWS - Item.objects.count())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the journal is SQLite's")
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_control_with_the_default_journal_turns_readers_away(journal, tmp_path, tally):
    path = tmp_path / "mixed.sqlite3"
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as writer,
        closing(sqlite3.connect(path, timeout=0)) as reader,
    ):
        assert writer.execute(f"PRAGMA journal_mode={journal}").fetchone() == (journal,)
        # A batch that does not fit into memory has to be written into the file before it is over.
        writer.execute("PRAGMA cache_size=5")
        writer.execute("CREATE TABLE item (words)")
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany("INSERT INTO item VALUES (?)", [("x" * 1000,) for _row in range(2000)])
        try:
            answered = reader.execute("SELECT count(*) FROM item").fetchone() == (0,)
        except sqlite3.OperationalError:
            answered = False
        writer.execute("COMMIT")
    assert answered is (journal == "wal")
    tally(cases=1, faults=1, control=journal == "delete")
