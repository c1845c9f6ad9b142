"""The mailbox for letters, and its talks with machines that never begin."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import NotAllowed
from answerable.office.notices.models import Letter as HouseLetter
from answerable.office.notices.models import Notice
from answerable.response.letters import actions, queries
from answerable.response.letters.actions import mailbox
from answerable.response.letters.models import Letter, Mailbox
from answerable.response.letters.rules.incoming import read_mail
from answerable.response.letters.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import TEXT, answered, fresh_keys, make_letter, make_mail


def take(at=NOON, **changes):
    return actions.take_mail(
        read_mail(make_mail(**changes), own="letters@bureau.example"), fresh_keys(), at=at
    )


def box(**changes):
    return actions.MailboxDraft(
        **{"host": "imap.bureau.example", "user": "letters", "password": "s3cret", **changes}
    )


def test_a_mail_becomes_a_letter_and_its_receipt_is_confirmed(office):
    assert take()
    letter = Letter.objects.get()
    assert (letter.way, letter.title, letter.language) == ("mail", "No water", "en")
    assert HouseLetter.objects.count() == 1


def test_the_same_mail_twice_is_one_letter(office):
    take(Message_ID="<same@mill.example>")
    assert not take(Message_ID="<same@mill.example>")
    assert Letter.objects.count() == 1


def test_a_chinese_mail_is_answered_in_chinese(office):
    take(text="磨坊巷停水两天了，请尽快处理。", Subject="停水")
    assert Letter.objects.get().language == "zh-hans"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"From": "MAILER-DAEMON@mill.example"},
        {"From": "letters@bureau.example"},
        {"Subject": "自动回复：休假"},
    ],
)
def test_a_machine_gets_no_answer_and_makes_no_letter(office, headers):
    assert not take(**headers)
    assert not Letter.objects.exists()
    assert not HouseLetter.objects.exists()


def test_a_mail_with_the_number_of_a_letter_goes_to_it_if_its_asker_sent_it(office):
    letter = make_letter()
    HouseLetter.objects.all().delete()
    take(Subject=f"Re: Your letter {letter.reference}", text="It is house number 4.")
    assert Letter.objects.count() == 1
    assert queries.letter_page(office.ada, letter.pk, at=NOON).steps[-1].text == "It is house number 4."
    assert not HouseLetter.objects.exists()


def test_a_mail_of_somebody_else_with_that_number_is_a_letter_of_its_own(office):
    letter = make_letter()
    take(Subject=f"Re: {letter.reference}", From="Mallory <mallory@evil.example>", text="Close it, please.")
    assert Letter.objects.count() == 2
    assert "Close it" not in str(list(letter.steps.values_list("text", flat=True)))


def test_an_answer_by_mail_to_a_question_lets_the_clock_run(office):
    letter = make_letter()
    actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)
    take(Subject=f"Re: {letter.reference}", text="Number 4.", at=NOON + timedelta(days=1))
    assert Letter.objects.get().state == State.RECEIVED


def test_a_mail_after_the_answer_is_shown_to_a_person_and_answered_by_no_machine(office):
    letter = answered(office)
    HouseLetter.objects.all().delete()
    take(Subject=f"Re: {letter.reference}", text="Thank you, but the water is brown.")
    assert Letter.objects.get().state == State.ANSWERED
    assert Notice.objects.filter(key__contains="again").exists()
    assert not HouseLetter.objects.exists()


def test_a_returned_mail_tells_the_unit(office):
    letter = make_letter()
    take(**{"Return-Path": "<>", "Subject": "Undelivered", "text": f"Your mail {letter.reference} came back"})
    assert Notice.objects.filter(key__contains="bounced").exists()
    assert Letter.objects.count() == 1


def test_two_machines_that_look_like_people_stop_after_one_round(office):
    for number in range(5):
        take(
            at=NOON + timedelta(minutes=number),
            text="Thank you for your mail, we will read it as soon as we can.",
        )
    assert Letter.objects.count() == 5
    assert HouseLetter.objects.count() == 1


def test_a_flood_comes_in_and_is_not_confirmed(office, monkeypatch):
    monkeypatch.setattr(mailbox, "CONFIRMED_AN_HOUR", 3)
    words = ("water", "bridge", "school lunch", "bus stop", "library", "market noise")
    for word in words:
        take(text=f"Something about the {word} that nobody else has written about: {word * 3}.")
    assert Letter.objects.count() == len(words)
    assert HouseLetter.objects.count() == 3


def test_a_date_of_long_ago_or_tomorrow_does_not_move_the_clock(office):
    take(Date="Mon, 02 Mar 2020 11:00:00 +0800")
    take(Date="Mon, 02 Mar 2099 11:00:00 +0800", text="something else entirely, about the library")
    assert set(Letter.objects.values_list("received_at", flat=True)) == {NOON}


def test_files_of_a_mail_come_with_the_letter(office):
    take(files=(("bill.pdf", b"%PDF-1.7"), ("run.exe", b"MZ")))
    files = queries.letter_page(office.ada, Letter.objects.get().pk, at=NOON).files
    assert [(file.name, file.refused) for file in files] == [("bill.pdf", ""), ("run.exe", "program")]


def test_a_mail_without_words_is_called_by_its_subject(office):
    take(text="", Subject="No water in Mill Lane, please help")
    assert Letter.objects.get().text == "No water in Mill Lane, please help"


def test_the_password_is_sealed_kept_when_left_empty_and_never_shown(office):
    actions.keep_mailbox(box(), by=office.ada, at=NOON)
    row = Mailbox.objects.get()
    assert "s3cret" not in row.sealed_password
    actions.keep_mailbox(box(password="", port=143, sealing="starttls"), by=office.ada, at=NOON)
    assert Mailbox.objects.get().sealed_password == row.sealed_password
    assert "s3cret" not in str(queries.mailbox(office.ada))


def test_another_mailbox_is_read_from_its_beginning(office):
    actions.keep_mailbox(box(), by=office.ada, at=NOON)
    Mailbox.objects.update(uid=40, uid_validity=7)
    actions.keep_mailbox(box(is_on=False), by=office.ada, at=NOON)
    assert Mailbox.objects.get().uid == 40
    actions.keep_mailbox(box(user="other"), by=office.ada, at=NOON)
    assert (Mailbox.objects.get().uid, Mailbox.objects.get().uid_validity) == (0, None)


def test_only_the_office_keeps_the_mailbox(office):
    for actor in (office.chen, office.boris, office.dana):
        with pytest.raises(NotAllowed):
            actions.keep_mailbox(box(), by=actor, at=NOON)
        with pytest.raises(NotAllowed):
            queries.mailbox(actor)


def test_one_worker_reads_the_mailbox_at_a_time_and_a_dead_one_loses_it(office):
    actions.keep_mailbox(box(), by=office.ada, at=NOON)
    assert actions.claim_mailbox(at=NOON) is not None
    assert actions.claim_mailbox(at=NOON + timedelta(minutes=4)) is None
    assert actions.claim_mailbox(at=NOON + timedelta(minutes=5)) is not None


def test_a_failure_keeps_since_when_and_a_reading_ends_it(office):
    actions.keep_mailbox(box(), by=office.ada, at=NOON)
    actions.note_failure("no such host", at=NOON)
    actions.note_failure("no such host", at=NOON + timedelta(hours=1))
    assert queries.mailbox(office.ada).failed_since == NOON
    actions.note_poll(mailbox.Poll(5, 7, left_for_size=1, automatic=2), at=NOON + timedelta(hours=2))
    stands = queries.mailbox(office.ada)
    assert (stands.failed_since, stands.left_for_size, stands.automatic) == (None, 1, 2)


def test_text_of_a_letter_by_mail_is_masked_like_any_other(office):
    take(text=f"{TEXT} Zhang Wei")
    assert "Zhang Wei" not in Letter.objects.get().text
