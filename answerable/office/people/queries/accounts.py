"""Reading accounts, for administrators."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.people.models import Account, Person
from answerable.office.people.rules import ROLE_NAMES, Role

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
