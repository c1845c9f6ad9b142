"""Drafting, adding evidence, signing and filing."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.duties.actions.notes import link_of, locked, subject_of, tell
from answerable.governance.duties.actions.turning import STAGE
from answerable.governance.duties.models import Evidence, Filing, Occurrence
from answerable.governance.duties.queries.door import duty_of, need_owing, posts_called, rights
from answerable.governance.duties.rules.files import (
    MOST_BYTES,
    is_open_link,
    is_too_large,
    paper_hash,
    safe_name,
)
from answerable.governance.duties.rules.standing import is_on_time
from answerable.governance.duties.rules.states import MOVES, OWED, PROOFS, Move, Proof, ProofMove, State
from answerable.governance.duties.telling import filed
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper as somebody writes it; `edition` is the one they began from."""

    title: str
    body: str
    addressee: str = ""
    edition: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Proven:
    """A piece of evidence as somebody hands it in: a link, or a file with the name it had."""

    kind: str
    title: str
    effective_on: date
    link: str = ""
    file: IO[bytes] | None = None
    name: str = ""
    valid_until: date | None = None
    follows: int | None = None


def save_draft(occurrence: int, draft: Draft, *, by: Actor, at: datetime) -> int:
    """Keep the paper of a run; gives its edition. Two people who write at once are told, and nothing is overwritten."""
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        _refuse_when_closed(row, Move.FILE)
        fields: dict[str, Any] = {
            "title": draft.title[:300],
            "body": draft.body,
            "addressee": draft.addressee[:200],
            "number": draft.number[:80],
            "edited_at": at,
            "edited_by": by.name,
        }
        filing, is_new = Filing.objects.get_or_create(occurrence=row, defaults={**fields, "edition": 1})
        if not is_new:
            same = Filing.objects.filter(pk=filing.pk, edition=draft.edition)
            if not same.update(**fields, edition=draft.edition + 1):
                raise Moved(
                    _("%(name)s has changed this text since you opened it.") % {"name": filing.edited_by},
                    _("Yours is still on this page: copy it, load the page again, and put the two together."),
                )
        _begin(row, by=by, at=at)
        record("duties.save_draft", subject_of(row.pk), by=by, at=at, edition=draft.edition + 1)
    return draft.edition + 1


def add_evidence(occurrence: int, proven: Proven, *, by: Actor, at: datetime) -> int:
    """Add a file or a link, or a new version of one; gives its id. Its date is apart from today's."""
    stored, size, sha256 = _store(proven)
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        before = _followed(row, proven.follows)
        late_paper = State(row.state) in (State.SUBMITTED, State.ACCEPTED)
        if not late_paper:
            _refuse_when_closed(row, Move.FILE)
        evidence = Evidence.objects.create(
            occurrence=row,
            kind=proven.kind[:60],
            title=(proven.title or safe_name(proven.name))[:300],
            link=proven.link.strip(),
            stored=stored,
            name=safe_name(proven.name) if proven.file else "",
            size=size,
            sha256=sha256,
            effective_on=proven.effective_on,
            valid_until=proven.valid_until,
            received_at=at,
            collected_by=by.name,
            number=before.number + 1 if before else 1,
            follows=before,
            state=Proof.SUBMITTED if late_paper else Proof.DRAFT,
        )
        _begin(row, by=by, at=at)
        record(
            "duties.add_evidence",
            subject_of(row.pk),
            by=by,
            at=at,
            evidence=evidence.pk,
            kind=evidence.kind,
            sha256=sha256,
            effective_on=proven.effective_on,
            version=evidence.number,
        )
    return evidence.pk


def drop_evidence(evidence: int, *, by: Actor, at: datetime) -> int:
    """Take back a piece of evidence that was not handed in yet; gives the run it was for."""
    with transaction.atomic():
        found = Evidence.objects.filter(pk=evidence).first()
        if found is None:
            raise NotFound(_("There is no such evidence."), _("Load the page again."))
        row = locked(found.occurrence_id)
        need_owing(by, row)
        if found.state != Proof.DRAFT:
            raise Anticipated(_("What was handed in stays on record."), _("Add a new version of it instead."))
        record("duties.drop_evidence", subject_of(row.pk), by=by, at=at, sha256=found.sha256, kind=found.kind)
        found.delete()
        if found.stored and not Evidence.objects.filter(stored=found.stored).exists():
            transaction.on_commit(partial(default_storage.delete, found.stored))
    return row.pk


def sign(occurrence: int, seen_hash: str, *, by: Actor, at: datetime) -> None:
    """Sign the paper of a run as it stands; an edit afterwards takes the signature away."""
    with transaction.atomic():
        row = locked(occurrence)
        if not rights(by, row).signs:
            raise NotAllowed(_("The plan names another post to sign this."), _("Ask its holder."))
        filing = Filing.objects.filter(occurrence=row).first()
        if (
            filing is None
            or paper_hash(filing.title, filing.addressee, filing.number, filing.body) != seen_hash
        ):
            raise Moved(_("The text has changed since you read it."), _("Read it again, then sign."))
        Filing.objects.filter(pk=filing.pk).update(signed_by=by.name, signed_at=at, signed_hash=seen_hash)
        record("duties.sign", subject_of(row.pk), by=by, at=at, text=seen_hash)


def file_run(occurrence: int, *, nothing_found: bool = False, by: Actor, at: datetime) -> State:
    """Hand in what there is for a run. It counts for its own period, late or not; gives the state that follows."""
    with transaction.atomic():
        row = locked(occurrence)
        need_owing(by, row)
        _refuse_when_empty(row, nothing_found)
        on_time = is_on_time(at, row.due)
        MOVES.make(
            Occurrence.objects.filter(pk=row.pk),
            State(row.state),
            Move.FILE,
            state_since=at,
            filed_at=at,
            on_time=on_time,
            nothing_found=nothing_found,
        )
        drafts = Evidence.objects.filter(occurrence=row, state=Proof.DRAFT)
        drafts.update(state=PROOFS.after(Proof.DRAFT, ProofMove.SUBMIT))
        record(
            "duties.file_run",
            subject_of(row.pk),
            by=by,
            at=at,
            on_time=on_time,
            due=row.due,
            period=row.period_begin,
            nothing_found=nothing_found,
        )
        clocks.meet(subject_of(row.pk), STAGE, by=by, at=at)
        return _after_filing(row, by=by, at=at)


def _after_filing(row: Occurrence, *, by: Actor, at: datetime) -> State:
    """Tell whoever accepts, or take it as done where the plan asks nobody to accept it."""
    row.refresh_from_db()
    duty = duty_of(row)
    acceptors = posts_called(duty.accept_by, row.version) if duty else frozenset()
    if duty is not None and not duty.accept_by:
        changes = {"state_since": at, "accepted_at": at}
        end = MOVES.make(Occurrence.objects.filter(pk=row.pk), State.SUBMITTED, Move.ACCEPT, **changes)
        Evidence.objects.filter(occurrence=row, state=Proof.SUBMITTED).update(
            state=PROOFS.after(Proof.SUBMITTED, ProofMove.ACCEPT)
        )
        clocks.close(subject_of(row.pk), by=MACHINE, at=at)
        return end
    answering = people.holders(acceptors, at=at).values()
    told = [one.person for one in answering if one is not None and one.person != by.person]
    tell(filed(row, by.name), told, key=f"filed:{row.pk}:{at.isoformat()}", link=link_of(row.pk), at=at)
    return State.SUBMITTED


def _begin(row: Occurrence, *, by: Actor, at: datetime) -> None:
    """Note that work on an open run has begun."""
    if State(row.state) is State.OPEN:
        MOVES.make(Occurrence.objects.filter(pk=row.pk), State.OPEN, Move.BEGIN, state_since=at)


def _refuse_when_closed(row: Occurrence, move: Move) -> None:
    if State(row.state) not in OWED:
        raise IllegalMove(State(row.state), move)


def _refuse_when_empty(row: Occurrence, nothing_found: bool) -> None:
    """Refuse a filing without anything in it, and one that the plan wants signed and nobody has signed."""
    duty = duty_of(row)
    filing = Filing.objects.filter(occurrence=row).first()
    has_text = filing is not None and bool(filing.body.strip())
    if nothing_found and not (duty and duty.nothing_found_ok):
        raise Anticipated(
            _("The plan does not let this duty end with “nothing to report”."), _("Add what there is.")
        )
    if not (nothing_found or has_text or Evidence.objects.filter(occurrence=row).exists()):
        raise Anticipated(
            _("There is nothing to hand in yet."),
            _("Write the paper, add a file or the link to what exists."),
        )
    wants_signature = duty is not None and duty.sign and has_text
    if (
        wants_signature
        and filing is not None
        and filing.signed_hash != paper_hash(filing.title, filing.addressee, filing.number, filing.body)
    ):
        raise Anticipated(
            _("The plan wants this paper signed before it goes out."),
            _("Ask the post named to sign it here."),
        )


def _followed(row: Occurrence, follows: int | None) -> Evidence | None:
    """Give the evidence that a new version follows: one of the same run that nothing follows yet."""
    if follows is None:
        return None
    before = Evidence.objects.filter(pk=follows, occurrence=row, followed_by=None).first()
    if before is None:
        raise Moved(
            _("There is a newer version of this evidence already."), _("Load the page again and look at it.")
        )
    return before


def _store(proven: Proven) -> tuple[str, int, str]:
    """Keep the bytes under their hash, and give where, how many, and the hash; nothing of the name is used."""
    if proven.file is None:
        if not is_open_link(proven.link):
            raise Anticipated(
                _("This is not the address of a page."),
                _("Begin it with http:// or https://, or add a file."),
            )
        return "", 0, ""
    digest, size = hashlib.sha256(), 0
    while part := proven.file.read(64 * 1024):
        digest.update(part)
        size += len(part)
        if is_too_large(size):
            raise Anticipated(
                _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024**2},
                _("Hand in the link to where it lies, or a smaller copy."),
            )
    if not size:
        raise Anticipated(_("The file is empty."), _("Choose it again."))
    sha256 = digest.hexdigest()
    place = f"duties/{sha256[:2]}/{sha256}"
    if not default_storage.exists(place):
        proven.file.seek(0)
        place = default_storage.save(place, File(proven.file))
    return place, size, sha256
