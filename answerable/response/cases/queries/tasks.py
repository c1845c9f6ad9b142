"""One task for its form."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.cases.models import Task
from answerable.response.cases.queries.door import case_for
from answerable.response.cases.queries.names import CaseName, case_name


@dataclass(frozen=True, slots=True)
class AskedTask:
    """A task with its case."""

    id: int
    case: CaseName
    words: str
    unit: str
    due_at: datetime


def task_for(actor: Actor, task: int) -> AskedTask:
    """Give one task to somebody who may see its case."""
    row = Task.objects.filter(pk=task).select_related("unit").first()
    if row is None:
        raise NotFound(_("There is no such task."), _("Look at the case."))
    case = case_for(actor, row.case_id)
    return AskedTask(row.pk, case_name(case), row.words, row.unit.name, row.due_at)
