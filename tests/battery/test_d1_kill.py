"""Two workers are killed at random moments of poll, store, place and settle: nothing acknowledged is lost or doubled.

The workers are forked from this process, so that each kill costs milliseconds and not a start of the application.
They do what the jobs do, with documents made here in place of the network: claim, read, end the poll, place the
arrivals into stories. A key is acknowledged, on a pipe, after `end_poll` has come back.
"""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.db import DatabaseError, connection, connections
from django.db.models import F, Sum

from answerable.kernel.errors import Moved
from answerable.kernel.trail.queries import verify
from answerable.listening.sources import actions, queries
from answerable.listening.sources.kinds import KINDS, Document, settings_from
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.models import Arrival, Item, ItemVersion, Poll, Source
from answerable.listening.sources.rules.outcomes import Harvest
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import place_arrivals, tell_decisions
from answerable.listening.stories.models import Placement
from tests.answerable.listening.sources.makers import NOON, make_source

#: 30 in the ordinary suite; ANSWERABLE_KILLS=300 is the bar of the release.
KILLS = int(os.environ.get("ANSWERABLE_KILLS", "30"))
CONTROL_KILLS = 30
WORKERS = 2
SOURCES = 6
#: A worker lives up to so many turns (claim, six polls, one batch of stories), as long as they take here and now.
LONGEST_LIFE = 3.0


def document(source: int, tick: int, *, apart: timedelta = timedelta(minutes=1)) -> bytes:
    """The feed of one source: two new entries a tick, the last forty shown, every fifth edited a tick later."""
    entries = []
    for number in range(max(0, 2 * tick - 38), 2 * tick + 2):
        edited = " It was corrected." if number % 5 == 0 and tick > number // 2 else ""
        entries.append(
            f"<item><title>Street {source} reports matter {number}</title><guid>{source}-{number}</guid>"
            f"<link>https://paper{source}.example/{number}</link>"
            f"<pubDate>{format_datetime(NOON + apart * number)}</pubDate>"
            f"<description>Matter {number} of street {source} was told to the office.{edited}</description></item>"
        )
    return f'<rss version="2.0"><channel><title>Paper</title>{"".join(entries)}</channel></rss>'.encode()


def one_turn(name, tick, at, acknowledge):
    """Do what the two jobs of the worker do once: poll what is due, place what arrived."""
    kind = KINDS["feed"]
    for claim in actions.claim_due(SOURCES, lease=name, at=at):
        settings = settings_from(kind.settings_type, claim.settings)
        answer = Document(document(claim.source, tick))
        reading = read_safely(kind, answer, settings, claim.memory, at)
        stored = actions.end_poll(claim, Harvest(reading=reading, status=200), began_at=at, spread=0.0, at=at)
        if stored is not None:
            acknowledge(claim.source, [entry.key for entry in reading.items])
    if keeping.take_lease(name, at=at):
        try:
            tell_decisions(lease=name, at=at)
            place_arrivals(lease=name, limit=40, at=at)
        except Moved:
            keeping.MEMORY.let_go()
        finally:
            keeping.give_back_lease(name)


def live(name, tick, at, pipe):
    """A worker's life: turns until it is killed."""

    def acknowledge(source, keys):
        os.write(pipe, "".join(f"{source} {key}\n" for key in keys).encode())

    connection.ensure_connection()
    os.write(pipe, b"alive alive\n")
    for step in range(1000):
        try:
            one_turn(name, tick, at + timedelta(seconds=70 * step), acknowledge)
        except DatabaseError:  # the other worker was killed with a lock in its hand; the job is tried again
            connection.close()


@contextmanager
def workers(tick, at) -> Iterator[tuple[list[int], int]]:
    """Two forked workers and the pipe on which they acknowledge."""
    read_end, write_end = os.pipe()
    connections.close_all()
    pids = []
    for number in range(WORKERS):
        pid = os.fork()
        if pid == 0:
            try:
                os.close(read_end)
                live(f"w{number}", tick, at, write_end)
            finally:
                os._exit(1)
        pids.append(pid)
    os.close(write_end)
    try:
        yield pids, read_end
    finally:
        os.close(read_end)


def until_alive(pipe):
    """Wait until every worker has its connection, so that kills hit work and not starts. Gives what was said."""
    said = b""
    while said.count(b"alive\n") < WORKERS:
        piece = os.read(pipe, 1 << 16)
        assert piece, "the workers ended before they began"
        said += piece
    return said


def drained(pipe, said):
    """All that was acknowledged, after every writer is dead."""
    while piece := os.read(pipe, 1 << 16):
        said += piece
    return {tuple(line.split()) for line in said.decode().splitlines()} - {("alive", "alive")}


def warm_up(at):
    """Load and compile everything, so that the forks begin warm; say how long a turn takes here and now."""
    one_turn("warm", 1, at, lambda *_keys: None)
    began = time.monotonic()
    one_turn("warm", 2, at + timedelta(minutes=6), lambda *_keys: None)
    keeping.MEMORY.let_go()
    return time.monotonic() - began


@pytest.mark.django_db(transaction=True)
def test_no_acknowledged_item_is_lost_and_none_is_doubled(tally):
    chance = random.Random(20_261_123)
    for number in range(SOURCES):
        make_source(address=f"https://paper{number}.example/feed", fixed_interval=60)
    at, acknowledged, killed = NOON + timedelta(days=1), set(), 0
    longest_life = max(LONGEST_LIFE * warm_up(at), 0.1)
    tick = 2
    while killed < KILLS:
        tick += 1
        at += timedelta(minutes=10)  # all leases of the dead have ended
        Source.objects.update(next_poll_at=at)
        with workers(tick, at) as (pids, pipe):
            said = until_alive(pipe)
            for pid in pids:
                time.sleep(chance.uniform(0, longest_life / WORKERS))
                os.kill(pid, signal.SIGKILL)
                _pid, status = os.waitpid(pid, 0)
                assert os.WIFSIGNALED(status), "a worker ended by itself"
                killed += 1
            acknowledged.update(drained(pipe, said))
    settle_down(tick, at + timedelta(minutes=10))
    nothing_lost_nothing_doubled(acknowledged)
    tally(cases=len(acknowledged), faults=killed)


def settle_down(tick, at):
    """Let one worker in peace finish what the dead left behind."""
    keeping.MEMORY.let_go()
    Source.objects.update(next_poll_at=at)
    for step in range(200):
        one_turn("last", tick, at + timedelta(seconds=70 * step), lambda *_keys: None)
        if step > 2 and not queries.waiting_arrivals():
            return
    pytest.fail("the arrivals were not all placed")


def nothing_lost_nothing_doubled(acknowledged):
    """What the tables must say afterwards."""
    stored = {(str(source), key) for source, key in Item.objects.values_list("source", "key")}
    assert acknowledged, "the workers were killed before they did anything"
    assert acknowledged <= stored
    titles = Item.objects.values_list("source", "title")
    assert len(set(titles)) == len(titles)
    # A poll's row and its items stand or fall together, and so do an edit and the version it replaced.
    assert Poll.objects.aggregate(new=Sum("new"))["new"] == Item.objects.count()
    edits = Item.objects.aggregate(edits=Sum(F("version") - 1))["edits"]
    assert edits == ItemVersion.objects.count() == Poll.objects.aggregate(edited=Sum("edited"))["edited"] > 0
    # Every item lies in exactly one story (the placement's key is the item), none waits, and each is found by words.
    assert Arrival.objects.count() == 0
    assert set(Placement.objects.values_list("item", flat=True)) == set(
        Item.objects.values_list("pk", flat=True)
    )
    assert Item.objects.filter(pk__in=queries.matching("matter")).count() == Item.objects.count()
    assert verify().reason == ""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def naive_life(path, steps):
    """The control's worker: each step of an item is a transaction of its own, until it is killed."""
    acts = {
        "mark": "UPDATE queue SET done = 1 WHERE id = ?",
        "store": "INSERT INTO kept (item) VALUES (?)",
    }
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous=FULL")
        while True:
            item = database.execute("SELECT id FROM queue WHERE NOT done ORDER BY id LIMIT 1").fetchone()[0]
            for step in steps:
                database.execute(acts[step], [item])


@pytest.mark.parametrize(
    ("steps", "breaks"), [(("mark", "store"), "lost"), (("store", "mark"), "doubled")], ids=["mark", "store"]
)
def test_the_control_whose_steps_stand_alone_loses_or_doubles(tmp_path, tally, steps, breaks):
    chance, path = random.Random(20_261_123), tmp_path / "naive.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE queue (id integer primary key, done); CREATE TABLE kept (item);")
        database.executemany("INSERT INTO queue VALUES (?, 0)", [(number,) for number in range(500_000)])
        database.commit()
    for _life in range(CONTROL_KILLS):
        child = os.fork()
        if child == 0:
            try:
                naive_life(path, steps)
            finally:
                os._exit(1)
        time.sleep(chance.uniform(0.05, 0.15))
        os.kill(child, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    with closing(sqlite3.connect(path)) as database:
        done = database.execute("SELECT count(*) FROM queue WHERE done").fetchone()[0]
        stored, different = database.execute("SELECT count(*), count(DISTINCT item) FROM kept").fetchone()
    assert done > 0
    assert {"lost": done > different, "doubled": stored > different} == {
        "lost": breaks == "lost",
        "doubled": breaks == "doubled",
    }
    tally(cases=done, faults=CONTROL_KILLS, control=True)
