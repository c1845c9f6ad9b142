"""Dates of open clocks change only as the rules allow, and every change is on record."""

import pytest

from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.models import Entry
from answerable.office.clocks import actions, queries
from answerable.office.clocks.events import ClockMoved, ClockPaused
from tests.answerable.office.clocks.makers import (
    DAY,
    HOUR,
    fresh,
    make_clock,
    make_letter_clock,
    post_of,
    row_of,
    shanghai,
)
from tests.answerable.office.people.makers import NOON

ASKED = "asked_for_clarification"


def test_a_pause_gives_back_the_nights_it_stood_still(office, heard) -> None:
    clock = make_letter_clock(office, at=shanghai(2026, 3, 2, 10))
    assert clock.due == shanghai(2026, 3, 11, 23, 59, 59)
    actions.pause(clock.pk, ASKED, by=office.chen, at=shanghai(2026, 3, 4, 15))
    assert row_of(clock, at=shanghai(2026, 3, 5)).state == "paused"
    actions.resume(clock.pk, by=office.chen, at=shanghai(2026, 3, 6, 9))
    assert fresh(clock).due == shanghai(2026, 3, 13, 23, 59, 59)
    assert [one.reason for one in heard if isinstance(one, ClockPaused)] == [ASKED, ""]
    row = row_of(clock, at=shanghai(2026, 3, 6, 10))
    assert (row.pauses[0].by, row.changes[0].kind) == ("Chen", "paused")
    assert row.original_due == shanghai(2026, 3, 11, 23, 59, 59)


def test_nothing_is_climbed_while_a_clock_stands_still(office) -> None:
    clock = make_letter_clock(office)
    actions.pause(clock.pk, ASKED, by=office.chen, at=NOON + DAY)
    assert actions.climb(by=office.ada, at=NOON + 90 * DAY) == actions.Climbed()


def test_a_reason_that_the_rule_does_not_know_stops_no_clock(office) -> None:
    clock = make_letter_clock(office)
    with pytest.raises(NotAllowed, match="does not let this clock stand still"):
        actions.pause(clock.pk, "too_much_work", by=office.chen, at=NOON)


def test_a_clock_of_no_rule_can_neither_stand_still_nor_be_extended(office) -> None:
    clock = make_clock(office)
    with pytest.raises(NotAllowed):
        actions.pause(clock.pk, ASKED, by=office.chen, at=NOON)
    with pytest.raises(NotAllowed):
        actions.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=NOON)


def test_a_clock_that_ran_out_can_no_longer_stand_still(office) -> None:
    clock = make_letter_clock(office)
    with pytest.raises(NotAllowed, match="run out"):
        actions.pause(clock.pk, ASKED, by=office.chen, at=clock.due + HOUR)


def test_a_clock_that_runs_cannot_be_resumed(office) -> None:
    with pytest.raises(IllegalMove):
        actions.resume(make_letter_clock(office).pk, by=office.chen, at=NOON)


def test_an_extension_is_counted_from_the_start_and_its_approver_stands_on_record(office, heard) -> None:
    clock = make_letter_clock(office, at=shanghai(2026, 3, 2, 10))
    due = actions.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=shanghai(2026, 3, 5, 9))
    assert due == shanghai(2026, 3, 23, 23, 59, 59)
    (change,) = row_of(clock).extensions
    assert (change.by, change.reason, change.old) == ("Boris", "Laboratory", clock.due)
    moved = [one for one in heard if isinstance(one, ClockMoved)]
    assert [(one.old, one.new, one.to) for one in moved] == [(clock.due, due, (office.chen.person,))]


@pytest.mark.parametrize(
    ("who", "limit", "reason", "when", "why"),
    [
        ("ada", "15wd", "Laboratory", 0, "posts do not allow"),
        ("boris", "20wd", "Laboratory", 0, "15wd at most"),
        ("boris", "15wd", "  ", 0, "needs a reason"),
        ("boris", "7wd", "Laboratory", 0, "no longer than"),
        ("boris", "15wd", "Laboratory", 20, "run out"),
    ],
)
def test_an_extension_beyond_the_rule_is_refused_with_a_sentence(
    office, who, limit, reason, when, why
) -> None:
    clock = make_letter_clock(office)
    with pytest.raises(NotAllowed, match=why):
        actions.extend(clock.pk, limit, reason, by=getattr(office, who), at=NOON + when * DAY)
    assert fresh(clock).due == clock.due


def test_the_ladder_is_climbed_anew_for_the_date_of_an_extension(office) -> None:
    clock = make_letter_clock(office, at=shanghai(2026, 3, 2, 10))
    assert actions.climb(by=office.ada, at=shanghai(2026, 3, 10, 12)).sent == 1
    actions.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=shanghai(2026, 3, 10, 13))
    assert actions.climb(by=office.ada, at=shanghai(2026, 3, 20, 12)).sent == 1


def test_another_date_that_a_person_grants_moves_the_clock_with_both_dates_in_the_trail(office) -> None:
    clock = make_clock(office)
    assert (
        actions.move("letter:1", "substantive_reply", clock.due + DAY, "Flood", by=office.boris, at=NOON) == 1
    )
    assert fresh(clock).due == clock.due + DAY
    entry = Entry.objects.filter(act="clocks.move").get()
    assert str(clock.due) in entry.payload.content
    assert str(clock.due + DAY) in entry.payload.content


def test_a_date_granted_after_the_end_takes_the_breach_back(office) -> None:
    clock = make_clock(office)
    actions.climb(by=office.ada, at=clock.due + HOUR)
    assert fresh(clock).breached_at
    actions.move(
        "letter:1",
        "substantive_reply",
        clock.due + 9 * DAY,
        "Flood",
        by=office.boris,
        at=clock.due + 2 * HOUR,
    )
    assert fresh(clock).breached_at is None
    assert row_of(clock, at=clock.due + 3 * HOUR).state == "running"


def test_handing_on_moves_no_limit(office) -> None:
    clock = make_clock(office)
    assert actions.hand_on("letter:1", office.body, by=office.ada, at=NOON) == 1
    assert (fresh(clock).unit_id, fresh(clock).due) == (office.body, clock.due)


def test_who_takes_a_duty_over_by_hand_is_called_in_place_of_the_post(office) -> None:
    clock = make_clock(office, at=shanghai(2026, 3, 2, 10), post=post_of("Chen").pk)
    actions.hand_on("letter:1", office.supply, person=office.emil.person, by=office.chen, at=NOON)
    actions.climb(by=office.ada, at=shanghai(2026, 3, 9, 9))
    (rung,) = queries.rungs_of("letter:1")
    assert [one["name"] for one in clock.steps.get(pk=rung).called] == ["Emil"]


def test_a_clock_that_has_ended_is_not_there_for_changing(office) -> None:
    clock = make_letter_clock(office)
    actions.close("letter:1", by=office.ada, at=NOON)
    with pytest.raises(NotFound):
        actions.pause(clock.pk, ASKED, by=office.ada, at=NOON)
