"""An officer changes a calendar: each change is a new version, and open clocks are counted anew at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions.recounting import ensure, recount, write_version
from answerable.office.clocks.models import Calendar, Version
from answerable.office.clocks.queries import standing
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.revising import DayChange, Refused, Wrong, confirmed, revised, with_hours

KEEP = "calendars.keep"
_SENTENCES = {
    Wrong.ORDER: _("The last day lies before the first."),
    Wrong.TOO_LONG: _("That is more than a month; a holiday is shorter."),
    Wrong.NOTHING: _("The calendar says so already; nothing was changed."),
    Wrong.HOURS: _("Office hours must be in order, and each must end after it begins."),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What a change did: the new version, and how many open clocks got another date."""

    version: int
    moved: int


@dataclass(frozen=True, slots=True)
class Notice:
    """The official notice that settles a year: what it is called, where it stands, and the days that it sets."""

    name: str
    link: str = ""
    days: tuple[DayChange, ...] = ()


def change_days(code: str, changes: Iterable[DayChange], *, by: Actor, at: datetime) -> Done:
    """Make days holidays, make-up working days or plain days."""
    wanted = tuple(changes)
    change = Change({"kind": "days", "days": _words(wanted)})
    return _revise(code, lambda calendar: revised(calendar, wanted), change, by=by, at=at)


def change_hours(code: str, hours: tuple[tuple[time, time], ...], *, by: Actor, at: datetime) -> Done:
    """Set other office hours."""
    change = Change({"kind": "hours", "hours": [f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in hours]})
    return _revise(code, lambda calendar: with_hours(calendar, hours), change, by=by, at=at)


def confirm_year(code: str, year: int, notice: Notice, *, by: Actor, at: datetime) -> Done:
    """Note that a year's official notice has been entered; what reached into the year is no longer provisional."""
    if not notice.name.strip():
        raise Anticipated(_("Say which notice settles the year."), _("Write its title or its number."))
    facts = {"notice": notice.name.strip(), "link": notice.link, "by": by.name, "at": at.isoformat()}
    days = _words(notice.days)
    change = Change({"kind": "confirmed", "year": year, "days": days, **facts}, {str(year): facts})
    return _revise(
        code, lambda calendar: confirmed(_with_days(calendar, notice.days), year), change, by=by, at=at
    )


def _with_days(calendar: WorkCalendar, days: tuple[DayChange, ...]) -> WorkCalendar:
    """Enter the days of a notice; one that says what the calendar says already changes none."""
    try:
        return revised(calendar, days)
    except Refused as refusal:
        if refusal.why is Wrong.NOTHING:
            return calendar
        raise


def _words(days: Iterable[DayChange]) -> list[list[str]]:
    return [[one.first.isoformat(), one.last.isoformat(), one.to.value, one.name] for one in days]


@dataclass(frozen=True, slots=True)
class Change:
    """A change as the version keeps it, with the years it confirms."""

    words: dict[str, Any]
    confirms: dict[str, Any] = field(default_factory=dict)


def _revise(
    code: str,
    made: Callable[[WorkCalendar], WorkCalendar],
    change: Change,
    *,
    by: Actor,
    at: datetime,
) -> Done:
    """Write the next version of a calendar down and count its open clocks anew, in one transaction."""
    by.need(KEEP)
    with transaction.atomic():
        ensure(code, by=by, at=at)
        # one officer after the other: the second reads what the first has written
        row = Calendar.objects.select_for_update().get(code=code)
        try:
            after = made(standing.calendar_named(code))
        except Refused as refusal:
            raise Anticipated(_SENTENCES[refusal.why], _("Look at what you have written.")) from refusal
        version = write_version(row, after, change.words, by=by, at=at)
        if change.confirms:
            version.confirmed = {**version.confirmed, **change.confirms}
            Version.objects.filter(pk=version.pk).update(confirmed=version.confirmed)
        record("clocks.revise", f"calendar:{code}", by=by, at=at, number=version.number, change=change.words)
        return Done(version.number, recount(code, by=by, at=at))
