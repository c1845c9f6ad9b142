"""What other systems and people hand in: webhook calls, files, and their secrets."""

import base64
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.sealing import seal
from answerable.kernel.trail.actions import record
from answerable.listening.sources.actions.keeping import KEEP
from answerable.listening.sources.actions.storing import Stored, store_entries
from answerable.listening.sources.events import ImportHandedIn
from answerable.listening.sources.kinds import Outcome, Reading
from answerable.listening.sources.models import FileImport, Poll, ReceivedCall, Source
from answerable.listening.sources.rules.outcomes import Outcome as PollOutcome
from answerable.listening.sources.rules.states import State

#: The largest file that a person hands in; the reading child takes no more.
LARGEST_FILE = 20 * 1024 * 1024
#: Rows of an import that the preview shows; every refused row is listed up to this many.
PREVIEW_ROWS = 20
REFUSED_ROWS = 2_000
#: Bytes of chance in a secret; Standard Webhooks asks for 24 to 64.
SECRET_BYTES = 32


class FloodBraked(Anticipated):
    """The sender is faster than we take; it is told when to come again."""

    status = 429


def receive_call(source: int, call_id: str, reading: Reading, *, at: datetime) -> Stored | None:
    """Store what one signed call brought. None when the same call was taken before: a repeat changes nothing."""
    with transaction.atomic():
        row = Source.objects.select_for_update().filter(pk=source, kind="webhook", state=State.ACTIVE).first()
        if row is None:
            raise NotFound(_("There is no such address."), _("Ask the office for the right one."))
        _taking, is_first = ReceivedCall.objects.get_or_create(
            source=row, call_id=call_id[:200], defaults={"received_at": at}
        )
        if not is_first:
            return None
        stored = store_entries(row, list(reading.items), catch_up=False, at=at)
        if stored.held_back:
            raise FloodBraked(
                _("More came than we take in an hour."),
                _("Send the same call again later."),
                retry_at=at + timedelta(minutes=15),
            )
        _note_receipt(row, reading, stored, at=at)
        return stored


def renew_secret(source: int, chance: bytes, *, by: Actor, at: datetime) -> str:
    """Give a webhook a new secret, shown this once; the one before it holds until the next renewal."""
    secret = "whsec_" + base64.b64encode(chance).decode()
    with transaction.atomic():
        row = _kept(source, by)
        row.secrets = {"secret": seal(secret), "old_secret": row.secrets.get("secret", "")}
        row.save(update_fields=["secrets"])
        record("sources.renew_secret", f"source:{row.pk}", by=by, at=at)
    return secret


def hand_in_file(source: int, file_name: str, content: bytes, *, by: Actor, at: datetime) -> int:
    """Keep a file for its preview. Gives the import's id."""
    if len(content) > LARGEST_FILE:
        raise Anticipated(
            _("The file is larger than 20 MB."), _("Split it and hand in the parts one after the other.")
        )
    with transaction.atomic():
        row = _kept(source, by)
        handed_in = FileImport.objects.create(
            source=row, file_name=file_name[:200], content=content, handed_in_at=at, handed_in_by=by.account
        )
        record(
            "sources.hand_in_file", f"source:{row.pk}", by=by, at=at, file=file_name[:200], bytes=len(content)
        )
        events.publish(ImportHandedIn(handed_in.pk))
    return handed_in.pk


def note_preview(handed_in: int, reading: Reading) -> None:
    """Write down how a file reads: its first rows, and every refused row with its reason."""
    refused = [
        {"row": part.part, "code": part.code, "details": dict(part.details)}
        for part in reading.refused[:REFUSED_ROWS]
    ]
    shown = [
        {
            "title": item.title,
            "text": item.text[:300],
            "link": item.link,
            "published_at": item.published_at.isoformat() if item.published_at else "",
        }
        for item in reading.items[:PREVIEW_ROWS]
    ]
    state = "previewed" if reading.outcome == Outcome.READ else "refused"
    FileImport.objects.filter(pk=handed_in, state="waiting").update(
        state=state, rows=len(reading.items), preview=shown, refused=refused
    )


def ask_to_take(handed_in: int, *, by: Actor, at: datetime) -> None:
    """Say yes to a previewed file; a job takes it in."""
    with transaction.atomic():
        row = _import(handed_in)
        _kept(row.source_id, by)
        if FileImport.objects.filter(pk=row.pk, state="previewed").update(state="taking") != 1:
            raise Moved(_("This file was decided on already."), _("Load the page again."))
        record(
            "sources.take_file", f"source:{row.source_id}", by=by, at=at, file=row.file_name, rows=row.rows
        )
        events.publish(ImportHandedIn(row.pk))


def drop_file(handed_in: int, *, by: Actor, at: datetime) -> None:
    """Say no to a file: it is forgotten."""
    with transaction.atomic():
        row = _import(handed_in)
        _kept(row.source_id, by)
        FileImport.objects.filter(pk=row.pk, state__in=["waiting", "previewed", "refused"]).update(
            state="dropped", content=b"", preview=[]
        )
        record("sources.drop_file", f"source:{row.source_id}", by=by, at=at, file=row.file_name)


def take_file(handed_in: int, reading: Reading, *, at: datetime) -> Stored | None:
    """Store the rows of an accepted file. None when that was done before."""
    with transaction.atomic():
        row = FileImport.objects.select_for_update().filter(pk=handed_in, state="taking").first()
        if row is None:
            return None
        stored = store_entries(row.source, list(reading.items), catch_up=True, braked=False, at=at)
        row.state, row.content, row.preview = "taken", b"", []
        row.new, row.known = stored.news, stored.known
        row.save()
        _note_receipt(row.source, reading, stored, at=at)
        return stored


def _note_receipt(source: Source, reading: Reading, stored: Stored, *, at: datetime) -> None:
    """Write what was handed in as a poll of its source, so that its page tells one story."""
    Poll.objects.create(
        source=source,
        began_at=at,
        ended_at=at,
        outcome=PollOutcome.HEARD if stored.news else PollOutcome.UNCHANGED,
        entries=len(reading.items),
        new=len(stored.new),
        edited=stored.edited,
        refused=len(reading.refused),
    )
    changes: dict[str, Any] = {"polled_at": at, "heard_at": at}
    if stored.news:
        changes["last_item_at"] = at
    Source.objects.filter(pk=source.pk).update(**changes)


def _kept(source: int, by: Actor) -> Source:
    row = Source.objects.select_for_update().filter(pk=source).first()
    if row is None:
        raise NotFound(_("There is no such source."), _("Look for it in the list of sources."))
    by.need(KEEP, unit=row.owner_unit_id)
    return row


def _import(handed_in: int) -> FileImport:
    row = FileImport.objects.filter(pk=handed_in).first()
    if row is None:
        raise NotFound(_("There is no such import."), _("Hand the file in again."))
    return row
