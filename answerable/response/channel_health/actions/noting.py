"""What one visit brought is written down in one transaction; a visit that is done already changes nothing."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from answerable.response.channel_health.actions.rounds import (
    LINKS,
    REST,
    Stop,
    add_stops,
    count_visit,
    key_of,
)
from answerable.response.channel_health.models import Column, ListLine, Page, Round, Visit
from answerable.response.channel_health.reading.facts import Entry, PageFacts, Place
from answerable.response.channel_health.rules.links import MOST_TRIES, Life, host_of, is_page, life_of
from answerable.response.channel_health.visiting import Brought, Purpose

#: Addresses that a round keeps in mind; a trap of endless addresses ends here.
MOST_STOPS = 20_000
#: Turns among links: which ones are tried when there are more than a day's share changes from day to day.
TURNS = 1000


def note_visit(brought: Brought, *, at: datetime) -> bool:
    """Write down what a visit brought; False when somebody has done so already or it is to be tried again."""
    with transaction.atomic():
        visit = (
            Visit.objects.select_for_update(of=("self",))
            .select_related("round")
            .filter(pk=brought.errand.visit, done_at=None)
            .first()
        )
        if visit is None or visit.round.state != "running":
            return False
        life = life_of(brought.status, brought.error)
        visit.tries += 1
        visit.status, visit.error = brought.status, brought.error[:40]
        if life is Life.SILENT and visit.tries < MOST_TRIES:
            # Faults that pass: it comes up once more, after the others of its turn.
            visit.rank += 1
            visit.save(update_fields=["tries", "status", "error", "rank"])
            return False
        visit.life, visit.done_at = life, at
        visit.seen = _seen(brought, keep_links=not visit.round.whole)
        visit.save()
        count_visit(visit.round_id, brought.errand.purpose)
        _take_in(visit, brought)
    return True


def _seen(brought: Brought, *, keep_links: bool) -> dict[str, Any]:
    seen: dict[str, Any] = {"unread": brought.unread} if brought.unread else {}
    if brought.certificate is not None:
        seen["ends"] = brought.certificate.ends.isoformat()
    facts = brought.facts
    if facts is not None:
        seen["missing"] = facts.says_missing
        seen["takes_messages"] = facts.takes_messages
        seen["barriers"] = [[one.rule, one.times, one.sample] for one in facts.barriers]
        seen["list"] = [[one.address, one.day] for one in facts.entries[:100]]
        if keep_links:
            seen["links"] = [key_of(link.address) for link in facts.links]
    return seen


def _take_in(visit: Visit, brought: Brought) -> None:
    row, day = visit.round, visit.round.day
    if brought.facts is not None:
        _keep_page(row, visit, brought.facts, brought.file_day, day)
        if visit.column_id is not None:
            _keep_lines(visit.column_id, brought.facts.entries, day)
        if row.whole and _has_room(row):
            add_stops(row, _stops(row, visit.address, brought.facts))
    if brought.places:
        _keep_places(row, brought.places, day)


def _has_room(row: Round) -> bool:
    return Visit.objects.filter(round=row).count() < MOST_STOPS


def _stops(row: Round, found_on: str, facts: PageFacts) -> Iterator[Stop]:
    links = [link for link in facts.links if link.address != row.home]
    known = dict(
        Page.objects.filter(
            channel=row.channel_id, key__in=[key_of(link.address) for link in links]
        ).values_list("key", "seen_on")
    )
    for link in links:
        key = key_of(link.address)
        own = host_of(link.address) == host_of(row.home)
        if own and is_page(link.address):
            yield Stop(link.address, Purpose.PAGE, REST, found_on, link.words, None, known.get(key))
        else:
            turn = int(key_of(f"{row.day} {key}")[:8], 16) % TURNS
            yield Stop(link.address, Purpose.LINK, LINKS + turn, found_on, link.words)


def _keep_page(row: Round, visit: Visit, facts: PageFacts, file_day: date | None, day: date) -> None:
    page, is_new = Page.objects.get_or_create(
        channel_id=row.channel_id,
        key=visit.key,
        defaults={"address": visit.address, "first_seen_on": day, "seen_on": day},
    )
    # A second look on the same day compares with the day before, not with itself.
    if page.seen_on < day:
        page.print_before = page.print
    if not is_new and page.print and page.print != facts.print:
        page.changed_on = day
    page.title, page.print = facts.title, facts.print
    page.day = date.fromisoformat(facts.day) if facts.day else None
    page.file_day, page.seen_on = file_day, day
    page.save()


def _keep_lines(column: int, entries: Iterable[Entry], day: date) -> None:
    Column.objects.filter(pk=column, first_read_on=None).update(first_read_on=day)
    Column.objects.filter(pk=column, last_read_on__lt=day).update(read_before_on=F("last_read_on"))
    Column.objects.filter(pk=column).update(last_read_on=day)
    wanted = {key_of(entry.address): (place, entry) for place, entry in enumerate(entries)}
    known = {line.key: line for line in ListLine.objects.filter(column=column, key__in=list(wanted))}
    new = []
    for key, (place, entry) in wanted.items():
        bears = date.fromisoformat(entry.day) if entry.day else None
        line = known.get(key)
        if line is None:
            line = ListLine(
                column_id=column, key=key, address=entry.address, first_seen_on=day, seen_on=day, day=bears
            )
            new.append(line)
        elif line.seen_on < day:
            line.day_before = line.day
        line.words, line.place, line.day, line.seen_on = entry.words, place, bears, day
    ListLine.objects.bulk_create(new, ignore_conflicts=True, batch_size=200)
    ListLine.objects.bulk_update(
        known.values(), ["words", "place", "day", "day_before", "seen_on"], batch_size=200
    )


def _keep_places(row: Round, places: Iterable[Place], day: date) -> None:
    own = [place for place in places if host_of(place.address) == host_of(row.home)]
    days = {key_of(place.address): place.day for place in own if place.day}
    keys = list(days)
    for start in range(0, len(keys), 400):
        pages = list(Page.objects.filter(channel=row.channel_id, key__in=keys[start : start + 400]))
        for page in pages:
            page.map_day = date.fromisoformat(days[page.key])
        Page.objects.bulk_update(pages, ["map_day"], batch_size=200)
    if row.whole:
        add_stops(row, _places_to_go(row, own))
    # The day waits on the visit until the page itself has been read.
    visit = Visit.objects.filter(round=row, purpose=Purpose.MAP).first()
    if visit is not None:
        visit.seen = {**visit.seen, "days": days}
        visit.save(update_fields=["seen"])


def _places_to_go(row: Round, places: list[Place]) -> Iterator[Stop]:
    seen = dict(Page.objects.filter(channel=row.channel_id).values_list("key", "seen_on"))
    for place in places:
        if is_page(place.address):
            before = seen.get(key_of(place.address))
            yield Stop(place.address, Purpose.PAGE, REST, "sitemap.xml", seen_before=before)
