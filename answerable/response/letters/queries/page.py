"""One letter as its page shows it: never with its contact, only with whether there is one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.review import queries as reviews
from answerable.response.letters.models import Letter, Reply
from answerable.response.letters.queries.door import CONTACT, EXTEND, WORK, letter_for, reply_for
from answerable.response.letters.queries.listing import next_clock
from answerable.response.letters.queries.similar import SameRow, same_as
from answerable.response.letters.rules.clockwork import letter_subject, reply_subject
from answerable.response.letters.rules.states import MOVES, OWED, Move, ReplyState, State

#: What a letter's page shows as it stands in the row.
PLAIN = (
    "reference",
    "title",
    "text",
    "was_cut",
    "language",
    "way",
    "state",
    "end",
    "case",
    "told",
    "received_at",
    "registered_at",
    "acknowledged_at",
    "answered_at",
    "judged_at",
    "judgement",
    "was_on_time",
    "reopened_at",
    "closed_at",
    "forgotten_at",
    "has_mail",
    "has_other_way",
)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of a letter's history."""

    kind: str
    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file that came with a letter."""

    id: int
    name: str
    kind: str
    size: int
    sha256: str
    refused: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A reply as the letter's page names it."""

    id: int
    title: str
    state: str
    letters: int


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is about: all that rooms above may know of it."""

    id: int
    reference: str
    title: str
    text: str
    language: str
    unit: int
    case: int | None
    received_at: datetime
    link: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """Everything of a letter's page."""

    id: int
    reference: str
    title: str
    text: str
    was_cut: bool
    language: str
    way: str
    state: str
    end: str
    unit: int
    unit_name: str
    case: int | None
    received_at: datetime
    registered_at: datetime
    acknowledged_at: datetime | None
    answered_at: datetime | None
    judged_at: datetime | None
    judgement: str
    told: str
    was_on_time: bool | None
    reopened_at: datetime | None
    closed_at: datetime | None
    forgotten_at: datetime | None
    forget_at: datetime | None
    has_contact: bool
    has_mail: bool
    has_other_way: bool
    reply: ReplyRow | None
    needs_by_hand: bool
    clock: clocks.ClockRow | None
    clocks: tuple[clocks.ClockRow, ...]
    steps: tuple[StepRow, ...]
    files: tuple[FileRow, ...]
    same: tuple[SameRow, ...]
    moves: frozenset[str]
    may_work: bool
    may_see_contact: bool
    may_extend: bool

    @property
    def is_owed(self) -> bool:
        """Whether somebody still owes the asker an answer."""
        return self.state in OWED


def letter_matter(actor: Actor, letter: int) -> Matter:
    """Give what a letter is about, without its contact: for cases and answers."""
    return _matter(letter_for(actor, letter))


def _matter(row: Letter) -> Matter:
    return Matter(
        row.pk,
        row.reference,
        row.title,
        row.text,
        row.language,
        row.unit_id,
        row.case,
        row.received_at,
        f"/respond/letters/{row.pk}/",
    )


def letters_of_case(actor: Actor, case: int) -> tuple[Matter, ...]:
    """List the letters tied to a case that this actor may see."""
    actor.need("cases.read")
    rows = Letter.objects.filter(case=case)
    if not actor.may("letters.read"):
        rows = rows.none()
    elif actor.kind != "machine":
        rows = rows.filter(unit__in=actor.units)
    return tuple(_matter(row) for row in rows.order_by("received_at")[:500])


def letter_page(actor: Actor, letter: int, *, at: datetime) -> LetterPage:
    """Give a letter's page."""
    row = letter_for(actor, letter)
    contact = getattr(row, "contact", None)
    rows = clocks.clocks_of(letter_subject(row.pk), at=at)
    sent = row.reply is not None and row.reply.state == ReplyState.SENT
    plain: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    return LetterPage(
        **plain,
        id=row.pk,
        unit=row.unit_id,
        unit_name=row.unit.name,
        forget_at=contact.delete_at if contact else None,
        has_contact=contact is not None,
        reply=_reply_row(row.reply),
        needs_by_hand=row.state in OWED and sent,
        clock=next_clock(rows) if row.state in OWED else None,
        clocks=rows,
        steps=tuple(StepRow(step.kind, step.at, step.by_name, step.text) for step in row.steps.all()),
        files=_files(row),
        same=same_as(actor, row),
        moves=_moves(row, actor),
        may_work=actor.may(WORK),
        may_see_contact=actor.may(CONTACT) and contact is not None,
        may_extend=actor.may(EXTEND),
    )


def _reply_row(reply: Reply | None) -> ReplyRow | None:
    if reply is None:
        return None
    return ReplyRow(reply.pk, reply.title, reply.state, reply.letters.count())


def _files(row: Letter) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(file.pk, file.name, file.kind, file.size, file.sha256, file.refused, bool(file.place))
        for file in row.attachments.all()
    )


def _moves(row: Letter, actor: Actor) -> frozenset[str]:
    """Say which buttons the page has: what the table allows, less what only the office does."""
    if not actor.may(WORK):
        return frozenset()
    office_only = {Move.HAND_OVER, Move.SET_ASIDE}
    open_now = set(MOVES.open_to(State(row.state)))
    return frozenset(open_now if actor.may(CONTACT) else open_now - office_only)


@dataclass(frozen=True, slots=True)
class ReplyPage:
    """A reply with the letters it answers and where it stands at its gate."""

    id: int
    title: str
    text: str
    signature: str
    link: str
    language: str
    state: str
    sent_at: datetime | None
    letters: tuple[Matter, ...]
    by_mail: int
    on_page: int
    by_hand: int
    review: Any
    passed: bool
    may_work: bool


def reply_page(actor: Actor, reply: int) -> ReplyPage:
    """Give a reply's page."""
    row = reply_for(actor, reply)
    letters = list(row.letters.order_by("received_at"))
    by_mail = sum(letter.has_mail for letter in letters)
    on_page = sum(letter.way == "form" and not letter.has_mail for letter in letters)
    told = reviews.reviewed(reply_subject(row.pk))
    return ReplyPage(
        row.pk,
        row.title,
        row.text,
        row.signature,
        row.link,
        row.language,
        row.state,
        row.sent_at,
        tuple(_matter(letter) for letter in letters),
        by_mail,
        on_page,
        len(letters) - by_mail - on_page,
        told.latest,
        told.passage(row.content_hash) is not None,
        actor.may(WORK),
    )
