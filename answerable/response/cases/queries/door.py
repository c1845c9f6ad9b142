"""Who may see which case, and who may work on it, assess it, lead it."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved, NotAllowed, NotFound
from answerable.response.cases.models import Case, Task
from answerable.response.cases.rules.states import OPEN, State

#: See office.people for which posts give these.
READ = "cases.read"
WORK = "cases.work"
ASSESS = "cases.assess"
LEAD = "cases.lead"


def cases_of(actor: Actor) -> QuerySet[Case]:
    """Cases that an actor may see: those led by a unit in their reach, and those with a task for one."""
    actor.need(READ)
    if actor.kind == "machine":
        return Case.objects.all()
    asked = Task.objects.filter(case=OuterRef("pk"), unit__in=actor.units, dropped="")
    return Case.objects.filter(Q(unit__in=actor.units) | Exists(asked))


def case_for(actor: Actor, case: int) -> Case:
    """Give one case to somebody who may see it."""
    row = cases_of(actor).select_related("unit", "merged_into", "split_from").filter(pk=case).first()
    if row is None:
        raise NotFound(_("There is no such case."), _("Look at the board of cases."))
    return row


def case_to_help(actor: Actor, case: int) -> Case:
    """Give one case, held for this transaction, to somebody who may add to it: its lead unit or a unit with a task."""
    actor.need(WORK)
    return _held(case_for(actor, case))


def case_to_work(actor: Actor, case: int) -> Case:
    """Give one case, held for this transaction, to somebody of its lead unit."""
    row = case_to_help(actor, case)
    if not actor.reaches(row.unit_id):
        raise NotAllowed(
            _("This case is led by another unit."),
            _("Its lead unit does this. You can add facts and do tasks."),
        )
    return row


def case_to_assess(actor: Actor, case: int) -> Case:
    """Give one case, held for this transaction, to somebody who may assess it."""
    actor.need(ASSESS)
    return _held(case_for(actor, case))


def case_to_lead(actor: Actor, case: int) -> Case:
    """Give one case, held for this transaction, to somebody who decides over it."""
    row = case_to_work(actor, case)
    actor.need(LEAD)
    return row


def open_case(row: Case) -> Case:
    """Give the case back while it is open, or raise Moved."""
    if State(row.state) not in OPEN:
        raise Moved(
            _("This case has ended."), _("Look at it again; a closed case can be opened again with a reason.")
        )
    return row


def _held(row: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).select_related("unit").get(pk=row.pk)
