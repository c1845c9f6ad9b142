"""A calendar that changes moves open clocks, never closed ones, and both dates stay on record."""

from datetime import date

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.models import Entry
from answerable.office.clocks import actions
from answerable.office.clocks.events import CalendarChanged, ClockMoved
from answerable.office.clocks.models import Calendar, Version
from answerable.office.clocks.rules.revising import DayChange, To
from tests.answerable.office.clocks.makers import (
    DAY,
    adopt_plan,
    fresh,
    make_clock,
    make_letter_clock,
    row_of,
    shanghai,
)

#: A holiday that no notice knows: a Wednesday.
STORM = (DayChange(date(2026, 3, 4), date(2026, 3, 4), To.HOLIDAY, "Storm"),)
START = shanghai(2026, 3, 2, 10)


def storm(office) -> actions.Done:
    """Ada enters a day off that nobody expected."""
    return actions.change_days("CN", STORM, by=office.ada, at=shanghai(2026, 3, 3, 10))


def test_open_clocks_move_and_closed_ones_stay(office, heard) -> None:
    running = make_clock(office, at=START)
    met = make_clock(office, at=START, subject="letter:2")
    closed = make_clock(office, at=START, subject="letter:3")
    actions.meet("letter:2", "substantive_reply", by=office.chen, at=START)
    actions.close("letter:3", by=office.chen, at=START)
    assert storm(office).moved == 1
    assert fresh(running).due == running.due + DAY
    assert (fresh(met).due, fresh(closed).due) == (met.due, closed.due)
    assert fresh(closed).derivation == closed.derivation
    moved = [one for one in heard if isinstance(one, ClockMoved)]
    assert [(one.subject, one.old, one.new) for one in moved] == [
        ("letter:1", running.due, running.due + DAY)
    ]
    assert [one.version for one in heard if isinstance(one, CalendarChanged)] == [2]


def test_old_and_new_date_stand_in_the_trail_and_beside_the_clock(office) -> None:
    clock = make_clock(office, at=START)
    storm(office)
    content = Entry.objects.get(act="clocks.move").payload.content
    assert str(clock.due) in content
    assert str(clock.due + DAY) in content
    (change,) = row_of(clock).changes
    assert (change.kind, change.reason, change.old, change.new) == (
        "calendar",
        "CN-2",
        clock.due,
        clock.due + DAY,
    )
    assert Version.objects.get(number=2).moved == 1


def test_what_runs_in_hours_or_has_its_own_date_does_not_move(office) -> None:
    hours = make_clock(office, at=START, limit="48h", subject="case:1")
    fixed = make_clock(office, at=START, limit="", due=START + 9 * DAY, subject="case:2")
    assert storm(office).moved == 0
    assert (fresh(hours).due, fresh(fixed).due) == (hours.due, fixed.due)


def test_rungs_that_were_climbed_stay_and_those_that_were_not_follow_the_date(office) -> None:
    clock = make_clock(office, at=START)
    before = dict(clock.steps.values_list("offset", "fires_at"))
    storm(office)
    after = dict(clock.steps.values_list("offset", "fires_at"))
    assert after["-2wd"] == before["-2wd"] + DAY
    assert clock.steps.count() == 4


def test_a_clock_that_stood_still_keeps_what_was_given_back(office) -> None:
    clock = make_letter_clock(office, at=START)
    actions.pause(clock.pk, "asked_for_clarification", by=office.chen, at=shanghai(2026, 3, 2, 11))
    actions.resume(clock.pk, by=office.chen, at=shanghai(2026, 3, 3, 9))
    given = fresh(clock).due
    storm(office)
    assert fresh(clock).due >= given + DAY


def test_a_breach_that_the_calendar_undoes_is_undone(office) -> None:
    clock = make_clock(office, at=START)
    over = clock.due + DAY / 2
    actions.climb(by=MACHINE, at=over)
    assert fresh(clock).breached_at == over
    storm_after = actions.change_days("CN", STORM, by=office.ada, at=over)
    assert storm_after.moved == 1
    assert fresh(clock).breached_at is None


def test_counting_again_without_a_change_moves_nothing(office) -> None:
    make_clock(office, at=START)
    assert actions.recount("CN", by=MACHINE, at=START) == 0


def test_the_first_use_of_a_calendar_writes_down_what_is_shipped(office) -> None:
    assert list(Version.objects.values_list("calendar__code", "number")) == [("CN", 1)]
    actions.ensure("GB-ENG", by=MACHINE, at=START)
    actions.ensure("GB-ENG", by=MACHINE, at=START)
    assert Version.objects.filter(calendar__code="GB-ENG").count() == 1


def test_a_plan_for_another_zone_moves_the_clocks_into_it(office) -> None:
    clock = make_clock(office, at=START)
    adopt_plan(zone="Asia/Urumqi", at=START)
    assert Calendar.objects.get().zone == "Asia/Urumqi"
    assert fresh(clock).due == clock.due + DAY / 12
