"""How much was read by the hour: for the trend of papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from answerable.listening.stories.models import Placement


def items_by_hour(
    *, since: datetime, until: datetime, publication: int | None = None, language: str = ""
) -> Mapping[datetime, int]:
    """Count the items of each hour of [since, until), of one publication or language where named; one query."""
    rows = Placement.objects.filter(hour__gte=since, hour__lt=until)
    if publication is not None:
        rows = rows.filter(publication=publication)
    if language:
        rows = rows.filter(language=language)
    return dict(rows.values_list("hour").annotate(count=Count("pk")).order_by())


@dataclass(frozen=True, slots=True)
class ReadPublication:
    """A publication and how much of it was read in a span and in the span of the same length before."""

    id: int
    name: str
    items: int
    before: int


def publications_read(*, since: datetime, until: datetime, most: int = 20) -> tuple[ReadPublication, ...]:
    """List the publications of which most was read in [since, until), with the span before; one query."""
    now = Count("pk", filter=Q(hour__gte=since))
    rows = (
        Placement.objects.filter(hour__gte=since - (until - since), hour__lt=until)
        .values_list("publication", "publication__name")
        .annotate(items=now, before=Count("pk") - now)
        .filter(items__gt=0)
        .order_by("-items", "publication__name")
    )
    return tuple(ReadPublication(*row) for row in rows[:most])
