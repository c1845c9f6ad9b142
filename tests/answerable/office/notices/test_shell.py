"""The number of waiting notices is counted only where a page shows it."""

import pytest
from django.test import RequestFactory

from answerable.office.notices.shell import context
from tests.answerable.office.notices.makers import tell
from tests.answerable.office.people.makers import actor_of, make_member

pytestmark = pytest.mark.django_db


def test_the_number_is_of_the_one_who_asks_and_costs_nothing_unasked(django_assert_num_queries):
    ada = make_member("Ada")
    tell(ada.person)
    request = RequestFactory().get("/")
    assert context(request)["unread"] == 0
    request.actor = actor_of(ada)
    with django_assert_num_queries(0):
        given = context(request)
    with django_assert_num_queries(1):
        assert given["unread"] == 1
