"""Jobs are queued once, taken back from the dead, and tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from answerable.kernel.jobs import actions
from answerable.kernel.jobs.models import Heartbeat, Slot
from answerable.kernel.jobs.rules import MOST_ATTEMPTS, SILENT, Every
from tests.answerable.kernel.jobs.jobs_under_test import add_line

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def queue(key="k"):
    return actions.enqueue_once(add_line, key, path="/dev/null", line="x")


def test_the_same_job_is_not_queued_twice_while_it_waits():
    assert queue() is True
    assert queue() is False
    assert DBTaskResult.objects.count() == 1


def test_once_it_starts_the_same_job_may_be_queued_again():
    queue()
    actions.give_back_key(DBTaskResult.objects.get().pk)
    assert queue() is True


def test_a_job_stands_or_falls_with_the_transaction_that_queued_it():
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 0
    assert queue() is True


def test_the_job_of_a_silent_worker_goes_back_into_the_queue():
    queue()
    job = DBTaskResult.objects.get()
    job.claim("dead")
    actions.beat("dead", "host", at=NOON)
    assert actions.reap(at=NOON) == 0
    assert actions.reap(at=NOON + SILENT + timedelta(seconds=1)) == 1
    job.refresh_from_db()
    assert job.status == "READY"


def test_a_job_that_killed_its_worker_every_time_is_failed_for_a_person_to_see():
    queue()
    job = DBTaskResult.objects.get()
    for number in range(MOST_ATTEMPTS):
        job.claim(f"dead {number}")
    actions.reap(at=NOON)
    job.refresh_from_db()
    assert job.status == "FAILED"
    assert "died" in job.traceback


def test_a_worker_that_left_in_order_is_no_longer_counted():
    actions.beat("w", "host", at=NOON)
    actions.leave("w")
    assert Heartbeat.objects.count() == 0


def test_a_slot_is_queued_once_however_many_schedulers_look():
    schedule = [Every("minute", "tests.answerable.kernel.jobs.jobs_under_test.add_line", 60)]
    assert actions.queue_due(schedule, at=NOON) == ["minute"]
    assert actions.queue_due(schedule, at=NOON + timedelta(seconds=30)) == []
    assert actions.queue_due(schedule, at=NOON + timedelta(seconds=61)) == ["minute"]
    assert Slot.objects.count() == 1


def test_slots_missed_while_nobody_ran_are_made_up_for_once():
    schedule = [Every("minute", "tests.answerable.kernel.jobs.jobs_under_test.add_line", 60)]
    actions.queue_due(schedule, at=NOON)
    assert actions.queue_due(schedule, at=NOON + timedelta(days=2)) == ["minute"]
    assert DBTaskResult.objects.count() <= 2


def test_a_clock_that_jumps_back_does_not_queue_a_slot_again():
    schedule = [Every("minute", "tests.answerable.kernel.jobs.jobs_under_test.add_line", 60)]
    actions.queue_due(schedule, at=NOON)
    assert actions.queue_due(schedule, at=NOON - timedelta(hours=1)) == []


def test_the_last_attempt_is_the_last():
    queue()
    job = DBTaskResult.objects.get()
    assert actions.try_again(job.pk, attempts=1, at=NOON) is True
    assert actions.try_again(job.pk, attempts=MOST_ATTEMPTS, at=NOON) is False
