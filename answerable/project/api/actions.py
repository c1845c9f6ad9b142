"""Making and revoking tokens."""

import secrets
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.project.api.queries import USE
from answerable.project.api.rules import MOST_TOKENS, PREFIX, SHOWN, Scope, hash_of, life
from answerable.project.models import Token


def make_token(name: str, scopes: Collection[Scope], days: int, *, by: Actor, at: datetime) -> str:
    """Make a token of the actor's account and give it: it is shown once and then only its hash is known."""
    by.need(USE)
    if by.account is None:
        raise Anticipated(_("Only an account can have tokens."), _("Sign in first."))
    text = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        valid = Token.objects.filter(account=by.account, revoked_at=None, expires_at__gt=at)
        if valid.count() >= MOST_TOKENS:
            raise Anticipated(_("This account has twenty tokens already."), _("Revoke one that is not used."))
        row = Token.objects.create(
            account_id=by.account,
            name=name,
            hash=hash_of(text),
            begins=text[:SHOWN],
            scopes=sorted(scopes),
            created_at=at,
            expires_at=at + life(days),
        )
        record("api.make_token", f"token:{row.pk}", by=by, at=at, name=name, scopes=sorted(scopes), days=days)
    return text


def revoke_token(token: int, *, by: Actor, at: datetime) -> None:
    """Let a token open nothing any more."""
    with transaction.atomic():
        mine = Token.objects.filter(pk=token, account=by.account, revoked_at=None)
        if not mine.update(revoked_at=at):
            raise NotFound(_("There is no such token."), _("Look at the list of your tokens."))
        record("api.revoke_token", f"token:{token}", by=by, at=at)


def note_use(token: int, day: date) -> None:
    """Note the day on which a token was used, once a day. No trail entry: reading is no act."""
    Token.objects.filter(pk=token).exclude(last_used_on=day).update(last_used_on=day)
