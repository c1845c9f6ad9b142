"""A session ends so long after signing in, however busy it was."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from answerable.kernel import clock
from answerable.office.people.sessions import BEGAN, SessionStore
from tests.answerable.office.people.makers import NOON, make_account

pytestmark = pytest.mark.django_db
LIFE = timedelta(seconds=settings.SESSION_COOKIE_AGE)


def test_a_session_that_is_used_all_the_time_ends_all_the_same(client):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        client.post(reverse("account_login"), {"login": "ada", "password": "correct horse battery"})
        for _hour in range(11):
            now.shift(timedelta(hours=1))
            assert client.get(reverse("people:mine")).status_code == 200
            session = client.session
            session["looked"] = clock.now().isoformat()
            session.save()
        now.shift(timedelta(hours=1, minutes=1))
        assert client.get(reverse("people:mine")).status_code == 302


def test_a_session_of_nobody_has_no_such_end_and_one_past_it_is_empty_and_gone():
    for began, kept in (
        (None, True),
        (clock.now() - LIFE + timedelta(minutes=1), True),
        (clock.now() - LIFE * 2, False),
    ):
        store = SessionStore()
        store["words"] = "kept"
        if began is not None:
            store[BEGAN] = began.isoformat()
        store.save()
        again = SessionStore(store.session_key)
        assert (again.get("words") == "kept") is kept
        assert SessionStore(store.session_key).exists(store.session_key) is kept
