"""A1: a thousand edits of the trail past the application, by whoever holds the database: each one is named.

Against the head that was published outside every edit is found. Without one, a cut tail and a chain rewritten as a
whole cannot be: the control shows that, and `answerable trail verify` says so.
"""

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail import queries
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry, Payload
from answerable.kernel.trail.rules import canonical, digest, entry_hash

pytestmark = pytest.mark.django_db

#: 300 in the ordinary suite; ANSWERABLE_EDITS=1000 is the bar of the release.
EDITS = int(os.environ.get("ANSWERABLE_EDITS", "300"))
ENTRIES = 120
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ADA = Actor(kind="person", name="Ada", account=1)

Edit = Callable[[random.Random, list[int]], None]


def change(rng: random.Random, rows: list[int]) -> None:
    """Another name, act, thing, time or account-free word in one entry."""
    field, value = rng.choice(
        [
            ("actor_name", "Boris"),
            ("act", "cases.close"),
            ("thing", "case:999"),
            ("at", NOON - timedelta(days=rng.randint(1, 9))),
            ("payload_hash", digest("other")),
        ]
    )
    Entry.objects.filter(pk=rng.choice(rows)).update(**{field: value})


def change_payload(rng: random.Random, rows: list[int]) -> None:
    """Other words in one payload."""
    Payload.objects.filter(pk=rng.choice(rows)).update(content=canonical({"word": rng.random()}))


def drop(rng: random.Random, rows: list[int]) -> None:
    """One entry gone from the middle."""
    Entry.objects.filter(pk=rng.choice(rows[:-1])).delete()


def cut(rng: random.Random, rows: list[int]) -> None:
    """The tail gone."""
    Entry.objects.filter(pk__in=rows[-rng.randint(1, ENTRIES // 2) :]).delete()


def insert(rng: random.Random, rows: list[int]) -> None:
    """One entry more, hashed as ours are, hung onto an old one: only the unique predecessor stands against it."""
    old = Entry.objects.get(pk=rng.choice(rows[:-1]))
    Entry.objects.filter(previous=old.hash).update(previous=digest(str(rng.random())))
    _write(max(rows) + 1, old.hash, "inserted")


def swap(rng: random.Random, rows: list[int]) -> None:
    """What two entries say, exchanged."""
    one, two = (Entry.objects.get(pk=row) for row in rng.sample(rows, 2))
    Entry.objects.filter(pk=one.pk).update(thing=two.thing, payload_hash=two.payload_hash)
    Entry.objects.filter(pk=two.pk).update(thing=one.thing, payload_hash=one.payload_hash)


def rewrite(rng: random.Random, rows: list[int]) -> None:
    """Everything from one entry on told differently, and every hash made anew."""
    start = rng.randrange(len(rows))
    previous = Entry.objects.get(pk=rows[start]).previous
    Entry.objects.filter(pk__in=rows[start:]).delete()
    for row in rows[start:]:
        previous = _write(row, previous, f"rewritten {row}")


def _write(row: int, previous: str, word: str) -> str:
    text = canonical({"word": word})
    said = entry_hash(
        at=NOON, actor="Ada", act="test.turn", thing=word, payload_hash=digest(text), previous=previous
    )
    entry = Entry.objects.create(
        pk=row,
        at=NOON,
        actor_name="Ada",
        act="test.turn",
        thing=word,
        payload_hash=digest(text),
        previous=previous,
        hash=said,
    )
    Payload.objects.create(entry=entry, content=text)
    return said


EDITS_THAT_BREAK_THE_CHAIN: tuple[Edit, ...] = (change, change_payload, drop, insert, swap)
EDITS_THAT_DO_NOT: tuple[Edit, ...] = (cut, rewrite)


@pytest.fixture
def heads() -> list[tuple[int, str]]:
    """A trail of some length, with the heads of two days published outside."""
    kept = []
    for number in range(ENTRIES):
        with transaction.atomic():
            record("test.turn", f"page:{number}", by=ADA, at=NOON, word=f"昨夜 {number}")
        if number in (ENTRIES // 2, ENTRIES - 1):
            kept.append(queries.end())
    return kept


def tried(edit: Edit, rng: random.Random, outside: list[tuple[int, str]]) -> bool:
    """Whether an edit is found; the trail is put back afterwards."""
    rows = list(Entry.objects.order_by("id").values_list("pk", flat=True))
    try:
        with transaction.atomic():
            edit(rng, rows)
            found = queries.verify(outside).bad_row is not None
            raise InterruptedError
    except InterruptedError:
        return found


def test_every_edit_is_found_against_the_heads_outside(heads, tally):
    rng = random.Random(20261123)
    every = EDITS_THAT_BREAK_THE_CHAIN + EDITS_THAT_DO_NOT
    missed = [edit.__name__ for edit in rng.choices(every, k=EDITS) if not tried(edit, rng, heads)]
    assert missed == []
    assert queries.verify(heads).bad_row is None
    tally(cases=EDITS, faults=EDITS, lost=len(missed))


@pytest.mark.parametrize("edit", EDITS_THAT_BREAK_THE_CHAIN)
def test_the_chain_alone_finds_what_breaks_it(heads, edit, tally):
    rng = random.Random(7)
    assert all(tried(edit, rng, []) for _ in range(10))
    tally(cases=10, faults=10)


@pytest.mark.parametrize("edit", EDITS_THAT_DO_NOT)
def test_the_chain_alone_cannot_find_what_it_does_not_hold(heads, edit, tally):
    rng = random.Random(7)
    assert not any(tried(edit, rng, []) for _ in range(10))
    tally(cases=10, faults=10, control=True)
