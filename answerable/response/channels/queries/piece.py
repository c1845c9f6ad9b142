"""One piece as its pages show it: the text, where it stands, what was found, who read it, where it went."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.kernel.actor import Actor
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow, StepRow
from answerable.office.review.rules import State as ReviewState
from answerable.response.answers.rules.markup import plain, render
from answerable.response.channels.models import Interpretation, Piece, Publication
from answerable.response.channels.queries.door import DRAFT, PUBLISH, may_keep, piece_for, whole_piece
from answerable.response.channels.queries.names import step_name, subject_of_piece
from answerable.response.channels.queries.wording import (
    content_of,
    explained_by,
    findings_of,
    lists_for,
    plan_of,
)
from answerable.response.channels.rules.findings import Finding, findings, left
from answerable.response.channels.rules.interpreting import Form
from answerable.response.channels.rules.platforms import ReadyText, ready_for
from answerable.response.channels.rules.states import (
    EVER_OUT,
    PIECE_MOVES,
    WRITABLE,
    Delivery,
    PieceKind,
    PieceMove,
    PieceState,
    PlanState,
)
from answerable.response.channels.rules.wording import (
    Content,
    canonical,
    links_of,
    missing,
    without_pictures,
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the publication log of a piece."""

    id: int
    channel: int
    name: str
    delivery: Delivery
    state: str
    tell: str
    told: str
    released_by: str
    released_at: datetime
    out_at: datetime | None
    address: str
    readers: tuple[tuple[str, str, str], ...]
    fault: str
    tries: int
    next_try_at: datetime | None
    taken_down_at: datetime | None
    may_keep: bool
    ready: ReadyText


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The interpretation plan of a policy."""

    form: Form
    unit: int
    unit_name: str
    points: str
    due_on: date
    material: int | None
    material_title: str
    state: PlanState
    policy: int
    policy_title: str
    policy_links: bool | None
    material_links: bool | None
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Checks:
    """What the machine found, what stands in the way, why other finds stay, and what the piece lacks."""

    findings: tuple[Finding, ...]
    left: tuple[Finding, ...]
    explained: dict[str, str]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PiecePage:
    """One piece with everything that its page shows."""

    id: int
    content: Content
    state: PieceState
    unit: int
    unit_name: str
    html: str
    channels: tuple[tuple[int, str], ...]
    planned_for: date | None
    reason: str
    edit: int
    edited_by: str
    edited_at: datetime
    scheduled_for: datetime | None
    scheduled_by: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    corrects: tuple[int, str] | None
    corrected_by: tuple[tuple[int, str, str], ...]
    checks: Checks
    plan: PlanRow | None
    explains: PlanRow | None
    review: ReviewRow | None
    readings: tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]
    log: tuple[LogRow, ...]
    ready: tuple[tuple[str, ReadyText], ...]
    moves: tuple[PieceMove, ...]
    may_draft: bool
    may_publish: bool
    wording: str
    content_hash: str


def piece_page(actor: Actor, piece: int, *, read: bool = True, at: datetime) -> PiecePage:
    """Give one piece to somebody who may see it; without its readings where nobody looks at them."""
    row = whole_piece(actor, piece)
    content = content_of(row)
    was_out = row.state in EVER_OUT
    corrections = row.corrections.exclude(state=PieceState.DROPPED).order_by("pk") if was_out else ()
    readings = reviews.history_of(subject_of_piece(row.pk)) if read else ()
    explains = explained_by(row)
    plan = plan_of(row)
    text = without_pictures(row.body)
    channels = tuple(sorted(row.channels.all(), key=lambda one: (one.name, one.pk)))
    state = PieceState(row.state)
    paragraphs = paragraphs_of(row)
    return PiecePage(
        id=row.pk,
        content=content,
        state=state,
        unit=row.unit_id,
        unit_name=row.unit.name,
        html=render(text),
        channels=tuple((one.pk, one.name) for one in channels),
        planned_for=row.planned_for,
        reason=row.reason,
        edit=row.edit,
        edited_by=row.edited_by_name,
        edited_at=row.edited_at,
        scheduled_for=row.scheduled_for,
        scheduled_by=row.scheduled_by_name,
        published_at=row.published_at,
        withdrawn_at=row.withdrawn_at,
        corrects=(row.corrects.pk, row.corrects.title) if row.corrects else None,
        corrected_by=tuple((one.pk, one.title, one.reason) for one in corrections),
        checks=_checks(row, content, explains is not None, today=day_of(at)),
        plan=_plan_row(plan) if plan else None,
        explains=_plan_row(explains) if explains else None,
        review=_review(row, readings[0][0] if readings else None),
        readings=readings,
        log=tuple(_log_row(one, actor, row, paragraphs) for one in (_publications(row) if was_out else ())),
        ready=tuple(
            (one.name, ready_for(one.platform, row.title, paragraphs, links_of(text))) for one in channels
        ),
        moves=PIECE_MOVES.open_to(state),
        may_draft=actor.may(DRAFT) and actor.reaches(row.unit_id) and state in WRITABLE,
        may_publish=actor.may(PUBLISH) and actor.reaches(row.unit_id),
        wording=canonical(content),
        content_hash=row.published_hash or row.passed_hash,
    )


def _review(row: Piece, review: ReviewRow | None) -> ReviewRow | None:
    return (
        review if review and (row.review_id == review.id or review.state is ReviewState.SENT_BACK) else None
    )


def paragraphs_of(row: Piece) -> tuple[str, ...]:
    """Give a piece as plain paragraphs, pictures as their words."""
    blocks = without_pictures(row.body).replace("\r\n", "\n").split("\n\n")
    parts = (plain(block) for block in (row.summary, *blocks))
    return tuple(part for part in parts if part.strip())


def _checks(row: Piece, content: Content, explains: bool, *, today: date) -> Checks:
    found = findings_of(row, today=today) if row.state in WRITABLE else ()
    return Checks(found, left(found, row.explained), dict(row.explained), missing(content, explains=explains))


def look_beside(piece: Piece, content: Content, *, at: datetime) -> Checks:
    """Look at a text as it is typed."""
    body = "\n\n".join(part for part in (content.summary, content.body, content.basis) if part.strip())
    found = findings(content.title, body, lists_for(piece), today=day_of(at))
    lacking = missing(content, explains=explained_by(piece) is not None)
    return Checks(found, left(found, piece.explained), dict(piece.explained), lacking)


def _plan_row(row: Interpretation) -> PlanRow:
    return PlanRow(
        form=Form(row.form),
        unit=row.unit_id,
        unit_name=row.unit.name,
        points=row.points,
        due_on=row.due_on,
        material=row.material_id,
        material_title=row.material.title if row.material else "",
        state=PlanState(row.state),
        policy=row.policy_id,
        policy_title=row.policy.title,
        policy_links=row.policy_links,
        material_links=row.material_links,
        seen_at=row.links_seen_at,
    )


def _publications(row: Piece) -> tuple[Publication, ...]:
    return tuple(row.publications.select_related("channel").order_by("channel__name", "pk"))


def _log_row(row: Publication, actor: Actor, piece: Piece, paragraphs: tuple[str, ...]) -> LogRow:
    channel = row.channel
    return LogRow(
        id=row.pk,
        channel=channel.pk,
        name=channel.name,
        delivery=Delivery(channel.delivery),
        state=row.state,
        tell=row.tell,
        told=row.told,
        released_by=row.released_by_name,
        released_at=row.released_at,
        out_at=row.out_at,
        address=row.address,
        readers=tuple((step_name(one), one["name"], one["post"]) for one in row.readers),
        fault=row.fault,
        tries=row.tries,
        next_try_at=row.next_try_at,
        taken_down_at=row.taken_down_at,
        may_keep=may_keep(actor, channel) or (actor.may(PUBLISH) and actor.reaches(channel.unit_id)),
        ready=ready_for(channel.platform, piece.title, paragraphs, links_of(piece.body)),
    )


def materials(actor: Actor, policy: int) -> tuple[tuple[int, str], ...]:
    """List the interpretations that can be named as a policy's material."""
    rows = Piece.objects.filter(kind=PieceKind.INTERPRETATION, unit__in=actor.units).exclude(
        state__in=(PieceState.DROPPED, PieceState.WITHDRAWN)
    )
    taken = Interpretation.objects.exclude(policy=policy).exclude(material=None).values("material")
    return tuple(rows.exclude(pk__in=taken).order_by("-pk").values_list("pk", "title")[:200])


def copy_of(actor: Actor, piece: int, channel: int) -> ReadyText | None:
    """Give a piece laid out for one of its channels; None where it does not go there."""
    row = piece_for(actor, piece)
    where = row.channels.filter(pk=channel).first()
    return ready_for(where.platform, row.title, paragraphs_of(row), links_of(row.body)) if where else None
