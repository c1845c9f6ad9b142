"""The body's own list of names and titles."""

from dataclasses import dataclass

from answerable.kernel.actor import Actor
from answerable.response.channels.models import ListedName
from answerable.response.channels.queries.door import READ


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of the list."""

    id: int
    name: str
    title: str
    wrong: tuple[str, ...]
    added_by: str


def listed_names(actor: Actor) -> tuple[NameRow, ...]:
    """Give the list, by name."""
    actor.need(READ)
    rows = ListedName.objects.order_by("name")
    return tuple(NameRow(row.pk, row.name, row.title, tuple(row.wrong), row.added_by) for row in rows)
