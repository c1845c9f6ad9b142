"""Reading tokens."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.kernel.actor import Actor
from answerable.project.api.rules import hash_of
from answerable.project.models import Token

USE = "api.use"


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token as its owner sees it."""

    id: int
    name: str
    begins: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    last_used_on: date | None
    revoked_at: datetime | None
    is_valid: bool


def tokens_of(actor: Actor, *, at: datetime) -> tuple[TokenRow, ...]:
    """List an account's own tokens, the newest first."""
    actor.need(USE)
    return tuple(
        TokenRow(
            id=row.pk,
            name=row.name,
            begins=row.begins,
            scopes=tuple(row.scopes),
            created_at=row.created_at,
            expires_at=row.expires_at,
            last_used_on=row.last_used_on,
            revoked_at=row.revoked_at,
            is_valid=row.revoked_at is None and row.expires_at > at,
        )
        for row in Token.objects.filter(account=actor.account).order_by("-pk")
    )


def valid_token(text: str, *, at: datetime) -> Token | None:
    """Give the token that a call carries, with its account; None when there is none that is valid now."""
    rows = Token.objects.filter(
        hash=hash_of(text), revoked_at=None, expires_at__gt=at, account__is_active=True
    )
    return rows.select_related("account__person").first()
