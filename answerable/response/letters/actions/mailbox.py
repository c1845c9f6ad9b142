"""The mailbox for letters: kept by the office, read by a job, and never in a talk with machines."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.response.letters.actions import files, noting, telling
from answerable.response.letters.actions.clarifying import clarify
from answerable.response.letters.actions.receiving import LetterDraft, receive
from answerable.response.letters.models import Letter, Mailbox, Mark
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.queries.door import CONTACT
from answerable.response.letters.rules.incoming import Incoming
from answerable.response.letters.rules.matter import Contact, shown_text
from answerable.response.letters.rules.references import Keys, reference_in
from answerable.response.letters.rules.sameness import PLACES, print_of
from answerable.response.letters.rules.states import OWED, State, StepKind, Way

#: A poll ends by itself after a minute (egress.mailbox); a worker that died loses its claim after five.
LEASE = timedelta(minutes=5)
#: Receipts confirmed in one hour; more than that is a loop or an attack, and letters come in unconfirmed.
CONFIRMED_AN_HOUR = 60
#: The same text again within a day is not confirmed again: two machines that answer each other stop here.
ECHO = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MailboxDraft:
    """How the mailbox is reached; an empty password keeps the one that is known."""

    host: str
    user: str
    port: int = 993
    folder: str = "INBOX"
    sealing: str = "tls"
    password: str = ""
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Poll:
    """What one look into the mailbox gave."""

    uid: int
    uid_validity: int
    left_for_size: int = 0
    unreadable: int = 0
    automatic: int = 0


def keep_mailbox(draft: MailboxDraft, *, by: Actor, at: datetime) -> None:
    """Say how the mailbox is reached; the password is sealed at once and never shown again."""
    by.need(CONTACT)
    with transaction.atomic():
        row = Mailbox.objects.select_for_update().filter(pk=1).first() or Mailbox(pk=1)
        if (row.host, row.user, row.folder) != (draft.host, draft.user, draft.folder):
            row.uid, row.uid_validity = 0, None
        row.host, row.user, row.port = draft.host, draft.user, draft.port
        row.folder, row.sealing, row.is_on = draft.folder, draft.sealing, draft.is_on
        if draft.password:
            row.sealed_password = seal(draft.password)
        row.reason, row.failed_since, row.claimed_until = "", None, None
        row.save()
        record("letters.keep_mailbox", "mailbox:1", by=by, at=at, host=draft.host, is_on=draft.is_on)


def claim_mailbox(*, at: datetime) -> Mailbox | None:
    """Take the mailbox for this worker, by a lease that ends by itself; None when there is nothing to read."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    mine = Mailbox.objects.filter(free, pk=1, is_on=True)
    return Mailbox.objects.get(pk=1) if mine.update(claimed_until=at + LEASE) else None


def note_poll(poll: Poll, *, at: datetime) -> None:
    """Keep how far the mailbox was read, and what was not taken in."""
    Mailbox.objects.filter(pk=1).update(
        uid=poll.uid,
        uid_validity=poll.uid_validity,
        read_at=at,
        failed_since=None,
        reason="",
        claimed_until=None,
        left_for_size=F("left_for_size") + poll.left_for_size,
        unreadable=F("unreadable") + poll.unreadable,
        automatic=F("automatic") + poll.automatic,
    )


def note_failure(reason: str, *, at: datetime) -> None:
    """Keep why the mailbox could not be read, and since when."""
    with transaction.atomic():
        row = Mailbox.objects.select_for_update().get(pk=1)
        row.failed_since, row.reason, row.claimed_until = row.failed_since or at, reason[:300], None
        row.save(update_fields=["failed_since", "reason", "claimed_until"])


def take_mail(mail: Incoming, keys: Keys, *, at: datetime) -> bool:
    """Take one mail in: as a new letter, or to the letter it names; a machine's is counted and never answered."""
    reference = reference_in(mail.subject)
    if mail.machine:
        if mail.machine == "bounce":
            _came_back(reference or reference_in(mail.text), at=at)
        return False
    if reference and _added(mail, reference, at=at):
        return True
    draft = LetterDraft(
        way=Way.MAIL,
        title=mail.subject,
        text=mail.text or mail.subject,
        contact=Contact(name=mail.name, email=mail.sender),
        keys=keys,
        received_at=_received(mail, at),
        outside_key=mail.outside_key,
        language=_language(mail.text or mail.subject),
        pieces=mail.pieces,
        confirm=_may_confirm(mail, at=at),
    )
    return receive(draft, by=MACHINE, at=at) is not None


def _received(mail: Incoming, at: datetime) -> datetime:
    """Say when the body had the mail: its date where that can be true, so that a long poll costs the asker nothing."""
    sent = mail.sent_at
    return sent if sent is not None and at - timedelta(days=7) <= sent <= at else at


def _language(text: str) -> str:
    """Guess in which language the asker reads, from the signs they write."""
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    return "zh-hans" if han * 5 >= sum(not sign.isspace() for sign in text) else "en"


def _may_confirm(mail: Incoming, *, at: datetime) -> bool:
    lately = Letter.objects.filter(way=Way.MAIL, acknowledged_at__gt=at - timedelta(hours=1)).count()
    if lately >= CONFIRMED_AN_HOUR:
        return False
    marks = print_of(mail.text)
    if not marks:
        return not Letter.objects.filter(way=Way.MAIL, text=mail.text, registered_at__gt=at - ECHO).exists()
    return not _has_echo(marks, at)


def _has_echo(marks: tuple[int, ...], at: datetime) -> bool:
    counts: dict[int, int] = {}
    rows = Mark.objects.filter(value__in=marks, letter__registered_at__gt=at - ECHO, letter__way=Way.MAIL)
    for letter in rows.values_list("letter", flat=True):
        counts[letter] = counts.get(letter, 0) + 1
    return max(counts.values(), default=0) >= PLACES - 1


def _came_back(reference: str, *, at: datetime) -> None:
    """Tell the unit that a mail to an asker was not delivered: somebody has to find another way."""
    letter = Letter.objects.filter(reference=reference).first() if reference else None
    if letter is not None and letter.state != State.CLOSED:
        words = ("a mail to the asker came back", "发给来信人的邮件被退回")
        telling.tell_unit(letter, *words, f"bounced:{at:%Y%m%d}", at=at)


def _added(mail: Incoming, reference: str, *, at: datetime) -> bool:
    """Add a mail to the letter it names, if its asker sent it; anybody else's is a letter of its own."""
    letter = Letter.objects.filter(reference=reference).exclude(state=State.CLOSED).first()
    contact = contact_of(letter) if letter is not None else None
    if letter is None or contact is None or contact.email.casefold() != mail.sender.casefold():
        return False
    with transaction.atomic():
        files.keep_pieces(letter, mail.pieces, own=contact.own_words)
        words = shown_text(mail.text, contact.own_words)
        if letter.state in OWED and words:
            clarify(letter, mail.text, by=noting.ASKER, at=at)
        else:
            noting.note(letter, StepKind.ADDED, words, by=noting.ASKER, at=at)
            telling.tell_unit(letter, "the asker wrote again", "来信人再次来信", f"again:{at:%s}", at=at)
    return True
