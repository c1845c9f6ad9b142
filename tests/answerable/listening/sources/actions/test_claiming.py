from datetime import timedelta

import pytest

from answerable.listening.sources import actions
from answerable.listening.sources.models import Gap, Poll
from tests.answerable.listening.sources.makers import NOON, make_source

pytestmark = pytest.mark.django_db


def claimed(*, at, limit=10, lease="w"):
    return [claim.source for claim in actions.claim_due(limit, lease=lease, at=at)]


def test_only_due_sources_are_claimed():
    due = make_source()
    make_source(address="https://other.example/feed", next_poll_at=NOON + timedelta(seconds=1))
    assert claimed(at=NOON) == [due.pk]


def test_two_workers_never_hold_the_same_source():
    make_source()
    assert len(claimed(at=NOON, lease="one")) == 1
    assert claimed(at=NOON, lease="two") == []


def test_one_host_is_called_once_at_a_time_over_all_workers():
    first = make_source(address="https://evening.example/a.xml")
    make_source(address="https://evening.example/b.xml")
    elsewhere = make_source(address="https://other.example/c.xml")
    assert claimed(at=NOON, lease="one") == [first.pk, elsewhere.pk]
    assert claimed(at=NOON, lease="two") == []


def test_the_lease_of_a_dead_worker_ends():
    source = make_source()
    claimed(at=NOON, lease="dead")
    assert claimed(at=NOON + timedelta(minutes=5)) == [source.pk]


@pytest.mark.parametrize("state", ["paused", "stopped", "gone", "waiting"])
def test_sources_that_wait_for_a_person_are_not_polled(state):
    make_source(state=state)
    assert claimed(at=NOON) == []


def test_a_poll_late_by_a_thousandth_of_a_second_is_not_dropped():
    source = make_source()
    assert claimed(at=NOON + timedelta(milliseconds=1)) == [source.pk]
    assert not Poll.objects.exists()


def test_polls_that_no_worker_made_are_counted_and_open_a_gap():
    source = make_source(polled_at=NOON - timedelta(hours=1))
    claimed(at=NOON + timedelta(hours=5, minutes=10))
    row = Poll.objects.get()
    assert (row.outcome, row.times, row.reason) == ("missed", 5, "no_worker")
    assert Gap.objects.get(source=source).began_at == NOON - timedelta(hours=1)


def test_the_longest_overdue_come_first():
    later = make_source(address="https://one.example/feed", next_poll_at=NOON - timedelta(minutes=1))
    first = make_source(address="https://two.example/feed", next_poll_at=NOON - timedelta(minutes=9))
    assert claimed(at=NOON, limit=1) == [first.pk]
    assert claimed(at=NOON, limit=1) == [later.pk]


def test_one_round_runs_at_a_time_and_a_dead_one_ends():
    assert actions.begin_round("one", at=NOON)
    assert not actions.begin_round("two", at=NOON + timedelta(seconds=30))
    assert actions.begin_round("two", at=NOON + timedelta(seconds=45))


def test_a_round_that_ended_makes_room_at_once():
    assert actions.begin_round("one", at=NOON)
    actions.give_back_turn("one", at=NOON - actions.HOST_GAP)
    assert actions.begin_round("two", at=NOON)
