"""What every page of the shell needs: the wings with their pages, and where we are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.kernel.actor import NOBODY, Actor


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
    Wing(
        "respond",
        _("Respond"),
        "chat-left-text",
        (
            Entry("cases:board", _("Cases"), "folder2-open", "cases.read"),
            Entry("letters:list", _("Letters"), "envelope-paper", "letters.read"),
            Entry("letters:inquiries", _("Media inquiries"), "mic", "letters.read"),
            Entry("answers:list", _("Answers"), "chat-square-text", "answers.read"),
            Entry("review:mine", _("Drafts and reviews"), "check2-square", "answers.read"),
            Entry("channels:list", _("Channels"), "megaphone", "channels.read"),
            Entry("channels:desk", _("Content"), "pencil", "channels.read"),
            Entry("channel_health:board", _("Channel health"), "patch-check", "channels.read"),
            Entry("foresight:list", _("Foresight"), "eye", "foresight.read"),
            Entry("rota:now", _("Duty rota"), "calendar-week", "rota.read"),
        ),
    ),
    Wing(
        "govern",
        _("Govern"),
        "clipboard-check",
        (
            Entry("duties:mine", _("My duties"), "list-check", "duties.read"),
            Entry("duties:matrix", _("Clauses and units"), "grid-3x3", "duties.read"),
            Entry("duties:calendar", _("Calendar"), "calendar3", "duties.read"),
            Entry("plan:reader", _("Plan"), "journal-text", "plan.read"),
            Entry("inspections:list", _("Inspections"), "shuffle", "inspections.read"),
            Entry("questionnaires:list", _("Questionnaires"), "clipboard-data", "questionnaires.read"),
            Entry("training:mine", _("Training"), "mortarboard", "training.read"),
            Entry("accountability:list", _("Accountability"), "flag", "accountability.read"),
            Entry("clocks:calendars", _("Working days"), "calendar2-check", "plan.read"),
        ),
    ),
    Wing(
        "papers",
        _("Papers"),
        "file-earmark-text",
        (
            Entry("reports:shelf", _("Papers"), "file-earmark-text", "papers.read"),
            Entry("reports:brief", _("Morning brief"), "newspaper", "papers.read"),
            Entry("reports:trend", _("Trend"), "graph-up", "papers.read"),
            Entry("reports:templates", _("Templates"), "file-earmark-word", "templates.keep"),
        ),
    ),
    Wing(
        "office",
        _("Office"),
        "people",
        (
            Entry("people:units", _("Units and posts"), "diagram-3", "people.read"),
            Entry("operations:state", _("State of the system"), "activity", "system.keep"),
            Entry("people:accounts", _("Accounts"), "person-badge", "accounts.keep"),
        ),
    ),
)

#: What the menu of the signed-in person leads to.
MY_PAGES = (
    Entry("notices:inbox", _("My notices"), "bell", "notices.read"),
    Entry("notices:settings", _("How notices reach me"), "envelope", "notices.read"),
    Entry("people:mine", _("My posts and sessions"), "person-badge", ""),
    Entry("interface:tokens", _("My tokens for programs"), "key", "api.use"),
    Entry("mfa_index", _("Sign-in security"), "shield-lock", ""),
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


def _address(entry: Entry, actor: Actor) -> str:
    """Give where an entry leads; nothing where this actor may not go or no such page is."""
    if entry.ability and not actor.may(entry.ability):
        return ""
    try:
        return reverse(entry.view)
    except NoReverseMatch:
        return ""


def _links(entries: Iterable[Entry], actor: Actor, path: str) -> tuple[Link, ...]:
    """Draw entries; where the addresses of several begin the path, the longest is where we are."""
    reached = [(entry, address) for entry in entries if (address := _address(entry, actor))]
    here = max((address for _, address in reached if path.startswith(address)), key=len, default="")
    return tuple(Link(address, entry.name, entry.icon, address == here) for entry, address in reached)


def rail(actor: Actor, path: str) -> tuple[DrawnWing, ...]:
    """Draw the wings that have pages this actor may open."""
    drawn = (DrawnWing(wing.name, wing.icon, _links(wing.entries, actor, path)) for wing in WINGS)
    return tuple(wing for wing in drawn if wing.links)


def context(request: HttpRequest) -> dict[str, Any]:
    """Give templates the rail and the person's own pages; a stranger sees neither."""
    actor = getattr(request, "actor", NOBODY)
    if actor.kind != "person":
        return {"rail": (), "my_links": ()}
    return {"rail": rail(actor, request.path), "my_links": _links(MY_PAGES, actor, request.path)}
