"""The trail is appended with the act, and a change of it is noticed."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail import actions, queries
from answerable.kernel.trail.models import Entry, Payload

ADA = Actor(kind="person", name="Ada", account=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def record(count=3):
    for number in range(count):
        with transaction.atomic():
            actions.record(
                "test.turn", f"page:{number}", by=ADA, at=NOON, word="昨夜", number=number, when=NOON
            )


@pytest.mark.django_db
def test_an_untouched_trail_verifies_to_its_head():
    record(5)
    verdict = queries.verify()
    assert (verdict.entries, verdict.bad_row) == (5, None)
    assert verdict.head == Entry.objects.order_by("-id").first().hash


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        actions.record("test.turn", "page:1", by=ADA, at=NOON)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        (lambda row: Entry.objects.filter(id=row.id).update(actor_name="Boris"), "the entry was changed"),
        (lambda row: Payload.objects.filter(entry=row).update(content="{}"), "the payload was changed"),
        (lambda row: Entry.objects.filter(id=row.id).delete(), "an entry before it is missing or was moved"),
    ],
)
def test_a_changed_or_missing_entry_is_named(tamper, reason):
    record(4)
    second = Entry.objects.order_by("id")[1]
    tamper(second)
    verdict = queries.verify()
    assert verdict.reason == reason
    assert verdict.bad_row in (second.id, second.id + 1)


@pytest.mark.django_db
def test_erasing_a_payload_by_law_keeps_the_chain():
    record(3)
    Payload.objects.filter(entry=Entry.objects.first()).delete()
    assert queries.verify().bad_row is None


@pytest.mark.django_db
def test_what_was_done_to_a_thing_is_listed_newest_first():
    record(2)
    with transaction.atomic():
        actions.record("test.close", "page:1", by=ADA, at=NOON, reason="done")
    rows = queries.entries_of("page:1")
    assert [row.act for row in rows] == ["test.close", "test.turn"]
    assert rows[0].payload == {"reason": "done"}


@pytest.mark.django_db(transaction=True)
def test_four_writers_at_once_neither_fail_nor_fork_the_chain():
    failures = []

    def write():
        try:
            record(10)
        except DatabaseError as error:
            failures.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert (queries.verify().entries, queries.verify().bad_row) == (40, None)
