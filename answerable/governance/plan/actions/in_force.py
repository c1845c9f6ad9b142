"""A version comes into force on its day, takes the place of the former one, and is written down into the office."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.actions.approving import locked, moved
from answerable.governance.plan.actions.writing_down import write_down, write_down_start
from answerable.governance.plan.events import PlanInForce
from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.packs import shipped_packs
from answerable.governance.plan.queries.standing import in_force, posts_bound, reading_of
from answerable.governance.plan.queries.versions import APPROVE
from answerable.governance.plan.rules.states import Move, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of

#: The pack from which clocks and gates of a fresh house come, until a plan is in force.
START = "generic"


def put_in_force(version: int, *, by: Actor, at: datetime) -> None:
    """Put an approved version in force from its day on; the former one is superseded, open runs keep theirs."""
    by.need(APPROVE)
    with transaction.atomic():
        row = locked(version)
        if row.effective is None or row.effective > day_of(at):
            raise Anticipated(
                _("The day on which this version comes into force has not come."),
                _("It comes into force by itself on that day."),
            )
        if row.sha256 != row.approved_sha256 and row.state == State.APPROVED:
            raise Anticipated(
                _("The text is not the one that was approved."), _("Recall it and have it approved anew.")
            )
        former = PlanVersion.objects.select_for_update().filter(state=State.IN_FORCE).first()
        if former is not None and former.pk != row.pk:
            moved(former, Move.SUPERSEDE, ended_at=at, changed_at=at)
        moved(row, Move.PUT_IN_FORCE, in_force_at=at, changed_at=at, supersedes=former or row.supersedes)
        document = reading_of(row).document
        if document is None:
            raise Anticipated(_("This version cannot be read."), _("Recall it and put it right."))
        write_down(document, posts_bound(row.pk), by=by, at=at)
        record(
            "plan.put_in_force",
            f"plan:{row.pk}",
            by=by,
            at=at,
            version=row.number,
            sha256=row.sha256,
            supersedes=former.pk if former else None,
        )
        publish(PlanInForce(row.pk, at))


def put_due_in_force(*, by: Actor, at: datetime) -> list[int]:
    """Put every approved version in force whose day has come, the earliest first. Gives which."""
    due = PlanVersion.objects.filter(state=State.APPROVED, effective__lte=day_of(at))
    done = []
    for version in due.order_by("effective", "id").values_list("pk", flat=True):
        put_in_force(version, by=by, at=at)
        done.append(version)
    return done


def repeal(version: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Take the plan in force out of force without a new one; the starting clocks and gates hold again."""
    by.need(APPROVE)
    if not reason.strip():
        raise Anticipated(_("Say why it is repealed."), _("Name the decision."))
    with transaction.atomic():
        row = locked(version)
        moved(row, Move.REPEAL, ended_at=at, changed_at=at, comment=reason.strip())
        document = reading_of(row).document
        calendar, zone = (document.calendar, document.zone) if document is not None else ("", "")
        write_down_start(shipped_packs()[START], calendar, zone, by=by, at=at)
        record("plan.repeal", f"plan:{row.pk}", by=by, at=at, reason=reason.strip())


def adopt_start(calendar: str, zone: str, *, by: Actor, at: datetime) -> bool:
    """Write the starting clocks and gates down in a house without a plan; say whether that was needed."""
    if in_force(at=at) is not None:
        return False
    with transaction.atomic():
        write_down_start(shipped_packs()[START], calendar, zone, by=by, at=at)
        record("plan.adopt_start", f"pack:{START}", by=by, at=at, calendar=calendar)
    return True
