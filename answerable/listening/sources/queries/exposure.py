"""How much was listened to in each hour, so that early warning does not mistake our own gaps for news."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from answerable.kernel.together import read_together, totals
from answerable.listening.sources.models import Gap, Source
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.rules.timing import hours_between

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ExposureHour:
    """One hour: how many sources there were, how many lay in a gap, how many caught up with what had piled up.

    A count of this hour is to be read against `share` (1.0 = everything was heard); in an hour with `catching_up`
    above zero a rise may be nothing but the backlog.
    """

    hour: datetime
    sources: int
    away: int
    catching_up: int

    @property
    def share(self) -> float:
        """The part of the sources that was heard."""
        return 1.0 if self.sources == 0 else (self.sources - self.away) / self.sources


def exposure(
    since: datetime, until: datetime, *, publications: Collection[int] | None = None
) -> tuple[ExposureHour, ...]:
    """Say for each full hour in [since, until) how well we listened, over all or some publications."""
    sources = Source.objects.exclude(state=State.STOPPED)
    gaps = Gap.objects.filter(began_at__lt=until).filter(Q(ended_at=None) | Q(ended_at__gte=since))
    gaps = gaps.exclude(source__state=State.STOPPED)
    if publications is not None:
        sources = sources.filter(publication__in=publications)
        gaps = gaps.filter(source__publication__in=publications)
    before = Q(created_at=None) | Q(created_at__lt=since)
    old = totals(sources.filter(before), count=Count("pk"))
    young = sources.filter(created_at__gte=since, created_at__lt=until + HOUR).order_by("created_at")
    born = young.values_list("created_at", flat=True)
    unheard = gaps.values_list("source", "began_at", "ended_at")
    read_together(old, born, unheard)
    there = old[0][0] if old else 0
    births = [created for created in born if created is not None]
    away: dict[datetime, set[int]] = {}
    caught_up: dict[datetime, set[int]] = {}
    for source, began_at, ended_at in unheard:
        for hour in hours_between(max(began_at, since), min(ended_at or until, until)):
            away.setdefault(hour, set()).add(source)
        if ended_at is not None:
            for hour in hours_between(ended_at, ended_at + timedelta(microseconds=1)):
                caught_up.setdefault(hour, set()).add(source)
    return tuple(
        ExposureHour(
            hour=hour,
            sources=there + bisect_left(births, hour + HOUR),
            away=len(away.get(hour, ())),
            catching_up=len(caught_up.get(hour, ())),
        )
        for hour in hours_between(since, until)
    )
