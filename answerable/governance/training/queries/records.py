"""Hours and certificates as a record. Nothing here orders people, and nothing compares them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils import timezone

from answerable.governance.training.models import Attendance, Certificate
from answerable.governance.training.rules.lacking import Held
from answerable.governance.training.rules.states import Signed
from answerable.kernel.together import read_together


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One sitting that somebody took part in."""

    course: str
    begins_at: datetime
    trainer: str
    hours: Decimal
    signed_as: str
    signed_by: str


def _between(since: date, until: date) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return (
        datetime.combine(since, time(), zone),
        datetime.combine(until + timedelta(days=1), time(), zone),
    )


def hours(person: int, since: date, until: date) -> Decimal:
    """Give the hours that somebody has from sessions on these days, both included."""
    return hours_of([person], since, until)[person]


def hours_of(persons: Iterable[int], since: date, until: date) -> dict[int, Decimal]:
    """Give the hours of several people in one query."""
    wanted = list(persons)
    found = {person: Decimal(total) for person, total in sums_of(wanted, since, until)}
    return {person: found.get(person, Decimal(0)) for person in wanted}


def sums_of(persons: Iterable[int], since: date, until: date) -> "QuerySet[Any]":
    """Give the rows of (person, hours) on these days; who has none is left out."""
    first, after = _between(since, until)
    rows = Attendance.objects.filter(
        person__in=list(persons), session__begins_at__gte=first, session__begins_at__lt=after
    ).exclude(signed_as=Signed.NOT)
    return rows.values_list("person").annotate(total=Sum("hours")).order_by()


def sittings(person: int, since: date, until: date) -> tuple[HoursRow, ...]:
    """List what somebody took part in on these days, in order."""
    first, after = _between(since, until)
    rows = (
        Attendance.objects.filter(person=person, session__begins_at__gte=first, session__begins_at__lt=after)
        .exclude(signed_as=Signed.NOT)
        .select_related("session__course")
        .order_by("session__begins_at", "pk")
    )
    return tuple(
        HoursRow(
            row.session.course.name,
            row.session.begins_at,
            row.session.trainer_name,
            row.hours,
            row.signed_as,
            row.signed_by,
        )
        for row in rows
    )


def held_by(persons: Iterable[int], courses: Iterable[int]) -> dict[tuple[int, int], Held]:
    """Say what people have of courses: (person, course) -> held. One query."""
    people, wanted = list(persons), list(courses)
    attended = (
        Attendance.objects.filter(
            person__in=people, session__course__in=wanted, session__course__certifies=False
        )
        .exclude(signed_as=Signed.NOT)
        .values_list("person", "session__course")
        .distinct()
        .order_by()
    )
    certificates = Certificate.objects.filter(person__in=people, course__in=wanted).values("person", "course")
    rows = certificates.annotate(
        until=Max("valid_until"), endless=Count("pk", filter=Q(valid_until=None))
    ).order_by()
    read_together(attended, rows)
    found = {(person, course): Held(ever=True, until=None) for person, course in attended}
    for row in rows:
        key = (row["person"], row["course"])
        found[key] = Held(ever=True, until=None if row["endless"] else row["until"])
    return found
