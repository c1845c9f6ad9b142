"""The door of the room: who sees a course, a session, an exercise, and who signs."""

from django.utils.translation import gettext as _

from answerable.governance.training.models import Course, Exercise, Session
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound

READ, KEEP = "training.read", "training.keep"


def course_for(actor: Actor, course: int) -> Course:
    """Give a course; courses are open to everybody in the house."""
    actor.need(READ)
    row = Course.objects.filter(pk=course).first()
    if row is None:
        raise NotFound(_("There is no such course."), _("Go back to the list."))
    return row


def session_for(actor: Actor, session: int) -> Session:
    """Give a session; sessions are open to everybody in the house, who sat in them is not."""
    actor.need(READ)
    row = Session.objects.select_related("course").filter(pk=session).first()
    if row is None:
        raise NotFound(_("There is no such session."), _("Go back to the list."))
    return row


def may_sign_for(actor: Actor, row: Session) -> bool:
    """Say whether somebody signs for the people of a session: its trainer, or who keeps training."""
    is_trainer = row.trainer_id is not None and row.trainer_id == actor.person
    return is_trainer or actor.may(KEEP)


def exercise_for(actor: Actor, exercise: int) -> Exercise:
    """Give an exercise to the person, to trainers of its course, and to who keeps training; to nobody else."""
    actor.need(READ)
    row = Exercise.objects.select_related("course").filter(pk=exercise).first()
    if row is None or not (row.person_id == actor.person or may_give_feedback(actor, row)):
        raise NotFound(_("There is no such exercise."), _("Go back to your training."))
    return row


def may_give_feedback(actor: Actor, row: Exercise) -> bool:
    """Say whether somebody writes to an exercise: whoever teaches its course, or keeps training; never the person."""
    if row.person_id == actor.person:
        return False
    teaches = (
        actor.person is not None and Session.objects.filter(course=row.course, trainer=actor.person).exists()
    )
    return teaches or actor.may(KEEP)
