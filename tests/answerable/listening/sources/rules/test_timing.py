from datetime import timedelta

from answerable.listening.sources.rules.timing import HOUR, hour_of, hours_between
from tests.answerable.listening.sources.makers import NOON


def test_hour_of_cuts_minutes():
    assert hour_of(NOON + timedelta(minutes=59, seconds=59)) == NOON


def test_hours_between_touches_the_last_started_hour():
    assert list(hours_between(NOON, NOON + timedelta(minutes=61))) == [NOON, NOON + HOUR]


def test_an_empty_span_has_no_hours():
    assert list(hours_between(NOON, NOON)) == []
