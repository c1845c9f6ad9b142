"""The actor of a request is what its posts make it, on that day."""

from datetime import date, timedelta

import pytest

from answerable.kernel.actor import NOBODY
from answerable.office.people import queries
from answerable.office.people.rules import HoldingKind, PostKind
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_absence,
    make_account,
    make_holding,
    make_member,
    make_person,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db


class Anonymous:
    is_authenticated = False


def test_nobody_signed_in_is_nobody():
    assert queries.actor_for(Anonymous(), at=NOON) is NOBODY


def test_a_disabled_account_is_nobody_at_once():
    assert actor_of(make_account(is_active=False)) is NOBODY


def test_the_office_reaches_every_unit_and_a_contact_only_its_own_and_below():
    root = make_unit()
    own = make_unit(root)
    below, beside = make_unit(own), make_unit(root)
    ada = actor_of(make_member("Ada", PostKind.OFFICE, own))
    chen = actor_of(make_member("Chen", PostKind.LIAISON, own))
    assert ada.units == {root.pk, own.pk, below.pk, beside.pk}
    assert chen.units == {own.pk, below.pk}
    assert not chen.may("people.keep")


def test_a_backup_acts_only_while_the_main_holder_is_away():
    post = make_post()
    emil = make_person(name="Emil")
    make_holding(post, emil)
    ada = make_account("ada", make_person(name="Ada"))
    make_holding(post, ada.person, HoldingKind.BACKUP)
    assert not actor_of(ada).may("sources.keep")
    make_absence(emil, date(2026, 3, 1), date(2026, 3, 3))
    assert actor_of(ada).may("sources.keep")
    assert queries.holders([post.pk], at=NOON)[post.pk].instead_of == emil.pk
    assert not actor_of(ada, NOON + timedelta(days=2)).may("sources.keep")


def test_a_holding_that_ended_gives_nothing_any_more():
    account = make_account("ada", make_person())
    make_holding(person=account.person, ends_on=date(2026, 2, 28))
    assert actor_of(account).abilities == frozenset()


def test_an_open_post_is_answered_by_nobody():
    post = make_post()
    assert queries.holders([post.pk], at=NOON) == {post.pk: None}


def test_an_actor_costs_few_queries_however_many_posts(django_assert_max_num_queries):
    account = make_account("ada", make_person())
    for _ in range(12):
        make_holding(make_post(make_unit(), PostKind.LIAISON), account.person)
    with django_assert_max_num_queries(3):
        assert len(actor_of(account).posts) == 12
