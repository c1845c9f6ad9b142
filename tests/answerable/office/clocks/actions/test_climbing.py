"""Rungs call the right people, in office hours, each once."""

from datetime import date

import pytest

from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions
from answerable.office.clocks.events import ClockBreached, RungFired
from answerable.office.clocks.models import LadderStep
from answerable.office.people.models import Person, Post
from answerable.office.people.rules import HoldingKind
from tests.answerable.office.clocks.makers import DAY, HOUR, fresh, make_clock, post_of, shanghai
from tests.answerable.office.people.makers import NOON, make_absence, make_holding, make_person


def climb(at) -> actions.Climbed:
    """One run of the job."""
    return actions.climb(by=MACHINE, at=at)


def fired(heard) -> list[RungFired]:
    """The rungs that were told."""
    return [one for one in heard if isinstance(one, RungFired)]


def test_a_rung_is_climbed_in_office_hours_and_once(office, heard) -> None:
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    assert climb(shanghai(2026, 3, 9, 8, 59)).sent == 0
    assert climb(shanghai(2026, 3, 9, 9)).sent == 1
    assert climb(shanghai(2026, 3, 9, 9)).sent == 0
    assert climb(shanghai(2026, 3, 9, 9, 5)).sent == 0
    assert [(one.do, one.to) for one in fired(heard)] == [("remind", (office.chen.person,))]


def test_a_breach_is_marked_once_and_the_superior_is_urged_on_the_next_working_day(office, heard) -> None:
    clock = make_clock(office, at=shanghai(2026, 3, 4, 10))
    assert clock.due == shanghai(2026, 3, 13, 23, 59, 59)
    assert climb(shanghai(2026, 3, 14, 12)).breached == 1
    assert climb(shanghai(2026, 3, 14, 13)).breached == 0
    climb(shanghai(2026, 3, 16, 8))
    assert [one.do for one in fired(heard)] == ["remind"]
    climb(shanghai(2026, 3, 16, 9))
    assert (fired(heard)[-1].do, set(fired(heard)[-1].to)) == (
        "urge_notice",
        {office.chen.person, office.boris.person},
    )
    assert [type(one) for one in heard].count(ClockBreached) == 1


def test_the_last_second_still_belongs_to_the_limit(office) -> None:
    clock = make_clock(office)
    assert climb(clock.due).breached == 0
    assert climb(clock.due + HOUR).breached == 1


def test_of_reminders_that_are_due_together_the_last_speaks_and_what_weighs_more_is_never_left_out(
    office, heard
) -> None:
    make_clock(office, limit="15wd")
    climb(NOON + 90 * DAY)
    assert [one.do for one in fired(heard)] == ["urge_notice", "open_finding"]
    assert set(LadderStep.objects.values_list("state", flat=True)) == {"sent", "superseded"}


def test_hours_that_run_through_the_night_remind_at_night(office, heard) -> None:
    make_clock(office, since=shanghai(2026, 3, 7, 20), limit="5h", ladder="fast")
    climb(shanghai(2026, 3, 7, 22, 31))
    assert [one.do for one in fired(heard)] == ["remind"]


def test_who_acts_for_somebody_away_is_called_with_both_names(office, heard) -> None:
    fay = make_person(name="Fay")
    make_holding(post_of("Chen"), fay, HoldingKind.ACTING)
    make_absence(Person.objects.get(name="Chen"), date(2026, 3, 1), date(2026, 3, 31))
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    climb(shanghai(2026, 3, 9, 9))
    (event,) = fired(heard)
    assert (event.to, event.standing_in) == ((fay.pk,), ((fay.pk, "Chen"),))
    called = LadderStep.objects.get(state="sent").called
    assert [(one["name"], one["instead_of"]) for one in called] == [("Fay", "Chen")]


def test_the_backup_is_called_where_the_rung_says_so(office, heard) -> None:
    gil = make_person(name="Gil")
    make_holding(post_of("Chen"), gil, HoldingKind.BACKUP)
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    climb(shanghai(2026, 3, 9, 9))
    assert set(fired(heard)[0].to) == {office.chen.person, gil.pk}


def test_a_post_that_nobody_holds_leads_to_whoever_stands_above(office, heard) -> None:
    empty = Post.objects.create(unit_id=office.supply, code="E", title="Open", kind="liaison")
    make_clock(office, at=shanghai(2026, 3, 2, 10), post=empty.pk)
    climb(shanghai(2026, 3, 9, 9))
    assert fired(heard)[0].to == (office.boris.person,)


def test_a_holder_who_changed_since_the_start_is_the_one_who_is_called(office, heard) -> None:
    clock = make_clock(
        office, at=shanghai(2026, 3, 2, 10), post=post_of("Chen").pk, person=office.chen.person
    )
    post = post_of("Chen")
    post.holdings.update(ends_on=date(2026, 3, 5))
    hua = make_person(name="Hua")
    make_holding(post, hua, begins_on=date(2026, 3, 6))
    climb(shanghai(2026, 3, 9, 9))
    assert fired(heard)[0].to == (hua.pk,)
    assert fresh(clock).person_id == office.chen.person


def test_a_clock_set_back_climbs_nothing_again(office, heard) -> None:
    make_clock(office, at=NOON)
    climb(NOON + 90 * DAY)
    told = len(fired(heard))
    for at in (NOON, NOON + 8 * DAY, NOON + 90 * DAY):
        climb(at)
    assert len(fired(heard)) == told


def test_a_clock_that_cannot_be_climbed_stops_no_other_and_is_told(office, heard) -> None:
    broken, sound = (
        make_clock(office, at=shanghai(2026, 3, 2, 10)),
        make_clock(office, subject="letter:2", at=shanghai(2026, 3, 2, 10)),
    )
    LadderStep.objects.filter(clock=broken.pk).update(to=17)
    with pytest.raises(ExceptionGroup, match="could not be climbed") as caught:
        climb(shanghai(2026, 3, 9, 9))
    assert caught.value.exceptions[0].__notes__ == [f"clock {broken.pk}"]
    assert [one.clock for one in fired(heard)] == [sound.pk]
    assert LadderStep.objects.filter(clock=broken.pk, state="armed").exists()
