"""Secret addresses for calendar programmes: made, shown once, taken back."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.models import Feed
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed
from answerable.kernel.trail.actions import record

#: 256 bits: nobody guesses an address.
BYTES = 32


def secret_hash(secret: str) -> str:
    """Give the hash under which an address is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_feed(unit: int | None, language: str, *, by: Actor, at: datetime) -> str:
    """Make the actor's address for their own duties, or for those of a unit; the one before stops working.

    Gives the secret, which is kept nowhere and shown once.
    """
    if by.person is None:
        raise NotAllowed(_("This account belongs to no person."), _("Sign in with the account of a person."))
    if unit is not None:
        by.need("duties.read", unit=unit)
    secret = secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        _revoke(unit, by=by, at=at)
        Feed.objects.create(
            person_id=by.person if unit is None else None,
            unit_id=unit,
            made_for=by.person,
            secret_hash=secret_hash(secret),
            language=language,
            made_at=at,
        )
        record("duties.make_feed", f"person:{by.person}", by=by, at=at, unit=unit)
    return secret


def revoke_feed(unit: int | None, *, by: Actor, at: datetime) -> int:
    """Take an address back; a programme that still asks there is told that it is gone."""
    with transaction.atomic():
        count = _revoke(unit, by=by, at=at)
        if count:
            record("duties.revoke_feed", f"person:{by.person}", by=by, at=at, unit=unit)
    return count


def _revoke(unit: int | None, *, by: Actor, at: datetime) -> int:
    if by.person is None:
        return 0
    mine = Feed.objects.filter(made_for=by.person, unit=unit, revoked_at=None)
    return mine.update(revoked_at=at)
