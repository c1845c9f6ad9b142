"""Keeping the tables small and the promises on retention."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, F, Sum
from django.db.models.functions import TruncDate

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.listening.sources.models import (
    FileImport,
    Gap,
    HostTurn,
    Item,
    ItemVersion,
    Lookup,
    Poll,
    PollDay,
    ReceivedCall,
    Source,
)
from answerable.listening.sources.queries.items import ITEM_TEXT

#: Single polls are shown for two weeks, then as counts of the day.
POLLS_KEPT = timedelta(days=14)
COUNTS_KEPT = timedelta(days=800)
#: A webhook repeated after this would fail by its age anyway: signatures hold for five minutes.
CALLS_KEPT = timedelta(days=3)
IMPORTS_KEPT = timedelta(days=7)
BATCH = 500


def sum_up_polls(*, at: datetime) -> int:
    """Turn polls older than two weeks into counts by day and outcome. Gives how many polls went."""
    with transaction.atomic():
        old = Poll.objects.filter(ended_at__lt=at - POLLS_KEPT)
        groups = (
            old.annotate(day=TruncDate("ended_at"))
            .values("source", "day", "outcome")
            .annotate(count=Sum("times"), new_sum=Sum("new"), edits=Sum("edited"), no=Sum("refused"))
        )
        for group in groups:
            counted, _new = PollDay.objects.get_or_create(
                source_id=group["source"], day=group["day"], outcome=group["outcome"]
            )
            PollDay.objects.filter(pk=counted.pk).update(
                times=F("times") + group["count"],
                new=F("new") + group["new_sum"],
                edited=F("edited") + group["edits"],
                refused=F("refused") + group["no"],
            )
        went, _by_table = old.delete()
        PollDay.objects.filter(day__lt=(at - COUNTS_KEPT).date()).delete()
        Gap.objects.filter(ended_at__lt=at - COUNTS_KEPT).delete()
        HostTurn.objects.filter(free_at__lt=at - timedelta(days=1)).delete()
    return went


def let_old_texts_go(*, at: datetime) -> int:
    """Erase texts and earlier versions whose retention is over; title, link and times stay as a reference.

    An item may belong to a story or to a case: its place there stays, its text goes. Gives how many went.
    """
    went: dict[int, int] = defaultdict(int)
    for source, days in Source.objects.values_list("pk", "retention_days"):
        while ids := _expired(source, at - timedelta(days=days)):
            with transaction.atomic():
                ItemVersion.objects.filter(item__in=ids).delete()
                Item.objects.filter(pk__in=ids).update(
                    text="", full_text="", wants_full_text=False, erased_at=at
                )
                ITEM_TEXT.put(Item.objects.filter(pk__in=ids).values_list("pk", "title"))
            went[source] += len(ids)
    if went:
        with transaction.atomic():
            record("sources.let_texts_go", "sources", by=MACHINE, at=at, items_by_source=dict(went))
    return sum(went.values())


def _expired(source: int, before: datetime) -> list[int]:
    rows = Item.objects.filter(source=source, first_seen_at__lt=before, erased_at=None)
    waiting = rows.alias(waits=Count("arrivals")).filter(waits=0)
    return list(waiting.order_by("first_seen_at").values_list("pk", flat=True)[:BATCH])


def forget_old_calls(*, at: datetime) -> None:
    """Drop the ids of old webhook calls, finished look-ups, and files that nobody took."""
    ReceivedCall.objects.filter(received_at__lt=at - CALLS_KEPT).delete()
    FileImport.objects.filter(handed_in_at__lt=at - IMPORTS_KEPT).exclude(content=b"").update(content=b"")
    Lookup.objects.filter(asked_at__lt=at - IMPORTS_KEPT).delete()


def give_up_full_text(item: int) -> None:
    """Look for an item's article no more: its summary is what there is."""
    Item.objects.filter(pk=item).update(wants_full_text=False)
