"""Calendars to begin with, one file a place, as the `holidays` library knew them when the file was made.

Offices work five days a week in all of them. They are a beginning and no authority: the office's own calendar is
data that an officer corrects and confirms.
"""

import json
from datetime import date
from functools import cache
from importlib.resources import files

from answerable.office.clocks.rules.calendars import OFFICE_HOURS, WorkCalendar

#: Where the body's zone leads when no plan names a calendar.
BY_ZONE = {
    "Asia/Shanghai": "CN",
    "Asia/Hong_Kong": "HK",
    "Asia/Macau": "MO",
    "Europe/London": "GB-ENG",
    "Europe/Dublin": "IE",
}
#: A place whose calendar we do not know: every year is provisional until the office has entered it.
BARE = "BARE"


def codes() -> tuple[str, ...]:
    """List the places whose calendars are shipped."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in found if name.endswith(".json")))


def code_for(zone: str) -> str:
    """Give the calendar of a zone, or that of a place we do not know."""
    return BY_ZONE.get(zone, BARE)


@cache
def seed(code: str, zone: str = "") -> WorkCalendar:
    """Give the calendar a place begins with; an unknown place begins with weekends and no confirmed year."""
    if code not in codes():
        return WorkCalendar(zone=zone or "UTC", version=f"{code}-0")
    found = json.loads(files(__name__).joinpath(f"{code}.json").read_text(encoding="utf-8"))
    return WorkCalendar(
        zone=zone or found["zone"],
        version=f"{code}-0",
        holidays={date.fromisoformat(day): name for day, name in found["holidays"].items()},
        make_up=frozenset(date.fromisoformat(day) for day in found["make_up"]),
        confirmed=frozenset(found["confirmed"]),
        hours=OFFICE_HOURS,
        weekend=frozenset(found["weekend"]),
    )
