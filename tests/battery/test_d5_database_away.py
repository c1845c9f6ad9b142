"""D5: the database throws everybody out in the middle of their work, again and again: no job is lost.

PostgreSQL ends the sessions of a running worker, as a restart of the server does. The worker goes on by itself, or
ends and is started again as the supervisor would; every job that was queued is done.
"""

import subprocess
import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.kernel.jobs import actions
from answerable.kernel.jobs.rules import SILENT
from answerable.kernel.jobs.worker import Worker
from tests.answerable.kernel.jobs.jobs_under_test import add_line
from tests.answerable.kernel.jobs.test_worker import started
from tests.battery.conftest import FULL

TIMES = 20 if FULL else 4


def thrown_out():
    """End every session but this one; gives how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return len(cursor.fetchall())


def thrown_out_once_there(worker):
    """Wait for the worker to come, let it work for a moment, and end its session."""
    until = time.monotonic() + 60
    while time.monotonic() < until and worker.poll() is None:
        time.sleep(1)
        if ended := thrown_out():
            return ended
    return 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server that could go away")
@pytest.mark.django_db(transaction=True)
def test_every_queued_job_is_done_although_the_database_throws_the_worker_out(tmp_path, tally):
    path, out = tmp_path / "lines", 0
    worker = started()
    try:
        for number in range(TIMES):
            add_line.enqueue(path=str(path), line=str(number))
            out += thrown_out_once_there(worker)
            if worker.poll() is not None:
                worker = started()
        wait_for_all(path)
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=60)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
    actions.reap(at=clock.now() + SILENT * 2)
    DBTaskResult.objects.filter(status="READY").update(run_after=clock.now())
    Worker((), batch=True).run()
    assert out > 0, "nobody was thrown out"
    lines = path.read_text().split()
    lost = {str(number) for number in range(TIMES)} - set(lines)
    assert lost == set()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    tally(cases=TIMES, faults=out, lost=len(lost))


def wait_for_all(path):
    """Give the worker time for what waits; a killed one's jobs are reaped afterwards."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if path.exists() and len(path.read_text().split()) >= TIMES:
            return
        time.sleep(0.2)
