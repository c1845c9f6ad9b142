"""What runs by itself."""

from django_tasks import task

from answerable.governance.training import actions
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE


@task()
def go_round() -> int:
    """Remind people of certificates that end soon; gives how many were told."""
    return actions.remind(by=MACHINE, at=clock.now())
