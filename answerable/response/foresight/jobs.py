"""Work that nobody waits for: the watches of releases look around by themselves."""

from datetime import datetime

from django_tasks import task

from answerable.kernel import clock
from answerable.response.foresight.actions.watching import look, running


@task
def look_around() -> None:
    """Take in what was said about each watched release, and end the watches whose time is over."""
    look_all(at=clock.now())


def look_all(*, at: datetime) -> int:
    """Look around as if it were `at`, one watch a transaction; gives how much was new."""
    return sum(look(watch, at=at) for watch in running())
