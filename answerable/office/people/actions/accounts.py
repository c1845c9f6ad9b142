"""Accounts: made with a link for setting the password, disabled at once, second factors taken back."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people import queries
from answerable.office.people.models import Account, Person, WebSession
from answerable.office.people.rules import Role
from answerable.office.people.sessions import handle_of

KEEP = "accounts.keep"


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """An account as an administrator describes it."""

    username: str
    person: int | None
    role: Role = Role.NONE
    language: str = ""


def make_account(draft: AccountDraft, *, by: Actor, at: datetime) -> Account:
    """Make an account without a password; whoever has its link sets one."""
    by.need(KEEP)
    name = draft.username.strip().lower()
    with transaction.atomic():
        if Account.objects.filter(username__iexact=name).exists():
            raise Anticipated(
                _("There is an account “%(name)s” already.") % {"name": name}, _("Choose another name.")
            )
        person = Person.objects.filter(pk=draft.person).first() if draft.person is not None else None
        account = Account(
            username=name,
            person=person,
            email=person.email if person else "",
            role=draft.role,
            language=draft.language,
            is_staff=draft.role is Role.ADMINISTRATOR,
            is_superuser=False,
        )
        account.set_unusable_password()
        account.save()
        record("people.make_account", f"account:{account.pk}", by=by, at=at, name=name, role=draft.role)
    return account


def password_link(account: Account) -> str:
    """Give the path at which the account's password can be set, once and for three days."""
    token = EmailAwarePasswordResetTokenGenerator().make_token(account)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": token}
    )


def disable_account(account: int, *, by: Actor, at: datetime) -> None:
    """Close an account; whoever is signed in with it is out at their next click."""
    by.need(KEEP)
    with transaction.atomic():
        row = _account(account)
        if row.pk == by.account:
            raise Anticipated(_("You cannot disable your own account."), _("Ask another administrator."))
        Account.objects.filter(pk=row.pk).update(is_active=False, session_mark=at.isoformat())
        record("people.disable_account", f"account:{row.pk}", by=by, at=at, name=row.username)


def enable_account(account: int, *, by: Actor, at: datetime) -> None:
    """Open a closed account again."""
    by.need(KEEP)
    with transaction.atomic():
        row = _account(account)
        Account.objects.filter(pk=row.pk).update(is_active=True)
        record("people.enable_account", f"account:{row.pk}", by=by, at=at, name=row.username)


def reset_second_factor(account: int, *, by: Actor, at: datetime) -> int:
    """Take back every second factor of an account whose owner lost it. Gives how many."""
    by.need(KEEP)
    with transaction.atomic():
        row = _account(account)
        count, _rows = Authenticator.objects.filter(user=row).delete()
        record("people.reset_second_factor", f"account:{row.pk}", by=by, at=at, factors=count)
    return count


def new_password_link(account: int, *, by: Actor, at: datetime) -> str:
    """Take the password of an account back and give the path at which a new one is set; older links end."""
    by.need(KEEP)
    with transaction.atomic():
        row = _account(account)
        row.set_unusable_password()
        row.session_mark = at.isoformat()
        row.save(update_fields=["password", "session_mark"])
        record("people.new_password_link", f"account:{row.pk}", by=by, at=at, name=row.username)
    return password_link(row)


def change_role(account: int, role: Role, *, by: Actor, at: datetime) -> None:
    """Give an account another role; whoever is signed in with it signs in anew."""
    by.need(KEEP)
    with transaction.atomic():
        row = _account(account)
        if row.pk == by.account:
            raise Anticipated(_("You cannot change your own role."), _("Ask another administrator."))
        Account.objects.filter(pk=row.pk).update(
            role=role, is_staff=role is Role.ADMINISTRATOR, session_mark=at.isoformat()
        )
        record("people.change_role", f"account:{row.pk}", by=by, at=at, before=row.role, after=role)


def end_sessions(*, by: Actor, at: datetime) -> None:
    """Sign the actor's account out everywhere."""
    with transaction.atomic():
        row = queries.own_account(by)
        Account.objects.filter(pk=row.pk).update(session_mark=at.isoformat())
        record("people.end_sessions", f"account:{row.pk}", by=by, at=at)


def end_session(handle: str, *, by: Actor, at: datetime) -> None:
    """Sign the actor's account out of one other browser; one that is gone already is no error."""
    with transaction.atomic():
        account = queries.own_account(by)
        for row in queries.standing_sessions(account, at=at):
            if handle_of(row.session_key) == handle:
                row.delete()
                record("people.end_session", f"account:{account.pk}", by=by, at=at)


def forget_ended(*, at: datetime) -> None:
    """Drop the rows of sessions that have ended: nothing is kept of when somebody used the system."""
    WebSession.objects.filter(expire_date__lte=at).delete()


def set_language(language: str, *, by: Actor, at: datetime) -> None:
    """Keep the language in which an account's owner reads."""
    with transaction.atomic():
        row = queries.own_account(by)
        Account.objects.filter(pk=row.pk).update(language=language)
        record("people.set_language", f"account:{row.pk}", by=by, at=at, language=language)


def _account(account: int) -> Account:
    found = Account.objects.filter(pk=account).first()
    if found is None:
        raise NotFound(_("There is no such account."), _("Go back to the accounts."))
    return found
