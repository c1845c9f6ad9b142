"""What a person may type as an address, and as times."""

from datetime import time

import pytest

from answerable.office.notices.forms import AddressForm, WishesForm
from answerable.office.notices.rules import Rhythm

WISHES = {"rhythm": "digest", "digest_at": "16:00，8:00", "zone": "Asia/Shanghai", "inbox_only": ["signal"]}


def address_form(sort, address):
    return AddressForm({"name": "Group", "sort": sort, "address": address})


@pytest.mark.parametrize(
    ("sort", "address"),
    [
        ("webhook", "https://hook.example/x"),
        ("message", "wecombot://0123456789abcdef"),
        ("mail", "ada@body.example"),
    ],
)
def test_addresses_of_each_sort_are_taken(settings, sort, address):
    settings.MAIL_URL = "smtp://127.0.0.1"
    assert address_form(sort, address).is_valid()


@pytest.mark.parametrize(
    ("sort", "address"),
    [("mail", "https://hook.example/x"), ("message", "ada@body.example"), ("webhook", "wecombot://x")],
)
def test_an_address_of_another_sort_is_refused_beside_its_field(settings, sort, address):
    settings.MAIL_URL = "smtp://127.0.0.1"
    assert "address" in address_form(sort, address).errors


def test_without_a_mail_server_an_e_mail_address_is_refused_with_the_reason():
    assert "no mail server" in str(address_form("mail", "ada@body.example").errors)


def test_a_webhook_gets_a_fresh_key_and_the_others_none():
    keys = []
    for _ in range(2):
        form = address_form("webhook", "https://hook.example/x")
        assert form.is_valid()
        keys.append(form.new_key())
    assert keys[0].startswith("whsec_")
    assert keys[0] != keys[1]
    chat = address_form("message", "wecombot://0123456789abcdef")
    assert chat.is_valid()
    assert chat.new_key() == ""


def test_times_are_read_in_order_with_either_comma():
    form = WishesForm({**WISHES, "digest_at": "16:00，08:00"}, kinds=[("signal", "Signals")])
    assert form.is_valid()
    wishes = form.wishes()
    assert wishes.rhythm is Rhythm.DIGEST
    assert wishes.digest_at == (time(8), time(16))
    assert wishes.inbox_only == {"signal"}


def test_kinds_are_asked_for_only_when_there_are_any():
    assert "inbox_only" not in WishesForm(kinds=[]).fields


def test_an_unknown_kind_is_refused():
    form = WishesForm({**WISHES, "digest_at": "08:00"}, kinds=[("watch", "Watches")])
    assert "inbox_only" in form.errors
