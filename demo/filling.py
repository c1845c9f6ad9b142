"""Fills an installation with the town: the loop over its hours, and what the application does in each."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import place_arrivals
from answerable.listening.stories.actions.tending import tend_if_due
from demo.loading import hours, replay
from demo.news import DAYS, two_weeks
from demo.opening import ILL_FOR, Newsroom, open_house

LEASE = "demo"


def fill_town(root: str, until: datetime, *, tell: Callable[[int], None]) -> None:
    """Open the house and live through its two weeks up to `until`; `tell` hears each new day."""
    begin = until - timedelta(days=DAYS)
    _hurry(True)
    open_house(begin)
    newsroom = Newsroom(root)
    newsroom.take_in(begin)
    told: set[int] = set()

    def publish(slug: str, rows: list, at: datetime) -> None:  # type: ignore[type-arg]
        newsroom.publish(slug, rows, at, ill_from=until - ILL_FOR)

    def after(at: datetime) -> None:
        group(at)
        day = (at - begin).days + 1
        if day not in told:
            told.add(day)
            tell(min(day, DAYS))

    replay(hours(two_weeks(until), until), publish, after)
    keeping.take_lease(LEASE, at=until)
    keeping.take_snapshot(keeping.stream_now(), lease=LEASE, at=until)
    keeping.give_back_lease(LEASE)
    newsroom.go_live(until)
    _hurry(False)


def group(at: datetime) -> None:
    """Do at a past moment what the workers do now: place what arrived, tend."""
    keeping.take_lease(LEASE, at=at)
    while place_arrivals(lease=LEASE, at=at).settled:
        pass
    tend_if_due(lease=LEASE, heard_until=at, at=at)


def _hurry(on: bool) -> None:
    """Filling the town needs no power cut safety: a town half filled is begun anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={'OFF' if on else 'FULL'}")
