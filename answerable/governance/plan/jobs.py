"""What runs by itself: versions come into force on their day; wishes for change are kept."""

from datetime import datetime
from typing import Protocol

from django_tasks import task

from answerable.governance.plan import actions
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE


class ChangeWished(Protocol):
    """News that somebody wishes the plan changed; rooms above publish it."""

    text: str
    case: int
    at: datetime


def keep_wish(news: ChangeWished) -> None:
    """Keep a wish for change that came out of a case."""
    actions.note_proposal(news.text, case=news.case, by=MACHINE, at=news.at)


@task()
def put_due_in_force() -> int:
    """Put in force what was approved for today or earlier. Gives how many."""
    return len(actions.put_due_in_force(by=MACHINE, at=clock.now()))
