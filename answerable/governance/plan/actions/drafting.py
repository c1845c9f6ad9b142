"""Drafts: begun from a file, a plan that ships or another version; saved as a whole or piece by piece."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.plan.actions.binding import bind_by_itself
from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.queries.standing import packs_at_hand
from answerable.governance.plan.queries.versions import KEEP
from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.reader import read_plan
from answerable.governance.plan.rules.sentences import sentence_of
from answerable.governance.plan.rules.states import State
from answerable.governance.plan.rules.tree import BadTree, tidy
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record

Edit = Callable[[str], str]


def sha_of(text: str) -> str:
    """Give the hash of a plan's text, to which approvals are bound."""
    return hashlib.sha256(text.encode()).hexdigest()


def start_draft(text: str, *, by: Actor, at: datetime, supersedes: int | None = None) -> int:
    """Begin a draft with a text; one that is no plan at all is refused with the line that stops it."""
    by.need(KEEP)
    text = tidy(text)
    document = _readable(text)
    with transaction.atomic():
        row = PlanVersion.objects.create(
            text=text,
            sha256=sha_of(text),
            begun_by_id=by.account,
            writers=[by.account] if by.account is not None else [],
            created_at=at,
            changed_at=at,
            supersedes_id=supersedes,
            **_facts(document),
        )
        bind_by_itself(row, document)
        record("plan.start_draft", f"plan:{row.pk}", by=by, at=at, version=row.number, sha256=row.sha256)
    return row.pk


def copy_draft(version: int, *, by: Actor, at: datetime) -> int:
    """Begin a draft with the text of another version."""
    by.need(KEEP)
    with transaction.atomic():
        row = _there(version)
        made = start_draft(row.text, by=by, at=at, supersedes=row.pk)
        PlanVersion.objects.filter(pk=made).update(
            sentences=row.sentences, source_name=row.source_name, source_sha256=row.source_sha256
        )
    return made


def save_yaml(version: int, text: str, *, seen: str, by: Actor, at: datetime) -> str:
    """Save a draft's whole text; `seen` is the hash of the text that was changed. Gives the new hash."""
    return change(version, lambda _old: text, seen=seen, by=by, at=at)


def change(version: int, edit: Edit, *, seen: str, by: Actor, at: datetime) -> str:
    """Change a draft where it stands, unless somebody else did meanwhile. Gives the new hash."""
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version, seen)
        try:
            text = tidy(edit(row.text))
        except BadTree as bad:
            raise Anticipated(*sentence_of(bad.problem)) from None
        store(row, text, by=by, at=at)
        record("plan.change", f"plan:{row.pk}", by=by, at=at, before=seen or row.sha256, after=sha_of(text))
    return sha_of(text)


def draft_row(version: int, seen: str = "") -> PlanVersion:
    """Give the row of a draft that is still as it was seen, locked for the rest of the transaction."""
    row = PlanVersion.objects.select_for_update().filter(pk=version).first()
    if row is None:
        raise NotFound(_("There is no such version of the plan."), _("Look at the list of versions."))
    if row.state != State.DRAFT:
        raise Moved(
            _("Only a draft can be changed; this version is one no longer."),
            _("Begin a new draft with its text."),
        )
    if seen and row.sha256 != seen:
        raise Moved(
            _("Somebody else has changed this draft since you opened it."),
            _("Copy your change, load the page again, and make it there."),
        )
    return row


def store(row: PlanVersion, text: str, *, by: Actor, at: datetime) -> PlanDocument:
    """Write a draft's new text with what follows from it."""
    document = _readable(text)
    facts = _facts(document)
    writers = set(row.writers) | ({by.account} - {None})
    PlanVersion.objects.filter(pk=row.pk).update(
        text=text, sha256=sha_of(text), changed_at=at, writers=sorted(writers), **facts
    )
    bind_by_itself(row, document)
    return document


def drop(version: int, *, by: Actor, at: datetime) -> None:
    """Lay a draft aside."""
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version)
        PlanVersion.objects.filter(pk=row.pk).update(state=State.DROPPED, changed_at=at)
        record("plan.drop", f"plan:{row.pk}", by=by, at=at)


def note_sentences(
    version: int, name: str, sha256: str, sentences: Sequence[tuple[str, str]], *, by: Actor, at: datetime
) -> None:
    """Keep the sentences of the written document beside a draft, so that lint can tell which ones are stale."""
    by.need(KEEP)
    with transaction.atomic():
        row = draft_row(version)
        PlanVersion.objects.filter(pk=row.pk).update(
            source_name=name[:200], source_sha256=sha256, sentences=[list(pair) for pair in sentences]
        )
        record("plan.note_sentences", f"plan:{row.pk}", by=by, at=at, file=sha256, count=len(sentences))


def _readable(text: str) -> PlanDocument:
    reading = read_plan(text, packs_at_hand())
    if reading.document is None:
        raise Anticipated(*sentence_of(reading.problems[0]))
    return reading.document


def _facts(document: PlanDocument) -> dict[str, object]:
    return {
        "number": document.version[:40],
        "titles": dict(document.title) or {"en": document.id, "zh": document.id},
        "effective": document.effective,
    }


def _there(version: int) -> PlanVersion:
    row = PlanVersion.objects.filter(pk=version).first()
    if row is None:
        raise NotFound(_("There is no such version of the plan."), _("Look at the list of versions."))
    return row
