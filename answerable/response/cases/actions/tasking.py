"""Tasks for other units, each with a day and a clock."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import needed
from answerable.response.cases.models import Task
from answerable.response.cases.queries.door import case_to_help, case_to_work
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """What a unit is asked to do, and until when."""

    unit: int
    words: str
    due_at: datetime
    personal: str = Personal.ASK


def set_task(case: int, draft: TaskDraft, *, by: Actor, at: datetime) -> int:
    """Ask a unit to do something for a case; gives the task's number. The unit sees the case from now on."""
    words = needed(draft.words, _("Say what is to be done."), draft.personal)
    if draft.due_at <= at:
        raise Anticipated(_("The day for this task has passed already."), _("Choose a later one."))
    if draft.unit not in people.unit_names([draft.unit]):
        raise Anticipated(_("There is no such unit."), _("Choose one from the list."))
    with transaction.atomic():
        row = still_open(case_to_work(by, case))
        task = Task.objects.create(
            case=row, unit_id=draft.unit, words=words, due_at=draft.due_at, set_by=by.name, set_at=at
        )
        timing.start_task(task, row, by=by, at=at)
        record("cases.set_task", subject_of(row.pk), by=by, at=at, task=task.pk, unit=draft.unit, words=words)
        telling.tell_task(task, row, by=by, at=at)
    return task.pk


def finish_task(task: int, result: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Say that a task is done and what came of it: its unit does, or the lead unit."""
    said = needed(result, _("Say what came of it."), personal)
    with transaction.atomic():
        row = _task(task)
        case = case_to_help(by, row.case_id)
        if not (by.reaches(row.unit_id) or by.reaches(case.unit_id)):
            raise NotAllowed(_("This task is another unit's."), _("That unit or the lead unit finishes it."))
        _end(row, done_at=at, done_by=by.name, result=said)
        row.refresh_from_db()
        timing.end_task(row, by=by, at=at)
        record("cases.finish_task", subject_of(case.pk), by=by, at=at, task=row.pk, result=said)


def drop_task(task: int, reason: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Say that a task is not needed any more, and why. It stays on record."""
    said = needed(reason, _("Say why it is not needed."), personal)
    with transaction.atomic():
        row = _task(task)
        case = case_to_work(by, row.case_id)
        _end(row, dropped=said)
        timing.drop_task(row, by=by, at=at)
        record("cases.drop_task", subject_of(case.pk), by=by, at=at, task=row.pk, reason=said)


def _task(task: int) -> Task:
    row = Task.objects.filter(pk=task).first()
    if row is None:
        raise NotFound(_("There is no such task."), _("Look at the case."))
    return row


def _end(row: Task, **changes: object) -> None:
    if not Task.objects.filter(pk=row.pk, done_at=None, dropped="").update(**changes):
        raise Moved(_("This task has ended already."), _("Look at the case again."))
