"""The only writers of the room: telling, packing, claiming, noting what came of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.personal_data import mask
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.office.notices import queries
from answerable.office.notices.models import Address, Delivery, Letter, Notice, Parcel, Wish
from answerable.office.notices.rules import MOVES, Move, Rhythm, State, Told, Wishes, due_time, next_try

#: Longer than one delivery to a few addresses can take (30 s each).
LEASE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class News:
    """What is told: its kind, the words, where it leads, and the key by which the same thing is told once."""

    kind: str
    subject: Told
    body: Told
    link: str
    key: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt to one address ended. `stop` means: never send there again."""

    address: int
    name: str
    delivered: bool
    reason: str = ""
    asked: timedelta | None = None
    stop: bool = False


def notify(news: News, *, to: Iterable[int], by: Actor, at: datetime) -> int:
    """Tell people something, once each; joins the caller's transaction. Gives how many were told anew."""
    texts = {
        "en": [news.subject.en[:300], news.body.en],
        "zh": [news.subject.zh[:300], news.body.zh],
    }
    told = 0
    with transaction.atomic():
        for person in dict.fromkeys(to):
            due = due_time(queries.wishes_of(person, zone=settings.TIME_ZONE), urgent=news.urgent, at=at)
            _row, is_new = Notice.objects.get_or_create(
                person_id=person,
                key=news.key[:200],
                defaults={
                    "kind": news.kind,
                    "texts": texts,
                    "link": news.link[:500],
                    "urgent": news.urgent,
                    "created_at": at,
                    "due_at": due,
                },
            )
            told += is_new
        if told:
            record("notices.notify", f"notice:{news.key}", by=by, at=at, kind=news.kind, people=told)
    return told


def pack_due(*, at: datetime) -> int:
    """Put every notice that is due into a parcel: alone, or with others of a digest. Gives the parcels made."""
    made = 0
    with transaction.atomic():
        due = Notice.objects.select_for_update().filter(parcel=None, due_at__lte=at, state=State.QUEUED)
        groups: dict[tuple[int, object], list[Notice]] = {}
        for notice in due.order_by("pk")[:500]:
            wishes = queries.wishes_of(notice.person_id, zone=settings.TIME_ZONE)
            if notice.kind in wishes.inbox_only and not notice.urgent:
                MOVES.make(Notice.objects.filter(pk=notice.pk), State.QUEUED, Move.KEEP)
                continue
            alone = notice.urgent or wishes.rhythm is not Rhythm.DIGEST
            groups.setdefault((notice.person_id, notice.pk if alone else "digest"), []).append(notice)
        for (person, _which), notices in groups.items():
            made += _pack(person, notices, at=at)
    return made


def _pack(person: int, notices: list[Notice], *, at: datetime) -> int:
    ids = [notice.pk for notice in notices]
    if not Address.objects.filter(person=person, stopped="").exists():
        for notice in notices:
            MOVES.make(Notice.objects.filter(pk=notice.pk), State.QUEUED, Move.KEEP)
        return 0
    digest = hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest()[:32]
    parcel = Parcel.objects.create(
        person_id=person, public_id=f"notice_{digest}", created_at=at, next_try_at=at
    )
    Notice.objects.filter(pk__in=ids).update(parcel=parcel)
    return 1


def claim_parcels(limit: int, *, at: datetime) -> list[Parcel]:
    """Take parcels that are due for this worker, by a lease that ends by itself."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    claimed = []
    for parcel in Parcel.objects.filter(free, next_try_at__lte=at).order_by("next_try_at")[:limit]:
        mine = Parcel.objects.filter(free, pk=parcel.pk, next_try_at__lte=at)
        if mine.update(claimed_until=at + LEASE):
            claimed.append(parcel)
    return claimed


def note_outcomes(parcel: int, outcomes: list[Outcome], *, at: datetime) -> None:
    """Keep what came of one round of attempts, and say when the next one is."""
    with transaction.atomic():
        row = Parcel.objects.select_for_update().get(pk=parcel)
        row.attempts += 1
        for outcome in outcomes:
            Delivery.objects.create(
                parcel=row,
                address_id=outcome.address,
                address_name=outcome.name,
                attempt=row.attempts,
                at=at,
                delivered=outcome.delivered,
                reason=outcome.reason[:300],
            )
            if outcome.stop:
                Address.objects.filter(pk=outcome.address).update(stopped=outcome.reason[:300])
        waiting = [outcome for outcome in outcomes if not outcome.delivered and not outcome.stop]
        asked = max((outcome.asked for outcome in waiting if outcome.asked), default=None)
        row.next_try_at = next_try(row.attempts, asked, at=at) if waiting else None
        row.claimed_until = None
        row.save()
        if row.next_try_at is None:
            _close(row)


def _close(parcel: Parcel) -> None:
    """Give the parcel's notices their end: delivered where any address got it, else failed."""
    reached = Delivery.objects.filter(parcel=parcel, delivered=True).exists()
    end = Move.DELIVER if reached else Move.FAIL
    for notice in Notice.objects.filter(parcel=parcel, state=State.QUEUED):
        MOVES.make(Notice.objects.filter(pk=notice.pk), State.QUEUED, end)


def acknowledge(notice: int, *, by: Actor, at: datetime) -> None:
    """Note that a person has taken notice."""
    with transaction.atomic():
        row = queries.own_notice(by, notice)
        if row.state == State.ACKNOWLEDGED:
            return
        MOVES.make(Notice.objects.filter(pk=row.pk), State(row.state), Move.ACKNOWLEDGE, acknowledged_at=at)
        record("notices.acknowledge", f"notice:{row.key}", by=by, at=at)


def acknowledge_all(*, by: Actor, at: datetime) -> int:
    """Note that a person has taken notice of everything that had come to the inbox by this moment."""
    with transaction.atomic():
        rows = Notice.objects.filter(person=by.person, created_at__lte=at).exclude(state=State.ACKNOWLEDGED)
        count = rows.update(state=State.ACKNOWLEDGED, acknowledged_at=at)
        if count:
            record("notices.acknowledge_all", f"person:{by.person}", by=by, at=at, notices=count)
    return count


def add_address(name: str, sort: str, address: str, secret: str, *, by: Actor, at: datetime) -> Address:
    """Add one of the actor's own addresses; the address and its key are sealed at once."""
    with transaction.atomic():
        row = Address.objects.create(
            person_id=queries.person_of(by),
            name=name,
            sort=sort,
            sealed=seal(address),
            sealed_secret=seal(secret),
            created_at=at,
        )
        record("notices.add_address", f"address:{row.pk}", by=by, at=at, name=name, sort=sort)
    return row


def remove_address(address: int, *, by: Actor, at: datetime) -> None:
    """Take one of the actor's own addresses out."""
    with transaction.atomic():
        row = queries.own_address(by, address)
        record("notices.remove_address", f"address:{row.pk}", by=by, at=at, name=row.name)
        row.delete()


def set_wishes(wishes: Wishes, *, by: Actor, at: datetime) -> None:
    """Keep when the actor wants notices."""
    times = ",".join(moment.strftime("%H:%M") for moment in wishes.digest_at)
    fields = {
        "rhythm": wishes.rhythm,
        "digest_at": times,
        "quiet_from": wishes.quiet_from,
        "quiet_until": wishes.quiet_until,
        "zone": wishes.zone,
        "inbox_only": sorted(wishes.inbox_only),
    }
    with transaction.atomic():
        Wish.objects.update_or_create(person_id=queries.person_of(by), defaults=fields)
        record("notices.set_wishes", f"person:{by.person}", by=by, at=at, rhythm=wishes.rhythm)


def forget_old(*, at: datetime, keep: timedelta = timedelta(days=365)) -> int:
    """Drop notices whose time is over; the trail still says that they were told."""
    old = Notice.objects.filter(created_at__lt=at - keep)
    with transaction.atomic():
        count, _rows = old.delete()
        Parcel.objects.filter(created_at__lt=at - keep, notices=None).delete()
        if count:
            record("notices.forget_old", "notices", by=MACHINE, at=at, notices=count)
    return count


def write_letter(to: str, subject: str, body: str, *, by: Actor, at: datetime) -> Letter:
    """Put a mail of the house into the database, sealed; a job brings it out."""
    with transaction.atomic():
        letter = Letter.objects.create(
            sealed_to=seal(to), subject=subject[:300], sealed=seal(body), created_at=at, next_try_at=at
        )
        record("notices.write_letter", f"mail:{letter.pk}", by=by, at=at, subject=letter.subject)
    return letter


def claim_letters(limit: int, *, at: datetime) -> list[Letter]:
    """Take letters that are due for this worker, by a lease that ends by itself."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    claimed = []
    for letter in Letter.objects.filter(free, next_try_at__lte=at).order_by("next_try_at")[:limit]:
        mine = Letter.objects.filter(free, pk=letter.pk, next_try_at__lte=at)
        if mine.update(claimed_until=at + LEASE):
            claimed.append(letter)
    return claimed


def withdraw_letters(ids: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Delete letters that wait to be sent; those that went out, or are going out now, are no longer here."""
    with transaction.atomic():
        free = Q(claimed_until=None) | Q(claimed_until__lte=at)
        count, _rows = Letter.objects.filter(free, pk__in=list(ids)).delete()
        if count:
            record("notices.withdraw_letters", "mails", by=by, at=at, letters=count)
    return count


def note_letter(letter: int, reason: str, *, at: datetime) -> None:
    """Forget a letter that was sent or given up; else say why it was not and when the next try is."""
    reason = mask(reason).text  # a refusing mail server may quote the address
    with transaction.atomic():
        row = Letter.objects.select_for_update().get(pk=letter)
        row.attempts += 1
        again = next_try(row.attempts, None, at=at) if reason else None
        if again is None:
            outcome = "given up" if reason else "sent"
            record("notices.note_letter", f"mail:{row.pk}", by=MACHINE, at=at, outcome=outcome, reason=reason)
            row.delete()
            return
        row.reason, row.next_try_at, row.claimed_until = reason[:300], again, None
        row.save()
