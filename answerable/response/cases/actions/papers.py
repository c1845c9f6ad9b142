"""Reports upward: drafted from the case, edited, signed, sent, receipted."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.notices import actions as notices
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.models import Case, Paper, PaperList
from answerable.response.cases.queries import office
from answerable.response.cases.queries.door import case_to_lead, case_to_work
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.papers import STAGE_OF, PaperKind, paper_hash, paper_number
from answerable.response.cases.rules.states import PAPER_MOVES, PaperMove, PaperState


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A report as it is written. `told_by` and `told_at` are for what was said by word of mouth."""

    kind: str
    to: str
    title: str
    text: str
    to_email: str = ""
    told_by: str = ""
    told_at: datetime | None = None
    personal: str = Personal.ASK


def draft_paper(case: int, draft: PaperDraft, *, by: Actor, at: datetime) -> int:
    """Begin a report upward; gives its number in this system (its number in the list comes with sending)."""
    fields = _fields(draft, at=at)
    with transaction.atomic():
        row = case_to_work(by, case)
        paper = Paper.objects.create(case=row, drafted_by=by.name, drafted_at=at, **fields)
        record("cases.draft_paper", subject_of(row.pk), by=by, at=at, paper=paper.pk, kind=paper.kind)
    return paper.pk


def edit_paper(paper: int, draft: PaperDraft, *, seen_version: int, by: Actor, at: datetime) -> None:
    """Change a draft. Refused when it was changed since it was read, or signed."""
    fields = _fields(draft, at=at)
    with transaction.atomic():
        row, case = _paper(paper, by)
        changed = Paper.objects.filter(pk=row.pk, version=seen_version, state=PaperState.DRAFT).update(
            version=seen_version + 1, **fields
        )
        if not changed:
            raise Moved(
                _("This report has been changed or signed since you opened it."),
                _("Look at it again; what you typed is still in your window."),
            )
        record("cases.edit_paper", subject_of(case.pk), by=by, at=at, paper=row.pk)


def _fields(draft: PaperDraft, *, at: datetime) -> dict[str, object]:
    if draft.kind not in set(PaperKind):
        raise Anticipated(_("Choose which report this is."), _("Verbal, first, follow-up or final."))
    verbal = draft.kind == PaperKind.VERBAL
    if verbal and draft.told_at is None:
        raise Anticipated(_("Say when it was told."), _("And who told it to whom."))
    if draft.told_at is not None and draft.told_at > at:
        raise Anticipated(_("That time has not come yet."), _("Note a verbal report after it was made."))
    return {
        "kind": draft.kind,
        "to": needed(draft.to, _("Say who above us is told."), draft.personal)[:200],
        "to_email": draft.to_email[:254],
        "title": needed(draft.title, _("A report needs a title."), draft.personal)[:300],
        "text": needed(draft.text, _("A report needs a text."), draft.personal),
        "told_by": needed(draft.told_by, _("Say who told it."), draft.personal)[:200] if verbal else "",
        "told_at": draft.told_at if verbal else None,
    }


def sign_paper(paper: int, *, seen_version: int, by: Actor, at: datetime) -> None:
    """Sign a report, in the name of one's post, in the very version that was read."""
    with transaction.atomic():
        row, case = _paper(paper, by, leads=True)
        if row.version != seen_version:
            raise Moved(_("This report has been changed since you read it."), _("Read it again, then sign."))
        PAPER_MOVES.make(
            Paper.objects.filter(pk=row.pk, version=seen_version),
            PaperState(row.state),
            PaperMove.SIGN,
            signed_by_id=by.person,
            signed_by_name=by.name,
            signed_post=office.post_titles(by),
            signed_at=at,
        )
        record("cases.sign_paper", subject_of(case.pk), by=by, at=at, paper=row.pk, version=seen_version)


def take_paper_back(paper: int, *, by: Actor, at: datetime) -> None:
    """Take a signed report back into draft before it is sent; the signature is void."""
    with transaction.atomic():
        row, case = _paper(paper, by)
        PAPER_MOVES.make(
            Paper.objects.filter(pk=row.pk),
            PaperState(row.state),
            PaperMove.TAKE_BACK,
            signed_by=None,
            signed_by_name="",
            signed_post="",
            signed_at=None,
            version=F("version") + 1,
        )
        record("cases.take_paper_back", subject_of(case.pk), by=by, at=at, paper=row.pk)


def send_paper(paper: int, how: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> str:
    """Send a signed report: it gets the next number of the year, and its hash freezes it. Gives that number.

    With an e-mail address a letter goes out in the same breath; without one `how` says how it went.
    """
    with transaction.atomic():
        row, case = _paper(paper, by)
        said = kept(how, personal)
        if not row.to_email:
            needed(
                said,
                _("Say how it was sent: by messenger, by the document exchange, by telephone."),
                personal,
            )
        year = timezone.localtime(at).year
        number = _next_number(year)
        name = paper_number(year, number)
        signed = f"{row.signed_by_name} {row.signed_post}"
        PAPER_MOVES.make(
            Paper.objects.filter(pk=row.pk),
            PaperState(row.state),
            PaperMove.SEND,
            year=year,
            number=number,
            sent_at=at,
            sent_how=said[:300],
            hash=paper_hash(name, row.to, row.title, row.text, signed),
        )
        if row.to_email:
            body = f"{name}\n\n{row.title}\n\n{row.text}\n\n{signed}"
            notices.write_letter(row.to_email, row.title, body, by=by, at=at)
        _meet(row, case, by=by, at=at)
        record("cases.send_paper", subject_of(case.pk), by=by, at=at, paper=row.pk, number=name)
        telling.tell_sent(case, name, by=by, at=at)
    return name


def _next_number(year: int) -> int:
    """Give the next number of a year; the row is held until this transaction ends, so no two are alike."""
    PaperList.objects.get_or_create(year=year)
    PaperList.objects.filter(year=year).update(last=F("last") + 1)
    return PaperList.objects.values_list("last", flat=True).get(year=year)


def _meet(row: Paper, case: Case, *, by: Actor, at: datetime) -> None:
    """Meet the clock of a report. A verbal one was made when it was told, not when it was written down."""
    stage = STAGE_OF.get(PaperKind(row.kind))
    if stage:
        timing.meet_report(case, stage, by=by, at=row.told_at or at)


def note_receipt(paper: int, receipt: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Note the receipt for a report that was sent: who took it in, under which number."""
    said = needed(receipt, _("Say who took it in, and under which number."), personal)[:400]
    with transaction.atomic():
        row, case = _paper(paper, by)
        PAPER_MOVES.make(
            Paper.objects.filter(pk=row.pk),
            PaperState(row.state),
            PaperMove.RECEIPT,
            receipt=said,
            receipted_at=at,
        )
        record("cases.note_receipt", subject_of(case.pk), by=by, at=at, paper=row.pk, receipt=said)


def _paper(paper: int, by: Actor, *, leads: bool = False) -> tuple[Paper, Case]:
    row = Paper.objects.filter(pk=paper).first()
    if row is None:
        raise NotFound(_("There is no such report."), _("Look at the case."))
    case = (case_to_lead if leads else case_to_work)(by, row.case_id)
    return Paper.objects.select_for_update().get(pk=paper), case
