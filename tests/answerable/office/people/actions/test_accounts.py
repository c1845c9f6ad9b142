"""Accounts come with a link, go at once, and lose their second factors only by an administrator."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.people import actions, queries
from answerable.office.people.actions.accounts import AccountDraft, password_link
from answerable.office.people.models import Account
from answerable.office.people.rules import Role
from tests.answerable.office.people.makers import NOON, actor_of, make_account, make_member, make_person

pytestmark = pytest.mark.django_db
WHO = {"by": MACHINE, "at": NOON}
NEW = "a long and quiet river"


def test_the_link_of_a_new_account_sets_its_password_once(client):
    account = actions.make_account(AccountDraft("Ada", make_person().pk), **WHO)
    link = password_link(account)
    page = client.get(link, follow=True)
    assert page.status_code == 200
    done = client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert done.status_code == 302
    client.post(reverse("account_logout"))
    assert client.post(reverse("account_login"), {"login": "ada", "password": NEW}).status_code == 302
    client.post(reverse("account_logout"))
    assert b"password1" not in client.get(link, follow=True).content


def test_a_name_is_taken_once_however_it_is_written():
    actions.make_account(AccountDraft("ada", None), **WHO)
    with pytest.raises(Anticipated, match="already"):
        actions.make_account(AccountDraft("ADA", None), **WHO)
    assert queries.account_named(" Ada ").username == "ada"


def test_only_who_keeps_accounts_makes_them():
    with pytest.raises(NotAllowed):
        actions.make_account(AccountDraft("x", None), by=actor_of(make_member("Ada")), at=NOON)


def test_disabling_and_enabling():
    account = make_account("ada")
    actions.disable_account(account.pk, **WHO)
    assert not Account.objects.get(pk=account.pk).is_active
    actions.enable_account(account.pk, **WHO)
    assert Account.objects.get(pk=account.pk).is_active


def test_an_administrator_cannot_lock_themselves_out():
    admin = make_account("admin", role=Role.ADMINISTRATOR)
    with pytest.raises(Anticipated, match="your own"):
        actions.disable_account(admin.pk, by=actor_of(admin), at=NOON)


def test_lost_second_factors_are_taken_back():
    account = make_account("ada")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    assert actions.reset_second_factor(account.pk, **WHO) == 1
    assert not Authenticator.objects.filter(user=account).exists()


def test_everybody_chooses_their_own_language():
    ada = make_member("Ada")
    actions.set_language("zh-hans", by=actor_of(ada), at=NOON)
    assert queries.language_of(ada.person_id) == "zh-hans"
