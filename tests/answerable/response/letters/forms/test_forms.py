"""What forms take and refuse."""

import pytest
from django.http import QueryDict

from answerable.response.letters.forms import (
    FilterForm,
    FindForm,
    HandForm,
    InquiryForm,
    MailboxForm,
    MoveForm,
    PressAnswerForm,
    PublicForm,
    ReplyForm,
)
from answerable.response.letters.forms.offering import offer
from answerable.response.letters.forms.public import keys_of_ticket, new_ticket

UNITS = [(1, "Water Bureau"), (2, "Supply")]
HAND = {"title": "x", "text": "y", "received_at": "2026-03-02T09:00", "language": "en"}


def test_a_filter_that_makes_no_sense_is_left_out():
    wish = FilterForm(
        QueryDict("way=pigeon&unit=99&tab=never&sort=evil&page=-1&words=water"), units=UNITS
    ).wish()
    assert (wish.way, wish.unit, wish.tab, wish.sort, wish.page) == ("", None, "all", "", 1)
    assert wish.words == "water"


def test_a_filter_that_makes_sense_is_taken():
    wish = FilterForm(QueryDict("way=mail&unit=2&tab=new&sort=-received&page=3&case=7"), units=UNITS).wish()
    assert (wish.way, wish.unit, wish.tab, wish.sort, wish.page, wish.case) == (
        "mail",
        2,
        "new",
        "-received",
        3,
        7,
    )


def test_without_filters_the_list_begins_with_what_needs_a_person():
    assert FilterForm(QueryDict(""), units=UNITS).wish().tab == "now"


@pytest.mark.parametrize("email", ["a@b.example\nBcc: c@d.example", "no address", "a@b", "<a@b.example>"])
def test_an_address_is_one_address(email):
    assert "email" in HandForm({**HAND, "email": email}).errors
    assert (
        "email" in PublicForm({"title": "x", "text": "y", "email": email, "ticket": new_ticket("n")}).errors
    )
    asked = {"outlet": "x", "title": "y", "question": "z", "received_at": "2026-03-02T09:00"}
    assert (
        "email"
        in InquiryForm(
            {**asked, "wanted_at": "2026-03-03T09:00", "unit": 1, "email": email}, units=UNITS
        ).errors
    )


def test_a_contact_stands_on_one_line_each():
    form = HandForm({**HAND, "name": " Zhang \n Wei ", "address": "Mill Lane\n4"})
    assert form.is_valid()
    assert (form.contact().name, form.contact().address) == ("Zhang Wei", "Mill Lane 4")


def test_a_ticket_of_ours_makes_the_same_keys_each_time_and_another_one_others():
    ticket = new_ticket("a")
    assert keys_of_ticket(ticket) == keys_of_ticket(ticket)
    assert keys_of_ticket(ticket) != keys_of_ticket(new_ticket("b"))


def test_a_ticket_that_was_not_made_here_is_refused():
    form = PublicForm({"title": "x", "text": "y", "ticket": "forged"})
    assert not form.is_valid()
    assert form.is_stale


def test_a_code_is_asked_for():
    assert not FindForm({"code": ""}).is_valid()


def test_an_unset_password_keeps_the_known_one():
    said = {"host": "imap.x.example", "port": 993, "sealing": "tls", "user": "u", "folder": "INBOX"}
    form = MailboxForm(said)
    assert form.is_valid()
    assert form.draft().password == ""
    assert form.draft().is_on is False
    assert not MailboxForm({**said, "sealing": "none"}).is_valid()


def test_a_move_offers_what_the_rules_have():
    form = MoveForm({"unit": "2", "end": "answered", "judgement": "", "told": "mail"}, units=UNITS)
    assert set(form.errors) == {"end", "told"}


def test_a_reply_names_letters_that_were_offered():
    said = {"title": "x", "text": "y", "signature": "z", "language": "en", "letters": ["1"]}
    form = ReplyForm(said, letters=[(1, "L-1")])
    assert form.is_valid()
    assert form.draft().letters == (1,)
    assert not ReplyForm({**said, "letters": ["2"]}, letters=[(1, "L-1")]).is_valid()
    assert "link" in ReplyForm({**said, "link": "ftp://x"}, letters=[(1, "L-1")]).errors


def test_a_press_answer_may_be_a_link_alone():
    form = PressAnswerForm({"link": " /answers/a/ "})
    assert form.is_valid()
    assert form.answer().link == "/answers/a/"


def test_choices_are_offered_to_a_field_that_chooses():
    form = MoveForm(units=UNITS)
    offer(form, "unit", [(7, "Roads")])
    assert form.fields["unit"].choices == [(7, "Roads")]
