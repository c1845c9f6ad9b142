"""One letter, and one reply."""

import pytest

from answerable.kernel.errors import NotAllowed, NotFound
from answerable.office.people.rules import PostKind
from answerable.response.letters import queries
from answerable.response.letters.rules.states import Move
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit
from tests.answerable.response.letters.makers import ASKER, answered, drafted, forwarded, make_letter


def test_a_page_holds_nothing_of_the_contact(office):
    page = queries.letter_page(office.ada, make_letter().pk, at=NOON)
    assert page.has_contact
    assert not [word for word in ASKER.own_words if word in str(page)]


def test_rooms_above_get_the_matter_only(office):
    matter = queries.letter_matter(office.ada, make_letter().pk)
    assert "No water" in matter.text
    assert not [word for word in ASKER.own_words if word in str(matter)]


def test_buttons_are_those_of_the_table_less_what_only_the_office_does(office):
    letter = forwarded(office)
    chen = queries.letter_page(office.chen, letter.pk, at=NOON).moves
    assert {Move.ASK, Move.BRING_BACK, Move.ANSWER} <= chen
    assert queries.letter_page(office.boris, letter.pk, at=NOON).moves == frozenset()
    fresh = make_letter()
    assert Move.HAND_OVER in queries.letter_page(office.ada, fresh.pk, at=NOON).moves


def test_a_contact_of_another_unit_sees_neither_letter_nor_reply(office):
    other = actor_of(make_member("Fritz", PostKind.LIAISON, make_unit(name="Roads")))
    letter = forwarded(office)
    reply = drafted(office, letter)
    with pytest.raises(NotFound):
        queries.letter_page(other, letter.pk, at=NOON)
    with pytest.raises(NotFound):
        queries.reply_page(other, reply)
    with pytest.raises(NotAllowed):
        queries.reply_page(office.dana, reply)


def test_a_reply_says_how_many_askers_it_reaches_which_way(office):
    reply = drafted(office, forwarded(office), forwarded(office))
    page = queries.reply_page(office.chen, reply)
    assert (page.by_mail, page.on_page, page.by_hand, page.passed) == (2, 0, 0, False)


def test_an_answered_letter_keeps_the_five_times_of_its_life(office):
    page = queries.letter_page(office.ada, answered(office).pk, at=NOON)
    assert page.received_at <= page.registered_at <= page.answered_at
    assert page.acknowledged_at
    assert page.judged_at is None
