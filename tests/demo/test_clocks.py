"""The town's working days and its rota."""

from datetime import timedelta

import pytest

from answerable.office.clocks import queries as clocks
from answerable.office.rota import queries as rota
from demo import clocks as town
from demo.opening import open_house
from demo.wings import LIVED, cast_at
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db


def test_somebody_is_on_duty_on_every_day_from_the_beginning_until_next_week() -> None:
    open_house(NOON)
    town.load(cast_at(NOON), at=NOON)
    days = [NOON + timedelta(days=number) for number in range(LIVED.days + 8)]
    assert all(rota.on_duty(at=day) for day in days)
    assert len({rota.on_duty(at=day) for day in days}) > 1
    assert [note.taken_by == "" for note in rota.notes()] == [True, False]


def test_the_town_keeps_its_own_office_hours() -> None:
    open_house(NOON)
    town.load(cast_at(NOON), at=NOON)
    assert clocks.calendar_of(None, at=NOON).hours == town.HOURS
