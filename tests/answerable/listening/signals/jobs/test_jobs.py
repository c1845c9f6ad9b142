"""The jobs of the room."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.listening.signals import jobs
from answerable.listening.signals.events import SignalRaised, TrialAsked
from answerable.listening.signals.models import Signal, Trial
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.listening.signals.makers import burst, make_signal, make_watch, quiet_weeks
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db


def test_counting_raises_and_tells():
    now = clock.now()
    ada = make_member("Ada", PostKind.OFFICE)
    make_watch(owner=ada.person)
    quiet_weeks(at=now - timedelta(hours=5))
    burst(at=now)
    jobs.watch_counts.func()
    assert Signal.objects.filter(watch__isnull=False).count() == 1
    assert Notice.objects.filter(person=ada.person).exists()


def test_a_replay_counts_as_of_its_own_time_and_tells_nobody():
    ada = make_member("Ada", PostKind.OFFICE)
    make_watch(owner=ada.person)
    quiet_weeks()
    burst()
    assert jobs.count_now(at=NOON) >= 1
    assert Signal.objects.first().raised_at == NOON
    assert not Notice.objects.exists()


def test_the_telling_job_tells_what_is_due():
    make_member("Ada", PostKind.OFFICE)
    make_signal(tell_at=NOON)
    jobs.tell_signals.func()
    assert Notice.objects.count() == 1


def test_a_trial_is_answered_by_a_job():
    trial = Trial.objects.create(key="a" * 12, words="water", asked_at=NOON)
    jobs.answer_trials.func(trial.pk)
    trial.refresh_from_db()
    assert trial.answered_at is not None


def test_news_queue_one_job_each():
    for _time in range(2):
        jobs.queue_telling(SignalRaised(1, None, 1, NOON))
        jobs.queue_trial(TrialAsked(3))
    assert DBTaskResult.objects.count() == 2
