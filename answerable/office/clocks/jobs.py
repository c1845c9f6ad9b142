"""Work that runs by itself."""

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions


@task()
def climb() -> None:
    """Climb the rungs that are due and mark the limits that have run out."""
    actions.climb(by=MACHINE, at=clock.now())
