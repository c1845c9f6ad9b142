"""What an account has looked at."""

from datetime import timedelta

import pytest

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


def test_everything_counts_as_seen_when_asked():
    by = ada(account=make_account().pk)
    see_all(by=by, at=NOON)
    assert last_look(by, at=NOON) == NOON


def test_the_machine_looks_at_nothing():
    assert look(by=ada(), at=NOON) == NOON - timedelta(days=1)
    see_all(by=ada(), at=NOON)
    assert not Look.objects.exists()
