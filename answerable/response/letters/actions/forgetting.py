"""Deleting contacts when their time is over, with every copy: mails that wait, files, codes, words in the history."""

from datetime import datetime

from django.db import connection, transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.sealing import BrokenSeal
from answerable.kernel.trail.actions import record
from answerable.office.notices import actions as notices
from answerable.response.letters.actions import files, masking, noting
from answerable.response.letters.models import Contact, Inquiry, Letter, Outgoing, Sheet
from answerable.response.letters.queries.contacts import opened
from answerable.response.letters.rules.clockwork import days, inquiry_subject
from answerable.response.letters.rules.matter import masked
from answerable.response.letters.rules.states import StepKind

AT_ONCE = 500
#: Days after which a file that was handed in and never taken over is dropped: it holds contacts.
SHEET_DAYS = 7


def forget_due(*, at: datetime) -> int:
    """Delete the contacts whose time is over, and files of letters that nobody took over; gives how many."""
    _overwrite_deleted()
    due = Contact.objects.filter(delete_at__lte=at).select_related("letter", "inquiry")
    gone = 0
    for row in due.order_by("pk")[:AT_ONCE]:
        with transaction.atomic():
            _forget(row, at=at)
        gone += 1
    old = Sheet.objects.filter(created_at__lte=at - days(SHEET_DAYS)).exclude(sealed_lines="")
    gone += old.update(sealed_lines="", state="dropped")
    if gone:
        _clear_journal()
    return gone


def _overwrite_deleted() -> None:
    """Let SQLite write zeros over what it deletes; PostgreSQL does so when it next vacuums the table."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _clear_journal() -> None:
    """Take old pages out of the write-ahead file, and old rows out of the tables, where nobody else writes now."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in (Contact, Outgoing, Sheet):
            cursor.execute(f"VACUUM {connection.ops.quote_name(table._meta.db_table)}")


def _forget(row: Contact, *, at: datetime) -> None:
    try:
        own = opened(row).own_words
    except BrokenSeal:
        own = ()
    waiting = Outgoing.objects.filter(letter=row.letter, inquiry=row.inquiry)
    notices.withdraw_letters(waiting.values_list("notice_letter", flat=True), by=MACHINE, at=at)
    waiting.delete()
    if row.letter is not None:
        _forget_letter(row.letter, own, at=at)
    if row.inquiry is not None:
        _forget_inquiry(row.inquiry, own, at=at)
    row.delete()


def _forget_letter(letter: Letter, own: tuple[str, ...], *, at: datetime) -> None:
    """Take what is the asker's own out of a letter. It was masked when it came; replies and notes came later."""
    masking.mask_in(letter, own)
    reply = letter.reply
    if reply is not None and reply.letters.count() == 1:
        reply.text = masked(reply.text, own)
        reply.save(update_fields=["text"])
    files.delete_of(letter)
    letter.code_hash, letter.has_mail, letter.has_other_way = None, False, False
    letter.forgotten_at = at
    letter.save()
    noting.note(letter, StepKind.FORGOTTEN, by=MACHINE, at=at)


def _forget_inquiry(inquiry: Inquiry, own: tuple[str, ...], *, at: datetime) -> None:
    for field in ("title", "question", "answer", "reason"):
        setattr(inquiry, field, masked(getattr(inquiry, field), own))
    inquiry.forgotten_at = at
    inquiry.save()
    record(
        "letters.forget_journalist",
        inquiry_subject(inquiry.pk),
        by=MACHINE,
        at=at,
        reference=inquiry.reference,
    )
