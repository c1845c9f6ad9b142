"""Following what happens to publications in the sources room."""

from datetime import datetime

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
