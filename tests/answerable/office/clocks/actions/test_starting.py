"""Clocks begin from limits, dates and rules."""

from datetime import timedelta

import pytest

from answerable.office.clocks import actions
from answerable.office.clocks.models import Clock, LadderStep
from tests.answerable.office.clocks.makers import HOUR, make_clock, post_of, row_of, shanghai
from tests.answerable.office.people.makers import NOON


def test_a_limit_is_counted_on_the_calendar_of_the_plan(office) -> None:
    clock = make_clock(office, since=shanghai(2026, 9, 28, 10))
    assert clock.due == shanghai(2026, 10, 13, 23, 59, 59)
    assert [row[3] for row in clock.derivation].count(True) == 7
    assert ["2026-10-10", "make_up", "", True, "5wd"] in clock.derivation


def test_a_date_that_is_given_is_not_counted(office) -> None:
    due = NOON + timedelta(days=3)
    clock = make_clock(office, limit="", due=due)
    assert (clock.due, clock.original_due, clock.derivation) == (due, due, [])


def test_a_clock_without_limit_and_date_is_a_defect(office) -> None:
    with pytest.raises(ValueError, match="limit or a date"):
        make_clock(office, limit="")


def test_a_rule_starts_every_stage_and_the_post_it_names_owns_it(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    ids = actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON)
    clocks = {clock.stage: clock for clock in Clock.objects.filter(pk__in=ids)}
    assert set(clocks) == {"publish_authoritative_info", "press_conference", "update"}
    assert clocks["publish_authoritative_info"].due == NOON + 5 * HOUR
    assert clocks["press_conference"].post_id == post_of("Emil").pk
    assert clocks["update"].every == "24h"


def test_a_rule_that_is_not_in_force_starts_nothing(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    assert actions.start_rule("e-other", matter, since=NOON, by=office.ada, at=NOON) == []
    assert not Clock.objects.exists()


def test_a_rule_is_not_started_twice_for_one_matter(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    first = actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON)
    actions.meet("case:1", "publish_authoritative_info", by=office.ada, at=NOON + HOUR)
    again = actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON + HOUR)
    assert set(again) < set(first)
    assert Clock.objects.count() == 3


@pytest.mark.parametrize("limits", [("7wd", "5wd"), ("5wd", "7wd")])
def test_of_two_limits_for_one_thing_the_shorter_holds_and_says_so(office, limits) -> None:
    first = make_clock(office, limit=limits[0], rule="e-one")
    second = make_clock(office, limit=limits[1], rule="e-two")
    assert first.pk == second.pk
    row = row_of(second)
    assert row.limit == "5wd"
    assert [one.limit for one in row.longer] == ["7 working days"]
    assert row.rule != row.longer[0].rule


def test_the_same_limit_again_changes_nothing(office) -> None:
    clock = make_clock(office)
    make_clock(office)
    assert LadderStep.objects.filter(clock=clock).count() == 4
    assert row_of(clock).longer == ()


def test_rungs_before_the_start_have_nothing_to_say(office) -> None:
    clock = make_clock(office)
    states = dict(clock.steps.values_list("offset", "state"))
    assert states == {"-10wd": "superseded", "-2wd": "armed", "+1wd": "armed", "+5wd": "armed"}
