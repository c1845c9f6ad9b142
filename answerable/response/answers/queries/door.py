"""Who may see and work on which answer."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.rules.states import PUBLIC, VersionState

#: See office.people for which posts give these.
READ = "answers.read"
DRAFT = "answers.draft"
PUBLISH = "answers.publish"


def answers_of(actor: Actor) -> QuerySet[Answer]:
    """Answers that an actor may see: everything public, and what is being written in their reach."""
    actor.need(READ)
    rows = Answer.objects.all()
    if actor.kind == "machine":
        return rows
    return rows.filter(state__in=PUBLIC) | rows.filter(unit__in=actor.units)


def answer_for(actor: Actor, answer: int) -> Answer:
    """Give one answer to somebody who may see it."""
    row = answers_of(actor).select_related("unit", "translation_of").filter(pk=answer).first()
    if row is None:
        raise NotFound(_("There is no such answer, or none for you."), _("Look at the list of answers."))
    return row


def may_draft(actor: Actor, answer: Answer) -> bool:
    """Say whether an actor may write in an answer."""
    return actor.may(DRAFT) and actor.reaches(answer.unit_id)


def may_publish(actor: Actor, answer: Answer) -> bool:
    """Say whether an actor may publish an answer that passed its gate."""
    return actor.may(PUBLISH) and actor.reaches(answer.unit_id)


def locked(actor: Actor, answer: int, ability: str) -> Answer:
    """Lock one answer for a change by somebody who may make it; every change of an answer begins here."""
    seen = answer_for(actor, answer)
    actor.need(ability, unit=seen.unit_id)
    return Answer.objects.select_for_update().get(pk=seen.pk)


def text_in_work(answer: Answer) -> Version:
    """Give the version that is being worked on."""
    return first_in_work(texts_in_work(answer))


def texts_in_work(answer: Answer) -> QuerySet[Version]:
    """Say what is to be read for the version that is being worked on: one, or none."""
    return answer.versions.filter(state=VersionState.WORK)


def first_in_work(found: QuerySet[Version]) -> Version:
    """Give the version that was found, or say that nothing is being worked on."""
    row = next(iter(found), None)
    if row is None:
        raise NotAllowed(
            _("No text of this answer is being worked on."),
            _("Begin a correction, an update or a withdrawal."),
        )
    return row
