"""One writer at a time, and a stream that is made again from what is written down."""

from datetime import timedelta

import pytest

from answerable.listening.stories.actions import keeping
from answerable.listening.stories.models import StreamState, StreamStep
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import WATER, group, publish

pytestmark = pytest.mark.django_db


def test_only_one_worker_holds_the_lease_until_it_runs_out():
    assert keeping.take_lease("one", at=NOON)
    assert not keeping.take_lease("two", at=NOON + timedelta(seconds=1))
    assert keeping.take_lease("one", at=NOON + timedelta(seconds=2))
    assert keeping.take_lease("two", at=NOON + keeping.LEASE * 2)


def test_a_lease_given_back_is_free_and_nobody_gives_back_anothers():
    assert keeping.take_lease("one", at=NOON)
    keeping.give_back_lease("two")
    assert not keeping.take_lease("two", at=NOON)
    keeping.give_back_lease("one")
    assert keeping.take_lease("two", at=NOON)


def test_a_snapshot_is_taken_after_enough_items_and_its_steps_go(monkeypatch):
    monkeypatch.setattr(keeping, "ITEMS_A_SNAPSHOT", 3)
    for number in range(4):
        publish(f"{WATER[0]} ({number})")
    group()
    assert keeping.take_lease("one", at=NOON)
    assert keeping.snapshot_if_due(keeping.stream_now(), lease="one", at=NOON)
    state = StreamState.objects.get()
    assert (state.snapshot_seq, state.digest) == (state.seq, keeping.stream_now().stream.digest())
    assert not StreamStep.objects.exists()
    assert not keeping.snapshot_if_due(keeping.stream_now(), lease="one", at=NOON)


def test_a_writer_that_lost_its_lease_takes_no_snapshot():
    publish(WATER[0])
    group()
    kept = keeping.stream_now()
    assert keeping.take_lease("two", at=NOON)
    assert not keeping.take_snapshot(kept, lease="one", at=NOON)
    assert StreamStep.objects.exists()
