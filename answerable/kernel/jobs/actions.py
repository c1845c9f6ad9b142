"""Queuing, reaping and scheduling."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.kernel.jobs.models import Heartbeat, JobKey, Slot
from answerable.kernel.jobs.rules import MOST_ATTEMPTS, SILENT, Every, retry_after, slot_of


class Queueable(Protocol):
    """A task of django-tasks, under whichever name this Django has it."""

    def enqueue(self, *args: Any, **kwargs: Any) -> Any:
        """Queue it."""
        ...


def enqueue_once(task: Queueable, key: str, **arguments: Any) -> bool:
    """Queue a job unless one of the same key waits already; say whether it was queued.

    Joins the caller's transaction. The key is given back when the job starts, so work that turns up
    while it runs is queued again and never missed.
    """
    try:
        with transaction.atomic():
            result = task.enqueue(**arguments)
            JobKey.objects.create(key=key, task_result_id=result.id)
    except IntegrityError:
        return False
    return True


def give_back_key(task_result_id: str) -> None:
    """Free the key of a job that starts now."""
    JobKey.objects.filter(task_result_id=task_result_id).delete()


def beat(worker: str, host: str, *, at: datetime) -> None:
    """Note that a worker is alive."""
    Heartbeat.objects.update_or_create(
        worker=worker,
        defaults={"beaten_at": at, "host": host},
        create_defaults={"beaten_at": at, "host": host, "started_at": at},
    )


def leave(worker: str) -> None:
    """Note that a worker stopped in order."""
    Heartbeat.objects.filter(worker=worker).delete()


def reap(*, at: datetime) -> int:
    """Take the jobs of dead workers back into the queue; fail those that killed too many. Gives how many."""
    alive = set(Heartbeat.objects.filter(beaten_at__gt=at - SILENT).values_list("worker", flat=True))
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    orphans = [job for job in running if job.worker_ids and job.worker_ids[-1] not in alive]
    for job in orphans:
        again = len(job.worker_ids) < MOST_ATTEMPTS
        changes: dict[str, Any] = (
            {"status": TaskResultStatus.READY, "run_after": at}
            if again
            else {
                "status": TaskResultStatus.FAILED,
                "finished_at": at,
                "exception_class_path": "answerable.kernel.jobs.WorkerDied",
                "traceback": "the worker died each time this job ran",
            }
        )
        DBTaskResult.objects.filter(
            pk=job.pk, status=TaskResultStatus.RUNNING, worker_ids=job.worker_ids
        ).update(**changes)
    Heartbeat.objects.filter(beaten_at__lte=at - SILENT * 10).delete()
    return len(orphans)


def try_again(job_id: UUID, *, attempts: int, at: datetime) -> bool:
    """Put a failed job back with a delay, or leave it failed after the last attempt; say which."""
    if attempts >= MOST_ATTEMPTS:
        return False
    when = at + retry_after(attempts)
    DBTaskResult.objects.filter(pk=job_id).update(
        status=TaskResultStatus.READY, run_after=when, finished_at=None, exception_class_path="", traceback=""
    )
    return True


def queue_due(schedules: Iterable[Every], *, at: datetime) -> list[str]:
    """Queue every schedule whose present slot nobody has queued yet. Gives the names of those queued."""
    queued = []
    for schedule in schedules:
        slot = slot_of(schedule, at=at)
        if Slot.objects.filter(schedule=schedule.name, due_at__gte=slot).exists():
            continue
        try:
            with transaction.atomic():
                Slot.objects.create(schedule=schedule.name, due_at=slot)
                enqueue_once(import_string(schedule.task_path), f"schedule:{schedule.name}")
        except IntegrityError:
            continue
        Slot.objects.filter(schedule=schedule.name, due_at__lt=slot).delete()
        queued.append(schedule.name)
    return queued
