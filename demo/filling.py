"""Fills an installation with the town: the loop over its hours, and what the application does in each."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from answerable.kernel.actor import MACHINE
from answerable.listening.signals.actions.keeping import set_stories
from answerable.listening.signals.actions.raising import count_all
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import place_arrivals
from answerable.listening.stories.jobs import group_now
from demo.loading import hours, replay
from demo.news import DAYS, Piece, two_weeks
from demo.opening import Newsroom, open_house
from demo.town import ILL_FOR

LEASE = "demo"
#: The last days are lived through hour by hour, with every poll, because they are what is looked at.
CLOSELY = timedelta(hours=40)
#: And signals are looked for every hour from the burst main on, before it four times a day.
WATCHED = timedelta(hours=26)
#: The bureau's own switch: one false alarm in so many days, and never for fewer publications. In a town of 25
#: publications every second story is printed by seven of them within a day.
BEARABLE_DAYS, MANY = 10.0, 8


def fill_town(root: str, until: datetime, *, tell: Callable[[int], None]) -> None:
    """Open the house and live through its two weeks up to `until`; `tell` hears each new day."""
    begin = until - timedelta(days=DAYS)
    close = until - CLOSELY
    _hurry(True)
    open_house(begin)
    set_stories(BEARABLE_DAYS, MANY, by=MACHINE, at=begin)
    newsroom = Newsroom(root)
    newsroom.take_in(begin)
    told: set[int] = set()

    def take(slug: str, rows: list[tuple[Piece, bool]], at: datetime) -> None:
        if at < close:
            newsroom.store(slug, rows, at)
        else:
            newsroom.publish(slug, rows, at, ill_from=until - ILL_FOR)

    def after(at: datetime) -> None:
        _look(at, begin=begin, until=until)
        day = (at - begin).days + 1
        if day not in told:
            told.add(day)
            tell(min(day, DAYS))

    replay(hours(two_weeks(until), until, coarse_before=close), take, after)
    group_now(at=until)
    keeping.take_lease(LEASE, at=until)
    keeping.take_snapshot(keeping.stream_now(), lease=LEASE, at=until)
    keeping.give_back_lease(LEASE)
    newsroom.go_live(until)
    _hurry(False)


def _look(at: datetime, *, begin: datetime, until: datetime) -> None:
    """Do at a past moment what the workers do now: place what arrived, tidy once a day, look for signals."""
    close = until - CLOSELY
    if (at.hour < 6 and at < close) or (at.hour % 6 == 0 and at >= close):
        group_now(at=at)
    else:
        keeping.take_lease(LEASE, at=at)
        while place_arrivals(lease=LEASE, at=at).settled:
            pass
        keeping.give_back_lease(LEASE)
    # In the first week every series is new and nothing can be more than usual.
    if at >= begin + timedelta(days=7) and (at < close or at.hour % 6 == 0 or at >= until - WATCHED):
        count_all(at=at)


def _hurry(on: bool) -> None:
    """Filling the town needs no power cut safety: a town half filled is begun anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={'OFF' if on else 'FULL'}")
