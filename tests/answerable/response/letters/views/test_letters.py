"""Pages of letters for the office: who sees what, with no rows, one and many."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from answerable.kernel import clock
from answerable.kernel.trail.models import Entry
from answerable.office.people.models import Account
from answerable.response.letters.models import Letter
from answerable.response.letters.rules.attachments import Piece
from answerable.response.letters.rules.states import State
from tests.answerable.response.letters.makers import ASKER, answered, forwarded, fresh_keys, make_letter


@pytest.fixture
def signed_in(client, office):
    """A browser of one of the cast."""

    def sign_in(name):
        client.force_login(Account.objects.get(username=name))
        return client

    return sign_in


def now():
    return clock.now()


ADDRESSES = [
    "",
    "add/",
    "figures/",
    "export/",
    "files/",
    "mailbox/",
    "replies/",
    "inquiries/",
    "inquiries/add/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_is_asked_to_sign_in(client, office, address):
    answer = client.get(f"/respond/letters/{address}")
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_page_shows_with_nothing_to_show(signed_in, address, language):
    answer = signed_in("ada").get(f"/respond/letters/{address}", headers={"accept-language": language})
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["dana", "boris"])
def test_who_may_not_work_on_letters_cannot_add_one(signed_in, name):
    assert signed_in(name).get("/respond/letters/add/").status_code == 403


def test_who_has_no_letters_sees_no_list(signed_in):
    assert signed_in("dana").get("/respond/letters/").status_code == 403


def test_the_list_shows_title_number_state_and_time(signed_in):
    letter = make_letter(at=now())
    text = signed_in("ada").get("/respond/letters/").content.decode()
    assert letter.reference in text
    assert letter.title in text
    assert ASKER.email not in text


def test_a_unit_sees_its_own_letters_only(signed_in, office):
    mine, other = forwarded(office, at=now()), make_letter(at=now(), title="Another matter")
    text = signed_in("chen").get("/respond/letters/?tab=all").content.decode()
    assert mine.reference in text
    assert other.reference not in text
    assert signed_in("chen").get(f"/respond/letters/{other.pk}/").status_code == 404


def test_a_list_of_many_takes_the_same_queries_as_of_few(signed_in, office):
    client = signed_in("ada")
    make_letter(at=now())
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/respond/letters/")
    when = now() - timedelta(days=1)
    Letter.objects.bulk_create(
        Letter(
            reference=fresh_keys().reference,
            way="file",
            title=f"Letter {number}",
            text="words",
            unit_id=office.body,
            received_at=when,
            registered_at=when,
        )
        for number in range(500)
    )
    with CaptureQueriesContext(connection) as many:
        answer = client.get("/respond/letters/?tab=all&page=3")
    assert len(many) <= len(few) + 2
    assert answer.content.decode().count("<tr data-an-open") == 50


def test_filters_and_words_stand_in_the_address(signed_in, office):
    make_letter(at=now(), title="Street lamp", text="The street lamp at the bridge has been out for days.")
    make_letter(at=now())
    client = signed_in("ada")
    text = client.get("/respond/letters/?words=lamp&way=form&tab=all").content.decode()
    assert "Street lamp" in text
    assert "No water" not in text
    nothing = client.get("/respond/letters/?words=zebra").content.decode()
    assert "No letter fits" in nothing
    assert client.get("/respond/letters/?page=x&unit=y&sort=z&tab=q&case=w").status_code == 200


def test_the_sheet_holds_what_is_shown_and_no_formula(signed_in, office):
    make_letter(at=now(), title='=HYPERLINK("http://evil.example")')
    answer = signed_in("ada").get("/respond/letters/export/?tab=all")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cell = book.active["B2"]
    assert cell.value.startswith("=HYPERLINK")
    assert cell.data_type == "s"


def test_a_page_of_a_letter_shows_its_clock_and_what_can_be_done(signed_in, office):
    letter = make_letter(at=now())
    text = signed_in("ada").get(f"/respond/letters/{letter.pk}/").content.decode()
    assert "Give it to a unit" in text
    assert "Look at the contact" in text
    assert ASKER.email not in text
    assert ASKER.name not in text


def test_a_head_reads_and_extends_and_does_nothing_else(signed_in, office):
    letter = forwarded(office, at=now())
    text = signed_in("boris").get(f"/respond/letters/{letter.pk}/").content.decode()
    assert "Extend the time" in text
    assert "Give it to a unit" not in text
    assert "Look at the contact" not in text


def test_looking_at_a_contact_asks_first_and_leaves_its_entry(signed_in, office):
    letter = make_letter(at=now())
    client = signed_in("ada")
    asked = client.get(f"/respond/letters/{letter.pk}/contact/").content.decode()
    assert ASKER.email not in asked
    assert not Entry.objects.filter(act="letters.look_at_contact").exists()
    seen = client.post(f"/respond/letters/{letter.pk}/contact/").content.decode()
    assert ASKER.email in seen
    assert Entry.objects.filter(act="letters.look_at_contact").count() == 1
    assert signed_in("chen").post(f"/respond/letters/{letter.pk}/contact/").status_code == 403


def test_a_file_comes_out_as_something_to_save(signed_in, office):
    letter = make_letter(at=now(), pieces=(Piece("账单.pdf", b"%PDF-1.7"), Piece("x.zip", b"PK\x03\x04")))
    client = signed_in("ada")
    page = client.get(f"/respond/letters/{letter.pk}/").content.decode()
    assert "Packed files are not kept" in page
    kept, refused = letter.attachments.all()
    answer = client.post(f"/respond/letters/{letter.pk}/files/{kept.pk}/")
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E8%B4%A6")
    assert client.post(f"/respond/letters/{letter.pk}/files/{refused.pk}/").status_code == 404
    assert client.get(f"/respond/letters/{letter.pk}/files/{kept.pk}/").status_code == 405


def test_a_call_is_written_down_with_when_it_came(signed_in, office):
    client = signed_in("chen")
    said = {
        "title": "Brown water",
        "text": "The water is brown.",
        "received_at": "2026-03-01T09:00",
        "language": "en",
    }
    assert client.post("/respond/letters/add/", {**said, "phone": "13912345678"}).status_code == 302
    letter = Letter.objects.get()
    assert (letter.way, letter.received_at.month) == ("hand", 3)
    wrong = client.post("/respond/letters/add/", {**said, "text": "", "email": "no"})
    assert wrong.status_code == 422
    assert "Brown water" in wrong.content.decode()


def test_letters_that_say_the_same_are_shown_beside_each_other(signed_in, office):
    first = make_letter(at=now())
    second = make_letter(at=now())
    other = make_letter(
        at=now(), title="Library", text="When does the library open on the next public holiday?"
    )
    text = signed_in("ada").get(f"/respond/letters/{second.pk}/").content.decode()
    assert first.reference in text
    assert other.reference not in text


def test_the_figures_give_no_share_of_too_few(signed_in, office):
    answered(office, at=now())
    text = signed_in("ada").get("/respond/letters/figures/?days=31").content.decode()
    assert "–" in text
    assert "100 %" not in text
    assert signed_in("ada").get("/respond/letters/figures/?days=7").status_code == 200


def test_every_state_of_a_letter_has_its_page(signed_in, office):
    client = signed_in("ada")
    letter = answered(office, at=now())
    for state in State:
        Letter.objects.filter(pk=letter.pk).update(state=state)
        for language in ("en", "zh-hans"):
            answer = client.get(f"/respond/letters/{letter.pk}/", headers={"accept-language": language})
            assert answer.status_code == 200


@pytest.mark.parametrize(("days", "shown"), [(0, True), (1, False)])
def test_the_list_keeps_to_the_days_of_its_address_and_says_so(signed_in, office, days, shown):
    letter = make_letter()
    day = (letter.received_at + timedelta(days=days)).astimezone(timezone.get_current_timezone()).date()
    page = signed_in("ada").get(f"/respond/letters/?tab=all&begin={day}").content.decode()
    assert (letter.reference in page) == shown
    assert "Only from" in page
    assert f'name="begin" value="{day}"' in page
