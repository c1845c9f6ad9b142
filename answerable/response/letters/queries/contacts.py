"""Opening a sealed contact; only actions that write to the asker, or a look with its trail entry, come here."""

import json

from answerable.kernel.sealing import seal, unseal
from answerable.response.letters.models import Contact as Row
from answerable.response.letters.models import Inquiry, Letter
from answerable.response.letters.rules.matter import Contact


def sealed(contact: Contact) -> str:
    """Seal a contact for the database."""
    return seal(json.dumps(contact.as_record(), ensure_ascii=False))


def opened(row: Row) -> Contact:
    """Open a sealed contact. Raises BrokenSeal."""
    return Contact(**json.loads(unseal(row.sealed)))


def contact_of(thing: Letter | Inquiry) -> Contact | None:
    """Give the contact of a letter or an inquiry; None when it is gone."""
    known = {"letter": thing} if isinstance(thing, Letter) else {"inquiry": thing}
    row = Row.objects.filter(**known).first()
    return opened(row) if row else None
