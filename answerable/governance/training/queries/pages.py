"""The pages of the room: mine, the courses, one course, one session, one exercise, a certificate, a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from answerable.governance.duties.queries.proving import Provable, runs_to_prove
from answerable.governance.plan import queries as plan
from answerable.governance.training.models import (
    Attendance,
    Certificate,
    Course,
    Exercise,
    QuizPass,
    Session,
)
from answerable.governance.training.queries.door import KEEP, READ, course_for, may_sign_for, session_for
from answerable.governance.training.queries.records import HoursRow, hours, sittings, sums_of
from answerable.governance.training.queries.short import ShortRow, hours_asked, hours_of_duty, short_of
from answerable.governance.training.rules.lacking import year_of
from answerable.governance.training.rules.quiz import QuizQuestion, from_record
from answerable.governance.training.rules.states import Signed, State
from answerable.governance.training.rules.validity import ends_soon, holds
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.together import Asked, read_together, told
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of

PAGE = 50
#: The kind of evidence that a record of training is.
EVIDENCE = "training_record"


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate and whether it holds."""

    id: int
    course: str
    course_id: int
    person_name: str
    issued_on: date
    valid_until: date | None
    is_valid: bool
    is_ending: bool


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a list shows it; `place_of_mine` says whether I am entered, and whether I have signed."""

    id: int
    course: str
    course_id: int
    begins_at: datetime
    hours: Decimal
    place: str
    trainer: str
    state: State
    entered: bool
    signed: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """My training: what my posts ask, what I have, what comes, what it would prove."""

    short: tuple[ShortRow, ...]
    hours: Decimal
    asked: Decimal
    certificates: tuple[CertificateRow, ...]
    sessions: tuple[SessionRow, ...]
    exercises: tuple[Exercise, ...]
    provable: tuple["ProvableHours", ...]


@dataclass(frozen=True, slots=True)
class ProvableHours:
    """A run that a record of training proves, with the hours it asks for; `met` says that the record suffices."""

    run: Provable
    have: Decimal
    need: Decimal
    met: bool


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A course with its sittings, and what I have of it."""

    row: Course
    sessions: tuple[SessionRow, ...]
    quiz: tuple[QuizQuestion, ...]
    passed_on: date | None
    may_keep: bool


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session. Who sits in it is shown to whoever signs for it, and to nobody else."""

    row: Session
    mine: SessionRow
    people: tuple[Attendance, ...]
    may_sign: bool
    may_keep: bool
    choices: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What one person has on record in one year."""

    person: int
    name: str
    year: int
    rows: tuple[HoursRow, ...]
    hours: Decimal
    certificates: tuple[CertificateRow, ...]


def mine(actor: Actor, *, at: datetime) -> Mine:
    """Show a person their own training."""
    actor.need(READ)
    person, day = actor.person, day_of(at)
    if person is None:
        return Mine((), Decimal(0), Decimal(0), (), (), (), ())
    standing = plan.in_force(at=at)
    wanted = hours_asked(standing)
    short = tuple(row for row in short_of(actor.posts, at=at, asked=wanted) if row.person == person)
    asked = max((one.hours for one in wanted if one.post in actor.posts), default=Decimal(0))
    coming = session_rows_asked(
        actor, Session.objects.filter(state=State.PLANNED).order_by("begins_at", "pk")[:PAGE], at=at
    )
    certificates = Certificate.objects.filter(person=person).select_related("course")
    exercises = Exercise.objects.filter(person=person).select_related("course")[:PAGE]
    sat = sums_of([person], *year_of(day))
    read_together(coming, certificates, exercises, sat)
    had = Decimal(sat[0][1]) if sat else Decimal(0)
    return Mine(
        short,
        had,
        asked,
        tuple(_certificate(row, day) for row in certificates),
        coming.tell(),
        tuple(exercises),
        provable_hours(actor, standing, {year_of(day): had}, at=at),
    )


def provable_hours(
    actor: Actor,
    standing: plan.Standing | None,
    known: Mapping[tuple[date, date], Decimal] | None = None,
    *,
    at: datetime,
) -> tuple[ProvableHours, ...]:
    """List the runs that this actor's record of training proves, and whether it suffices already.

    `standing` is the plan in force; `known` are hours of years that were added up already.
    """
    if actor.person is None:
        return ()
    runs = runs_to_prove(actor, {EVIDENCE}, standing, at=at)
    by_year = dict(known or {})
    for year in {year_of(run.row.period_end) for run in runs} - set(by_year):
        by_year[year] = hours(actor.person, *year)
    found = []
    for run in runs:
        need, have = _need_of(run, standing), by_year[year_of(run.row.period_end)]
        found.append(ProvableHours(run, have, need, have >= need and have > 0))
    return tuple(found)


def _need_of(run: Provable, standing: plan.Standing | None) -> Decimal:
    least = hours_of_duty(run.duty, standing.document) if standing else None
    return least if least is not None else Decimal(0)


def certificates_of(person: int, day: date) -> tuple[CertificateRow, ...]:
    """List somebody's certificates, newest first."""
    rows = Certificate.objects.filter(person=person).select_related("course")
    return tuple(_certificate(row, day) for row in rows)


def _certificate(row: Certificate, day: date) -> CertificateRow:
    return CertificateRow(
        row.pk,
        row.course.name,
        row.course_id,
        row.person_name,
        row.issued_on,
        row.valid_until,
        holds(row.valid_until, day),
        ends_soon(row.valid_until, day),
    )


def session_rows(actor: Actor, rows: Any, *, at: datetime) -> tuple[SessionRow, ...]:
    """Give sessions as rows, with the actor's own place in each: one query."""
    return told(session_rows_asked(actor, rows, at=at))


def session_rows_asked(actor: Actor, rows: Any, *, at: datetime) -> Asked[tuple[SessionRow, ...]]:
    """Say what is to be read for rows of sessions."""
    found = rows.select_related("course")
    own = Attendance.objects.filter(session__in=rows.values("pk"), person=actor.person)
    signed = own.values_list("session", "signed_as")

    def tell() -> tuple[SessionRow, ...]:
        places = dict(signed)
        return tuple(_session_row(row, places, at=at) for row in found)

    return Asked((found, signed), tell)


def _session_row(row: Session, places: Mapping[int, str], *, at: datetime) -> SessionRow:
    return SessionRow(
        row.pk,
        row.course.name,
        row.course_id,
        row.begins_at,
        row.hours,
        row.place,
        row.trainer_name,
        State(row.state),
        row.pk in places,
        bool(places.get(row.pk)),
        at >= row.begins_at,
    )


def courses(actor: Actor, *, page: str | int = 1) -> "Page[Any]":
    """List the courses by name; those no longer given last."""
    actor.need(READ)
    rows = Course.objects.defer("quiz", "about").order_by("-is_given", "name", "pk")
    return Paginator(rows, PAGE).get_page(page)


def course_page(actor: Actor, course: int, *, at: datetime) -> CoursePage:
    """Show a course."""
    row = course_for(actor, course)
    passed = (
        QuizPass.objects.filter(course=row, person=actor.person).values_list("passed_on", flat=True).first()
    )
    return CoursePage(
        row,
        session_rows(actor, row.sessions.order_by("-begins_at")[:PAGE], at=at),
        tuple(from_record(one) for one in row.quiz),
        passed,
        actor.may(KEEP),
    )


def session_page(actor: Actor, session: int, *, at: datetime) -> SessionPage:
    """Show a session."""
    row = session_for(actor, session)
    may_sign, may_keep = may_sign_for(actor, row), actor.may(KEEP)
    listed = tuple(row.attendances.order_by("person_name", "pk")) if may_sign else ()
    there = {one.person_id for one in listed}
    choices = tuple(one for one in people.person_choices(actor) if one[0] not in there) if may_keep else ()
    mine_here = session_rows(actor, Session.objects.filter(pk=row.pk), at=at)[0]
    return SessionPage(row, mine_here, listed, may_sign, may_keep, choices)


def short_page(actor: Actor, *, at: datetime, page: str | int = 1) -> "Page[Any]":
    """Show the office who is short of what, by post."""
    actor.need(KEEP)
    return Paginator(short_of(None, at=at), PAGE).get_page(page)


def record_of(actor: Actor, person: int | None, year: int, *, at: datetime) -> Record:
    """Give one person's record of a year: to that person, and to whoever keeps training."""
    actor.need(READ)
    whose = actor.person if person is None else person
    if whose is None or (whose != actor.person and not actor.may(KEEP)):
        raise NotAllowed(_("A record of training is the person's own."), _("Ask them, or the office."))
    names = people.people_names([whose])
    if whose not in names:
        raise NotFound(_("There is no such person."), _("Go back to the list."))
    span = year_of(date(year, 1, 1))
    return Record(
        whose,
        names[whose],
        year,
        sittings(whose, *span),
        hours(whose, *span),
        certificates_of(whose, day_of(at)),
    )


def certificate_page(actor: Actor, certificate: int, *, at: datetime) -> CertificateRow:
    """Give a certificate to its person and to whoever keeps training."""
    actor.need(READ)
    row = Certificate.objects.select_related("course").filter(pk=certificate).first()
    if row is None or not (row.person_id == actor.person or actor.may(KEEP)):
        raise NotFound(_("There is no such certificate."), _("Go back to your training."))
    return _certificate(row, day_of(at))


def exercises_to_read(actor: Actor, *, page: str | int = 1) -> "Page[Any]":
    """List the exercises that wait for a trainer's words, the longest waiting first."""
    actor.need(READ)
    rows = Exercise.objects.filter(feedback_at=None, deleted_at=None).exclude(handed_at=None)
    if not actor.may(KEEP):
        rows = rows.filter(course__sessions__trainer=actor.person).distinct()
    rows = rows.exclude(person=actor.person).select_related("course").order_by("handed_at", "pk")
    return Paginator(rows, PAGE).get_page(page)


def may_keep(actor: Actor) -> bool:
    """Say whether somebody keeps training."""
    return actor.may(KEEP)


def is_signed(row: Attendance) -> bool:
    """Say whether a place was signed."""
    return row.signed_as != Signed.NOT
