"""Channels as pages show them: the register with what is coming up, and one channel with all that is known of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow, StepRow
from answerable.response.channels.models import Channel, ChannelChange, HandOver, Publication
from answerable.response.channels.queries.door import FILE, KEEP, channel_for, may_keep
from answerable.response.channels.queries.names import subject_of_channel
from answerable.response.channels.queries.register import ChannelRow, last_published, row_of
from answerable.response.channels.rules.hand_over import STEP_NAMES
from answerable.response.channels.rules.states import (
    CHANNEL_MOVES,
    RUNNING,
    ChangeKind,
    ChangeState,
    ChannelMove,
    ChannelState,
    Delivery,
)

PAGE_SIZE = 50
#: The tabs of the register, in their order, with the states they show.
TABS = {
    "live": RUNNING,
    "coming": (ChannelState.APPLIED, ChannelState.APPROVED, ChannelState.FILED),
    "closed": (ChannelState.CLOSED, ChannelState.DROPPED),
    "all": tuple(ChannelState),
}
#: A verification that runs out within a month is shown as due soon (see actions.expiring).
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RegisterWish:
    """What somebody wants to see of the register."""

    tab: str = "live"
    words: str = ""
    kind: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One channel in the list: its row, when something last went out, whether it changes hands or runs out."""

    row: ChannelRow
    last: datetime | None
    keeper: str
    changes_hands: bool
    runs_out: bool


@dataclass(frozen=True, slots=True)
class Register:
    """A page of the register with the counts of its tabs."""

    lines: tuple[RegisterLine, ...]
    total: int
    page: int
    counts: dict[str, int]


def register(actor: Actor, wish: RegisterWish, *, at: datetime, size: int = PAGE_SIZE) -> Register:
    """Give one page of the register, by name."""
    actor.need("channels.read")
    rows = Channel.objects.all()
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    if wish.words.strip():
        words = wish.words.strip()
        rows = rows.filter(
            Q(name__icontains=words) | Q(address__icontains=words) | Q(filing_no__icontains=words)
        )
    by_state = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    counts = {tab: sum(by_state.get(state, 0) for state in states) for tab, states in TABS.items()}
    tab = wish.tab if wish.tab in TABS else "live"
    page = min(max(wish.page, 1), max(-(-counts[tab] // size), 1))
    shown = rows.filter(state__in=TABS[tab]).select_related("unit", "keeper_post", "keeper")
    loaded = list(shown.order_by("name", "pk")[(page - 1) * size : page * size])
    last = last_published([row.pk for row in loaded])
    open_hands = HandOver.objects.filter(channel__in=loaded, state="open")
    hands = set(open_hands.values_list("channel_id", flat=True))
    until = day_of(at) + SOON
    lines = tuple(
        RegisterLine(
            row=row_of(row),
            last=last.get(row.pk),
            keeper=row.keeper.name if row.keeper else "",
            changes_hands=row.pk in hands,
            runs_out=row.verified_until is not None and row.verified_until <= until,
        )
        for row in loaded
    )
    return Register(lines, counts[tab], page, counts)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One application in the history of a channel."""

    id: int
    kind: ChangeKind
    state: ChangeState
    reason: str
    asked_by: str
    asked_at: datetime
    filing_no: str
    filed_at: datetime | None
    filed_by: str


@dataclass(frozen=True, slots=True)
class HandRow:
    """One hand-over of a channel, with its steps and whether each was ticked."""

    id: int
    giver: str
    taker: str
    state: str
    steps: tuple[tuple[str, str, bool], ...]
    opened_at: datetime
    done_at: datetime | None
    note: str
    mine: bool


@dataclass(frozen=True, slots=True)
class OutRow:
    """One line of a channel's log."""

    piece: int
    title: str
    state: str
    at: datetime
    readers: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """One channel with its application, its hand-overs, its log and what can be done now."""

    row: ChannelRow
    purpose: str
    holder: str
    language: str
    filed_on: date | None
    reason: str
    keeper: str
    delivery: Delivery
    hook_url: str
    feed: str
    runs_out: bool
    changes: tuple[ChangeRow, ...]
    running: ChangeRow | None
    review: ReviewRow | None
    readings: tuple[tuple[ReviewRow, tuple[StepRow, ...]], ...]
    hands: tuple[HandRow, ...]
    open_hand: HandRow | None
    clocks: tuple[ClockRow, ...]
    log: tuple[OutRow, ...]
    moves: tuple[ChannelMove, ...]
    may_keep: bool
    may_file: bool
    may_change: bool
    to_file: bool


def channel_page(actor: Actor, channel: int, *, at: datetime) -> ChannelPage:
    """Give one channel to somebody who may see the register."""
    row = channel_for(actor, channel)
    subject = subject_of_channel(row.pk)
    told = reviews.reviewed(subject)
    changes = tuple(_change_row(one) for one in row.changes.order_by("-pk"))
    running = next((one for one in changes if one.state in (ChangeState.ASKED, ChangeState.AGREED)), None)
    hands = tuple(_hand_row(one, actor) for one in row.hand_overs.order_by("-pk"))
    state = ChannelState(row.state)
    until = row.verified_until
    return ChannelPage(
        row=row_of(row),
        purpose=row.purpose,
        holder=row.holder.name,
        language=row.language,
        filed_on=row.filed_on,
        reason=row.reason,
        keeper=row.keeper.name if row.keeper else "",
        delivery=Delivery(row.delivery),
        hook_url=row.hook_url,
        feed=str(row.key) if row.delivery == Delivery.FEED else "",
        runs_out=until is not None and until <= day_of(at) + SOON and state in RUNNING,
        changes=changes,
        running=running,
        review=told.latest if running else None,
        readings=told.history,
        hands=hands,
        open_hand=next((one for one in hands if one.state == "open"), None),
        clocks=clocks.clocks_of(subject, at=at),
        log=_log(row),
        moves=CHANNEL_MOVES.open_to(state),
        may_keep=may_keep(actor, row),
        may_file=actor.may(FILE) and actor.reaches(row.unit_id),
        may_change=may_keep(actor, row)
        and running is None
        and state in (ChannelState.LIVE, ChannelState.DORMANT, ChannelState.FILED),
        to_file=running is not None and running.state is ChangeState.AGREED,
    )


def _change_row(row: ChannelChange) -> ChangeRow:
    return ChangeRow(
        id=row.pk,
        kind=ChangeKind(row.kind),
        state=ChangeState(row.state),
        reason=row.reason,
        asked_by=row.asked_by_name,
        asked_at=row.asked_at,
        filing_no=row.filing_no,
        filed_at=row.filed_at,
        filed_by=row.filed_by_name,
    )


def _hand_row(row: HandOver, actor: Actor) -> HandRow:
    return HandRow(
        id=row.pk,
        giver=row.giver_name,
        taker=row.taker_name,
        state=row.state,
        steps=tuple((key, str(name), key in row.ticked) for key, name in STEP_NAMES.items()),
        opened_at=row.opened_at,
        done_at=row.done_at,
        note=row.note,
        mine=actor.person is not None and actor.person == row.taker_id,
    )


#: The newest lines of a channel's log on its page; the whole log is a list of its own.
LOG_LENGTH = 20


def _log(row: Channel) -> tuple[OutRow, ...]:
    rows = Publication.objects.filter(channel=row).order_by("-released_at", "-pk")[:LOG_LENGTH]
    return tuple(out_row(one) for one in rows)


def out_row(row: Publication) -> OutRow:
    """Make a line of the log."""
    return OutRow(
        piece=row.piece_id,
        title=row.title,
        state=row.state,
        at=row.out_at or row.released_at,
        readers=tuple(one["name"] for one in row.readers),
        told=row.tell,
    )


def keeping_posts() -> tuple[tuple[int, str], ...]:
    """List the posts that may keep a channel, with their units."""
    return tuple(
        (post.id, f"{post.title} · {post.unit_name}") for post in people.posts_of_kinds(("keeper", "office"))
    )


def may_apply(actor: Actor) -> bool:
    """Say whether an actor may apply for channels at all."""
    return actor.may(KEEP)
