"""A fresh stream for stories that are there already: after an upgrade whose state of the stream is another one.

What lies in the stream's window is given to it anew, in the order in which it came. Where it sees a story as we keep
it, the story takes the new number; where it sees things otherwise, what we keep stands, and is told to the stream as a
person's word. Nothing that was placed moves.
"""

from collections import defaultdict
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Max

from answerable.listening.sources import queries as sources
from answerable.listening.stories.models import Placement, Regrouping, Story, StreamState, StreamStep
from storystream.items import Item
from storystream.pipeline import Settings, Stream

#: Where nothing was ever placed, any time is as good.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Items read from the database at once.
AT_ONCE = 500


def rewarm() -> Stream:
    """Make a stream of what the window still holds, and number the stories by it. For the writer that has the lease."""
    settings = Settings()
    at = Placement.objects.aggregate(newest=Max("at"))["newest"] or EPOCH
    stream = Stream(settings)
    window = Placement.objects.filter(at__gt=at - settings.window).order_by("seq", "pk")
    lying = dict(window.values_list("pk", "story"))
    ids = list(lying)
    for start in range(0, len(ids), AT_ONCE):
        stream.absorb_many(_items(ids[start : start + AT_ONCE]))
    numbers = _agree(stream, lying)
    with transaction.atomic():
        Story.objects.exclude(number=None).update(number=None)
        for story, number in numbers.items():
            Story.objects.filter(pk=story).update(number=number)
        # What persons decided before is in the placements that the stream was just told of.
        Regrouping.objects.filter(told_at=None).update(told_at=at)
        StreamStep.objects.all().delete()
        seq = StreamState.objects.values_list("seq", flat=True).get(pk=1)
        state = {"snapshot": stream.save(), "snapshot_seq": seq, "digest": stream.digest(), "snapshot_at": at}
        StreamState.objects.filter(pk=1).update(**state)
    return stream


def _items(ids: list[int]) -> list[Item]:
    rows = sources.items(ids)
    placed = dict(Placement.objects.filter(pk__in=ids).values_list("pk", "at"))
    return [
        Item(str(pk), row.title, row.text, placed[pk], row.publication_name, row.language)
        for pk, row in ((pk, rows[pk]) for pk in ids if pk in rows)
    ]


def _agree(stream: Stream, lying: dict[int, int]) -> dict[int, int]:
    """Bring the stream's view to ours; gives the stream's number of every story in the window."""
    members: dict[int, list[str]] = defaultdict(list)
    for item, story in lying.items():
        members[story].append(str(item))
    numbers: dict[int, int] = {}
    for story in sorted(members):
        parts: dict[int, list[str]] = defaultdict(list)
        for name in members[story]:
            number = stream.story_of(name)
            if number is not None:
                parts[number].append(name)
        taken = set(numbers.values())
        own = [
            stream.split(number, items).after
            if number in taken or _holds_others(stream, number, items, lying)
            else number
            for number, items in sorted(parts.items())
        ]
        for other in own[1:]:
            stream.merge(own[0], other)
        if own:
            numbers[story] = own[0]
    return numbers


def _holds_others(stream: Stream, number: int, items: list[str], lying: dict[int, int]) -> bool:
    """Whether the stream put items of other stories of ours beside these."""
    ours = set(items)
    return any(stream.story_of(str(item)) == number for item in lying if str(item) not in ours)
