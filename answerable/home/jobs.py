"""What the room does by itself."""

from django_tasks import task

from answerable.home import actions
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE


@task
def tell_morning() -> int:
    """Tell the morning; runs often and tells once a day."""
    return actions.tell_morning(by=MACHINE, at=clock.now())
