"""The content desk: what is being written, read, scheduled and out, and the calendar of the weeks around."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from answerable.kernel.actor import Actor
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.response.channels.models import PIECES, Channel, Piece, Publication
from answerable.response.channels.queries.door import pieces_of
from answerable.response.channels.queries.names import subject_of_piece
from answerable.response.channels.rules.states import RUNNING, OutState, PieceKind, PieceState

PAGE_SIZE = 50
TABS = {
    "work": (PieceState.DRAFT,),
    "review": (PieceState.IN_REVIEW,),
    "ready": (PieceState.READY, PieceState.SCHEDULED),
    "out": (PieceState.PUBLISHED, PieceState.REVIEW_DUE),
    "due": (PieceState.REVIEW_DUE,),
    "gone": (PieceState.CORRECTED, PieceState.WITHDRAWN, PieceState.DROPPED),
    "all": tuple(PieceState),
}


@dataclass(frozen=True, slots=True)
class DeskWish:
    """What somebody wants to see of the desk."""

    tab: str = "work"
    words: str = ""
    kind: str = ""
    channel: int = 0
    page: int = 1


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One piece in the list."""

    id: int
    title: str
    kind: PieceKind
    language: str
    state: PieceState
    unit: str
    channels: tuple[str, ...]
    step: str
    day: date | None
    moment: datetime | None
    by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of the desk with the counts of its tabs."""

    rows: tuple[PieceRow, ...]
    total: int
    page: int
    counts: dict[str, int]


def desk(actor: Actor, wish: DeskWish, *, size: int = PAGE_SIZE) -> Desk:
    """Give one page of pieces, the newest change first."""
    rows = _filtered(pieces_of(actor), wish)
    by_state = dict(rows.order_by().values_list("state").annotate(Count("pk", distinct=True)))
    counts = {tab: sum(by_state.get(state, 0) for state in states) for tab, states in TABS.items()}
    tab = wish.tab if wish.tab in TABS else "work"
    page = min(max(wish.page, 1), max(-(-counts[tab] // size), 1))
    chosen = rows.filter(state__in=TABS[tab]).order_by("-edited_at", "-pk")
    return Desk(_rows(chosen[(page - 1) * size : page * size]), counts[tab], page, counts)


def _filtered(rows: QuerySet[Piece], wish: DeskWish) -> QuerySet[Piece]:
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    if wish.channel:
        rows = rows.filter(pk__in=Piece.channels.through.objects.filter(channel=wish.channel).values("piece"))
    words = wish.words.strip()
    if words:
        fitting = Q(title__icontains=words)
        matching = PIECES.matching(words)
        if matching is not None:
            fitting |= Q(pk__in=matching)
        rows = rows.filter(fitting)
    return rows


def _rows(pieces: Iterable[Piece] | QuerySet[Piece]) -> tuple[PieceRow, ...]:
    loaded = (
        list(pieces.select_related("unit").prefetch_related("channels").defer("body"))
        if isinstance(pieces, QuerySet)
        else list(pieces)
    )
    found = reviews.reviews_of_many(
        subject_of_piece(row.pk) for row in loaded if row.state == PieceState.IN_REVIEW
    )
    return tuple(_row(row, found.get(subject_of_piece(row.pk))) for row in loaded)


def _row(row: Piece, review: reviews.ReviewRow | None) -> PieceRow:
    return PieceRow(
        id=row.pk,
        title=row.title or "…",
        kind=PieceKind(row.kind),
        language=row.language,
        state=PieceState(row.state),
        unit=row.unit.short_name or row.unit.name,
        channels=tuple(one.name for one in row.channels.all()),
        step=review.step if review else "",
        day=_day(row),
        moment=row.scheduled_for or row.published_at,
        by=row.edited_by_name,
        changed_at=row.edited_at,
    )


def _day(row: Piece) -> date | None:
    moment = row.scheduled_for or row.published_at
    return timezone.localtime(moment).date() if moment else row.planned_for


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar: its pieces, and how many more there are than shown."""

    day: date
    pieces: tuple[PieceRow, ...]
    more: int
    is_today: bool


#: Weeks of the calendar, and the most pieces shown of one day; the list shows all.
WEEKS, MOST_A_DAY = 5, 6


def calendar(actor: Actor, begins: date | None, *, at: datetime) -> tuple[Day, ...]:
    """Give five weeks from a Monday on: what is planned, scheduled, out, and what is to be looked at again."""
    today = day_of(at)
    first = begins or today - timedelta(days=7)
    first -= timedelta(days=first.weekday())
    last = first + timedelta(days=7 * WEEKS - 1)
    span = (
        timezone.make_aware(datetime.combine(first, datetime.min.time())),
        timezone.make_aware(datetime.combine(last + timedelta(days=1), datetime.min.time())),
    )
    rows = pieces_of(actor).exclude(state=PieceState.DROPPED)
    near = rows.filter(
        Q(scheduled_for__range=span)
        | Q(scheduled_for=None, published_at__range=span)
        | Q(scheduled_for=None, published_at=None, planned_for__range=(first, last))
    )
    by_day: dict[date, list[PieceRow]] = {}
    for row in _rows(near.order_by("scheduled_for", "published_at", "pk")):
        if row.day is not None:
            by_day.setdefault(row.day, []).append(row)
    days = (first + timedelta(days=number) for number in range(7 * WEEKS))
    return tuple(
        Day(
            day,
            tuple(by_day.get(day, ())[:MOST_A_DAY]),
            max(len(by_day.get(day, ())) - MOST_A_DAY, 0),
            day == today,
        )
        for day in days
    )


def channel_choices() -> tuple[tuple[int, str], ...]:
    """List the channels that can be published through."""
    rows = Channel.objects.filter(state__in=RUNNING).order_by("name", "pk")
    return tuple(rows.values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class ToDo:
    """What a keeper has to do on a channel: put a piece there, or take one down."""

    publication: int
    piece: int
    title: str
    channel: str
    tell: str
    since: datetime


def to_do(actor: Actor, *, limit: int = 20) -> tuple[ToDo, ...]:
    """List what waits for the hands of this actor on the channels that they keep."""
    waiting = Publication.objects.filter(channel__delivery="copy").filter(
        Q(state=OutState.WAITING, tell="published")
        | Q(tell__in=("corrected", "withdrawn"), state=OutState.OUT, taken_down_at=None)
    )
    mine = waiting.filter(Q(channel__keeper_post__in=actor.posts) | Q(channel__unit__in=actor.units))
    rows = mine if actor.may("channels.keep") else waiting.filter(channel__keeper_post__in=actor.posts)
    return tuple(
        ToDo(row.pk, row.piece_id, row.title, row.channel.name, row.tell, row.released_at)
        for row in rows.select_related("channel").order_by("released_at", "pk")[:limit]
    )
