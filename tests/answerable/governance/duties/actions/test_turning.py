"""Runs open with the names of that day, fall due, follow the post; outages are kept."""

from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.actions import turning
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Outage, Passing
from answerable.governance.duties.rules.states import State
from answerable.kernel.actor import MACHINE
from answerable.office.clocks.models import Clock
from answerable.office.notices.models import Notice
from answerable.office.people.models import Holding
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run
from tests.answerable.office.people.makers import make_absence, make_holding, make_person

pytestmark = pytest.mark.django_db

MARCH = datetime(2026, 3, 2, 1, tzinfo=UTC)
MID_MARCH = datetime(2026, 3, 16, 1, tzinfo=UTC)


def test_a_run_opens_with_its_owner_and_backup_of_that_day():
    town = make_town()
    town.stand_in(make_person(name="Emil"), town.contacts[0])
    run = opened(town)
    assert (run.state, run.owner_name, run.backup_name, run.holder_name) == (
        State.OPEN,
        "Chen",
        "Emil",
        "Chen",
    )
    assert (run.opened_at, run.version) == (MARCH, town.version.pk)


def test_a_run_opens_once_whoever_looks():
    town = make_town()
    opened(town)
    assert turning.open_due(by=MACHINE, at=MARCH) == 0


def test_the_clock_of_a_run_is_titled_in_both_languages_whoever_opened_it():
    (clock,) = Clock.objects.filter(subject=f"occurrence:{opened(make_town()).pk}")
    assert (clock.title, clock.title_zh) == (
        "Quarterly filing quarter 1 of 2026",
        "季度报送 2026年第1季度",
    )


def test_a_change_of_holder_in_mid_run_shows_both_names():
    town = make_town()
    run = opened(town)
    Holding.objects.filter(pk=town.chens_holding.pk).update(ends_on=date(2026, 3, 15))
    dana = make_person(name="Dana")
    make_holding(town.contacts[0], dana, begins_on=date(2026, 3, 16))
    round_at(MID_MARCH)
    run.refresh_from_db()
    assert (run.owner_name, run.holder_name) == ("Chen", "Dana")
    passing = Passing.objects.get(occurrence=run)
    assert (passing.from_name, passing.to_name, passing.why) == ("Chen", "Dana", "holding")
    assert Notice.objects.filter(person=dana, kind="duty").count() == 1


def test_while_the_holder_is_away_the_run_is_with_the_backup_and_comes_back():
    town = make_town()
    town.stand_in(make_person(name="Emil"), town.contacts[0])
    run = opened(town)
    make_absence(town.chen, date(2026, 3, 16), date(2026, 3, 17))
    round_at(MID_MARCH)
    assert quarter_run(town).holder_name == "Emil"
    round_at(datetime(2026, 3, 18, 1, tzinfo=UTC))
    assert quarter_run(town).holder_name == "Chen"
    whys = list(Passing.objects.filter(occurrence=run).values_list("why", flat=True))
    assert whys == ["absence", "back"]


def test_an_empty_post_keeps_its_run_and_the_next_holder_gets_it():
    town = make_town()
    opened(town)
    Holding.objects.filter(pk=town.chens_holding.pk).update(ends_on=date(2026, 3, 15))
    round_at(MID_MARCH)
    assert quarter_run(town).holder_id is None
    make_holding(town.contacts[0], make_person(name="Dana"), begins_on=date(2026, 3, 17))
    round_at(datetime(2026, 3, 17, 1, tzinfo=UTC))
    assert quarter_run(town).holder_name == "Dana"


def test_the_last_second_of_the_due_date_is_in_time_and_the_next_is_late():
    town = make_town()
    opened(town)
    round_at(datetime(2026, 3, 31, 15, 59, 59, tzinfo=UTC))
    assert quarter_run(town).state == State.OPEN
    round_at(datetime(2026, 3, 31, 16, 0, 0, tzinfo=UTC))
    assert quarter_run(town).state == State.LATE


def test_rounds_that_stood_still_are_kept_as_an_outage_and_a_clock_set_back_is_none():
    make_town()
    turning.note_round(by=MACHINE, at=MARCH)
    turning.note_round(by=MACHINE, at=datetime(2026, 3, 1, 1, tzinfo=UTC))
    turning.note_round(by=MACHINE, at=datetime(2026, 3, 2, 1, 1, tzinfo=UTC))
    assert not Outage.objects.exists()
    turning.note_round(by=MACHINE, at=MID_MARCH)
    outage = Outage.objects.get()
    assert (outage.begins_at.day, outage.ends_at) == (2, MID_MARCH)
