"""Slow work of the room: grouping what arrived."""

import uuid

from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.errors import Moved
from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.sources.events import ItemsArrived
from answerable.listening.sources.queries import waiting_arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import place_arrivals, tell_decisions
from answerable.listening.stories.actions.tending import close_quiet, tend_if_due
from answerable.listening.stories.events import StoriesRegrouped

#: After so many seconds a round ends and the next begins, so that other jobs get their turn.
ROUND_S = 25.0
KEY = "stories.group_arrivals"


@task
def group_arrivals() -> None:
    """Place what arrived, until nothing waits or the round is over; at most one worker does."""
    lease = uuid.uuid4().hex
    if not keeping.take_lease(lease, at=clock.now()):
        return
    try:
        finished = _round(lease)
    except Moved:  # the lease ran out and another worker has it: what was not written is done there
        return
    finally:
        keeping.give_back_lease(lease)
    if not finished or waiting_arrivals():
        enqueue_once(group_arrivals, KEY)


def _round(lease: str) -> bool:
    """Work until nothing waits (True) or the time is up (False)."""
    until = clock.monotonic() + ROUND_S
    while clock.monotonic() < until:
        try:
            if not _batch(lease):
                return True
        except keeping.PersonsFirst:
            continue
    return False


def _batch(lease: str) -> bool:
    """Do one batch; False when nothing was left to do."""
    tell_decisions(lease=lease, at=clock.now())
    placed = place_arrivals(lease=lease, at=clock.now())
    now = clock.now()
    heard_until = min(placed.newest, now) if placed.newest and waiting_arrivals() else now
    if placed.items or not placed.settled:
        tend_if_due(lease=lease, heard_until=heard_until, at=now)
    keeping.snapshot_if_due(keeping.stream_now(), lease=lease, at=now)
    if not placed.settled:
        close_quiet(at=now)
    return bool(placed.settled)


def queue_grouping(event: ItemsArrived | StoriesRegrouped) -> None:
    """Let a worker place what arrived, or tell the stream what a person decided."""
    if not getattr(event, "told", False):
        enqueue_once(group_arrivals, KEY)
