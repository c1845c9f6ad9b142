"""The body's own list of names and titles, as they are written right."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.response.channels.models import ListedName
from answerable.response.channels.queries.door import PUBLISH


def list_name(name: str, title: str = "", wrong: Iterable[str] = (), *, by: Actor, at: datetime) -> int:
    """Put a name on the list, or change what stands there: its title and the spellings that are wrong."""
    by.need(PUBLISH)
    name = " ".join(name.split())[:120]
    spellings = [" ".join(one.split())[:120] for one in wrong if one.strip()]
    if len(name) < 2 or name in spellings:
        raise Anticipated(
            _("A name has at least two signs, and its wrong spellings differ from it."), _("Write it out.")
        )
    with transaction.atomic():
        row, _new = ListedName.objects.update_or_create(
            name=name,
            defaults={
                "title": " ".join(title.split())[:120],
                "wrong": spellings,
                "added_by": by.name,
                "added_at": at,
            },
        )
        record("channels.list_name", f"listed_name:{row.pk}", by=by, at=at)
    return row.pk


def unlist_name(name: int, *, by: Actor, at: datetime) -> None:
    """Take a name off the list."""
    by.need(PUBLISH)
    with transaction.atomic():
        if not ListedName.objects.filter(pk=name).delete()[0]:
            raise NotFound(_("This name is no longer on the list."), _("Load the page again."))
        record("channels.unlist_name", f"listed_name:{name}", by=by, at=at)
