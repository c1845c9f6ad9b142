"""What the first page shows, gathered from the wings."""

from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.listening.signals import queries as signals
from answerable.listening.signals.queries import WatchRow
from answerable.listening.sources import queries as sources
from answerable.listening.stories import queries as stories
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.office.notices import queries as notices
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.response.cases.queries.head import HeadLine, head_lines_asked

#: What the first page's rows ask for; the same as the pages they lead to.
READ = stories.READ
#: Lines of the short lists.
SHORT = 6


@dataclass(frozen=True, slots=True)
class Morning:
    """What a person sees first. `overdue` sources wait for a poll that should have been: no worker runs."""

    since: datetime
    stories: stories.Morning
    signals: signals.Morning
    ill: tuple[sources.Illness, ...]
    ill_total: int
    sources_total: int
    overdue: int
    watches: tuple[WatchRow, ...]
    unread: int
    #: The five lines of whoever leads: nothing for others.
    head: tuple[HeadLine, ...]
    clocks: tuple[ClockRow, ...]
    reviews: tuple[ReviewRow, ...]

    @property
    def is_new(self) -> bool:
        """Whether nothing is read yet, as in a new installation."""
        return self.sources_total == 0 and self.stories.items == 0 and not self.stories.growing


def morning(actor: Actor, *, at: datetime) -> Morning:
    """Gather the first page for somebody who may read: what all rooms ask, in one statement, and four more."""
    actor.need(READ)
    news = stories.morning_asked(actor, at=at, limit=SHORT)
    waiting = signals.morning_asked(actor, at=at, limit=SHORT)
    ailing, kept = sources.ill_sources_asked(actor, SHORT), sources.how_many_asked(actor, at=at)
    watches, unread = signals.watch_rows_asked(actor), notices.unread_asked(actor)
    head = head_lines_asked(actor, at=at) if actor.may("cases.lead") else None
    running = clocks.running_asked(actor, at=at, limit=SHORT)
    readings = reviews.waiting_for_asked(actor, at=at)
    read_together(
        news, waiting, ailing, kept, watches, unread, running, readings, *([head] if head is not None else [])
    )
    told, (ill, ill_total), many = news.tell(), ailing.tell(), kept.tell()
    return Morning(
        since=told.since,
        stories=told,
        signals=waiting.tell(),
        ill=ill,
        ill_total=ill_total,
        sources_total=many.heard,
        overdue=many.overdue,
        watches=tuple(row for row in watches.tell() if row.is_mine),
        unread=unread.tell(),
        head=head.tell() if head is not None else (),
        clocks=running.tell(),
        reviews=readings.tell(),
    )
