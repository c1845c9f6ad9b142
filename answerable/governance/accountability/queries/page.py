"""One file as its page shows it: excuses first, then who takes part, the papers, and what can be done by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable.governance.accountability.models import Excuse, File, Paper, Seat, Vote
from answerable.governance.accountability.queries.door import Part, file_for, part_of
from answerable.governance.accountability.queries.lists import FindingRow, finding_row
from answerable.governance.accountability.rules.measures import Measure, allowed
from answerable.governance.accountability.rules.papers import DELIVERED, Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import MOVES, UNDECIDED, Move, State
from answerable.governance.duties.queries.missed import findings_named
from answerable.kernel.actor import Actor
from answerable.kernel.together import read_together
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.clocks import queries as clocks
from answerable.office.notices.queries import DeliveryRow, deliveries_of

#: More acts than a file has.
MOST_ENTRIES = 1000
#: While a part is being played its people can step aside or be doubted; afterwards that would change nothing.
AT_WORK = {Role.FINDER: UNDECIDED, Role.PANEL: UNDECIDED, Role.REVIEWER: (State.UNDER_REVIEW,)}


@dataclass(frozen=True, slots=True)
class ExcuseRow:
    """One thing that was looked up."""

    id: int
    key: str
    found: bool
    facts: dict[str, Any]
    evidence: tuple[dict[str, Any], ...]
    fixed: bool
    verdict: str
    reason: str
    judged_by: str
    judged_at: datetime | None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Somebody with a part in the file, and how they voted, once that is decided."""

    id: int
    role: Role
    person: int
    name: str
    named_by: str
    aside_at: datetime | None
    aside_reason: str
    doubt: str
    doubt_answer: str
    measure: Measure | None
    reason: str
    voted: bool
    dissents: bool
    active: bool


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper, and how it is known that it came."""

    id: int
    number: int
    kind: Kind
    text: str
    spoken: bool
    by: str
    at: datetime
    sha256: str
    measure: Measure | None
    confirmed_by: str
    confirmed_at: datetime | None
    sent_at: datetime | None
    received_at: datetime | None
    way: str
    witness: str
    remark: str
    deliveries: tuple[DeliveryRow, ...]
    to_receive: bool
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class FilePage:
    """Everything of the page."""

    id: int
    state: State
    since: datetime
    person_name: str
    unit: str
    finding: FindingRow
    run: int
    reason: str
    opened_at: datetime
    opened_by: str
    told: Measure | None
    measure: Measure | None
    handed_to: str
    drop_reason: str
    forget_at: datetime | None
    excuses: tuple[ExcuseRow, ...]
    seats: tuple[SeatRow, ...]
    papers: tuple[PaperRow, ...]
    clocks: tuple[clocks.ClockRow, ...]
    trail: tuple[TrailRow, ...]
    history: tuple[TrailRow, ...]
    part: Part
    moves: tuple[Move, ...]
    allowed: tuple[Measure, ...]
    undecided: bool
    open_for_words: bool
    excused: bool


def file_page(actor: Actor, file: int, *, at: datetime) -> FilePage:
    """Show one file to who may see it; the one concerned sees all of it."""
    row = file_for(actor, file)
    part, state = part_of(actor, row), State(row.state)
    missed = findings_named([row.finding_id])[row.finding_id]
    subject = f"file:{row.pk}"
    looked_up, votes = Excuse.objects.filter(file=row), Vote.objects.filter(seat__file=row)
    seats, papers = Seat.objects.filter(file=row), Paper.objects.filter(file=row)
    read_together(looked_up, votes, seats, papers)
    excuses = tuple(_excuse(one) for one in looked_up)
    trail = entries_of(subject, limit=MOST_ENTRIES)
    most = row.told_measure if row.measure is None else row.measure
    return FilePage(
        id=row.pk,
        state=state,
        since=row.state_since,
        person_name=row.person_name,
        unit=row.unit.name,
        finding=finding_row(missed),
        run=missed.occurrence,
        reason=row.reason,
        opened_at=row.opened_at,
        opened_by=row.opened_by_name,
        told=_measure(row.told_measure),
        measure=_measure(row.measure),
        handed_to=row.handed_to,
        drop_reason=row.drop_reason,
        forget_at=row.forget_at,
        excuses=tuple(sorted(excuses, key=lambda one: not one.found)),
        seats=_seats(row, actor, seats, votes, _carried(papers)),
        papers=_papers(row, actor, part, papers),
        clocks=clocks.clocks_of(subject, at=at),
        trail=trail,
        history=tuple(one for one in trail if one.act.startswith("accountability.")),
        part=part,
        moves=MOVES.open_to(state),
        allowed=allowed(Measure(most or 0)),
        undecided=state in UNDECIDED,
        open_for_words=state in (State.TOLD, State.HEARD),
        excused=any(one.verdict == "holds" for one in excuses),
    )


def _measure(number: int | None) -> Measure | None:
    return None if number is None else Measure(number)


def _excuse(one: Excuse) -> ExcuseRow:
    return ExcuseRow(
        one.pk,
        one.key,
        one.found,
        dict(one.facts),
        tuple(one.evidence),
        one.fixed,
        one.verdict,
        one.reason,
        one.judged_by,
        one.judged_at,
    )


def _seats(
    row: File, actor: Actor, seats: Iterable[Seat], votes: Iterable[Vote], carried: dict[Role, int]
) -> tuple[SeatRow, ...]:
    """List who takes part; a vote is shown to others only when all is decided, so that nobody follows another."""
    vote_of = {one.seat_id: one for one in votes}
    return tuple(
        _seat(seat, vote_of.get(seat.pk), row, carried, is_own=seat.person_id == actor.person)
        for seat in seats
    )


def _carried(papers: Iterable[Paper]) -> dict[Role, int]:
    """Say what the panel and what the reviewers carried, as their papers have it."""
    kinds = {Kind.DECISION: Role.PANEL, Kind.DROPPED: Role.PANEL, Kind.REVIEW: Role.REVIEWER}
    return {kinds[Kind(paper.kind)]: paper.measure or 0 for paper in papers if paper.kind in kinds}


def _seat(seat: Seat, vote: Vote | None, row: File, carried: dict[Role, int], *, is_own: bool) -> SeatRow:
    role, state = Role(seat.role), State(row.state)
    voting = {Role.PANEL: State.HEARD, Role.REVIEWER: State.UNDER_REVIEW}.get(role)
    shown = vote is not None and (is_own or state is not voting)
    return SeatRow(
        id=seat.pk,
        role=role,
        person=seat.person_id,
        name=seat.person_name,
        named_by=seat.named_by,
        aside_at=seat.aside_at,
        aside_reason=seat.aside_reason,
        doubt=seat.doubt,
        doubt_answer=seat.doubt_answer,
        measure=Measure(vote.measure) if vote and shown else None,
        reason=vote.reason if vote and shown else "",
        voted=vote is not None,
        dissents=shown and vote is not None and vote.measure != carried.get(role, vote.measure),
        active=seat.aside_at is None and state in AT_WORK.get(role, ()),
    )


def _papers(row: File, actor: Actor, part: Part, papers: Iterable[Paper]) -> tuple[PaperRow, ...]:
    keys = {paper.pk: f"file:{row.pk}:{paper.number}" for paper in papers if paper.sent_at}
    sent = deliveries_of(keys.values()) if keys else {}
    return tuple(_paper(paper, actor, part, sent.get(keys.get(paper.pk, ""), ())) for paper in papers)


def _paper(paper: Paper, actor: Actor, part: Part, deliveries: tuple[DeliveryRow, ...]) -> PaperRow:
    kind = Kind(paper.kind)
    waits = paper.sent_at is not None and paper.received_at is None and kind in DELIVERED
    open_ = paper.confirmed_at is None and paper.by_id != actor.person
    confirms = (kind is Kind.FACTS and part.finder) or (paper.spoken and part.concerned)
    return PaperRow(
        id=paper.pk,
        number=paper.number,
        kind=kind,
        text=paper.text,
        spoken=paper.spoken,
        by=paper.by_name,
        at=paper.at,
        sha256=paper.sha256,
        measure=_measure(paper.measure),
        confirmed_by=paper.confirmed_by,
        confirmed_at=paper.confirmed_at,
        sent_at=paper.sent_at,
        received_at=paper.received_at,
        way=paper.way,
        witness=paper.witness,
        remark=paper.remark,
        deliveries=deliveries,
        to_receive=waits,
        to_confirm=open_ and confirms,
    )
