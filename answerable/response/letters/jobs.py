"""Slow work of the room: reading the mailbox, taking files over, closing and forgetting."""

import secrets

from django.conf import settings
from django_tasks import task

from answerable.egress.mailbox import MailboxAddress, MailboxAnswer, Sealing, read_mailbox
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.kernel.jobs.actions import enqueue_once
from answerable.kernel.sealing import unseal
from answerable.response.letters import actions
from answerable.response.letters.actions.mailbox import Poll
from answerable.response.letters.events import SheetConfirmed
from answerable.response.letters.models import Mailbox
from answerable.response.letters.rules.incoming import NotAMail, read_mail
from answerable.response.letters.rules.references import SEED_BYTES, keys_of


@task
def poll_mailbox() -> int:
    """Read what is new in the mailbox; gives how many mails were taken in."""
    box = actions.claim_mailbox(at=clock.now())
    if box is None:
        return 0
    try:
        answer = _new_mails(box)
    except Anticipated as error:
        actions.note_failure(str(error), at=clock.now())
        return 0
    return _take_in(box, answer)


def _new_mails(box: Mailbox) -> MailboxAnswer:
    address = MailboxAddress(
        host=box.host,
        user=box.user,
        password=unseal(box.sealed_password),
        port=box.port,
        folder=box.folder,
        sealing=Sealing(box.sealing),
    )
    answer = read_mailbox(address, after_uid=box.uid, policy=settings.EGRESS_POLICY)
    if box.uid_validity not in (None, answer.uid_validity):
        # The folder was made anew: its numbers begin again. What is here already is known by its message id.
        box.uid = 0
        answer = read_mailbox(address, after_uid=0, policy=settings.EGRESS_POLICY)
    return answer


def _take_in(box: Mailbox, answer: MailboxAnswer) -> int:
    taken = unreadable = automatic = 0
    for mail in answer.mails:
        try:
            incoming = read_mail(mail.body, own=box.user)
        except NotAMail:
            unreadable += 1
            continue
        automatic += bool(incoming.machine)
        keys = keys_of(secrets.token_bytes(SEED_BYTES))
        taken += actions.take_mail(incoming, keys, at=clock.now())
    reached = max([box.uid, *(mail.uid for mail in answer.mails), *answer.too_large])
    poll = Poll(reached, answer.uid_validity, len(answer.too_large), unreadable, automatic)
    actions.note_poll(poll, at=clock.now())
    return taken


def queue_take_over(event: SheetConfirmed) -> None:
    """Let a confirmed file be taken over."""
    enqueue_once(take_over, f"letters:sheet:{event.sheet}", sheet=event.sheet)


@task
def take_over(sheet: int) -> int:
    """Take the letters of a confirmed file in; what is here already stays as it is."""
    return actions.take_over(sheet, seed=secrets.token_bytes(SEED_BYTES), at=clock.now())


@task
def close_and_forget() -> int:
    """Close letters whose time for opening again is over, and delete contacts whose time is over."""
    closed = actions.close_due(at=clock.now())
    return closed + actions.forget_due(at=clock.now())
