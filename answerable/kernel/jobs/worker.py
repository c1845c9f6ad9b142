"""The worker process: takes jobs, beats its heart, reaps the dead, queues what is due."""

import logging
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, OperationalError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.kernel.jobs import actions
from answerable.kernel.jobs.rules import BEAT, Every

logger = logging.getLogger("answerable.jobs")


class Worker(QueueWorker):
    """The queue's worker with a lease (heartbeat), retries and a schedule."""

    def __init__(self, schedules: Iterable[Every], *, interval: float = 0.5, batch: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(24),
            excluded_queue_names=[],
        )
        self._schedules = tuple(schedules)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Work until told to stop; the heart beats in a thread of its own so that long jobs keep their lease."""
        actions.beat(self.worker_id, socket.gethostname(), at=clock.now())
        heart = threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True)
        heart.start()
        try:
            super().run()
        finally:
            self._stopped.set()
            heart.join(timeout=5)
            with suppress(DatabaseError):
                actions.leave(self.worker_id)

    def run_task(self, db_task_result: "DBTaskResult[..., Any]") -> None:
        """Run one job; one that failed for an anticipated reason, or by a busy database, is tried again."""
        actions.give_back_key(db_task_result.pk)
        super().run_task(db_task_result)
        failed = DBTaskResult.objects.failed().filter(pk=db_task_result.pk).first()
        if failed is not None:
            self._after_failure(failed)

    def _after_failure(self, job: "DBTaskResult[..., Any]") -> None:
        again = actions.try_again(job.pk, attempts=len(job.worker_ids), at=clock.now())
        last_line = job.traceback.strip().rsplit("\n", 1)[-1]
        logger.warning(
            "%s failed (%s), %s", job.task_path, last_line, "will be tried again" if again else "gave up"
        )

    def _keep_beating(self) -> None:
        while not self._stopped.is_set():
            try:
                now = clock.now()
                actions.beat(self.worker_id, socket.gethostname(), at=now)
                actions.reap(at=now)
                actions.queue_due(self._schedules, at=now)
            except (OperationalError, Anticipated):
                logger.warning("the heartbeat could not reach the database, trying again", exc_info=True)
                close_old_connections()
            self._stopped.wait(
                min(BEAT.total_seconds(), min((s.seconds for s in self._schedules), default=5))
            )
        connection.close()
