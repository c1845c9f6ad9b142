"""Rounds of grouping. Loads the story library, so pages import it only by name: see the package."""

import uuid
from datetime import datetime

from answerable.kernel import clock
from answerable.kernel.errors import Moved
from answerable.listening.sources.queries import waiting_arrivals
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.calibrating import calibrate
from answerable.listening.stories.actions.grouping import place_arrivals, tell_decisions
from answerable.listening.stories.actions.recounting import refresh_trends
from answerable.listening.stories.actions.tending import close_quiet, tend_if_due

#: After so many seconds a round ends and the next begins, so that other jobs get their turn.
ROUND_S = 25.0


def group_waiting() -> bool:
    """Place what waits until nothing does or the round is over; True asks for another. At most one worker does."""
    lease = uuid.uuid4().hex
    keeping.warm_up()
    if not keeping.take_lease(lease, at=clock.now()):
        return False
    try:
        finished = _round(lease)
    except Moved:  # the lease ran out and another worker has it: what was not written is done there
        return False
    finally:
        keeping.give_back_lease(lease)
    return not finished or waiting_arrivals() > 0


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
        _tidy(lease, heard_until=heard_until, at=now)
    keeping.snapshot_if_due(keeping.stream_now(), lease=lease, at=now)
    return bool(placed.settled)


def calibrate_bars() -> tuple[str, ...]:
    """Set the bars by our own past, once the round of another worker is over; says for which brackets."""
    lease = uuid.uuid4().hex
    keeping.warm_up()
    until = clock.monotonic() + 2 * ROUND_S
    while not keeping.take_lease(lease, at=clock.now()):
        if clock.monotonic() > until:
            return ()  # tomorrow is soon enough
        clock.pause(1.0)
    try:
        return calibrate(lease=lease, at=clock.now())
    except Moved:
        return ()
    finally:
        keeping.give_back_lease(lease)


def group_all(*, at: datetime) -> int:
    """Place everything that waits as if it were `at`, without a clock: for replays. Gives the items placed."""
    lease = uuid.uuid4().hex
    if not keeping.take_lease(lease, at=at):
        return 0
    items = 0
    try:
        tell_decisions(lease=lease, at=at)
        while (placed := place_arrivals(lease=lease, at=at)).settled:
            items += placed.items
        _tidy(lease, heard_until=at, at=at)
        keeping.snapshot_if_due(keeping.stream_now(), lease=lease, at=at)
    finally:
        keeping.give_back_lease(lease)
    return items


def _tidy(lease: str, *, heard_until: datetime, at: datetime) -> None:
    """Do what is due once an hour."""
    if tend_if_due(lease=lease, heard_until=heard_until, at=at):
        refresh_trends(at=at)
        close_quiet(at=at)
