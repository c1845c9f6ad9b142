"""A few rows for other rooms' pages: the morning, the timeline of a story, the filter of the board."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked, told, totals
from answerable.listening.signals.models import Signal
from answerable.listening.signals.queries.door import signals_of, watches_of
from answerable.listening.signals.queries.signals import SignalRow, signal_row
from answerable.listening.signals.rules.states import OPEN, State
from answerable.listening.stories.queries import MOST_MARKS, Mark, SavedSearch


@dataclass(frozen=True, slots=True)
class Morning:
    """What the first page says of signals: those that nobody has settled, the newest first."""

    open: tuple[SignalRow, ...]
    open_total: int
    new_total: int


def morning(actor: Actor, *, at: datetime, since: datetime | None = None, limit: int = 5) -> Morning:
    """Say which signals wait; one query. `since` leaves out older ones."""
    return told(morning_asked(actor, at=at, since=since, limit=limit))


def morning_asked(
    actor: Actor, *, at: datetime, since: datetime | None = None, limit: int = 5
) -> Asked[Morning]:
    """Say what is to be read of the signals that wait."""
    rows = signals_of(actor).filter(state__in=OPEN, raised_at__lte=at)
    if since is not None:
        rows = rows.filter(raised_at__gt=since)
    counted: Any = rows.annotate(open=Window(Count("pk")), new=Window(Count("pk", filter=Q(state=State.NEW))))
    shown = counted.select_related("watch").order_by("-raised_at", "-pk")[:limit]

    def tell() -> Morning:
        totals = (shown[0].open, shown[0].new) if shown else (0, 0)
        return Morning(tuple(signal_row(row) for row in shown), *totals)

    return Asked((shown,), tell)


def waiting_asked(*, at: datetime) -> Asked[int]:
    """Say what is to be read to count the signals raised by then that nobody has settled to this day."""
    waiting = Signal.objects.filter(state__in=OPEN, raised_at__lte=at)
    counted = totals(waiting, count=Count("pk"))
    return Asked((counted,), lambda: counted[0][0] if counted else 0)


def signal_marks(actor: Actor, story: int) -> tuple[Mark, ...]:
    """Mark the signals in a story's timeline."""
    rows = Signal.objects.filter(story=story).order_by("-raised_at", "-pk")[:MOST_MARKS]
    return tuple(
        Mark(row.raised_at, _("Signal"), reverse("signals:one", args=[row.pk]), row.state) for row in rows
    )


def saved_searches(actor: Actor) -> tuple[SavedSearch, ...]:
    """Offer an actor's watches to the board of stories."""
    rows = watches_of(actor).order_by("name", "pk")
    return tuple(SavedSearch(row.pk, row.name, row.words, tuple(row.languages)) for row in rows)
