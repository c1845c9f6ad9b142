"""What holds in the office now: the sheet of the plan in force and the calendar."""

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef

from answerable.kernel.together import read_together
from answerable.office.clocks.models import Adopted, Version
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.ladders import Ladder
from answerable.office.clocks.rules.seeds import code_for, seed
from answerable.office.clocks.rules.sheet import Sheet, as_sheet
from answerable.office.clocks.rules.staging import EventRule


def sheet() -> Sheet | None:
    """Give what the plan in force wrote down, or None before any plan."""
    newest = Adopted.objects.order_by("-pk").first()
    return as_sheet(newest.content) if newest else None


def calendar_code() -> str:
    """Give the code of the calendar that holds here."""
    found = sheet()
    return found.calendar if found else code_for(settings.TIME_ZONE)


def calendar_of(unit: int | None, *, at: datetime) -> WorkCalendar:
    """Give the working days that hold for a unit; all units of a body share those of its plan."""
    adopted = Adopted.objects.order_by("-pk")[:1]
    # A body has a few calendars and a version a year; that of the plan is known only once the plan is read.
    newer = Version.objects.filter(calendar=OuterRef("calendar"), number__gt=OuterRef("number"))
    newest = Version.objects.filter(~Exists(newer)).select_related("calendar")
    read_together(adopted, newest)
    found = as_sheet(adopted[0].content) if adopted else None
    code, zone = (found.calendar, found.zone) if found else (code_for(settings.TIME_ZONE), settings.TIME_ZONE)
    version = next((row for row in newest if row.calendar.code == code), None)
    return as_calendar(code, version) if version else seed(code, zone)


def calendar_named(code: str, zone: str = "") -> WorkCalendar:
    """Give the newest version of a calendar; before its first, the one it is shipped with."""
    newest = Version.objects.filter(calendar__code=code).order_by("-number").first()
    return as_calendar(code, newest) if newest else seed(code, zone)


def as_calendar(code: str, row: Version) -> WorkCalendar:
    """Give a kept version for counting."""
    return WorkCalendar(
        zone=row.zone,
        version=f"{code}-{row.number}",
        holidays={date.fromisoformat(day): name for day, name in row.holidays.items()},
        make_up=frozenset(date.fromisoformat(day) for day in row.make_up),
        confirmed=frozenset(int(year) for year in row.confirmed),
        hours=tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in row.hours),
        weekend=frozenset(row.weekend),
    )


def parameter(name: str, default: Any) -> Any:
    """Give a figure of the plan in force, or what holds where the plan does not say."""
    found = sheet()
    return found.parameters[name].value if found and name in found.parameters else default


def rule(rule_id: str) -> EventRule | None:
    """Give a rule of the plan in force."""
    found = sheet()
    return found.rules.get(rule_id) if found else None


def ladder(name: str) -> Ladder | None:
    """Give a ladder of the plan in force."""
    found = sheet()
    return found.ladders.get(name) if found else None


def post_ids(code: str) -> tuple[int, ...]:
    """Give the posts that stand behind a post of the plan."""
    found = sheet()
    return found.posts.get(code, ()) if found else ()
