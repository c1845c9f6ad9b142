"""One reviewed text for one letter or many."""

from dataclasses import replace
from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.sealing import unseal
from answerable.office.notices.models import Letter as HouseLetter
from answerable.office.people.models import Unit
from answerable.office.people.rules import PostKind
from answerable.office.review import queries as reviews
from answerable.response.letters import actions, queries
from answerable.response.letters.events import LetterAnswered
from answerable.response.letters.models import Letter, Reply
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.states import ReplyState, State, Told, Way
from tests.answerable.office.people.makers import NOON, actor_of, make_member
from tests.answerable.response.letters.makers import (
    answered,
    drafted,
    forwarded,
    make_letter,
    make_wording,
    passed,
    read_all,
)

LATER = NOON + timedelta(days=1)
PHONE = Contact(name="Wang", phone="13912345678")


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def draft_of(*letters, **changes):
    return actions.ReplyDraft(make_wording(**changes), tuple(letter.pk for letter in letters), "en")


def test_nothing_goes_out_before_its_gate_is_passed(office):
    letter = forwarded(office)
    reply = drafted(office, letter)
    with pytest.raises((NotAllowed, Moved)):
        actions.send_reply(reply, by=office.chen, at=LATER)
    actions.hand_in_reply(reply, by=office.chen, at=LATER)
    with pytest.raises(NotAllowed):
        actions.send_reply(reply, by=office.chen, at=LATER)
    assert now(letter).state == State.FORWARDED


def test_a_passed_reply_is_mailed_and_meets_the_clock(office):
    letter = forwarded(office)
    HouseLetter.objects.all().delete()
    assert actions.send_reply(passed(office, letter), by=office.chen, at=LATER) == 1
    mail = HouseLetter.objects.get()
    assert "back since eight" in unseal(mail.sealed)
    assert "spokesperson Emil" in unseal(mail.sealed)
    letter = now(letter)
    assert (letter.state, letter.told, letter.answered_at) == (State.ANSWERED, Told.MAIL, LATER)
    assert letter.was_on_time is True
    assert queries.letter_page(office.ada, letter.pk, at=LATER).clocks[0].state == "met"


def test_an_answer_after_the_limit_is_one_and_is_late(office):
    late = NOON + timedelta(days=60)
    letter = answered(office, at=late)
    assert letter.was_on_time is False


def test_an_edit_after_reading_makes_the_readers_begin_anew(office):
    letter = forwarded(office)
    reply = passed(office, letter)
    actions.edit_reply(reply, draft_of(letter, text="The main bursts again."), by=office.chen, at=LATER)
    with pytest.raises(NotAllowed):
        actions.send_reply(reply, by=office.chen, at=LATER)
    read_all(office, reviews.review_of(f"reply:{reply}").id, at=LATER)
    assert actions.send_reply(reply, by=office.chen, at=LATER) == 1


def test_another_letter_in_a_passed_reply_is_another_text(office):
    first, second = forwarded(office), forwarded(office)
    reply = passed(office, first)
    actions.edit_reply(reply, draft_of(first, second), by=office.chen, at=LATER)
    with pytest.raises(NotAllowed):
        actions.send_reply(reply, by=office.chen, at=LATER)


def test_a_text_changed_behind_the_gate_does_not_go_out(office):
    letter = forwarded(office)
    reply = passed(office, letter)
    Reply.objects.filter(pk=reply).update(text="Something else altogether.")
    with pytest.raises(Anticipated):
        actions.send_reply(reply, by=office.chen, at=LATER)
    assert now(letter).state == State.FORWARDED


def test_many_letters_are_answered_by_one_text_and_each_asker_is_told_alone(office):
    letters = [forwarded(office, contact=Contact(email=f"asker{n}@mill.example")) for n in range(3)]
    HouseLetter.objects.all().delete()
    assert actions.send_reply(passed(office, *letters), by=office.chen, at=LATER) == 3
    bodies = [unseal(mail.sealed) for mail in HouseLetter.objects.all()]
    assert len(bodies) == 3
    for letter, body in zip(letters, bodies, strict=True):
        assert sum(other.reference in body for other in letters if other != letter) == 0


def test_a_text_for_many_holds_no_number_of_a_person(office):
    first, second = forwarded(office), forwarded(office)
    with pytest.raises(Anticipated):
        drafted(office, first, second, text="Call Mr Li at 13887654321.")
    assert drafted(office, first, text="Call Mr Li at 13887654321.")


def test_who_left_only_a_telephone_is_answered_when_a_person_has_told_them(office):
    letter = forwarded(office, way=Way.HAND, contact=PHONE, by=office.ada)
    assert actions.send_reply(passed(office, letter), by=office.chen, at=LATER) == 0
    assert now(letter).state == State.FORWARDED
    assert queries.letter_page(office.chen, letter.pk, at=LATER).needs_by_hand
    actions.note_told(letter.pk, Told.PHONE, by=office.chen, at=LATER)
    assert (now(letter).state, now(letter).told) == (State.ANSWERED, Told.PHONE)


def test_nobody_is_told_by_hand_what_was_not_sent(office):
    letter = forwarded(office, way=Way.HAND, contact=PHONE, by=office.ada)
    drafted(office, letter)
    with pytest.raises(Anticipated):
        actions.note_told(letter.pk, Told.PHONE, by=office.chen, at=LATER)


def test_the_system_does_not_claim_to_have_mailed_by_hand(office):
    letter = forwarded(office, way=Way.HAND, contact=PHONE, by=office.ada)
    actions.send_reply(passed(office, letter), by=office.chen, at=LATER)
    with pytest.raises(Anticipated):
        actions.note_told(letter.pk, Told.MAIL, by=office.chen, at=LATER)


def test_who_has_only_the_page_is_answered_there(office):
    letter = forwarded(office, contact=Contact())
    HouseLetter.objects.all().delete()
    actions.send_reply(passed(office, letter), by=office.chen, at=LATER)
    assert now(letter).told == Told.PAGE
    assert not HouseLetter.objects.exists()


def test_a_letter_has_one_reply_at_a_time(office):
    letter = forwarded(office)
    reply = drafted(office, letter)
    with pytest.raises(Anticipated):
        drafted(office, letter)
    actions.drop_reply(reply, by=office.chen, at=LATER)
    assert drafted(office, letter) != reply


def test_a_dropped_reply_takes_its_review_back(office):
    letter = forwarded(office)
    reply = drafted(office, letter)
    actions.hand_in_reply(reply, by=office.chen, at=LATER)
    actions.drop_reply(reply, by=office.chen, at=LATER)
    assert reviews.review_of(f"reply:{reply}").state == "withdrawn"
    assert Reply.objects.get(pk=reply).state == ReplyState.DROPPED


def test_a_letter_taken_out_of_a_reply_waits_as_before(office):
    first, second = forwarded(office), forwarded(office)
    reply = drafted(office, first, second)
    actions.edit_reply(reply, draft_of(first), by=office.chen, at=LATER)
    assert now(second).reply is None


def test_a_reply_needs_letters_that_wait_a_text_and_a_signature(office):
    with pytest.raises(Anticipated):
        actions.draft_reply(draft_of(), by=office.chen, at=NOON)
    with pytest.raises(Anticipated):
        drafted(office, answered(office))
    unsigned = drafted(office, forwarded(office), signature=" ")
    with pytest.raises(Anticipated):
        actions.hand_in_reply(unsigned, by=office.chen, at=NOON)


def test_a_link_leads_to_a_published_page(office):
    letter = forwarded(office)
    with pytest.raises(Anticipated):
        drafted(office, letter, link="javascript:alert(1)")
    HouseLetter.objects.all().delete()
    actions.send_reply(passed(office, letter, link="/answers/water/"), by=office.chen, at=LATER)
    assert "http" in unseal(HouseLetter.objects.get().sealed).split("/answers/water/")[0]


def test_rooms_above_hear_of_an_answer(office):
    heard = []
    events.react(LetterAnswered, heard.append)
    letter = answered(office)
    assert heard[-1].letter == letter.pk


def test_a_sent_reply_is_not_sent_again(office):
    letter = forwarded(office)
    reply = passed(office, letter)
    actions.send_reply(reply, by=office.chen, at=LATER)
    with pytest.raises(Moved):
        actions.send_reply(reply, by=office.chen, at=LATER)


def test_somebody_without_letters_writes_no_reply(office):
    letter = make_letter()
    for actor in (office.dana, office.boris):
        with pytest.raises(NotAllowed):
            actions.draft_reply(draft_of(letter), by=actor, at=NOON)


def test_a_letter_that_ended_meanwhile_keeps_nobody_from_the_answer(office):
    first, second = make_letter(), make_letter()
    reply = passed_by_ada(office, first, second)
    actions.hand_over(first.pk, "Roads Bureau", by=office.ada, at=LATER)
    assert actions.send_reply(reply, by=office.ada, at=LATER) == 1
    assert (now(first).state, now(second).state) == (State.CLOSED, State.ANSWERED)


def passed_by_ada(office, *letters):
    """A reply that Ada drafted and three others passed."""
    reply = actions.draft_reply(draft_of(*letters), by=office.ada, at=NOON)
    found = actions.hand_in_reply(reply, by=office.ada, at=NOON)
    second_desk = actor_of(make_member("Greta", PostKind.OFFICE, Unit.objects.get(code="office")))
    read_all(replace(office, ada=second_desk), found)
    return reply
