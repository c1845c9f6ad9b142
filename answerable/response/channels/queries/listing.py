"""The body's own list of names and titles."""

from dataclasses import dataclass

from django.db.models import Q

from answerable.kernel.actor import Actor
from answerable.response.channels.models import ListedName
from answerable.response.channels.queries.door import READ

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of the list."""

    id: int
    name: str
    title: str
    wrong: tuple[str, ...]
    added_by: str


@dataclass(frozen=True, slots=True)
class Names:
    """A page of the list."""

    rows: tuple[NameRow, ...]
    total: int
    page: int


def listed_names(actor: Actor, words: str = "", *, page: int = 1, size: int = PAGE_SIZE) -> Names:
    """Give one page of the list, by name: of all of it, or of what holds these words."""
    actor.need(READ)
    rows = ListedName.objects.order_by("name")
    if words.strip():
        rows = rows.filter(Q(name__icontains=words.strip()) | Q(title__icontains=words.strip()))
    total = rows.count()
    page = min(max(page, 1), max(-(-total // size), 1))
    shown = rows[(page - 1) * size : page * size]
    return Names(
        tuple(NameRow(row.pk, row.name, row.title, tuple(row.wrong), row.added_by) for row in shown),
        total,
        page,
    )
