"""What runs by itself: closing on the day, and wiping what the pages of the database still tell."""

from django_tasks import task

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.queries.pages import due_to_close
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE


@task()
def close_due() -> int:
    """Close every questionnaire whose last day is over, then write anew what the ended ones leave; gives how many."""
    at = clock.now()
    due = due_to_close(at=at)
    for questionnaire in due:
        actions.close(questionnaire, by=MACHINE, at=at)
    actions.wipe(by=MACHINE, at=at)
    return len(due)
