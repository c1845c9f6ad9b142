"""Taking letters in."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Entry, Payload
from answerable.office.notices.models import Letter as HouseLetter
from answerable.office.notices.models import Notice
from answerable.response.letters import actions
from answerable.response.letters.models import Contact, Letter
from answerable.response.letters.queries import Wish, letter_page, table
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.rules.matter import Contact as Way
from answerable.response.letters.rules.references import code_hash
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import ASKER, TEXT, make_draft, make_letter, make_office


def test_a_letter_keeps_its_matter_masked_and_its_contact_sealed_and_apart(office):
    letter = make_letter()
    assert "13912345678" not in letter.text
    assert "No water in Mill Lane" in letter.text
    row = Contact.objects.get()
    assert ASKER.email not in row.sealed
    kept = contact_of(letter)
    assert (kept.email, kept.text) == (ASKER.email, TEXT)


def test_no_column_of_a_letter_holds_anything_of_its_asker(office):
    letter = make_letter(text=f"{TEXT} Yours, Zhang Wei, zhang.wei@mill.example")
    row = " ".join(str(value) for value in Letter.objects.filter(pk=letter.pk).values().get().values())
    assert not [word for word in ASKER.own_words if word in row]


def test_the_trail_says_that_a_letter_came_and_none_of_its_words(office):
    make_letter()
    kept = " ".join(Payload.objects.values_list("content", flat=True))
    assert Entry.objects.filter(act="letters.received").exists()
    assert not [word for word in (*ASKER.own_words, "Mill Lane") if word in kept]


def test_it_starts_with_the_body_and_its_clock_runs_from_when_it_came(office):
    letter = make_letter(received_at=NOON - timedelta(days=2))
    assert letter.unit_id == office.body
    row = table(office.ada, Wish(), at=NOON).rows[0]
    assert row.clock.since == NOON - timedelta(days=2)


def test_a_time_in_the_future_is_the_present(office):
    assert make_letter(received_at=NOON + timedelta(days=30)).received_at == NOON


def test_the_receipt_is_confirmed_by_mail_and_that_is_no_answer(office):
    letter = make_letter()
    mail = HouseLetter.objects.get()
    assert letter.reference in mail.subject
    assert ASKER.name not in mail.subject
    assert letter.acknowledged_at == NOON
    assert letter.answered_at is None


def test_without_an_address_nothing_is_confirmed(office):
    letter = make_letter(contact=Way(phone="13912345678"))
    assert not HouseLetter.objects.exists()
    assert letter.acknowledged_at is None
    assert letter.has_other_way


def test_without_a_plan_a_letter_comes_in_all_the_same(db):
    office = make_office(with_plan=False)
    letter = make_letter()
    assert letter.state == "received"
    assert letter_page(office.ada, letter.pk, at=NOON).clock is None


def test_the_same_letter_twice_is_one(office):
    draft = make_draft(outside_key="mail:1")
    assert actions.receive(draft, by=actions.ASKER, at=NOON) is not None
    again = make_draft(outside_key="mail:1")
    assert actions.receive(again, by=actions.ASKER, at=NOON) is None
    assert Letter.objects.count() == 1


def test_the_office_is_told_of_a_letter_and_not_who_wrote_it(office):
    make_letter()
    told = Notice.objects.filter(kind="letter")
    assert office.ada.person in set(told.values_list("person", flat=True))
    assert office.chen.person not in set(told.values_list("person", flat=True))
    assert ASKER.name not in str(list(told.values()))


def test_only_the_hash_of_a_code_is_kept_beside_the_letter(office):
    draft = make_draft()
    made = actions.receive(draft, by=actions.ASKER, at=NOON)
    row = Letter.objects.get(pk=made.id)
    assert row.code_hash == code_hash(draft.keys.code)
    assert draft.keys.code not in str(Letter.objects.values().get())


def test_a_note_by_hand_needs_the_ability(office):
    with pytest.raises(NotAllowed):
        make_letter(way="hand", by=office.dana)
    assert make_letter(way="hand", by=office.chen).way == "hand"


def test_a_body_without_units_takes_no_letters(db):
    with pytest.raises(Anticipated):
        make_letter()


def test_a_long_letter_is_cut_and_says_so(office):
    letter = make_letter(text="water " * 5000)
    assert letter.was_cut
    assert len(letter.text) <= 20_000
