"""Reading the mailbox over real IMAP on loopback, taking files over, closing and forgetting."""

from collections.abc import Iterator

import pytest

from answerable.kernel import clock
from answerable.kernel.jobs.models import JobKey
from answerable.project.schedule import SCHEDULE
from answerable.response.letters import actions, jobs
from answerable.response.letters.events import SheetConfirmed
from answerable.response.letters.models import Contact, Letter, Mailbox
from tests.answerable.egress import test_mailbox as imap
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import answered, make_letter, make_mail


@pytest.fixture
def server(monkeypatch) -> Iterator[imap.Imap]:
    """A mailbox with three mails: a person's, a machine's, and one that is no mail."""
    mails = {
        5: make_mail(Message_ID="<a@mill.example>"),
        9: make_mail(**{"Auto-Submitted": "auto-replied"}),
        12: b"\x00 this is no mail\r\n",
    }
    monkeypatch.setattr(imap, "MAILS", mails)
    with imap.Imap() as running:
        yield running


def keep(server, office) -> None:
    draft = actions.MailboxDraft("127.0.0.1", "letters@bureau.example", server.port, password="secret")
    actions.keep_mailbox(draft, by=office.ada, at=NOON)
    # Unsealed connections are for loopback in tests; no form offers them.
    Mailbox.objects.update(sealing="none")


def test_the_mailbox_is_read_once_and_machines_are_counted(office, server):
    keep(server, office)
    assert jobs.poll_mailbox.call() == 1
    box = Mailbox.objects.get()
    assert (box.uid, box.automatic, box.unreadable, box.reason) == (12, 1, 1, "")
    assert Letter.objects.get().way == "mail"
    assert jobs.poll_mailbox.call() == 0
    assert Letter.objects.count() == 1


def test_a_folder_that_was_made_anew_is_read_again_and_nothing_doubled(office, server):
    keep(server, office)
    jobs.poll_mailbox.call()
    Mailbox.objects.update(uid_validity=1, uid=99)
    assert jobs.poll_mailbox.call() == 0
    assert Mailbox.objects.get().uid == 12
    assert Letter.objects.count() == 1


def test_a_mailbox_that_cannot_be_reached_says_so_and_is_tried_again(office, server):
    keep(server, office)
    Mailbox.objects.update(port=1)
    assert jobs.poll_mailbox.call() == 0
    box = Mailbox.objects.get()
    assert box.reason
    assert box.failed_since is not None
    assert box.claimed_until is None
    assert "secret" not in box.reason


def test_a_password_of_another_installation_is_told_as_a_failure(office, server):
    keep(server, office)
    Mailbox.objects.update(sealed_password="not ours")
    assert jobs.poll_mailbox.call() == 0
    assert Mailbox.objects.get().reason


def test_without_a_mailbox_nothing_is_read(office):
    assert jobs.poll_mailbox.call() == 0


def test_a_confirmed_file_is_queued_once(office):
    jobs.queue_take_over(SheetConfirmed(7, NOON))
    jobs.queue_take_over(SheetConfirmed(7, NOON))
    assert JobKey.objects.filter(key="letters:sheet:7").count() == 1
    assert jobs.take_over.call(sheet=7) == 0


def test_letters_close_and_contacts_go_by_themselves(office):
    letter = answered(office)
    make_letter(at=clock.now())
    assert jobs.close_and_forget.call() >= 1
    letter.refresh_from_db()
    assert letter.state == "closed"
    Contact.objects.filter(letter=letter).update(delete_at=NOON)
    jobs.close_and_forget.call()
    assert not Contact.objects.filter(letter=letter).exists()
    assert Contact.objects.count() == 1


def test_the_rounds_are_in_the_schedule():
    paths = {every.task_path for every in SCHEDULE}
    for job in ("poll_mailbox", "close_and_forget"):
        assert f"answerable.response.letters.jobs.{job}" in paths
