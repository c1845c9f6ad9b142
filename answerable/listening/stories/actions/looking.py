"""What an account has looked at: for "new since your last look", and for nobody else to see."""

from contextlib import suppress
from datetime import datetime

from django.db import DatabaseError

from answerable.kernel.actor import Actor
from answerable.listening.stories.models import Look
from answerable.listening.stories.rules.looks import FIRST_LOOK, next_look


def look(*, by: Actor, at: datetime) -> datetime:
    """Note that the board is being looked at and give the time since which things are new to this account.

    No trail entry: who looked when is nobody's business. A database that cannot be written to keeps nobody from
    looking: the times then stay what they were.
    """
    if by.account is None:
        return at - FIRST_LOOK
    first = {"before_at": at - FIRST_LOOK, "looked_at": at}
    row = Look.objects.filter(account=by.account).first()
    if row is None:
        row = Look(account_id=by.account, **first)
        with suppress(DatabaseError):
            row, _is_new = Look.objects.get_or_create(account_id=by.account, defaults=first)
    before, looked = next_look(row.before_at, row.looked_at, at=at)
    if (before, looked) != (row.before_at, row.looked_at):
        # One statement, no transaction around it: of two looks at once the later one's times stay, either is true.
        with suppress(DatabaseError):
            Look.objects.filter(pk=row.pk).update(before_at=before, looked_at=looked)
    return before


def see_all(*, by: Actor, at: datetime) -> None:
    """Count everything up to now as seen by this account. No trail entry, as for `look`."""
    if by.account is not None:
        Look.objects.update_or_create(account_id=by.account, defaults={"before_at": at, "looked_at": at})
