"""The job that groups: nothing is left, nothing is done twice, persons are heard."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.listening.sources.events import ItemsArrived
from answerable.listening.sources.queries import waiting_arrivals
from answerable.listening.stories import jobs
from answerable.listening.stories.actions import keeping, merge_stories
from answerable.listening.stories.events import StoriesRegrouped
from answerable.listening.stories.jobs import rounds
from answerable.listening.stories.models import Placement, Regrouping, Story, StreamState
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, make_story, publish

pytestmark = pytest.mark.django_db


def waiting_jobs():
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - its tables exist only once Django is set up

    return [row.task_path for row in DBTaskResult.objects.order_by("enqueued_at")]


def test_a_round_places_everything_that_waits():
    now = clock.now()
    for number in range(7):
        publish(f"{WATER[number % 3]} ({number})", at=now - timedelta(minutes=number))
    jobs.group_arrivals.func()
    assert waiting_arrivals() == 0
    assert Placement.objects.count() == 7
    assert StreamState.objects.get().lease == ""
    assert StreamState.objects.get().tended_at is not None


def test_a_round_tells_the_stream_what_a_person_decided():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    merge_stories(water.pk, [bridge.pk], by=ada(), at=NOON)
    jobs.group_arrivals.func()
    assert not Regrouping.objects.filter(told_at=None).exists()


def test_a_second_worker_leaves_the_work_to_the_first():
    publish(WATER[0])
    assert keeping.take_lease("first", at=clock.now())
    jobs.group_arrivals.func()
    assert waiting_arrivals() == 1


def test_the_daily_job_waits_for_the_other_worker_and_then_leaves_it_to_tomorrow(monkeypatch):
    monkeypatch.setattr(rounds, "ROUND_S", 0.0)
    publish(WATER[0])
    assert keeping.take_lease("first", at=clock.now())
    assert rounds.calibrate_bars() == ()
    keeping.give_back_lease("first")
    jobs.calibrate_bars.func()
    assert StreamState.objects.get().leased_until is None


def test_a_round_whose_time_is_up_asks_for_another(monkeypatch):
    monkeypatch.setattr(rounds, "ROUND_S", 0.0)
    publish(WATER[0])
    jobs.group_arrivals.func()
    assert waiting_jobs() == ["answerable.listening.stories.jobs.group_arrivals"]


def test_arrivals_and_decisions_queue_one_job_and_what_the_stream_knows_queues_none():
    jobs.queue_grouping(StoriesRegrouped(1, 1, 2, True, NOON))
    assert waiting_jobs() == []
    jobs.queue_grouping(ItemsArrived(1, 3, NOON))
    jobs.queue_grouping(StoriesRegrouped(1, 1, 2, False, NOON))
    assert len(waiting_jobs()) == 1


def test_a_replay_groups_as_of_its_own_time():
    for number in range(4):
        publish(f"{WATER[number % 3]} ({number})", at=NOON)
    assert jobs.group_now(at=NOON) == 4
    assert Story.objects.first().arrived_at == NOON
    assert StreamState.objects.get().tended_at == NOON
    assert jobs.group_now(at=NOON) == 0
