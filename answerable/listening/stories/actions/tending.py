"""The hourly pass, and closing what has been quiet for long."""

from datetime import datetime, timedelta

from django.db import transaction

from answerable.kernel import events
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.moving import move_items
from answerable.listening.stories.actions.recounting import recount
from answerable.listening.stories.events import StoriesRegrouped
from answerable.listening.stories.models import Regrouping, Story, StreamState
from answerable.listening.stories.rules.hours import floor_hour
from answerable.listening.stories.rules.steps import of_pass
from storystream.items import Regrouping as Told

#: A story closes after so long without an item (storystream.Settings.quiet); one that comes back opens again.
QUIET = timedelta(hours=72)


def tend_if_due(*, lease: str, heard_until: datetime, at: datetime) -> bool:
    """Make the hourly pass when `heard_until` lies in a later hour than the last one; say whether it was made.

    `heard_until` is the time up to which arrivals have been placed: with a backlog waiting it lags behind the clock,
    so that old items are grouped as they would have been in their time.
    """
    hour = floor_hour(heard_until)
    if not StreamState.objects.filter(pk=1).exclude(tended_at__gte=hour).exists():
        return False
    kept = keeping.stream_now()
    step = of_pass(hour)
    answer = keeping.give_step(kept, step)
    with transaction.atomic():
        keeping.write_step(kept, step, lease=lease, at=at)
        keeping.refuse_untold()
        for told in answer.regroupings:
            _write(told, at=at)
        StreamState.objects.filter(pk=1).update(tended_at=hour)
    keeping.remember(kept)
    return True


def _write(told: Told, *, at: datetime) -> None:
    """Write down what the pass did to stories, as a row that a person can take back."""
    stories = {story.number: story for story in Story.objects.filter(number__in=[told.before, told.after])}
    before = stories[told.before]
    after = stories.get(told.after)
    if after is None:
        after = Story.objects.create(
            number=told.after,
            opened_at=at,
            first_at=before.first_at,
            last_at=before.last_at,
            arrived_at=before.arrived_at,
        )
    items = [int(item) for item in told.moved]
    if told.kind == "merge":
        items = move_items(before, after, None)
        Story.objects.filter(pk=before.pk).update(merged_into=after, closed_at=at)
    else:
        items = move_items(before, after, items)
    recount([before.pk, after.pk], at=at)
    row = Regrouping.objects.create(
        kind=told.kind, before=before, after=after, moved=items, evidence=told.evidence, at=at, told_at=at
    )
    events.publish(StoriesRegrouped(row.pk, before.pk, after.pk, True, at))


def close_quiet(*, at: datetime) -> int:
    """Close stories that got nothing for long; they are kept. Gives how many were closed."""
    quiet = Story.objects.filter(closed_at=None, arrived_at__lt=at - QUIET)
    return quiet.update(closed_at=at, trend="")
