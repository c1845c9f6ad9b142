"""The morning brief: its day, its readers and their times."""

from datetime import date, datetime, timedelta

from answerable.governance.duties.queries.matrix import moments
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.reports.kinds import KINDS, Gathered
from answerable.reports.models import BriefTime
from answerable.reports.rules.periods import Period

#: A time is offered to whoever has chosen none: before the office opens.
FIRST_CHOICE = 7 * 60 + 30


def period_before(day: date) -> Period:
    """Give the day before a morning, as the period of its brief."""
    before = day - timedelta(days=1)
    since, until = moments(before, before)
    return Period(before, before, since, until)


def brief(actor: Actor, *, at: datetime) -> tuple[Gathered, Period]:
    """Gather the brief of this morning for somebody who reads papers."""
    actor.need("papers.read")
    period = period_before(people.day_of(at))
    return KINDS["brief"].gather(period, at=at), period


def brief_minute(actor: Actor) -> int | None:
    """Give when this reader wants the brief told; None: not at all."""
    if actor.person is None:
        return None
    return BriefTime.objects.filter(person=actor.person).values_list("minute", flat=True).first()


def due_readers(minute: int, *, at: datetime) -> tuple[int, ...]:
    """List the readers whose minute of the day has come; a choice made today counts from tomorrow if it had passed."""
    return tuple(
        BriefTime.objects.filter(minute__lte=minute, changed_at__lte=at)
        .order_by("person")
        .values_list("person_id", flat=True)
    )


def readers_of_brief() -> frozenset[int]:
    """Give all who chose a time: the house tells them their morning in the brief, and not twice."""
    return frozenset(BriefTime.objects.exclude(minute=None).values_list("person_id", flat=True))
