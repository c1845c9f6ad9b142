"""The daily upkeep: sums up old polls, lets texts go whose time is over, forgets old calls."""

from django_tasks import task

from answerable.kernel import clock
from answerable.listening.sources import actions


@task
def upkeep() -> None:
    """Sum up old polls by the day and let texts go that are kept no longer."""
    at = clock.now()
    actions.sum_up_polls(at=at)
    actions.let_old_texts_go(at=at)
    actions.forget_old_calls(at=at)
