"""The calendar a plan counts on."""

from datetime import datetime

from answerable.governance.plan.rules.document import PlanDocument
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.calendars import WorkCalendar


def calendar_for(document: PlanDocument, *, at: datetime) -> WorkCalendar:
    """Give the calendar that a plan names, as the house keeps it."""
    return clocks.calendar_named(document.calendar, document.zone, at=at)
