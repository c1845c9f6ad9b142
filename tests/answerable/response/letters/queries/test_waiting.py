"""Since when the oldest letter waits that is ours to answer."""

from datetime import timedelta

from answerable.response.letters import actions
from answerable.response.letters.queries.waiting import oldest_owed
from answerable.response.letters.rules.states import End
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import answered, make_letter


def test_the_oldest_letter_without_an_answer_is_named(office):
    answered(office)
    make_letter(at=NOON + timedelta(hours=2))
    make_letter(at=NOON + timedelta(hours=5))
    assert oldest_owed(at=NOON + timedelta(days=9)) == NOON + timedelta(hours=2)


def test_what_is_answered_set_aside_or_older_than_a_year_waits_for_nobody(office):
    answered(office)
    actions.set_aside(make_letter().pk, End.AUTOMATIC, by=office.ada, at=NOON)
    assert oldest_owed(at=NOON + timedelta(days=9)) is None
    make_letter()
    assert oldest_owed(at=NOON + timedelta(days=9)) == NOON
    assert oldest_owed(at=NOON + timedelta(days=366)) is None
