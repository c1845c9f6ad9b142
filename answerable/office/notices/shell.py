"""What the shell of every page shows of this room: how many notices wait."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from answerable.office.notices import queries


def context(request: HttpRequest) -> dict[str, object]:
    """Give templates `unread`, counted only where it is shown."""
    actor = getattr(request, "actor", None)
    return {"unread": SimpleLazyObject(lambda: queries.unread(actor) if actor else 0)}
