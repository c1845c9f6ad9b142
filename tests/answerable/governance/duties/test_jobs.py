"""A plan that comes into force lays its runs out by the job that its news queues."""

import pytest

from answerable.governance.duties.jobs import go_round, look_ahead, queue_layout
from answerable.governance.duties.models import Layout, Occurrence, Round
from answerable.governance.plan.events import PlanInForce
from answerable.kernel import clock
from answerable.kernel.jobs.models import JobKey
from tests.answerable.governance.duties.makers import START, Town, make_version

pytestmark = pytest.mark.django_db


def test_the_news_of_a_plan_queues_one_layout():
    queue_layout(PlanInForce(1, START))
    queue_layout(PlanInForce(1, START))
    assert JobKey.objects.filter(key="duties.look_ahead").count() == 1


def test_the_jobs_make_runs_and_note_their_rounds():
    town = Town()
    town.bind(make_version(at=clock.now()))
    look_ahead.func()
    go_round.func()
    assert Layout.objects.get().version > 0
    assert Occurrence.objects.exists()
    assert Round.objects.count() == 1
