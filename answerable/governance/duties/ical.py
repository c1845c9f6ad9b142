"""Runs as a calendar file (RFC 5545) for the programmes that people have."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from answerable.governance.duties.queries.rows import RunRow
from answerable.governance.duties.words import STANDINGS, named, period_words

#: How often a programme should ask again; due dates change by the day.
REFRESH = timedelta(hours=6)


def written(rows: Iterable[RunRow], *, home: str, at: datetime) -> bytes:
    """Write runs as one calendar; each keeps its UID for ever, so that a moved date moves the entry."""
    book = Calendar()
    book.add("prodid", "-//Answerable//Duties//EN")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", _("Duties"))
    book.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    host = urlsplit(home).hostname or "answerable"
    for row in rows:
        event = Event()
        event.add("uid", f"occurrence-{row.id}@{host}")
        event.add("dtstamp", at)
        event.add("dtstart", row.due)
        event.add("dtend", row.due)
        event.add("summary", f"{named(row)} · {period_words(row.period_begin, row.period_end)}")
        event.add("description", f"{row.unit} · {STANDINGS[row.standing.word]}")
        event.add("url", f"{home}govern/duties/{row.id}/")
        event.add("transp", "TRANSPARENT")
        event.add("class", "CONFIDENTIAL")
        book.add_component(event)
    return book.to_ical()
