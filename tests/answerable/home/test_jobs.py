"""The job of the morning."""

from datetime import UTC, datetime

import pytest

from answerable.home import jobs
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.office.people.makers import make_member


@pytest.mark.django_db
def test_the_job_reads_the_clock_and_tells(monkeypatch):
    make_source()
    ada = make_member("Ada", PostKind.OFFICE)
    monkeypatch.setattr(jobs.clock, "now", lambda: datetime(2026, 3, 3, 0, 5, tzinfo=UTC))
    assert jobs.tell_morning.call() == 1
    assert Notice.objects.get().person_id == ada.person_id
