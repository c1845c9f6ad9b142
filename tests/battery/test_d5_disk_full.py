"""D5: the disk fills up at random points: nothing acknowledged is lost, pages stay readable, and it goes on by itself.

The engine is told the largest size its file may have, which is how SQLite itself meets a full disk: the commit fails
with "database or disk is full". Then there is room again, and the same work is done once more.
"""

import random
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.queries import verify
from answerable.listening.sources import actions
from answerable.listening.sources.kinds import KINDS, Document, settings_from
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.models import Arrival, Item, Poll, Source
from answerable.listening.sources.rules.outcomes import Harvest
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.battery.conftest import FULL

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.one_database,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="a server's disk is the server's"),
]
POINTS = 150 if FULL else 25
#: More pages than any test database has: the disk has room again.
ROOMY = 1 << 30


def pragma(words):
    """Ask the engine one thing."""
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {words}").fetchone()[0]


@pytest.fixture(autouse=True)
def _no_free_pages():
    """Rows that earlier tests deleted left free pages in the file: without them the file has to grow."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")


def fill_up(pages):
    """Leave the file so many pages to grow by."""
    pragma(f"max_page_count = {pragma('page_count') + pages}")


def feed(number):
    """A feed with eight long entries that nobody has seen."""
    entries = "".join(
        f"<item><title>Matter {number}-{one}</title><guid>{number}-{one}</guid>"
        f"<link>https://paper.example/{number}/{one}</link>"
        f"<description>{'Water came brown from the tap. ' * 60} {number}-{one}</description></item>"
        for one in range(8)
    )
    return f'<rss version="2.0"><channel><title>Paper</title>{entries}</channel></rss>'.encode()


def poll(number, at):
    """Claim, read and store one feed, as the job does; gives the keys it acknowledged."""
    kind = KINDS["feed"]
    (claim,) = actions.claim_due(1, lease="w", at=at)
    settings = settings_from(kind.settings_type, claim.settings)
    reading = read_safely(kind, Document(feed(number)), settings, claim.memory, at)
    stored = actions.end_poll(claim, Harvest(reading=reading, status=200), began_at=at, spread=0.0, at=at)
    return [entry.key for entry in reading.items] if stored is not None else []


def test_what_was_acknowledged_is_there_and_the_work_goes_on_when_there_is_room(client, tally):
    chance = random.Random(20_261_123)
    make_source(address="https://paper.example/feed", fixed_interval=60)
    at, acknowledged, refused = NOON, set(), 0
    try:
        for number in range(POINTS):
            at += timedelta(minutes=10)
            Source.objects.update(next_poll_at=at)
            fill_up(chance.randint(0, 6))
            try:
                acknowledged.update(poll(number, at))
            except OperationalError as full:
                refused += "full" in str(full)
                assert client.get("/accounts/login/").status_code == 200
                assert Item.objects.count() == len(acknowledged)
            pragma(f"max_page_count = {ROOMY}")
            if not any(key.startswith(f"{number}-") for key in acknowledged):
                at += timedelta(minutes=10)
                Source.objects.update(next_poll_at=at)
                acknowledged.update(poll(number, at))
    finally:
        pragma(f"max_page_count = {ROOMY}")
    assert refused > POINTS // 3, "the disk was hardly ever full"
    stored = list(Item.objects.values_list("key", flat=True))
    lost = acknowledged - set(stored)
    assert (len(lost), len(stored)) == (0, 8 * POINTS)
    assert Arrival.objects.count() == len(stored)
    assert sum(Poll.objects.values_list("new", flat=True)) == len(stored)
    assert verify().reason == ""
    assert pragma("integrity_check") == "ok"
    tally(cases=len(acknowledged), faults=refused, lost=len(lost))


def test_an_act_and_its_entry_in_the_trail_stand_or_fall_together_on_a_full_disk(tally):
    make_source(address="https://paper.example/feed")
    said, refused = "feed", 0
    try:
        for number in range(POINTS):
            fill_up(number % 12)
            try:
                with transaction.atomic():
                    Source.objects.update(address=f"https://paper.example/{number}")
                    record("test.turn", f"source:{number}", by=MACHINE, at=NOON, word="x" * 20_000)
                said = str(number)
            except OperationalError:
                refused += 1
            pragma(f"max_page_count = {ROOMY}")
    finally:
        pragma(f"max_page_count = {ROOMY}")
    assert refused
    assert said != "feed", "the disk was always full"
    assert Source.objects.get().address == f"https://paper.example/{said}"
    assert verify().reason == ""
    tally(cases=POINTS, faults=refused)


def test_the_control_that_acknowledges_before_it_has_stored_loses(tally):
    make_source(address="https://paper.example/feed", fixed_interval=60)
    Source.objects.update(next_poll_at=NOON)
    acknowledged = [f"0-{one}" for one in range(8)]
    fill_up(0)
    try:
        with pytest.raises(OperationalError, match="full"):
            poll(0, NOON)
    finally:
        pragma(f"max_page_count = {ROOMY}")
    assert Item.objects.filter(key__in=acknowledged).count() < len(acknowledged)
    tally(cases=1, faults=1, control=True)
