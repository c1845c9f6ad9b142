"""A round of looking at one site: begun once a day, worked on in slices, each visit noted in its own transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urljoin

from django.db import IntegrityError, transaction
from django.db.models import F

from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.response.channel_health.models import Column, Finding, HostTurn, Round, Site, Visit
from answerable.response.channel_health.rules.faults import STANDS
from answerable.response.channel_health.rules.links import host_of, is_page
from answerable.response.channel_health.visiting import Purpose

#: Longer than one slice of 25 s and its last call of 30 s; after a killed worker nobody waits more than this.
LEASE = timedelta(minutes=3)
#: Between two calls to one host, across workers (trust design, limits).
HOST_GAP = timedelta(seconds=2)
#: Looks at one site a day: the daily one and those that somebody asked for.
MOST_ROUNDS = 4
FIRST, LISTS, REST, LINKS = 0, 1, 2, 3
#: Faults of a page or link that a second look goes to.
MOST_AGAIN = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """One address to be visited: why, in which turn, and where it was found."""

    address: str
    purpose: Purpose
    rank: int = REST
    found_on: str = ""
    words: str = ""
    column: int | None = None
    seen_before: date | None = None


def key_of(address: str) -> str:
    """Give the key of an address."""
    return hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()


def begin_round(
    channel: int, home: str, day: date, *, whole: bool = True, by: Actor, at: datetime
) -> int | None:
    """Begin a look at a site: the daily one, or a second look at what was wrong. None where one runs or none is due."""
    with transaction.atomic():
        earlier = Round.objects.filter(channel=channel, day=day)
        if earlier.filter(state="running").exists():
            return None
        number = earlier.count() + 1
        if number > MOST_ROUNDS or (whole and number > 1):
            return None
        site, _new = Site.objects.get_or_create(channel_id=channel)
        if site.paused:
            return None
        try:
            with transaction.atomic():
                row = Round.objects.create(
                    channel_id=channel, day=day, number=number, home=home, whole=whole, began_at=at
                )
        except IntegrityError:
            return None
        add_stops(row, [*_first_stops(home, site), *(() if whole else _again(channel, home))])
        record("channel_health.begin_round", f"channel:{channel}", by=by, at=at, round=row.pk, whole=whole)
        return row.pk


def _first_stops(home: str, site: Site) -> list[Stop]:
    stops = [Stop(home, Purpose.PAGE, FIRST), Stop(urljoin(home, "/sitemap.xml"), Purpose.MAP, FIRST)]
    if home.startswith("https:"):
        # The key of an address is unique in a round: the handshake is noted under a name of its own.
        stops.append(Stop(f"{home}#certificate", Purpose.CERTIFICATE, FIRST))
    stops += [
        Stop(column.address, Purpose.PAGE, LISTS, words=column.name, column=column.pk)
        for column in Column.objects.filter(site=site)
    ]
    if site.consultation:
        stops.append(Stop(site.consultation, Purpose.PAGE, LISTS))
    return stops


def _again(channel: int, home: str) -> Iterable[Stop]:
    rows = Finding.objects.filter(channel=channel, state__in=STANDS).order_by("pk")[:MOST_AGAIN]
    for row in rows:
        found_on, words = row.details.get("found_on", ""), row.details.get("words", "")
        for address in (row.subject, row.details.get("page", ""), found_on):
            if address.startswith(("http://", "https://")):
                own = host_of(address) == host_of(home) and is_page(address)
                purpose, rank = (Purpose.PAGE, REST) if own else (Purpose.LINK, LINKS)
                is_subject = address == row.subject
                yield Stop(
                    address, purpose, rank, found_on if is_subject else "", words if is_subject else ""
                )


def add_stops(row: Round, stops: Iterable[Stop]) -> int:
    """Add addresses that the round does not have yet; gives how many."""
    wanted: dict[str, Stop] = {}
    for stop in stops:
        if len(stop.address) <= 2000:
            wanted.setdefault(key_of(stop.address), stop)
    keys = list(wanted)
    known: set[str] = set()
    for start in range(0, len(keys), 400):
        part = keys[start : start + 400]
        known.update(Visit.objects.filter(round=row, key__in=part).values_list("key", flat=True))
    new = [
        Visit(
            round=row,
            address=stop.address,
            key=key,
            purpose=stop.purpose,
            rank=stop.rank,
            seen_before=stop.seen_before,
            found_on=stop.found_on,
            words=stop.words[:80],
            column_id=stop.column,
        )
        for key, stop in wanted.items()
        if key not in known
    ]
    Visit.objects.bulk_create(new, ignore_conflicts=True, batch_size=200)
    return len(new)


def take_turn(home: str, lease: str, *, at: datetime) -> bool:
    """Hold a site's host for a slice; False while another worker has it."""
    host = host_of(home)[:300]
    if HostTurn.objects.filter(host=host, free_at__lte=at).update(free_at=at + LEASE, lease=lease):
        return True
    _row, is_new = HostTurn.objects.get_or_create(host=host, defaults={"free_at": at + LEASE, "lease": lease})
    return is_new


def give_back_turn(lease: str, *, at: datetime) -> None:
    """Let the host be visited again after its pause."""
    HostTurn.objects.filter(lease=lease).update(free_at=at + HOST_GAP, lease="")


def count_visit(round_id: int, purpose: Purpose) -> None:
    """Count a visit that was noted."""
    field = "pages" if purpose is Purpose.PAGE else "links"
    Round.objects.filter(pk=round_id).update(**{field: F(field) + 1})
