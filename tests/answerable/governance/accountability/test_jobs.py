"""The one job forgets what is due to be forgotten, and nothing else."""

from datetime import timedelta

import pytest

from answerable.governance.accountability import jobs
from answerable.governance.accountability.actions import closing
from answerable.governance.accountability.models import File
from answerable.kernel import clock
from tests.answerable.governance.accountability.makers import DAY, LATER, Hall, served

pytestmark = pytest.mark.django_db


def test_the_job_forgets_a_file_whose_day_has_come_and_no_other():
    hall = Hall()
    closing.close(served(hall).pk, **hall.by("olga", LATER + 40 * DAY))
    now = clock.now()
    File.objects.update(forget_at=now + timedelta(days=1))
    assert jobs.forget_old.func() == 0
    File.objects.update(forget_at=now)
    assert jobs.forget_old.func() == 1
