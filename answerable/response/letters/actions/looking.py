"""Looking at a contact or at a file of an asker: each look leaves an entry in the trail."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.trail.actions import record
from answerable.response.letters.actions import files
from answerable.response.letters.models import Inquiry, Letter
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.queries.door import CONTACT, inquiry_for, letter_for
from answerable.response.letters.rules.clockwork import inquiry_subject, letter_subject
from answerable.response.letters.rules.matter import Contact


def look_at_contact(letter: int, *, by: Actor, at: datetime) -> Contact:
    """Give how to reach the asker of a letter, and their own words."""
    by.need(CONTACT)
    row = letter_for(by, letter)
    return _look(row, letter_subject(row.pk), by=by, at=at)


def look_at_journalist(inquiry: int, *, by: Actor, at: datetime) -> Contact:
    """Give how to reach the journalist of an inquiry."""
    by.need(CONTACT)
    row = inquiry_for(by, inquiry)
    return _look(row, inquiry_subject(row.pk), by=by, at=at)


def _look(thing: Letter | Inquiry, subject: str, *, by: Actor, at: datetime) -> Contact:
    with transaction.atomic():
        contact = contact_of(thing)
        if contact is None:
            raise NotFound(
                _("There is no contact: none was left, or it has been deleted."), _("Go back to the page.")
            )
        record("letters.look_at_contact", subject, by=by, at=at, reference=thing.reference)
    return contact


def take_out_file(letter: int, attachment: int, *, by: Actor, at: datetime) -> tuple[str, bytes]:
    """Give a file that came with a letter, under a harmless name."""
    by.need(CONTACT)
    row = letter_for(by, letter)
    found = row.attachments.filter(pk=attachment).exclude(place="").first()
    if found is None:
        raise NotFound(_("There is no such file, or it has been deleted."), _("Go back to the letter."))
    try:
        body = files.read(found)
    except FileNotFoundError:
        raise NotFound(
            _("The file is no longer on the disk."), _("Tell whoever keeps this installation.")
        ) from None
    with transaction.atomic():
        record("letters.take_out_file", letter_subject(row.pk), by=by, at=at, file=found.pk)
    return found.name, body
