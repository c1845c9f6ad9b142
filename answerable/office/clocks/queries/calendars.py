"""Calendars as pages show them: a year of twelve months, its notice, its versions and what each moved."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.clocks.models import Clock, DateChange, Version
from answerable.office.clocks.queries import standing
from answerable.office.clocks.queries.clocks import within_reach
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.seeds import codes
from answerable.office.clocks.rules.states import OPEN
from answerable.office.clocks.words import CALENDAR_NAMES, DAY_NAMES, stage_name, titled

#: Years around the present one that the page leads to.
BACK, AHEAD = 3, 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a month."""

    day: date
    kind: str
    kind_name: str
    name: str
    today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One month in weeks from Monday; days of other months are None."""

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]
    worked: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The notice that settles a year; a shipped year has neither name nor person."""

    notice: str
    link: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a calendar."""

    number: int
    change: dict[str, Any]
    by: str
    at: datetime
    moved: int


@dataclass(frozen=True, slots=True)
class YearPage:
    """A calendar in one year."""

    code: str
    name: str
    year: int
    months: tuple[Month, ...]
    confirmation: Confirmation | None
    reaching: int
    hours: tuple[tuple[str, str], ...]
    zone: str
    versions: tuple[VersionRow, ...]
    years: tuple[tuple[int, bool], ...]
    in_force: bool
    may_keep: bool
    make_up: int
    holidays: int


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One clock that a version of the calendar moved."""

    clock: int
    title: str
    stage_name: str
    old: datetime
    new: datetime


def calendar_name(code: str) -> str:
    """Say the place of a calendar."""
    return str(CALENDAR_NAMES.get(code, code))


def year_page(actor: Actor, code: str, year: int, *, at: datetime) -> YearPage:
    """Show a calendar in one year."""
    in_force = standing.calendar_code()
    if code != in_force and code not in codes():
        raise NotFound(
            gettext("There is no such calendar."), gettext("Go to the working days of this house.")
        )
    newest = Version.objects.filter(calendar__code=code).order_by("-number").first()
    calendar = standing.calendar_of(None, at=at) if code == in_force else standing.calendar_named(code)
    today = timezone.localtime(at, calendar.place).date()
    marked = [day for day in calendar.holidays if day.year == year]
    return YearPage(
        code=code,
        name=calendar_name(code),
        year=year,
        months=tuple(_month(calendar, year, month, today) for month in range(1, 13)),
        confirmation=_confirmation(calendar, newest, year),
        reaching=_reaching(code, calendar, year),
        hours=tuple((f"{opens:%H:%M}", f"{closes:%H:%M}") for opens, closes in calendar.hours),
        zone=calendar.zone,
        versions=versions_of(code),
        years=tuple((one, one in calendar.confirmed) for one in range(today.year - BACK, today.year + AHEAD)),
        in_force=code == in_force,
        may_keep=actor.may("calendars.keep"),
        make_up=sum(day.year == year for day in calendar.make_up),
        holidays=len(marked),
    )


def _month(calendar: WorkCalendar, year: int, month: int, today: date) -> Month:
    days = list(Weeks().itermonthdates(year, month))
    cells = [_cell(calendar, day, today) if day.month == month else None for day in days]
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    worked = sum(cell is not None and cell.kind in ("working", "make_up") for cell in cells)
    return Month(date(year, month, 1), weeks, worked)


def _cell(calendar: WorkCalendar, day: date, today: date) -> Cell:
    found = calendar.look_up(day)
    name = gettext(found.name) if found.name else ""
    return Cell(day, found.kind.value, str(DAY_NAMES[found.kind]), name, day == today)


def _confirmation(calendar: WorkCalendar, newest: Version | None, year: int) -> Confirmation | None:
    if year not in calendar.confirmed:
        return None
    found = newest.confirmed.get(str(year), {}) if newest else {}
    moment = datetime.fromisoformat(found["at"]) if found.get("at") else None
    return Confirmation(found.get("notice", ""), found.get("link", ""), found.get("by", ""), moment)


def _reaching(code: str, calendar: WorkCalendar, year: int) -> int:
    """Count the open clocks of a calendar that run into a year."""
    first = datetime(year, 1, 1, tzinfo=calendar.place)
    rows = Clock.objects.filter(calendar=code, state__in=OPEN).exclude(limit="")
    return rows.filter(due__gte=first, since__lt=first.replace(year=year + 1)).count()


def versions_of(code: str) -> tuple[VersionRow, ...]:
    """List the versions of a calendar, the newest first."""
    rows = Version.objects.filter(calendar__code=code).order_by("-number")
    return tuple(VersionRow(row.number, row.change, row.by_name, row.at, row.moved) for row in rows[:50])


def moved_by(actor: Actor, code: str, number: int) -> tuple[MovedRow, ...]:
    """List the clocks within the actor's reach that a version of a calendar moved."""
    rows = DateChange.objects.filter(Q(clock__in=within_reach(actor)), kind="calendar")
    rows = rows.filter(reason=f"{code}-{number}").select_related("clock").order_by("new", "pk")
    return tuple(
        MovedRow(row.clock_id, titled(row.clock), stage_name(row.clock.stage), row.old, row.new)
        for row in rows[:500]
    )
