"""What the first page shows, gathered from the wings."""

from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.listening.signals import queries as signals
from answerable.listening.signals.queries import WatchRow
from answerable.listening.sources import queries as sources
from answerable.listening.stories import queries as stories
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.office.notices import queries as notices
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.response.cases.queries.head import HeadLine, head_lines

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
    """Gather the first page for somebody who may read; the same number of queries whatever there is."""
    actor.need(READ)
    told = stories.morning(actor, at=at, limit=SHORT)
    ill, ill_total = sources.ill_sources(actor, SHORT)
    # Only the rows that are overdue are fetched with the counts: on most days none.
    table = sources.table(actor, sources.Wish(state="overdue"), at=at)
    mine = tuple(row for row in signals.watch_rows(actor) if row.is_mine)
    return Morning(
        since=told.since,
        stories=told,
        signals=signals.morning(actor, at=at, limit=SHORT),
        ill=ill,
        ill_total=ill_total,
        sources_total=table.all,
        overdue=table.overdue,
        watches=mine,
        unread=notices.unread(actor),
        head=head_lines(actor, at=at) if actor.may("cases.lead") else (),
        clocks=clocks.running(actor, at=at, limit=SHORT),
        reviews=reviews.waiting_for(actor, at=at),
    )
