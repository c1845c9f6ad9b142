"""Noting that the machine works, what stood still, and what a person does with a job that gave up."""

from datetime import datetime, timedelta

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved
from answerable.kernel.trail.actions import record
from answerable.office.operations.models import Pulse, Standstill
from answerable.office.operations.rules.standing import is_hole


def note_pulse(part: str, *, by: Actor, at: datetime) -> timedelta | None:
    """Note that a part works; a hole since the last note is kept as a standstill, and its length given."""
    with transaction.atomic():
        row = Pulse.objects.select_for_update().filter(part=part).first()
        last = row.at if row else None
        Pulse.objects.update_or_create(part=part, defaults={"at": max(at, last) if last else at})
        if last is None or not is_hole(last, at=at):
            return None
        kept, is_new = Standstill.objects.get_or_create(part=part, began_at=last, defaults={"ended_at": at})
        if is_new:
            record("operations.standstill", f"standstill:{kept.pk}", by=by, at=at, part=part, began=last)
        return at - last


def retry_job(job: str, *, by: Actor, at: datetime) -> None:
    """Let a job that gave up begin anew."""
    by.need("system.keep")
    with transaction.atomic():
        again = DBTaskResult.objects.filter(pk=job, status=TaskResultStatus.FAILED).update(
            status=TaskResultStatus.READY,
            run_after=at,
            finished_at=None,
            exception_class_path="",
            traceback="",
            worker_ids=[],
        )
        if not again:
            raise Moved("This job no longer waits for anybody.")
        record("operations.retry_job", f"job:{job}", by=by, at=at)


def dismiss_job(job: str, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a job that gave up from the list, with a reason that stays in the trail."""
    by.need("system.keep")
    with transaction.atomic():
        found = DBTaskResult.objects.filter(pk=job, status=TaskResultStatus.FAILED).first()
        if found is None:
            raise Moved("This job no longer waits for anybody.")
        record("operations.dismiss_job", f"job:{job}", by=by, at=at, task=found.task_path, reason=reason)
        found.delete()
