"""What every page of the shell needs: the wings with their pages, and where we are."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of a wing: the name of its address, its name, its sign, and the ability that shows it."""

    view: str
    name: str | Promise
    icon: str
    ability: str


@dataclass(frozen=True, slots=True)
class Wing:
    """One wing of the rail."""

    key: str
    name: str | Promise
    icon: str
    entries: tuple[Entry, ...]


#: The rail. A page whose address does not exist (yet) is left out, so rooms may be named here before they are built.
WINGS = (
    Wing(
        "listen",
        _("Listen"),
        "broadcast",
        (
            Entry("stories:board", _("Stories"), "collection", "listen.read"),
            Entry("signals:list", _("Signals"), "activity", "listen.read"),
            Entry("signals:watches", _("Watches"), "bookmark", "listen.read"),
            Entry("sources:list", _("Sources"), "rss", "listen.read"),
        ),
    ),
    Wing("respond", _("Respond"), "chat-left-text", ()),
    Wing("govern", _("Govern"), "clipboard-check", ()),
    Wing("papers", _("Papers"), "file-earmark-text", ()),
    Wing(
        "office",
        _("Office"),
        "people",
        (
            Entry("people:units", _("Units and posts"), "diagram-3", "people.read"),
            Entry("people:accounts", _("Accounts"), "person-badge", "people.keep"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the rail as it is drawn."""

    address: str
    name: str | Promise
    icon: str
    here: bool


@dataclass(frozen=True, slots=True)
class DrawnWing:
    """One wing as it is drawn."""

    name: str | Promise
    icon: str
    links: tuple[Link, ...]


def _link(entry: Entry, path: str) -> Link | None:
    try:
        address = reverse(entry.view)
    except NoReverseMatch:
        return None
    return Link(address, entry.name, entry.icon, path.startswith(address))


def rail(request: HttpRequest) -> tuple[DrawnWing, ...]:
    """Draw the wings that have pages this actor may open."""
    actor = getattr(request, "actor", None)
    drawn = []
    for wing in WINGS:
        links = [_link(entry, request.path) for entry in wing.entries if actor and actor.may(entry.ability)]
        there = tuple(link for link in links if link is not None)
        if there:
            drawn.append(DrawnWing(wing.name, wing.icon, there))
    return tuple(drawn)


def context(request: HttpRequest) -> dict[str, Any]:
    """Give templates the rail."""
    return {"rail": rail(request)}
