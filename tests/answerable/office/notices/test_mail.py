"""The house's own mails wait sealed in the database and leave in a job, once."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.sealing import seal
from answerable.kernel.trail.models import Entry
from answerable.office.notices import actions, jobs
from answerable.office.notices.models import Address, Letter, Notice
from tests.answerable.office.notices.mail_server import MailServer
from tests.answerable.office.notices.makers import tell
from tests.answerable.office.people.makers import NOON, make_account, make_member

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _letter_box(settings):
    settings.EMAIL_BACKEND = "answerable.office.notices.mail.LetterBox"


def write(subject="Zurücksetzen 重置", body="the secret link"):
    mail.send_mail(subject, body, "office@body.example", ["ada@body.example"])


def test_a_letter_lies_sealed_and_its_text_is_not_on_the_trail():
    write()
    letter = Letter.objects.get()
    assert "secret" not in letter.sealed
    assert "ada" not in letter.sealed_to
    assert "secret" not in "".join(Entry.objects.values_list("payload__content", flat=True))


def test_a_job_brings_it_out_and_forgets_it(settings):
    with MailServer() as server:
        settings.MAIL_URL = server.url
        write()
        assert jobs.send_letters() == 1
        assert jobs.send_letters() == 0
        (got,) = server.mails
    assert got["subject"] == "Zurücksetzen 重置"
    assert "ada@body.example" in got["to"]
    assert "office@body.example" in got["from"]
    assert "the secret link" in got.get_body(("plain", "html")).get_content()
    assert Letter.objects.count() == 0


def test_a_letter_that_still_waits_can_be_withdrawn():
    write()
    letter = Letter.objects.get()
    assert actions.withdraw_letters([letter.pk], by=MACHINE, at=clock.now()) == 1
    assert actions.withdraw_letters([letter.pk], by=MACHINE, at=clock.now()) == 0
    assert Letter.objects.count() == 0


def test_the_reason_of_a_refusal_names_no_address():
    write()
    letter = Letter.objects.get()
    actions.note_letter(letter.pk, "550 <ada@body.example> unknown", at=clock.now())
    letter.refresh_from_db()
    assert "ada@" not in letter.reason
    assert "550" in letter.reason


def test_a_server_that_turns_it_down_is_asked_again(settings):
    with MailServer(refuse=1) as server:
        settings.MAIL_URL = server.url
        write()
        jobs.send_letters()
        letter = Letter.objects.get()
        assert letter.attempts == 1
        assert letter.reason
        Letter.objects.update(next_try_at=clock.now())
        jobs.send_letters()
        assert len(server.mails) == 1


def test_without_a_mail_server_letters_wait():
    write()
    assert jobs.send_letters() == 0
    assert Letter.objects.count() == 1


def test_notices_go_to_a_plain_e_mail_address(settings):
    ada = make_member("Ada", language="zh-hans")
    Address.objects.create(
        person=ada.person, name="mail", sort="mail", sealed=seal("ada@body.example"), created_at=NOON
    )
    with MailServer() as server:
        settings.MAIL_URL = server.url
        tell(ada.person)
        jobs.send_due.call()
        assert server.mails[0]["subject"] == "爆管话题快速增长"
    assert Notice.objects.get().state == "delivered"


def test_a_password_is_reset_by_mail(client, settings):
    make_account("ada", email="ada@body.example")
    with MailServer() as server:
        settings.MAIL_URL = server.url
        client.post(reverse("account_reset_password"), {"email": "ada@body.example"})
        jobs.send_letters()
        link = re.search(
            r"http://testserver(/\S+)", server.mails[0].get_body(("plain", "html")).get_content()
        )[1]
    page = client.get(link.rstrip("<"), follow=True)
    assert b"password1" in page.content


def test_an_unknown_address_gets_the_same_answer(client, settings):
    settings.MAIL_URL = "smtp://127.0.0.1:1"
    make_account("ada", email="ada@body.example")
    answers = [
        client.post(reverse("account_reset_password"), {"email": address})
        for address in ("ada@body.example", "nobody@body.example")
    ]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
