"""The rota is written by whoever keeps it; a note waits for the next on duty."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.trail.models import Entry
from answerable.office.rota import actions, queries
from answerable.office.rota.models import HandOver, Turn
from answerable.office.rota.rules import Stint
from tests.answerable.office.clocks.makers import post_of
from tests.answerable.office.people.makers import NOON

HOUR = timedelta(hours=1)
DAY = Stint(NOON, NOON + 24 * HOUR)


def duty(office, name="chen") -> actions.Duty:
    """One of the cast on duty in their post."""
    return actions.Duty(getattr(office, name).person, post_of(name.title()).pk)


def test_turns_go_round_and_say_who_is_on_duty(office) -> None:
    actions.add_turns([duty(office), duty(office, "ada")], DAY, 4, by=office.ada, at=NOON)
    people = [queries.on_duty(at=NOON + 24 * HOUR * number + HOUR) for number in range(5)]
    assert people == [
        (office.chen.person,),
        (office.ada.person,),
        (office.chen.person,),
        (office.ada.person,),
        (),
    ]
    assert Entry.objects.filter(act="rota.add_turns").count() == 1


@pytest.mark.parametrize(
    ("people", "stint", "times"),
    [
        ((), DAY, 1),
        (("chen",), Stint(NOON, NOON), 1),
        (("chen",), Stint(NOON, NOON + 400 * HOUR), 1),
        (("chen",), DAY, 0),
        (("chen",), DAY, 99),
    ],
)
def test_a_turn_that_makes_no_sense_is_refused(office, people, stint, times) -> None:
    with pytest.raises(Anticipated):
        actions.add_turns([duty(office, name) for name in people], stint, times, by=office.ada, at=NOON)
    assert not Turn.objects.exists()


def test_nobody_is_on_duty_twice_at_once_and_then_no_turn_of_the_series_is_made(office) -> None:
    actions.add_turns([duty(office)], Stint(NOON + 30 * HOUR, NOON + 31 * HOUR), by=office.ada, at=NOON)
    with pytest.raises(Anticipated, match="already"):
        actions.add_turns([duty(office)], DAY, 3, by=office.ada, at=NOON)
    assert Turn.objects.count() == 1


def test_only_whoever_keeps_the_rota_writes_it(office) -> None:
    with pytest.raises(NotAllowed):
        actions.add_turns([duty(office)], DAY, by=office.chen, at=NOON)


def test_a_turn_taken_out_stays_on_record_with_its_reason(office) -> None:
    (turn,) = actions.add_turns([duty(office)], DAY, by=office.ada, at=NOON)
    with pytest.raises(Anticipated, match="Say why"):
        actions.drop_turn(turn, " ", by=office.ada, at=NOON)
    actions.drop_turn(turn, "ill", by=office.ada, at=NOON)
    assert queries.on_duty(at=NOON + HOUR) == ()
    assert Turn.objects.get().dropped == "Ada: ill"
    with pytest.raises(NotFound):
        actions.drop_turn(turn, "ill", by=office.ada, at=NOON)


def test_whoever_is_on_duty_leaves_a_note_and_one_person_takes_it_over(office) -> None:
    actions.add_turns([duty(office)], DAY, by=office.ada, at=NOON)
    note = actions.write_note("Main in Mill Lane is open", by=office.chen, at=NOON + HOUR)
    assert HandOver.objects.get().turn == Turn.objects.get()
    actions.take_over(note, by=office.emil, at=NOON + 2 * HOUR)
    with pytest.raises(Moved):
        actions.take_over(note, by=office.ada, at=NOON + 2 * HOUR)
    assert queries.notes()[0].taken_by == "Emil"


def test_whoever_is_not_on_duty_leaves_no_note_and_nobody_an_empty_one(office) -> None:
    with pytest.raises(NotAllowed):
        actions.write_note("Words", by=office.chen, at=NOON)
    with pytest.raises(Anticipated, match="empty"):
        actions.write_note("  ", by=office.ada, at=NOON)
