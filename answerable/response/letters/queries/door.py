"""Who may see and work on which letter and inquiry."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.response.letters.models import Inquiry, Letter, Reply, Sheet

#: See office.people for which posts give these.
READ = "letters.read"
WORK = "letters.work"
#: Seeing how to reach an asker; each look leaves a trail entry. Also: what only the office does.
CONTACT = "letters.contact"
EXTEND = "clocks.extend"


def letters_of(actor: Actor) -> QuerySet[Letter]:
    """Letters that an actor may see: those that lie with a unit in their reach."""
    actor.need(READ)
    return Letter.objects.all() if actor.kind == "machine" else Letter.objects.filter(unit__in=actor.units)


def letter_for(actor: Actor, letter: int) -> Letter:
    """Give one letter to somebody who may see it."""
    row = letters_of(actor).select_related("unit", "reply", "contact").filter(pk=letter).first()
    if row is None:
        raise NotFound(_("There is no such letter."), _("Look at the list of letters."))
    return row


def letter_to_work(actor: Actor, letter: int) -> Letter:
    """Give one letter to somebody who may work on it."""
    actor.need(WORK)
    return letter_for(actor, letter)


def reply_for(actor: Actor, reply: int) -> Reply:
    """Give one reply to somebody who may see letters of its unit."""
    actor.need(READ)
    rows = Reply.objects.select_related("unit")
    row = rows.filter(pk=reply).first()
    if row is None or not (actor.reaches(row.unit_id) or row.letters.filter(unit__in=actor.units).exists()):
        raise NotFound(_("There is no such reply."), _("Look at the list of letters."))
    return row


def reply_to_work(actor: Actor, reply: int) -> Reply:
    """Give one reply to somebody who may write it."""
    actor.need(WORK)
    return reply_for(actor, reply)


def inquiries_of(actor: Actor) -> QuerySet[Inquiry]:
    """Inquiries that an actor may see."""
    actor.need(READ)
    return Inquiry.objects.all() if actor.kind == "machine" else Inquiry.objects.filter(unit__in=actor.units)


def inquiry_for(actor: Actor, inquiry: int) -> Inquiry:
    """Give one inquiry to somebody who may see it."""
    row = inquiries_of(actor).select_related("unit").filter(pk=inquiry).first()
    if row is None:
        raise NotFound(_("There is no such inquiry."), _("Look at the list of inquiries."))
    return row


def inquiry_to_work(actor: Actor, inquiry: int) -> Inquiry:
    """Give one inquiry to somebody who may work on it."""
    actor.need(WORK)
    return inquiry_for(actor, inquiry)


def sheet_for(actor: Actor, sheet: int) -> Sheet:
    """Give one file of letters to the office."""
    actor.need(CONTACT)
    row = Sheet.objects.filter(pk=sheet).first()
    if row is None:
        raise NotFound(_("There is no such file."), _("Hand it in again."))
    return row
