"""What askers are written."""

import pytest

from answerable.response.letters import mails
from answerable.response.letters.rules.wording import Wording
from tests.answerable.office.people.makers import NOON

SENDER = mails.Sender("水务局 Water Bureau", "https://bureau.example/letters/en/follow/CODE/")
REPLY = Wording("Water", "It is back.\r\nReally.", "Emil, spokesperson")


def every_mail(language):
    return {
        "received": mails.received("L-1", SENDER, NOON, language),
        "asked": mails.asked("L-1", "Which house?", SENDER, language),
        "extended": mails.extended("L-1", "It is complex.", NOON, SENDER, language),
        "answered": mails.answered("L-1", REPLY, "https://bureau.example/answers/a/", SENDER, language),
        "handed_over": mails.handed_over("L-1", "Roads Bureau", SENDER, language),
    }


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_subject_holds_the_number_and_nothing_of_the_matter(language):
    for words in every_mail(language).values():
        assert "L-1" in words.subject
        assert "\n" not in words.subject
        assert "Water" not in words.subject


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_mail_names_the_page_and_says_its_own(language):
    found = every_mail(language)
    assert all(SENDER.page in words.body for words in found.values())
    assert "Which house?" in found["asked"].body
    assert "It is complex." in found["extended"].body
    assert "Roads Bureau" in found["handed_over"].body
    assert "Emil, spokesperson" in found["answered"].body


def test_an_asker_is_written_to_in_their_language_and_chinese_when_unknown():
    assert "received" in mails.received("L-1", SENDER, None, "en").subject
    assert "收到" in mails.received("L-1", SENDER, None, "zh-hans").subject
    assert "收到" in mails.received("L-1", SENDER, None, "").subject


def test_a_receipt_says_that_it_is_no_answer():
    assert "not the answer" in mails.received("L-1", SENDER, NOON, "en").body


def test_without_a_page_nobody_is_sent_to_one():
    words = mails.answered("L-1", REPLY, "", mails.Sender("Bureau"), "en")
    assert "page" not in words.body
