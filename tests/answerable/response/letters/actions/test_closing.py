"""The end of a letter."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Moved
from answerable.response.letters import actions, queries
from answerable.response.letters.models import Contact, Letter
from answerable.response.letters.rules.states import End, State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import adopt_plan, answered, make_letter

ANSWERED = NOON + timedelta(days=1)


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def test_an_answered_letter_closes_when_it_can_no_longer_be_opened_again(office):
    letter = answered(office)
    assert actions.close_due(at=ANSWERED + timedelta(days=14)) == 0
    assert actions.close_due(at=ANSWERED + timedelta(days=15)) == 1
    assert (now(letter).state, now(letter).end) == (State.CLOSED, End.ANSWERED)


def test_a_letter_without_an_answer_never_closes_by_itself(office):
    make_letter()
    assert actions.close_due(at=NOON + timedelta(days=999)) == 0


def test_closing_sets_the_day_on_which_the_contact_goes(office):
    adopt_plan(letters_contact_days=10)
    letter = answered(office)
    actions.close_letter(letter.pk, by=office.ada, at=ANSWERED)
    assert Contact.objects.get(letter=letter).delete_at == ANSWERED + timedelta(days=10)


def test_closing_freezes_the_clocks(office):
    letter = make_letter()
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    page = queries.letter_page(office.ada, letter.pk, at=NOON)
    assert page.clock is None
    assert not [row for row in page.clocks if row.state in ("running", "paused")]


def test_a_letter_that_waits_is_not_closed_by_hand(office):
    with pytest.raises(Moved):
        actions.close_letter(make_letter().pk, by=office.ada, at=NOON)
