"""What the room does by itself, and how often."""

import pytest

from answerable.project.schedule import SCHEDULE
from answerable.reports import actions, jobs
from answerable.reports.models import Paper
from tests.answerable.reports.makers import AT, LATER, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr("answerable.kernel.clock.now", lambda: LATER)
    return Desk()


def test_drafts_of_duties_make_themselves(desk):
    assert jobs.draft_due.call() >= 1
    assert Paper.objects.filter(run=desk.run.pk).count() == 1
    assert jobs.draft_due.call() == 0


def test_the_brief_is_told_by_itself(desk):
    actions.choose_brief_time(0, by=desk.ada, at=AT)
    assert jobs.tell_brief.call() == 1
    assert jobs.tell_brief.call() == 0


def test_both_run_often_enough():
    every = {row.task_path: row.seconds for row in SCHEDULE if ".reports." in row.task_path}
    assert every == {"answerable.reports.jobs.draft_due": 3600, "answerable.reports.jobs.tell_brief": 300}
