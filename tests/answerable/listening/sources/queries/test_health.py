from datetime import date, timedelta

import pytest

from answerable.kernel.actor import MACHINE, NOBODY, Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.listening.sources import queries
from answerable.listening.sources.models import PollDay
from answerable.listening.sources.queries.health import GRAVITY, days_of
from answerable.listening.sources.rules.outcomes import Outcome
from tests.answerable.listening.sources.makers import NOON, make_poll, make_source

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_day_shows_its_worst_outcome_and_counts_old_and_new_rows_together():
    source = make_source()
    make_poll(source=source, ended_at=NOON - DAY, new=3)
    make_poll(source=source, ended_at=NOON - DAY, outcome="failed", new=0)
    PollDay.objects.create(source=source, day=date(2026, 3, 1), outcome="heard", times=2, new=4)
    days = days_of(source.pk, at=NOON)
    assert len(days) == 30
    day = days[-2]
    assert (day.day, day.worst, day.outcomes, day.new, day.polls) == (
        date(2026, 3, 1),
        "failed",
        {"heard": 3, "failed": 1},
        7,
        4,
    )
    assert days[0].worst == ""


def test_every_outcome_has_its_place_in_gravity():
    assert set(GRAVITY) == set(Outcome)


def test_the_page_says_who_may_keep_the_source():
    source = make_source()
    chen = Actor(
        kind="person",
        name="Chen",
        units=frozenset({source.owner_unit_id}),
        abilities=frozenset({"listen.read", "sources.keep"}),
    )
    reader = Actor(kind="person", name="Rita", abilities=frozenset({"listen.read"}))
    assert queries.source_page(chen, source.pk, at=NOON).may_keep
    assert not queries.source_page(reader, source.pk, at=NOON).may_keep


def test_the_ill_are_listed_the_longest_ill_first():
    make_source(name="new", state="failing", state_since=NOON)
    make_source(name="old", state="gone", state_since=NOON - DAY)
    make_source(name="well")
    found, count = queries.ill_sources(MACHINE)
    assert ([one.name for one in found], count) == (["old", "new"], 2)


def test_the_door_is_closed_to_who_may_not_read():
    source = make_source()
    for ask in (
        lambda: queries.source_page(NOBODY, source.pk, at=NOON),
        lambda: queries.ill_sources(NOBODY),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_a_source_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        queries.source_page(MACHINE, 1, at=NOON)
