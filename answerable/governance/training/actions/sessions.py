"""Planning a session, taking places, and signing that somebody was there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.training.actions.certificates import issue_earned
from answerable.governance.training.models import Attendance, Course, Session
from answerable.governance.training.queries.door import KEEP, READ, may_sign_for, session_for
from answerable.governance.training.rules.states import MOVES, Move, Signed, State
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session as somebody plans it; the trainer may be somebody from outside, by name."""

    course: int
    begins_at: datetime
    place: str = ""
    trainer: int | None = None
    trainer_name: str = ""
    hours: Decimal | None = None


def plan_session(draft: SessionDraft, *, by: Actor, at: datetime) -> int:
    """Plan a sitting of a course; gives its id."""
    by.need(KEEP)
    course = Course.objects.filter(pk=draft.course).first()
    if course is None:
        raise NotFound(_("There is no such course."), _("Go back to the list."))
    name = draft.trainer_name.strip()
    if draft.trainer is not None:
        name = people.people_names([draft.trainer]).get(draft.trainer, name)
    if not name:
        raise Anticipated(_("Nobody is named who teaches."), _("Choose a person, or write a name."))
    with transaction.atomic():
        row = Session.objects.create(
            course=course,
            begins_at=draft.begins_at,
            hours=draft.hours if draft.hours is not None else course.hours,
            place=draft.place.strip()[:200],
            trainer_id=draft.trainer,
            trainer_name=name[:200],
        )
        record("training.plan_session", _subject(row.pk), by=by, at=at, course=course.pk)
    return row.pk


def cancel_session(session: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Call a session off, with the reason."""
    by.need(KEEP)
    if not reason.strip():
        raise Anticipated(_("A reason is needed."), _("Say in a few words why it is called off."))
    with transaction.atomic():
        row = session_for(by, session)
        rows = Session.objects.filter(pk=row.pk)
        MOVES.make(rows, State(row.state), Move.CANCEL, reason=reason.strip())
        record("training.cancel_session", _subject(row.pk), by=by, at=at, reason=reason.strip())


def enter(session: int, persons: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Give people a place in a session: oneself, or, for whoever keeps training, others; says how many came anew."""
    chosen = set(persons)
    by.need(READ if chosen == {by.person} else KEEP)
    with transaction.atomic():
        row = session_for(by, session)
        if row.state != State.PLANNED:
            raise Anticipated(_("This session is over."), _("Choose one that is planned."))
        names = people.people_names(chosen)
        there = set(Attendance.objects.filter(session=row).values_list("person", flat=True))
        fresh = sorted(names.keys() - there)
        Attendance.objects.bulk_create(
            Attendance(session=row, person_id=person, person_name=names[person]) for person in fresh
        )
        record("training.enter", _subject(row.pk), by=by, at=at, count=len(fresh))
    return len(fresh)


def leave(session: int, *, by: Actor, at: datetime) -> None:
    """Give one's own place back while the session is planned."""
    by.need(READ)
    with transaction.atomic():
        row = session_for(by, session)
        if row.state != State.PLANNED:
            raise Anticipated(_("This session is over."), _("Choose one that is planned."))
        place = Attendance.objects.filter(session=row, person=by.person)
        if place.exclude(signed_as=Signed.NOT).exists():
            raise Anticipated(_("This has been signed already."), _("Nothing more is needed."))
        place.delete()
        record("training.leave", _subject(row.pk), by=by, at=at)


def sign_for(session: int, present: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Sign, as the trainer or for them, who was there; the session counts as held. Gives how many were."""
    with transaction.atomic():
        row = session_for(by, session)
        if not may_sign_for(by, row):
            raise NotAllowed(_("Only its trainer signs for a session."), _("Ask the trainer or the office."))
        _refuse_before(row, at=at)
        _refuse_cancelled(row)
        if row.state == State.PLANNED:
            MOVES.make(Session.objects.filter(pk=row.pk), State.PLANNED, Move.HOLD)
        unsigned = Attendance.objects.filter(session=row, person__in=list(present), signed_as=Signed.NOT)
        signed = list(unsigned.values_list("person", flat=True))
        unsigned.update(signed_as=Signed.TRAINER, signed_by=by.name, signed_at=at, hours=row.hours)
        record("training.sign_for", _subject(row.pk), by=by, at=at, count=len(signed), hours=str(row.hours))
        for person in signed:
            issue_earned(row.course_id, person, by=by, at=at)
    return len(signed)


def sign_own(session: int, *, by: Actor, at: datetime) -> None:
    """Sign that one was there oneself: a word, not a check-in. Who was not entered takes the place with it."""
    if by.person is None:
        raise NotAllowed(_("Only a person takes part."), _("Sign in with the account of a person."))
    with transaction.atomic():
        row = session_for(by, session)
        _refuse_before(row, at=at)
        _refuse_cancelled(row)
        signed = {"signed_as": Signed.OWN, "signed_by": by.name, "signed_at": at, "hours": row.hours}
        place, _is_new = Attendance.objects.get_or_create(
            session=row, person_id=by.person, defaults={"person_name": by.name}
        )
        if not Attendance.objects.filter(pk=place.pk, signed_as=Signed.NOT).update(**signed):
            raise Anticipated(_("This has been signed already."), _("Nothing more is needed."))
        record("training.sign_own", _subject(row.pk), by=by, at=at, hours=str(row.hours))
        issue_earned(row.course_id, by.person, by=by, at=at)


def _refuse_before(row: Session, *, at: datetime) -> None:
    if at < row.begins_at:
        raise Anticipated(_("The session has not begun."), _("Sign when it is over."))


def _refuse_cancelled(row: Session) -> None:
    if row.state == State.CANCELLED:
        raise Anticipated(_("This session was called off."), _("Choose another one."))


def _subject(session: int) -> str:
    return f"session:{session}"
