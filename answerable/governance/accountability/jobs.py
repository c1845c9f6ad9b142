"""The one thing that runs by itself: forgetting. Nothing is opened, decided or served by a job."""

from django_tasks import task

from answerable.governance.accountability.actions import closing
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE


@task()
def forget_old() -> int:
    """Erase the texts of files whose time is over; gives how many."""
    return closing.forget_old(by=MACHINE, at=clock.now())
