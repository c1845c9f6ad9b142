"""Reading notices: the inbox, the addresses, what waits to go out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import Asked, read_together, told, totals
from answerable.office.notices.models import Address, Delivery, Notice, Wish
from answerable.office.notices.rules import MOVES, Rhythm, State, Wishes

PAGE = 50


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice as the inbox shows it."""

    id: int
    kind: str
    subject: str
    body: str
    link: str
    urgent: bool
    created_at: datetime
    state: State
    can_acknowledge: bool
    tries: tuple["Try", ...] = ()


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt of delivery."""

    address: str
    at: datetime
    delivered: bool
    reason: str


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One address without its keys."""

    id: int
    name: str
    sort: str
    stopped: str


def wishes_of(person: int, *, zone: str) -> Wishes:
    """Give what a person wishes, or the ordinary wishes in the body's zone."""
    row = Wish.objects.filter(person=person).first()
    if row is None:
        return Wishes(zone=zone)
    times = tuple(time.fromisoformat(part.strip()) for part in row.digest_at.split(",") if part.strip())
    return Wishes(
        Rhythm(row.rhythm), times, row.quiet_from, row.quiet_until, row.zone, frozenset(row.inbox_only)
    )


def unread(actor: Actor) -> int:
    """Count what the actor has not acknowledged."""
    return told(unread_asked(actor))


def unread_asked(actor: Actor) -> Asked[int]:
    """Say what is to be read to count what the actor has not acknowledged."""
    if actor.person is None:
        return Asked((), int)
    rows = Notice.objects.filter(person=actor.person).exclude(state=State.ACKNOWLEDGED)
    counted = totals(rows, count=Count("pk"))
    return Asked((counted,), lambda: counted[0][0] if counted else 0)


def inbox(actor: Actor, *, page: str | int, language: str) -> "Page[NoticeRow]":
    """Show the actor's notices, newest first, with every attempt to bring them out."""
    rows = Notice.objects.filter(person=actor.person).order_by("-created_at", "-pk")
    chosen: Page[Any] = Paginator(rows, PAGE).get_page(page)
    tries: dict[int, list[Try]] = {}
    parcels = [row.parcel_id for row in chosen if row.parcel_id]
    for one in Delivery.objects.filter(parcel__in=parcels).order_by("at"):
        tries.setdefault(one.parcel_id, []).append(Try(one.address_name, one.at, one.delivered, one.reason))
    chosen.object_list = [_row(row, language, tuple(tries.get(row.parcel_id or 0, ()))) for row in chosen]
    return chosen


def _row(notice: Notice, language: str, tries: tuple[Try, ...]) -> NoticeRow:
    subject, body = notice.texts["zh" if language.startswith("zh") else "en"]
    state = State(notice.state)
    return NoticeRow(
        notice.pk,
        notice.kind,
        subject,
        body,
        notice.link,
        notice.urgent,
        notice.created_at,
        state,
        bool(MOVES.open_to(state)),
        tries,
    )


def addresses(actor: Actor) -> tuple[AddressRow, ...]:
    """List the actor's addresses, without their keys."""
    rows = Address.objects.filter(person=actor.person).order_by("name", "pk")
    return tuple(AddressRow(row.pk, row.name, row.get_sort_display(), row.stopped) for row in rows)


def own_notice(actor: Actor, notice: int) -> Notice:
    """Give one of the actor's own notices; anybody else's is not there."""
    found = Notice.objects.filter(pk=notice, person=person_of(actor)).first()
    if found is None:
        raise NotFound(_("There is no such notice."), _("Go back to your notices."))
    return found


def own_address(actor: Actor, address: int) -> Address:
    """Give one of the actor's own addresses; anybody else's is not there."""
    found = Address.objects.filter(pk=address, person=person_of(actor)).first()
    if found is None:
        raise NotFound(_("There is no such address."), _("Go back to your notices."))
    return found


def person_of(actor: Actor) -> int:
    """Give the person of an actor; an account of the system has none, and gets no notices."""
    if actor.person is None:
        raise NotFound(
            _("This account belongs to no person, so nothing is told to it."),
            _("Sign in with the account of a person."),
        )
    return actor.person


def kinds_told(actor: Actor) -> list[str]:
    """List the kinds of notices that the actor has been told so far, or has put a wish on."""
    told = Notice.objects.filter(person=actor.person).values_list("kind", flat=True).distinct()
    wished = Wish.objects.filter(person=actor.person).values_list("inbox_only", flat=True).first() or []
    return sorted({*told, *wished})


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """What became of one notice: to whom, in what state, and every attempt to bring it out."""

    person: int
    state: State
    told_at: datetime
    acknowledged_at: datetime | None
    tries: tuple[Try, ...]


def deliveries_of(keys: Iterable[str]) -> dict[str, tuple[DeliveryRow, ...]]:
    """Show what became of the notices of each key: the proof that somebody was told. One query."""
    found: dict[str, list[DeliveryRow]] = {key: [] for key in keys}
    notices = Notice.objects.filter(key__in=list(found)).order_by("pk")
    attempts = Delivery.objects.filter(parcel__in=notices.exclude(parcel=None).order_by().values("parcel"))
    tried = attempts.order_by("at", "pk")
    read_together(notices, tried)
    tries: dict[int, list[Try]] = defaultdict(list)
    for one in tried:
        tries[one.parcel_id].append(Try(one.address_name, one.at, one.delivered, one.reason))
    for row in notices:
        found[row.key].append(
            DeliveryRow(
                row.person_id,
                State(row.state),
                row.created_at,
                row.acknowledged_at,
                tuple(tries.get(row.parcel_id or 0, ())),
            )
        )
    return {key: tuple(rows) for key, rows in found.items()}
