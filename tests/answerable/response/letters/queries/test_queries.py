"""The doors of the room, the follow-up page, the body and files of letters."""

from datetime import timedelta

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.response.letters import actions, queries
from answerable.response.letters.queries import door
from answerable.response.letters.queries.body import page_address
from answerable.response.letters.queries.contacts import contact_of, opened, sealed
from answerable.response.letters.queries.followup import arrived_lately
from answerable.response.letters.queries.sheets import outside_key
from answerable.response.letters.rules.columns import Line
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.states import Way
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import (
    ASKER,
    answered,
    forwarded,
    fresh_keys,
    make_inquiry,
    make_letter,
)


def test_each_door_opens_for_whom_it_should(office):
    letter, inquiry = forwarded(office), make_inquiry(office)
    assert door.letter_for(office.boris, letter.pk) == letter
    assert door.letters_of(MACHINE).count() == door.inquiries_of(MACHINE).count() == 1
    for refused in (
        lambda: door.letters_of(office.dana),
        lambda: door.letter_to_work(office.boris, letter.pk),
        lambda: door.inquiry_to_work(office.boris, inquiry),
        lambda: door.inquiries_of(office.dana),
        lambda: door.sheet_for(office.chen, 1),
        lambda: door.reply_to_work(office.boris, 1),
    ):
        with pytest.raises(NotAllowed):
            refused()
    for missing in (
        lambda: door.letter_for(office.ada, 99_999),
        lambda: door.inquiry_for(office.chen, inquiry),
        lambda: door.reply_for(office.ada, 99_999),
    ):
        with pytest.raises(NotFound):
            missing()


def test_the_body_is_its_root_unit_and_without_units_it_has_a_name_all_the_same(office):
    assert queries.body() == (office.body, "Water Bureau")


def test_a_body_without_units_is_called_something(db):
    number, name = queries.body()
    assert number is None
    assert name


def test_a_contact_comes_out_of_its_seal_as_it_went_in(office):
    letter = make_letter()
    row = letter.contact
    assert opened(row).email == ASKER.email
    row.sealed = sealed(Contact(phone="110"))
    assert opened(row).phone == "110"
    row.delete()
    assert contact_of(letter) is None


def test_the_page_of_an_asker_is_in_their_language(settings):
    settings.PUBLIC_ADDRESS = "https://bureau.example"
    assert page_address("CODE", "en") == "https://bureau.example/letters/en/follow/CODE/"
    assert page_address("CODE", "zh-hans") == "https://bureau.example/letters/zh/follow/CODE/"


def test_the_follow_up_page_offers_what_is_possible_now(office):
    keys = fresh_keys()
    letter = make_letter(keys=keys)
    first = queries.follow_up(keys.code, at=NOON)
    assert (first.may_clarify, first.may_judge, first.reopen_until) == (True, False, None)
    assert first.due is not None
    actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)
    asked = queries.follow_up(keys.code, at=NOON)
    assert (asked.question, asked.is_paused) == ("Which house?", True)


def test_the_days_for_opening_again_run_out_on_the_page_as_well(office):
    keys = fresh_keys()
    letter = answered(office, keys=keys)
    soon = queries.follow_up(keys.code, at=letter.answered_at + timedelta(days=14))
    assert soon.reopen_until == letter.answered_at + timedelta(days=15)
    late = queries.follow_up(keys.code, at=letter.answered_at + timedelta(days=15))
    assert (late.may_judge, late.reopen_until) == (True, None)


def test_arrivals_are_counted_without_anybodys_address(office):
    make_letter()
    assert arrived_lately(Way.FORM, since=NOON - timedelta(hours=1)) == 1
    assert arrived_lately(Way.FORM, since=NOON) == 0


def test_a_row_is_known_by_its_number_in_any_file_and_without_one_by_its_place_in_this(office):
    numbered, plain = Line(2, "text", "now", number="HL-1"), Line(2, "text", "now")
    assert outside_key("a", numbered) == outside_key("b", numbered)
    assert outside_key("a", plain) != outside_key("b", plain)


def test_files_handed_in_lately_are_listed_for_the_office(office):
    rows = [["text", "received"], ["no water in the lane", "2026-03-01"]]
    actions.hand_in_sheet(actions.File("calls.csv", b"x", rows), by=office.ada, at=NOON)
    assert [row.name for row in queries.recent_sheets(office.ada)] == ["calls.csv"]
    with pytest.raises(NotAllowed):
        queries.recent_sheets(office.chen)
