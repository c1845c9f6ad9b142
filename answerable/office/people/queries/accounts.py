"""Reading accounts, for administrators."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.people.models import Account, Person, Unit, WebSession
from answerable.office.people.rules import ROLE_NAMES, Role
from answerable.office.people.sessions import handle_of

KEEP = "accounts.keep"
PAGE = 50


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as the list shows it. When somebody last signed in is not shown: nobody is counted here."""

    id: int
    username: str
    person_id: int | None
    person: str
    role: str
    is_active: bool
    has_password: bool
    factors: int


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One account with what was done to it."""

    row: AccountRow
    is_own: bool
    factors: tuple[str, ...]
    history: tuple[TrailRow, ...]


def accounts(actor: Actor, *, text: str = "", page: str | int = 1) -> "Page[AccountRow]":
    """List the accounts by name."""
    actor.need(KEEP)
    wanted = text.strip()
    rows = (
        Account.objects.select_related("person").annotate(factors=Count("authenticator")).order_by("username")
    )
    if wanted:
        rows = rows.filter(Q(username__icontains=wanted) | Q(person__name__icontains=wanted))
    chosen: Page[Any] = Paginator(rows, PAGE).get_page(page)
    chosen.object_list = [_row(row, row.factors) for row in chosen]
    return chosen


def _row(account: Account, factors: int) -> AccountRow:
    role = Role(account.role) if account.role in set(Role) else Role.NONE
    return AccountRow(
        account.pk,
        account.username,
        account.person_id,
        account.person.name if account.person else "",
        str(ROLE_NAMES[role]),
        account.is_active,
        account.has_usable_password(),
        factors,
    )


def account_page(actor: Actor, account: int) -> AccountPage:
    """Show one account."""
    row = account_for(actor, account)
    factors = [one.get_type_display() for one in Authenticator.objects.filter(user=row).order_by("pk")]
    return AccountPage(
        _row(row, len(factors)),
        row.pk == actor.account,
        tuple(str(factor) for factor in factors),
        entries_of(f"account:{row.pk}", limit=20),
    )


def account_for(actor: Actor, account: int) -> Account:
    """Give one account to who keeps accounts."""
    actor.need(KEEP)
    found = Account.objects.select_related("person").filter(pk=account).first()
    if found is None:
        raise NotFound(_("There is no such account."), _("Go back to the accounts."))
    return found


def people_without_account(actor: Actor) -> list[tuple[int, str]]:
    """List the people for whom an account can be made, for a form."""
    actor.need(KEEP)
    rows = Person.objects.filter(state="active", account=None).order_by("name", "pk")
    return [(row.pk, f"{row.name} ({row.email})" if row.email else row.name) for row in rows]


def own_account(actor: Actor) -> Account:
    """Give the actor's own account."""
    found = Account.objects.filter(pk=actor.account).first() if actor.account is not None else None
    if found is None:
        raise NotFound(_("There is no such account."), _("Sign in first."))
    return found


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session of an account: never its key, only a handle that leads to it on its owner's own page."""

    handle: str
    began_at: datetime | None
    used_at: datetime
    methods: tuple[str, ...]
    device: str
    is_this: bool


def own_sessions(actor: Actor, this: str | None, *, at: datetime) -> tuple[SessionRow, ...]:
    """List the sessions in which an actor is signed in, the newest first; `this` is the key of the one that asks.

    `used_at` is exact to a tenth of the idle time.
    """
    idle = timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    return tuple(
        SessionRow(
            handle_of(row.session_key),
            row.began_at,
            row.expire_date - idle,
            tuple(part for part in row.methods.split("+") if part),
            row.device,
            row.session_key == this,
        )
        for row in standing_sessions(own_account(actor), at=at)
    )


def standing_sessions(account: Account, *, at: datetime) -> list[WebSession]:
    """Give the sessions of an account that still let somebody in: not ended, and not from before a new password."""
    rows = WebSession.objects.filter(account=account, expire_date__gt=at).order_by("-began_at", "pk")
    now = account.get_session_auth_hash()
    life = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return [
        row
        for row in rows
        if row.get_decoded().get(HASH_SESSION_KEY) == now
        and (row.began_at is None or row.began_at > at - life)
    ]


def words_of_the_body() -> frozenset[str]:
    """Give the names and short names of all units."""
    rows = Unit.objects.values_list("name", "short_name")
    return frozenset(word for row in rows for word in row if word)
