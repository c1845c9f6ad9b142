"""What an account has looked at."""

from datetime import timedelta

import pytest
from django.db import connection

from answerable.listening.stories.actions import look, see_all
from answerable.listening.stories.models import Look
from answerable.listening.stories.queries import last_look
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import ada, make_account

pytestmark = pytest.mark.django_db


def test_the_first_look_shows_the_last_day_and_the_next_what_came_since():
    by = ada(account=make_account().pk)
    assert look(by=by, at=NOON) == NOON - timedelta(days=1)
    assert look(by=by, at=NOON + timedelta(minutes=5)) == NOON - timedelta(days=1)
    assert look(by=by, at=NOON + timedelta(hours=3)) == NOON + timedelta(minutes=5)


@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a read-only connection is SQLite's")
def test_who_looks_at_a_house_that_cannot_write_sees_what_there_is():
    by, late = ada(account=make_account().pk), NOON + timedelta(hours=3)
    other = ada(account=make_account("other").pk)
    look(by=by, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")
        try:
            assert look(by=by, at=late) == NOON
            assert look(by=other, at=late) == late - timedelta(days=1)
        finally:
            cursor.execute("PRAGMA query_only=OFF")
    assert look(by=by, at=late) == NOON
    assert Look.objects.get(account=by.account).looked_at == late


def test_everything_counts_as_seen_when_asked():
    by = ada(account=make_account().pk)
    see_all(by=by, at=NOON)
    assert last_look(by, at=NOON) == NOON


def test_the_machine_looks_at_nothing():
    assert look(by=ada(), at=NOON) == NOON - timedelta(days=1)
    see_all(by=ada(), at=NOON)
    assert not Look.objects.exists()
