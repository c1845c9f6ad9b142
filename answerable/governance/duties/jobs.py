"""What the room does by itself: rounds every minute; the runs of twelve months once a day and with a new plan."""

from datetime import datetime

from django_tasks import task

from answerable.governance.duties.actions import deciding, laying, recounting, turning
from answerable.governance.plan.events import PlanInForce
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.jobs.actions import enqueue_once
from answerable.office.clocks.events import CalendarChanged
from answerable.office.people.queries import day_of


@task
def go_round() -> None:
    """Open what is to open, note what is late or missed, follow the holders of the posts."""
    round_at(clock.now())


def round_at(at: datetime) -> None:
    """Go one round as if it were `at`. Any part may be cut off: the next round takes it up."""
    turning.note_round(by=MACHINE, at=at)
    turning.open_due(by=MACHINE, at=at)
    turning.follow_holders(by=MACHINE, at=at)
    turning.mark_late(by=MACHINE, at=at)
    turning.mark_missed(by=MACHINE, at=at)


@task
def look_ahead() -> None:
    """Make the runs of the next twelve months, and note evidence that is no longer valid."""
    now = clock.now()
    laying.lay_out(by=MACHINE, at=now)
    recounting.recount_open(by=MACHINE, at=now)
    deciding.expire_evidence(by=MACHINE, at=now, today=day_of(now))


def queue_layout(event: PlanInForce | CalendarChanged) -> None:
    """Let a worker lay the runs out anew: a plan has come into force, or the working days have changed."""
    enqueue_once(look_ahead, "duties.look_ahead")
