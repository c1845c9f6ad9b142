"""One run as its page shows it: the duty and its sentences, evidence, paper, history, and what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.governance.duties.models import (
    Evidence,
    Filing,
    Finding,
    Occurrence,
    Passing,
    Returned,
    TimeWish,
)
from answerable.governance.duties.queries.door import Rights, occurrence_for, rights, seen_by
from answerable.governance.duties.queries.posts import posts_now
from answerable.governance.duties.queries.rows import RunRow, row_of
from answerable.governance.duties.rules.excuses import Excuse, Key, found_first
from answerable.governance.duties.rules.files import paper_hash
from answerable.governance.duties.rules.headings import headings
from answerable.governance.duties.rules.states import MOVES, Move, State
from answerable.governance.duties.words import recipient_words
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Clause, Duty
from answerable.governance.plan.rules.recurring import Run, occurrences
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import read_together
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.clocks import queries as clocks

#: A due date lies within so many days of its period: where its derivation is looked for.
NEAR = timedelta(days=130)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence with its versions before."""

    id: int
    kind: str
    title: str
    link: str
    name: str
    size: int
    sha256: str
    effective_on: date
    valid_until: date | None
    received_at: datetime
    collected_by: str
    number: int
    state: str
    is_newest: bool
    in_period: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of a run, or what it begins with: the headings of last time."""

    title: str
    body: str
    addressee: str
    number: str
    edition: int
    edited_by: str
    edited_at: datetime | None
    signed_by: str
    signed_at: datetime | None
    is_signed: bool
    hash: str
    sent_on: date | None
    receipt: str
    receipt_on: date | None
    from_last_time: bool = False


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, with what speaks for the unit before anything else."""

    state: str
    opened_at: datetime
    excuses: tuple[Excuse, ...]
    answer: str
    answered_by: str
    decision: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class RunPage:
    """Everything of the page."""

    row: RunRow
    run: Occurrence
    duty: Duty | None
    clauses: tuple[Clause, ...]
    rights: Rights
    moves: tuple[Move, ...]
    clocks: tuple[clocks.ClockRow, ...]
    derivation: Run | None
    evidence: tuple[EvidenceRow, ...]
    missing: tuple[str, ...]
    paper: Paper
    wishes: tuple[TimeWish, ...]
    passings: tuple[Passing, ...]
    returns: tuple[Returned, ...]
    finding: FindingRow | None
    stands_in: str
    to: str
    trail: tuple[TrailRow, ...]
    #: The runs of the same duty and unit before and after, so that a late one is seen beside its own period.
    neighbours: tuple[Occurrence, ...]


def run_page(actor: Actor, occurrence: int, *, at: datetime) -> RunPage:
    """Show one run to who may see it."""
    run = occurrence_for(actor, occurrence)
    standing, subject = plan.standing_of(run.version), f"occurrence:{run.pk}"
    duty = standing.document.duties.get(run.duty) if standing else None
    evidence, filed, begun_from, wishes, passings, returns, found, before, after = _hanging_on(actor, run)
    shown = _evidence_rows(run, evidence)
    now = posts_now([run.post_id], at=at)[run.post_id]
    backup = now.backup_of(run.holder_id)
    return RunPage(
        row=row_of(run, at=at),
        run=run,
        duty=duty,
        clauses=standing.document.clauses_of(f"duty:{run.duty}") if standing else (),
        rights=rights(actor, run, duty),
        moves=MOVES.open_to(State(run.state)),
        clocks=clocks.clocks_of(subject, at=at),
        derivation=derivation(run, duty, at=at),
        evidence=shown,
        missing=_missing(duty, shown),
        paper=_paper(filed[0] if filed else None, begun_from[0] if begun_from else None),
        wishes=tuple(wishes),
        passings=tuple(passings),
        returns=tuple(returns),
        finding=_finding(found[0]) if found else None,
        stands_in=backup.name if backup else "",
        to=_recipient(standing, duty),
        trail=entries_of(subject, limit=50),
        neighbours=(*reversed(before), *after),
    )


def _hanging_on(actor: Actor, run: Occurrence) -> "tuple[QuerySet[Any], ...]":
    """Read what hangs on a run in one statement: evidence, its paper and the last one, wishes, passings, returns,
    finding, and the runs of the same duty and unit before and after it.
    """
    earlier = Filing.objects.filter(
        occurrence__duty=run.duty,
        occurrence__unit=run.unit_id,
        occurrence__period_begin__lt=run.period_begin,
    )
    others = (
        seen_by(actor)
        .select_related("unit", "post")
        .filter(duty=run.duty, unit=run.unit_id)
        .exclude(pk=run.pk)
    )
    found: tuple[QuerySet[Any], ...] = (
        Evidence.objects.filter(occurrence=run).order_by("kind", "-number", "-pk"),
        Filing.objects.filter(occurrence=run),
        earlier.order_by("-occurrence__period_begin")[:1],
        TimeWish.objects.filter(occurrence=run),
        Passing.objects.filter(occurrence=run),
        Returned.objects.filter(occurrence=run),
        Finding.objects.filter(occurrence=run),
        others.filter(period_begin__lt=run.period_begin).order_by("-period_begin")[:2],
        others.filter(period_begin__gt=run.period_begin).order_by("period_begin")[:1],
    )
    read_together(*found)
    return found


def _recipient(standing: plan.Standing | None, duty: Duty | None) -> str:
    """Name whom a filing goes to: a post of the plan, or one of the recipients that plans know by a word."""
    if standing is None or duty is None:
        return ""
    post = standing.document.posts.get(duty.to)
    return post.name(get_language() or "en") if post else recipient_words(duty.to)


def derivation(run: Occurrence, duty: Duty | None, *, at: datetime) -> Run | None:
    """Count the due date once more, day by day, with the calendar of today."""
    if duty is None:
        return None
    calendar = clocks.calendar_of(run.unit_id, at=at)
    day = run.original_due.astimezone(calendar.place).date()
    found = occurrences(duty, calendar, min(run.period_begin, day) - NEAR, max(run.period_end, day) + NEAR)
    return next((one for one in found if one.period_begin == run.period_begin), None)


def _evidence_rows(run: Occurrence, rows: Iterable[Evidence]) -> tuple[EvidenceRow, ...]:
    """List the evidence of a run in its order; one dated outside the period says so."""
    followed = {row.follows_id for row in rows}
    return tuple(
        EvidenceRow(
            row.pk,
            row.kind,
            row.title,
            row.link,
            row.name,
            row.size,
            row.sha256,
            row.effective_on,
            row.valid_until,
            row.received_at,
            row.collected_by,
            row.number,
            row.state,
            row.pk not in followed,
            run.period_begin <= row.effective_on <= run.period_end,
        )
        for row in rows
    )


def _missing(duty: Duty | None, evidence: tuple[EvidenceRow, ...]) -> tuple[str, ...]:
    there = {row.kind for row in evidence}
    return tuple(kind for kind in duty.evidence if kind not in there) if duty else ()


def _paper(filing: Filing | None, last: Filing | None) -> Paper:
    """Give the paper of a run; one that was not begun starts with the headings of the last one of this unit."""
    if filing is None:
        body = headings(last.body) if last else ""
        return Paper(
            "",
            body,
            last.addressee if last else "",
            "",
            0,
            "",
            None,
            "",
            None,
            False,
            "",
            None,
            "",
            None,
            bool(body),
        )
    stands = paper_hash(filing.title, filing.addressee, filing.number, filing.body)
    return Paper(
        filing.title,
        filing.body,
        filing.addressee,
        filing.number,
        filing.edition,
        filing.edited_by,
        filing.edited_at,
        filing.signed_by,
        filing.signed_at,
        filing.signed_hash == stands,
        stands,
        filing.sent_on,
        filing.receipt,
        filing.receipt_on,
    )


def _finding(row: Finding) -> FindingRow:
    """Give the finding of a run, what excuses the unit first."""
    excuses = [Excuse(Key(one["key"]), one["found"], one["facts"]) for one in row.excuses]
    return FindingRow(
        row.state,
        row.opened_at,
        tuple(found_first(excuses)),
        row.answer,
        row.answered_by,
        row.decision,
        row.decided_by,
    )


def evidence_for(actor: Actor, evidence: int) -> Evidence:
    """Give one file of evidence to who may see its run."""
    row = Evidence.objects.filter(pk=evidence).exclude(stored="").first()
    if row is None:
        raise NotFound(_("There is no such file."), _("Go back to the duty."))
    occurrence_for(actor, row.occurrence_id)
    return row
