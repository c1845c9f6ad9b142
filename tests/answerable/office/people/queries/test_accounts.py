"""Accounts are read by who keeps accounts, and nobody's last visit is among what is read."""

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.office.people import queries
from answerable.office.people.queries.accounts import AccountRow
from tests.answerable.office.people.makers import actor_of, make_account, make_member, make_person

pytestmark = pytest.mark.django_db


def test_accounts_are_found_by_name_and_by_person():
    make_account("ada1", make_person(name="Ada Lin"))
    make_account("boris")
    assert [row.username for row in queries.accounts(MACHINE, text="lin")] == ["ada1"]
    assert [row.username for row in queries.accounts(MACHINE)] == ["ada1", "boris"]


def test_even_the_office_reads_no_accounts():
    with pytest.raises(NotAllowed):
        queries.accounts(actor_of(make_member("Ada")))


def test_only_people_without_account_are_offered_one():
    make_account("ada", make_person(name="Ada"))
    make_person(name="Boris", email="boris@b.example")
    assert [name for _id, name in queries.people_without_account(MACHINE)] == ["Boris (boris@b.example)"]


def test_no_row_says_when_somebody_was_last_here():
    assert not {"last_login", "date_joined"} & set(AccountRow.__slots__)


def test_ones_own_account_is_there_only_when_signed_in():
    ada = make_account("ada")
    assert queries.own_account(actor_of(ada)).pk == ada.pk
    with pytest.raises(NotFound):
        queries.own_account(NOBODY)
