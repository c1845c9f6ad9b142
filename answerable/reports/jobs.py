"""What the room does by itself."""

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.reports import actions


@task
def draft_due() -> int:
    """Make the drafts of papers whose duty has opened."""
    return actions.draft_due(at=clock.now())


@task
def tell_brief() -> int:
    """Tell the morning brief to whoever's time has come."""
    return actions.tell_brief(by=MACHINE, at=clock.now())
