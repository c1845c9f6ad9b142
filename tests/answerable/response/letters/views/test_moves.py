"""Each button of a letter's page."""

import pytest

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.response.letters import actions
from answerable.response.letters.models import Letter
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.states import State
from answerable.response.letters.views.moves import DOES
from answerable.response.letters.words import DONE
from tests.answerable.response.letters.makers import answered, forwarded, make_letter, passed


@pytest.fixture
def press(client, office):
    """Press a button as one of the cast."""

    def pressed(letter, move, name="ada", **said):
        client.force_login(Account.objects.get(username=name))
        return client.post(f"/respond/letters/{letter.pk}/{move}/", said)

    return pressed


def state_of(letter):
    return Letter.objects.get(pk=letter.pk).state


def at_once(**changes):
    return make_letter(at=clock.now(), **changes)


def test_every_move_says_what_came_of_it():
    assert {*DOES, "ask_running", "not_same"} == set(DONE)


def test_a_letter_is_given_to_a_unit(press, office):
    letter = at_once()
    assert press(letter, "forward", unit=office.supply).status_code == 302
    assert state_of(letter) == State.FORWARDED


def test_a_letter_that_left_ones_reach_leads_back_to_the_list(press, office):
    letter = forwarded(office, at=clock.now())
    answer = press(letter, "bring_back", name="chen", words="roads")
    assert answer["Location"] == "/respond/letters/"


def test_an_asker_is_asked_explains_and_the_work_goes_on(press, office):
    letter = at_once()
    press(letter, "ask", words="Which house?")
    assert state_of(letter) == State.CLARIFYING
    press(letter, "clarify", words="Number 4")
    assert state_of(letter) == State.RECEIVED
    press(letter, "ask", words="Which floor?")
    press(letter, "go_on")
    assert state_of(letter) == State.RECEIVED


def test_a_head_extends(press, office):
    letter = at_once()
    assert press(letter, "extend", name="boris", words="The main must be dug up.").status_code == 302
    assert press(letter, "extend", name="ada", words="me too").status_code == 403


def test_a_letter_is_handed_over_or_set_aside(press, office):
    first, second = at_once(), at_once()
    press(first, "hand_over", words="Roads Bureau")
    press(second, "set_aside", end="automatic")
    assert state_of(first) == state_of(second) == State.CLOSED


def test_letters_are_tied_and_marked_as_the_same(press, office):
    first, second = at_once(), at_once()
    press(first, "tie", case=12)
    press(first, "same", other=second.pk)
    row = Letter.objects.get(pk=first.pk)
    assert (row.case, row.same_as_id) == (12, second.pk)
    press(first, "same")
    assert Letter.objects.get(pk=first.pk).same_as is None


def test_words_are_masked(press, office):
    letter = at_once(text="Mimi was bitten by a dog on the way to school.")
    press(letter, "mask", words="Mimi")
    assert "Mimi" not in Letter.objects.get().text


def test_what_an_asker_says_is_written_down_and_the_letter_closed(press, office):
    letter = answered(office, at=clock.now())
    press(letter, "judge", name="chen", judgement="answered")
    press(letter, "close", name="chen")
    assert state_of(letter) == State.CLOSED


def test_an_asker_with_a_telephone_is_told_by_hand(press, office):
    now = clock.now()
    letter = forwarded(office, at=now, way="hand", contact=Contact(phone="13912345678"), by=office.ada)
    actions.send_reply(passed(office, letter, at=now), by=office.chen, at=now)
    press(letter, "told", name="chen", told="phone")
    assert state_of(letter) == State.ANSWERED


@pytest.mark.parametrize("move", ["forward", "set_aside", "tie", "judge", "told"])
def test_a_button_pressed_without_its_choice_says_what_is_missing(press, office, move):
    assert press(at_once(), move).status_code == 422


def test_odd_values_are_refused_and_unknown_moves_are_not_there(press, office):
    letter = at_once()
    assert press(letter, "forward", unit="x").status_code == 422
    assert press(letter, "explode").status_code == 404
    assert press(letter, "forward", name="dana", unit=office.supply).status_code in (403, 422)
