"""The head of the plan: its id, version, title, day, calendar and zone; names in both languages."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from answerable.governance.plan.rules.document import Names, PlanDocument
from answerable.governance.plan.rules.lint.finding import about, warn
from answerable.governance.plan.rules.lint.house import House
from answerable.governance.plan.rules.reasons import Problem

#: ISO 3166 code of a country, with a subdivision where its holidays differ.
CALENDAR = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at the head and at names."""
    for word in ("id", "version", "effective"):
        if not getattr(document, word):
            yield about(document, "plan", "head_lacks", what=word)
    if not CALENDAR.fullmatch(document.calendar):
        yield about(document, "plan", "calendar_unknown", said=document.calendar)
    if not _is_zone(document.zone):
        yield about(document, "plan", "zone_unknown", said=document.zone)
    if not _is_named(document.title):
        yield warn(document, "plan", "name_missing", id="plan")
    for thing, named in document.objects():
        if not _is_named(named.names):
            yield warn(document, thing, "name_missing", id=named.id)


def _is_named(names: Names) -> bool:
    return bool(names.get("zh")) and bool(names.get("en"))


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def look_in_house(document: PlanDocument, house: House) -> Iterator[Problem]:
    """Look whether the house knows the calendar."""
    if house.calendars and document.calendar not in house.calendars and CALENDAR.fullmatch(document.calendar):
        known = ", ".join(sorted(house.calendars)[:20])
        yield about(document, "plan", "calendar_not_here", said=document.calendar, known=known)
