"""The media exercise: a question, a clock, an answer in writing, and what the trainer says to it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.training.models import Exercise
from answerable.governance.training.queries.door import READ, course_for, exercise_for, may_give_feedback
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record


def begin_exercise(course: int, *, by: Actor, at: datetime) -> int:
    """Show the mock question and start its clock; gives the exercise. One that still runs goes on instead."""
    by.need(READ)
    if by.person is None:
        raise NotAllowed(_("Only a person takes part."), _("Sign in with the account of a person."))
    with transaction.atomic():
        row = course_for(by, course)
        if not row.mock_question:
            raise Anticipated(_("This course has no mock question."), _("Ask the office to write one."))
        running = Exercise.objects.filter(course=row, person=by.person, handed_at=None, due_at__gt=at).first()
        if running is not None:
            return running.pk
        made = Exercise.objects.create(
            course=row,
            person_id=by.person,
            question=row.mock_question,
            begun_at=at,
            due_at=at + timedelta(minutes=row.mock_minutes),
        )
        record("training.begin_exercise", _subject(made.pk), by=by, at=at)
    return made.pk


def hand_in_exercise(exercise: int, text: str, *, by: Actor, at: datetime) -> None:
    """Hand an answer in, in time or not: the page says which, and nothing typed is lost."""
    if not text.strip():
        raise Anticipated(_("There is nothing to hand in yet."), _("Write what you would say."))
    with transaction.atomic():
        row = exercise_for(by, exercise)
        own = Exercise.objects.filter(pk=row.pk, person=by.person, handed_at=None, deleted_at=None)
        if not own.update(text=text.strip(), handed_at=at):
            raise Moved(_("This exercise has been handed in."), _("Begin a new one."))
        record("training.hand_in_exercise", _subject(row.pk), by=by, at=at)


def give_feedback(exercise: int, words: str, *, by: Actor, at: datetime) -> None:
    """Write to a person what was good and what to do otherwise; no mark, no figure."""
    if not words.strip():
        raise Anticipated(_("There are no words yet."), _("Say what was good and what to do otherwise."))
    with transaction.atomic():
        row = exercise_for(by, exercise)
        if not may_give_feedback(by, row):
            raise NotAllowed(
                _("Only the trainer writes to this."), _("Nobody writes to an exercise of their own.")
            )
        handed = Exercise.objects.filter(pk=row.pk, deleted_at=None).exclude(handed_at=None)
        if not handed.update(feedback=words.strip(), feedback_by=by.name, feedback_at=at):
            raise Moved(_("There is no text to write to."), _("Load the page again."))
        record("training.give_feedback", _subject(row.pk), by=by, at=at)


def delete_text(exercise: int, *, by: Actor, at: datetime) -> None:
    """Delete the words of one's own exercise and what was written to them. That it took place stays."""
    with transaction.atomic():
        row = exercise_for(by, exercise)
        own = Exercise.objects.filter(pk=row.pk, person=by.person)
        if not own.update(text="", feedback="", deleted_at=at):
            raise NotAllowed(_("Only the person deletes their words."), _("Ask them."))
        record("training.delete_text", _subject(row.pk), by=by, at=at)


def _subject(exercise: int) -> str:
    return f"exercise:{exercise}"
