"""Following what happens to publications in the sources room."""

from datetime import datetime
from typing import Protocol

from django.db import transaction

from answerable.listening.stories.actions.recounting import recount
from answerable.listening.stories.models import Placement


def follow_merge(kept: int, merged: int, *, at: datetime) -> int:
    """Let what one publication carried count for another that it became part of. Gives how many stories changed.

    The merge itself stands in the trail of the sources room.
    """
    with transaction.atomic():
        carried = Placement.objects.filter(publication=merged)
        stories = set(carried.values_list("story", flat=True))
        carried.update(publication=kept)
        recount(stories, at=at)
    return len(stories)


class Merged(Protocol):
    """News that one publication became part of another."""

    @property
    def kept(self) -> int: ...
    @property
    def merged(self) -> int: ...
    @property
    def at(self) -> datetime: ...


def follow(news: Merged) -> None:
    """React to the news, inside the transaction that merges, before the emptied publication goes."""
    follow_merge(news.kept, news.merged, at=news.at)
