"""A session ends so long after the last click, so long after signing in, and when its owner says so."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from answerable.kernel import clock
from answerable.office.people.models import WebSession
from answerable.office.people.sessions import BEGAN, SessionStore, handle_of
from tests.answerable.office.people.makers import NOON, make_account

pytestmark = pytest.mark.django_db
LIFE = timedelta(seconds=settings.SESSION_COOKIE_AGE)
IDLE = timedelta(seconds=settings.SESSION_IDLE_SECONDS)
MINE = "/people/me/"


def sign_in(username="ada", **headers):
    client = Client(headers=headers or None)
    client.post(reverse("account_login"), {"login": username, "password": "correct horse battery"})
    return client


def test_a_session_that_is_used_all_the_time_ends_all_the_same(client):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        client.post(reverse("account_login"), {"login": "ada", "password": "correct horse battery"})
        for _hour in range(11):
            now.shift(timedelta(hours=1))
            assert client.get(reverse("people:mine")).status_code == 200
        now.shift(timedelta(hours=1, minutes=1))
        assert client.get(reverse("people:mine")).status_code == 302


def test_a_session_ends_when_nobody_uses_it_and_every_click_moves_that_on():
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        client = sign_in()
        now.shift(IDLE - timedelta(minutes=1))
        assert client.get(MINE).status_code == 200
        now.shift(IDLE - timedelta(minutes=1))
        assert client.get(MINE).status_code == 200
        now.shift(IDLE + timedelta(minutes=1))
        assert client.get(MINE).status_code == 302


def test_what_a_page_asks_by_itself_keeps_no_session_alive():
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        client = sign_in()
        for _minute in range(0, int(IDLE.total_seconds() / 60), 10):
            client.get("/system/standstill/", headers={"X-By-Itself": "1"})
            now.shift(timedelta(minutes=10))
        assert client.get(MINE).status_code == 302


def test_a_page_that_waits_for_news_says_that_it_asks_by_itself():
    make_account("ada")
    assert b'hx-headers=\'{"X-By-Itself": "1"}\'' in sign_in().get(MINE).content


def test_looking_on_is_not_writing(django_assert_num_queries):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        key = sign_in().session.session_key
        row = WebSession.objects.get(pk=key)
        store = SessionStore(key)
        assert store.get("_auth_user_id")
        now.shift(IDLE / 20)
        with django_assert_num_queries(0):
            store.touch(at=clock.now())
        now.shift(IDLE / 10)
        with django_assert_num_queries(1):
            store.touch(at=clock.now())
            store.touch(at=clock.now())
        assert WebSession.objects.get(pk=key).expire_date == row.expire_date + IDLE / 20 + IDLE / 10


def test_a_database_that_cannot_be_written_to_keeps_nobody_from_reading(monkeypatch):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        client = sign_in()
        now.shift(IDLE / 2)

        def full(*_args, **_kwargs):
            raise DatabaseError("database or disk is full")

        monkeypatch.setattr("django.db.models.query.QuerySet.update", full)
        assert client.get(MINE).status_code == 200


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


def test_people_see_their_sessions_and_end_one_of_them():
    make_account("ada")
    make_account("boris")
    here = sign_in(user_agent="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    there = sign_in(
        user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
    )
    stranger = sign_in("boris", user_agent="Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Edg/150.0")
    page = here.get(MINE).text
    assert "Firefox · Linux" in page
    assert "Safari · iPhone" in page
    assert "Edge" not in page
    for client in (here, there, stranger):
        assert client.session.session_key not in page

    # Nobody ends another's session by its handle.
    here.post("/people/me/sign-out-one/", {"session": handle_of(stranger.session.session_key)})
    assert stranger.get(MINE).status_code == 200
    here.post("/people/me/sign-out-one/", {"session": handle_of(there.session.session_key)})
    assert there.get(MINE).status_code == 302
    assert here.get(MINE).status_code == 200
    assert "Safari" not in here.get(MINE).text


def test_a_session_from_before_signing_out_everywhere_else_is_not_shown():
    make_account("ada")
    here, _there = sign_in(), sign_in()
    assert here.get(MINE).text.count("an-row-main") == 2
    here.post("/people/me/sign-out-elsewhere/")
    assert here.get(MINE).text.count("an-row-main") == 1


def test_whoever_signs_in_sweeps_away_what_has_ended():
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as now:
        old = sign_in().session.session_key
        now.shift(IDLE + timedelta(minutes=1))
        new = sign_in().session.session_key
        assert set(WebSession.objects.values_list("pk", flat=True)) == {new} != {old}


def test_a_row_knows_whose_it_is_and_with_what_they_came_in():
    ada = make_account("ada")
    row = WebSession.objects.get(pk=sign_in().session.session_key)
    assert (row.account_id, row.methods, row.device) == (ada.pk, "password", "")
    assert row.began_at is not None
