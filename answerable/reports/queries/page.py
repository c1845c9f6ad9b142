"""One paper as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from answerable.governance.duties.queries.mine import own_runs
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.reports.kinds import KINDS
from answerable.reports.layouts.document import Block, Source
from answerable.reports.models import Edition, Paper, Passage, SentFile
from answerable.reports.queries.checking import remarks_of
from answerable.reports.queries.content import hash_of, kept_of, shown_blocks
from answerable.reports.queries.door import SEND, SIGN, may_write, paper_for, paper_to_write
from answerable.reports.rules.passages import Standing, differences
from answerable.reports.rules.states import FROZEN, MOVES, Move, State
from answerable.reports.rules.told import Told
from answerable.reports.rules.validator import Remark

ABILITIES = {Move.SIGN: SIGN, Move.SEND: SEND, Move.NOTE_RECEIPT: SEND, Move.NOTE_RETURN: SEND}


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with whose words stand in it, and what changed in the machine's since they were written."""

    id: int
    key: str
    heading: str
    words: str
    machine: str
    standing: Standing
    changed: tuple[tuple[str, str], ...]
    own_by: str
    own_at: datetime | None
    drafted: bool
    sources: tuple[Source, ...]
    blocks: tuple[Block, ...]
    edition: int


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Everything of the page."""

    paper: Paper
    kind: Told
    state: State
    number: str
    passages: tuple[PassageRow, ...]
    moves: tuple[Move, ...]
    review: ReviewRow | None
    editions: tuple[Edition, ...]
    files: tuple[SentFile, ...]
    remarks: tuple[Remark, ...]
    hash: str
    may_edit: bool
    may_prove: bool
    conflicts: int


def paper_page(actor: Actor, paper: int) -> PaperPage:
    """Show one paper to who may see it; the same number of queries whatever it holds."""
    row = paper_for(actor, paper)
    state = State(row.state)
    writes = may_write(actor, row)
    passages = tuple(_passage(one) for one in row.passages.all())
    return PaperPage(
        paper=row,
        kind=KINDS[row.kind].about.name,
        state=state,
        number=row.numbered.written if hasattr(row, "numbered") else "",
        passages=passages,
        moves=tuple(move for move in MOVES.open_to(state) if writes_or(actor, move, writes)),
        review=reviews.review_of(f"paper:{row.pk}"),
        editions=tuple(row.editions.defer("passages")[:50]),
        files=tuple(row.files.order_by("form")),
        remarks=() if state in FROZEN else remarks_of(row),
        hash=hash_of(row),
        may_edit=writes and state is State.DRAFT,
        may_prove=_may_prove(actor, row),
        conflicts=sum(one.standing in (Standing.CONFLICT, Standing.ALONE) for one in passages),
    )


def _may_prove(actor: Actor, row: Paper) -> bool:
    """Say whether it went out and carries out a duty that this actor owes."""
    if row.run is None or row.evidence is not None or row.sent_at is None:
        return False
    return own_runs(actor).filter(pk=row.run).exists()


def passage_for(actor: Actor, passage: int) -> tuple[PassageRow, Paper]:
    """Give one passage of a paper to who may write in it."""
    found = Passage.objects.filter(pk=passage).first()
    if found is None:
        raise NotFound(_("There is no such passage."), _("Load the page again."))
    return _passage(found), paper_to_write(actor, found.paper_id)


def edition_for(actor: Actor, paper: int, number: int) -> tuple[Edition, Paper]:
    """Give a paper as it stood once."""
    row = paper_for(actor, paper)
    found = row.editions.filter(number=number).first()
    if found is None:
        raise NotFound(_("There is no such edition."), _("Look at the page of the paper."))
    return found, row


def writes_or(actor: Actor, move: Move, writes: bool) -> bool:
    """Say whether a move is this actor's to make."""
    return writes and actor.may(ABILITIES[move]) if move in ABILITIES else writes


def _passage(row: Passage) -> PassageRow:
    kept = kept_of(row)
    standing = kept.standing
    before, after = kept.before, kept.machine
    if standing in (Standing.CONFLICT, Standing.ALONE):
        before = kept.own_from
    changed = differences(before, after) if before != after else ()
    return PassageRow(
        row.pk,
        row.key,
        row.heading,
        kept.words,
        kept.machine,
        standing,
        changed,
        row.own_by,
        row.own_at,
        row.drafted,
        tuple(Source(title, link) for title, link in row.sources),
        shown_blocks(row),
        row.edition,
    )
