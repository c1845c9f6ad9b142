from collections.abc import Iterator

import pytest

from answerable.kernel import clock
from answerable.kernel.sealing import seal
from answerable.listening.sources.actions import Claim
from answerable.listening.sources.jobs.harvesting import harvest
from answerable.listening.sources.jobs.mailboxes import new_mail
from tests.answerable.egress.test_mailbox import MAILS, Imap
from tests.answerable.listening.sources.loopback import POLICY
from tests.answerable.listening.sources.makers import NOON


@pytest.fixture
def inbox() -> Iterator[Imap]:
    """A small IMAP server on loopback."""
    with Imap() as running:
        yield running


def settings_of(inbox: Imap) -> dict:
    return {
        "host": "127.0.0.1",
        "user": "office",
        "password": "secret",
        "port": inbox.port,
        "sealing": "none",
    }


def test_new_mails_come_with_their_numbers_and_the_last_is_remembered(inbox: Imap):
    found = new_mail(settings_of(inbox), {}, POLICY)
    assert [document.headers["uid"] for document in found.documents] == [str(uid) for uid in sorted(MAILS)]
    assert found.kept == {"uid": max(MAILS), "uid_validity": 77}


def test_mails_that_were_read_do_not_come_again(inbox: Imap):
    kept = new_mail(settings_of(inbox), {}, POLICY).kept
    again = new_mail(settings_of(inbox), kept, POLICY)
    assert (again.documents, again.kept) == ((), kept)


def test_a_folder_that_was_made_anew_is_read_from_its_beginning(inbox: Imap):
    found = new_mail(settings_of(inbox), {"uid": 999, "uid_validity": 12}, POLICY)
    assert len(found.documents) == len(MAILS)


def test_a_poll_of_a_mailbox_keeps_no_sender(inbox: Imap):
    claim = Claim(1, "lease", "mailbox", settings_of(inbox), {"password": seal("secret")}, {}, False, NOON)
    found = harvest(claim, POLICY, at=clock.now())
    assert found.code == ""
    assert found.reading.memory["uid"] == max(MAILS)
    assert "@" not in "".join(item.title + item.text for item in found.reading.items)


def test_a_wrong_port_is_a_failure_with_its_reason(inbox: Imap):
    claim = Claim(1, "lease", "mailbox", settings_of(inbox) | {"port": 1}, {}, {}, False, NOON)
    assert harvest(claim, POLICY, at=clock.now()).code == "mailbox"
