"""A calendar changed: open clocks are counted anew, closed ones never."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions import counting
from answerable.office.clocks.actions.moving import Shift, shift
from answerable.office.clocks.events import CalendarChanged
from answerable.office.clocks.models import Calendar, Clock, Version
from answerable.office.clocks.queries import standing
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.seeds import seed
from answerable.office.clocks.rules.states import OPEN


def ensure(code: str, zone: str = "", *, by: Actor, at: datetime) -> Calendar:
    """Give the calendar of a place; the first time it begins with what is shipped, and in the zone of the plan."""
    with transaction.atomic():
        begun = seed(code, zone)
        row, is_new = Calendar.objects.get_or_create(code=code, defaults={"zone": begun.zone})
        if is_new:
            write_version(row, begun, {"kind": "shipped"}, by=MACHINE, at=at)
        elif zone and zone != row.zone:
            Calendar.objects.filter(pk=row.pk).update(zone=zone)
            row.zone = zone
            now = standing.calendar_named(code)
            write_version(row, now, {"kind": "zone", "zone": zone}, by=by, at=at)
            recount(code, by=by, at=at)
    return row


def write_version(
    row: Calendar, calendar: WorkCalendar, change: dict[str, object], *, by: Actor, at: datetime
) -> Version:
    """Keep a calendar as its next version."""
    newest = row.versions.order_by("-number").first()
    return Version.objects.create(
        calendar=row,
        number=newest.number + 1 if newest else 1,
        holidays={day.isoformat(): name for day, name in sorted(calendar.holidays.items())},
        make_up=sorted(day.isoformat() for day in calendar.make_up),
        confirmed={
            str(year): (newest.confirmed.get(str(year), {}) if newest else {})
            for year in sorted(calendar.confirmed)
        },
        hours=[[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in calendar.hours],
        weekend=sorted(calendar.weekend),
        zone=row.zone,
        change=change,
        by_name=by.name,
        at=at,
    )


def recount(calendar: str, *, by: Actor, at: datetime) -> int:
    """Count every open clock of a calendar anew; gives how many got another date."""
    with transaction.atomic():
        now = standing.calendar_named(calendar)
        moved = 0
        open_clocks = Clock.objects.select_for_update().filter(calendar=calendar, state__in=OPEN)
        for clock in open_clocks.exclude(limit="").order_by("pk"):
            old = clock.due
            counting.count(clock, now)
            if clock.due == old:
                _note_counted(clock)
                counting.rearm(clock, now)
                continue
            shift(clock, Shift(old, "calendar", now.version), now, by=by, at=at)
            moved += 1
        number = counting.split(now)[1]
        Version.objects.filter(calendar__code=calendar, number=number).update(moved=moved)
        record("clocks.recount", f"calendar:{calendar}", by=by, at=at, version=now.version, moved=moved)
        publish(CalendarChanged(calendar, number, at))
    return moved


def _note_counted(clock: Clock) -> None:
    clock.save(update_fields=["calendar_version", "provisional", "derivation"])
