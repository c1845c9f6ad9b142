"""A worker does what waits, tries again what failed, and leaves nothing behind when it is killed."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.kernel.jobs import actions
from answerable.kernel.jobs.models import Heartbeat
from answerable.kernel.jobs.rules import SILENT
from answerable.kernel.jobs.worker import Worker
from tests.answerable.kernel.jobs.jobs_under_test import add_line, fail_until, work_slowly

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_batch_does_all_that_waits_and_leaves(tmp_path):
    path = tmp_path / "lines"
    for number in range(3):
        actions.enqueue_once(add_line, f"line {number}", path=str(path), line=str(number))
    Worker((), batch=True).run()
    assert sorted(path.read_text().split()) == ["0", "1", "2"]
    assert Heartbeat.objects.count() == 0


def test_a_job_that_failed_is_tried_again_until_it_succeeds(tmp_path):
    path = tmp_path / "tries"
    fail_until.enqueue(path=str(path), times=2)
    for _ in range(3):
        Worker((), batch=True).run()
        DBTaskResult.objects.filter(status="READY").update(run_after=clock.now())
    assert path.read_text().split() == ["tried"] * 3
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


CHILD = """
import sys
from django.conf import settings
import django
django.setup()
from django.db import connection
settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = sys.argv[1]
from answerable.kernel.jobs.worker import Worker
Worker(()).run()
"""


def started():
    """A worker as a process of its own, on this test's database."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(connection.settings_dict["NAME"])],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONPATH": str(settings.PACKAGE.parent),
        },
    )


def test_a_job_whose_worker_was_killed_is_done_by_the_next_one(tmp_path):
    path = tmp_path / "steps"
    work_slowly.enqueue(path=str(path), seconds=1.5)
    child = started()
    deadline = time.monotonic() + 30
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert path.read_text().split() == ["began"]
    assert actions.reap(at=clock.now() + SILENT * 2) == 1
    DBTaskResult.objects.update(run_after=clock.now())
    Worker((), batch=True).run()
    assert path.read_text().split() == ["began", "began", "ended"]
    job = DBTaskResult.objects.get()
    assert (job.status, len(job.worker_ids)) == ("SUCCESSFUL", 2)
