"""Runs are made for every unit that has the post, from the day the plan holds, and a repealed plan asks for nothing."""

from datetime import timedelta

import pytest

from answerable.governance.duties.actions import laying
from answerable.governance.duties.models import Layout, Occurrence
from answerable.governance.duties.rules.states import State
from answerable.governance.plan.models import Bound, PlanVersion
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.duties.makers import START, Town, make_town, make_version

pytestmark = pytest.mark.django_db


def test_each_unit_with_the_post_has_its_runs_and_no_other():
    town = make_town(departments=3)
    Bound.objects.filter(unit=town.units[2]).delete()
    laying.lay_out(by=MACHINE, at=START)
    rows = Occurrence.objects.filter(duty="d-quarter")
    assert set(rows.exclude(state=State.CANCELLED).values_list("unit", flat=True)) == {
        town.units[0].pk,
        town.units[1].pk,
    }


def test_nothing_is_asked_for_that_was_due_before_the_plan_came_into_force():
    town = Town()
    late = START + timedelta(days=100)
    town.bind(make_version(at=late))
    laying.lay_out(by=MACHINE, at=late)
    assert not Occurrence.objects.filter(due__lt=late - timedelta(days=1)).exists()


def test_laying_out_again_writes_nothing_and_no_trail_entry():
    make_town()
    before = Entry.objects.count()
    assert laying.lay_out(by=MACHINE, at=START) == laying.LaidOut()
    assert Entry.objects.count() == before


def test_the_horizon_rolls_on_with_the_days():
    make_town()
    before = Layout.objects.get().until
    done = laying.lay_out(by=MACHINE, at=START + timedelta(days=40))
    assert done.made > 0
    assert Layout.objects.get().until == before + timedelta(days=40)


def test_a_repealed_plan_asks_for_nothing_more_and_open_runs_stay():
    make_town()
    Occurrence.objects.filter(duty="d-watch", opens_at__lte=START + timedelta(days=5)).update(
        state=State.OPEN
    )
    PlanVersion.objects.update(state="repealed", ended_at=START + timedelta(days=5))
    laying.lay_out(by=MACHINE, at=START + timedelta(days=6))
    assert Occurrence.objects.filter(state=State.OPEN).exists()
    assert not Occurrence.objects.filter(state=State.PLANNED, opens_at__gt=START + timedelta(days=6)).exists()
