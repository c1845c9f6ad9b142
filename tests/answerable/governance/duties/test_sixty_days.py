"""Sixty days with two schedulers, restarts, jumping clocks and plans applied again: no run is lost or doubled."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.states import State
from answerable.governance.plan.queries import in_force
from answerable.governance.plan.rules.recurring import occurrences
from answerable.kernel.actor import MACHINE
from answerable.office.clocks import queries as clocks
from answerable.office.people.queries import day_of
from tests.answerable.governance.duties.makers import DUTIES, START, Town, make_version

pytestmark = pytest.mark.django_db

SIXTY_DAYS = timedelta(days=60)


def wander(rng):
    """Moments at which something runs: mostly forward, with outages, and now and then a clock that was set back."""
    at = START
    while at < START + SIXTY_DAYS:
        yield at
        at += rng.choices(
            [
                timedelta(hours=rng.uniform(0.1, 20)),
                timedelta(days=rng.uniform(2, 9)),
                -timedelta(hours=rng.uniform(0, 30)),
            ],
            weights=[8, 1, 1],
        )[0]
    yield START + SIXTY_DAYS


@pytest.mark.parametrize("seed", range(6))
def test_recurrence_never_loses_or_doubles_a_run(seed):
    rng = random.Random(seed)
    town = Town(departments=2)
    town.bind(make_version())
    for at in wander(rng):
        for _scheduler in range(rng.choice([1, 2, 2])):
            if rng.random() < 0.6:
                laying.lay_out(by=MACHINE, at=at)
            if rng.random() < 0.8:
                round_at(at)
        if rng.random() < 0.05:
            town.bind(make_version(at=max(at, START)))
    now = START + SIXTY_DAYS
    laying.lay_out(by=MACHINE, at=now)
    round_at(now)

    keys = Counter(Occurrence.objects.values_list("duty", "unit", "period_begin"))
    assert max(keys.values()) == 1
    assert set(keys) == asked_for(town, now)
    assert not Occurrence.objects.filter(state=State.PLANNED, opens_at__lte=now).exists()
    assert not Occurrence.objects.filter(state=State.CANCELLED).exists()


def asked_for(town, now):
    """What the plan asks for, counted without the room: every period of every duty in every unit that has its post."""
    calendar = clocks.calendar_of(None, at=now)
    begin, end = day_of(START), day_of(now) + timedelta(days=366)
    units = {
        "d-quarter": [unit.pk for unit in town.units],
        "d-watch": [town.body.pk],
        "d-topic": [town.body.pk],
    }
    return {
        (key, unit, run.period_begin)
        for key, duty in in_force(at=now).document.duties.items()
        for run in occurrences(duty, calendar, begin, end)
        for unit in units[key]
    }


def test_a_machine_that_stood_still_for_a_season_catches_up():
    town = Town()
    town.bind(make_version())
    laying.lay_out(by=MACHINE, at=START)
    later = START + timedelta(days=100)
    laying.lay_out(by=MACHINE, at=later)
    round_at(later)
    watch = Occurrence.objects.filter(duty="d-watch", due__lt=later - timedelta(days=14))
    assert watch.count() > 50
    assert set(watch.values_list("state", flat=True)) == {State.MISSED}
    last = Occurrence.objects.order_by("-due").values_list("due", flat=True).first()
    assert last > later + timedelta(days=360)


def test_a_new_version_moves_what_has_not_opened_and_cancels_what_vanished_and_leaves_open_runs_alone():
    town = Town()
    first = town.bind(make_version())
    laying.lay_out(by=MACHINE, at=START)
    in_march = datetime(2026, 3, 10, 2, tzinfo=UTC)
    round_at(in_march)
    changed = {
        "d-quarter": DUTIES["d-quarter"].replace("month_end, roll: prev", "day 20, roll: prev"),
        "d-watch": DUTIES["d-watch"],
    }
    second = town.bind(make_version(changed, effective=date(2026, 3, 10), at=in_march))
    done = laying.lay_out(by=MACHINE, at=in_march)
    assert done.cancelled > 0

    open_now = Occurrence.objects.get(duty="d-quarter", unit=town.units[0], period_begin=date(2026, 1, 1))
    assert (open_now.version, open_now.state, open_now.due.date()) == (
        first.pk,
        State.OPEN,
        date(2026, 3, 31),
    )
    moved = Occurrence.objects.get(duty="d-quarter", unit=town.units[0], period_begin=date(2026, 4, 1))
    assert (moved.version, day_of(moved.due)) == (
        second.pk,
        date(2026, 6, 18),
    )  # the 19th and the 20th are off
    gone = Occurrence.objects.filter(duty="d-topic", due__gt=in_march)
    assert set(gone.values_list("state", "reason")) == {(State.CANCELLED, f"plan:{second.number}")}


def test_a_duty_that_comes_back_brings_its_runs_back_and_doubles_none():
    town = Town()
    town.bind(make_version())
    laying.lay_out(by=MACHINE, at=START)
    before = Occurrence.objects.filter(duty="d-topic").count()
    town.bind(make_version({"d-watch": DUTIES["d-watch"]}))
    laying.lay_out(by=MACHINE, at=START)
    town.bind(make_version())
    laying.lay_out(by=MACHINE, at=START)
    topics = Occurrence.objects.filter(duty="d-topic")
    assert topics.count() == before
    assert set(topics.values_list("state", "reason")) == {(State.PLANNED, "")}
