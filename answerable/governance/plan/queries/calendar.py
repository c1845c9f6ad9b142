"""The calendar a plan counts on."""

from answerable.governance.plan.rules.document import PlanDocument
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.seeds import codes


def calendar_for(document: PlanDocument) -> WorkCalendar:
    """Give the calendar that a plan names, as the house keeps it."""
    return clocks.calendar_named(document.calendar, document.zone)


def calendars_here(document: PlanDocument) -> frozenset[str]:
    """List the calendars this house keeps: those it began with, and the plan's own where an officer entered it."""
    own = calendar_for(document).version
    entered = {document.calendar} if not own.endswith("-0") else set()
    return frozenset(entered | set(codes()))
