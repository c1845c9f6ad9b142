"""Moving items from story to story, inside the caller's transaction."""

from collections.abc import Collection

from answerable.listening.stories.models import Placement, Story

#: SQLite binds at most 32,766 values in one statement (its documentation, "Limits").
BATCH = 5_000


def move_items(before: Story, after: Story, items: Collection[int] | None) -> list[int]:
    """Move some items, or all, and give those that were there to be moved, in order."""
    lying = Placement.objects.filter(story=before)
    if items is None:
        moved = sorted(lying.values_list("pk", flat=True))
    else:
        wanted = sorted(items)
        moved = [
            pk
            for start in range(0, len(wanted), BATCH)
            for pk in lying.filter(pk__in=wanted[start : start + BATCH])
            .order_by("pk")
            .values_list("pk", flat=True)
        ]
    for start in range(0, len(moved), BATCH):
        Placement.objects.filter(pk__in=moved[start : start + BATCH]).update(story=after)
    return moved
