"""Slow work of the room: grouping what arrived.

The tasks are light, so that a page that queues one does not load the story library with its compiled core.
"""

from datetime import datetime

from django_tasks import task

from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.sources.events import ItemsArrived
from answerable.listening.stories.events import StoriesRegrouped

KEY = "stories.group_arrivals"


@task
def group_arrivals() -> None:
    """Place what arrived, until nothing waits."""
    from answerable.listening.stories.jobs import rounds  # noqa: PLC0415 - only workers load the story library

    if rounds.group_waiting():
        enqueue_once(group_arrivals, KEY)


@task
def calibrate_bars() -> None:
    """Set the bars of a join by our own past, once a day."""
    from answerable.listening.stories.jobs import rounds  # noqa: PLC0415 - only workers load the story library

    rounds.calibrate_bars()


def group_now(*, at: datetime) -> int:
    """Place everything that waits as if it were `at`, without a clock: for replays. Gives the items placed."""
    from answerable.listening.stories.jobs import rounds  # noqa: PLC0415 - as above

    return rounds.group_all(at=at)


def queue_grouping(event: ItemsArrived | StoriesRegrouped) -> None:
    """Let a worker place what arrived, or tell the stream what a person decided."""
    if not getattr(event, "told", False):
        enqueue_once(group_arrivals, KEY)
