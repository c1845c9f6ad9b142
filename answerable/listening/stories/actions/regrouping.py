"""A person says what belongs together. The tables follow at once, the stream is told by its writer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.listening.stories.actions.moving import move_items
from answerable.listening.stories.actions.recounting import recount
from answerable.listening.stories.events import StoriesRegrouped
from answerable.listening.stories.models import Regrouping, Story, StreamState

#: What regrouping asks for; see office.people for which posts give it.
GROUP = "stories.regroup"


def merge_stories(keep: int, others: Collection[int], *, by: Actor, at: datetime) -> tuple[int, ...]:
    """Put the items of other stories into `keep`; they stay together from now on. Gives the regroupings' ids."""
    by.need(GROUP)
    wanted = sorted(set(others) - {keep})
    if not wanted:
        raise Anticipated(_("There is only one story to merge."), _("Choose another one beside it."))
    with transaction.atomic():
        _keep_the_writer_out()
        into = _standing(keep)
        return tuple(_take_in(into, _standing(other), by=by, at=at) for other in wanted)


def _take_in(into: Story, gone: Story, *, by: Actor, at: datetime) -> int:
    moved = move_items(gone, into, None)
    Story.objects.filter(pk=gone.pk).update(merged_into=into, closed_at=at)
    return _write("merge", gone, into, moved, by=by, at=at)


def split_story(story: int, items: Collection[int], *, by: Actor, at: datetime) -> int:
    """Take items out of a story into one of their own; the two stay apart from now on. Gives the regrouping's id."""
    by.need(GROUP)
    with transaction.atomic():
        _keep_the_writer_out()
        before = _standing(story)
        chosen = set(items)
        if not chosen:
            raise Anticipated(_("No items were chosen."), _("Tick those that are another story."))
        if before.placements.exclude(pk__in=chosen).count() == 0:
            raise Anticipated(_("These are all items of the story."), _("Leave at least one where it is."))
        after = Story.objects.create(
            opened_at=at, first_at=before.first_at, last_at=before.last_at, arrived_at=before.arrived_at
        )
        moved = move_items(before, after, chosen)
        if not moved:
            raise Moved(_("These items lie in another story by now."), _("Load the page again."))
        return _write("split", before, after, moved, by=by, at=at)


def undo_regrouping(regrouping: int, *, by: Actor, at: datetime) -> int:
    """Put back what a regrouping moved, as far as it still lies there. Gives the id of the new regrouping."""
    by.need(GROUP)
    with transaction.atomic():
        _keep_the_writer_out()
        done = Regrouping.objects.select_related("before", "after").filter(pk=regrouping).first()
        if done is None:
            raise NotFound(_("There is no such regrouping."))
        if Regrouping.objects.filter(undoes=done).exists():
            raise Moved(_("This was taken back already."), _("Load the page again."))
        moved = move_items(done.after, done.before, done.moved)
        if not moved:
            raise Moved(_("These items lie in another story by now."), _("Load the page again."))
        Story.objects.filter(pk=done.before_id).update(merged_into=None, closed_at=None)
        kind = "split" if done.kind == "merge" else "merge"
        if kind == "merge" and not done.after.placements.exists():
            Story.objects.filter(pk=done.after_id).update(merged_into=done.before, closed_at=at)
        return _write(kind, done.after, done.before, moved, undoes=done, by=by, at=at)


def _keep_the_writer_out() -> None:
    """Hold the state's row until the end: the grouping worker then sees this decision before it writes again."""
    StreamState.objects.get_or_create(pk=1)
    StreamState.objects.select_for_update().get(pk=1)


def _standing(pk: int) -> Story:
    story = Story.objects.filter(pk=pk).first()
    if story is None:
        raise NotFound(_("There is no such story."), _("Search for it by its words."))
    if story.merged_into_id is not None:
        raise Moved(_("This story has become part of another one."), _("Open that one instead."))
    return story


def _write(
    kind: str,
    before: Story,
    after: Story,
    moved: list[int],
    *,
    by: Actor,
    at: datetime,
    undoes: Regrouping | None = None,
) -> int:
    recount([before.pk, after.pk], at=at)
    row = Regrouping.objects.create(
        kind=kind,
        before=before,
        after=after,
        moved=moved,
        by_person=True,
        by_name=by.name,
        at=at,
        undoes=undoes,
    )
    verb = "undo" if undoes else kind
    record(
        f"stories.{verb}",
        f"story:{before.pk}",
        by=by,
        at=at,
        into=after.pk,
        items=len(moved),
        regrouping=row.pk,
    )
    events.publish(StoriesRegrouped(row.pk, before.pk, after.pk, False, at))
    return row.pk
