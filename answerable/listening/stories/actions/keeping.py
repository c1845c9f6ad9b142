"""Who writes, and the stream as it is now: kept in memory between batches, made again from its steps if need be."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from django.db import transaction
from django.db.models import F, Q, Sum

from answerable.kernel.errors import Moved
from answerable.listening.stories.actions.rewarming import rewarm
from answerable.listening.stories.models import Regrouping, StreamState, StreamStep
from answerable.listening.stories.rules.steps import Answer, Step, give
from storystream.items import Item
from storystream.pipeline import Settings, Stream

logger = logging.getLogger("answerable.stories")

#: A writer that has not been heard of for so long is dead; a batch takes a second or two.
LEASE = timedelta(seconds=60)
#: A new snapshot after so many items: going on from one then takes at most a few seconds (1,000 items a second).
ITEMS_A_SNAPSHOT = 5_000


class PersonsFirst(Exception):
    """A person regrouped stories while the stream was asked: it has to be told before it goes on."""


@dataclass(slots=True)
class Kept:
    """A stream in this process and the step up to which it has been given everything."""

    stream: Stream
    seq: int


class Memory:
    """The stream of this process. Whoever fails between giving a step and writing it down lets go of it."""

    def __init__(self) -> None:
        self.kept: Kept | None = None

    def let_go(self) -> None:
        """Forget the stream: it may be ahead of what is written down."""
        self.kept = None


@cache
def warm_up() -> None:
    """Let the core be compiled, once a process and before a lease is held; kept on disk for the next process.

    On a fresh machine it takes 50 CPU seconds (measured November 2026), afterwards two: setting up calls it, so that
    the first arrival does not wait.
    """
    stream = Stream(Settings())
    texts = ("Water main bursts", "Water main bursts again", "停水通知")
    stream.absorb_many([Item(str(number), text) for number, text in enumerate(texts)])
    stream.revise(Item("0", "Water main bursts in Mill Lane"))
    stream.tend(datetime(1970, 1, 1, tzinfo=UTC))
    stream.merge(1, 2)
    Stream.load(stream.save())


#: One a process; `seq` says whether it is still the stream that the tables tell of.
MEMORY = Memory()


def take_lease(name: str, *, at: datetime) -> bool:
    """Become the only writer, or say that another one is at work."""
    StreamState.objects.get_or_create(pk=1)
    free = StreamState.objects.filter(Q(leased_until=None) | Q(leased_until__lte=at) | Q(lease=name), pk=1)
    return bool(free.update(lease=name, leased_until=at + LEASE))


def give_back_lease(name: str) -> None:
    """Let the next writer begin."""
    StreamState.objects.filter(pk=1, lease=name).update(leased_until=None, lease="")


def stream_now() -> Kept:
    """Give the stream as the tables tell of it: the one in memory, caught up with what other workers gave it."""
    seq, snapshot_seq = StreamState.objects.values_list("seq", "snapshot_seq").get(pk=1)
    kept = MEMORY.kept
    if kept is None or not snapshot_seq <= kept.seq <= seq:
        kept = _from_snapshot()
    for row in StreamStep.objects.filter(seq__gt=kept.seq, seq__lte=seq).order_by("seq"):
        give(kept.stream, Step(row.kind, row.given))  # type: ignore[arg-type]
        kept.seq = row.seq
    MEMORY.kept = kept
    return kept


def _from_snapshot() -> Kept:
    state = StreamState.objects.get(pk=1)
    if not state.snapshot:
        return Kept(Stream(Settings()), 0)
    try:
        return Kept(Stream.load(bytes(state.snapshot)), state.snapshot_seq)
    except ValueError as unreadable:
        logger.warning("the state of the stories is another version's, it is made anew: %s", unreadable)
        return Kept(rewarm(), state.seq)


def give_step(kept: Kept, step: Step) -> Answer:
    """Give the stream its next step; from here on it is ahead of the tables until `write_step`."""
    MEMORY.let_go()
    answer = give(kept.stream, step)
    kept.seq += 1
    return answer


def write_step(kept: Kept, step: Step, *, lease: str, at: datetime) -> None:
    """Write the step down inside the transaction that writes its answer; its row keeps other writers out till then.

    Raises Moved when another writer has taken over: then nothing of this transaction may stay.
    """
    mine = StreamState.objects.filter(pk=1, lease=lease, seq=kept.seq - 1)
    if not mine.update(seq=F("seq") + 1, leased_until=at + LEASE):
        raise Moved("Another worker groups the stories now.")
    items = len(step.given.get("items", ())) if step.kind == "absorb" else 0
    StreamStep.objects.create(seq=kept.seq, kind=step.kind, given=dict(step.given), items=items)


def refuse_untold() -> None:
    """Look again, now that the state's row keeps persons out: raise PersonsFirst if one decided in between."""
    if Regrouping.objects.filter(told_at=None).exists():
        raise PersonsFirst


def remember(kept: Kept) -> None:
    """Keep the stream in memory: its last step has been written down."""
    MEMORY.kept = kept


def snapshot_if_due(kept: Kept, *, lease: str, at: datetime) -> bool:
    """Write the whole state down after enough items and let its steps go; say whether it was done."""
    given = StreamStep.objects.filter(seq__lte=kept.seq).aggregate(items=Sum("items"))["items"] or 0
    if given < ITEMS_A_SNAPSHOT:
        return False
    return take_snapshot(kept, lease=lease, at=at)


def take_snapshot(kept: Kept, *, lease: str, at: datetime) -> bool:
    """Write the whole state down and let its steps go, unless another writer has taken over."""
    state, digest = kept.stream.save(), kept.stream.digest()
    with transaction.atomic():
        mine = StreamState.objects.filter(pk=1, lease=lease, seq=kept.seq)
        written = mine.update(
            snapshot=state, snapshot_seq=kept.seq, digest=digest, snapshot_at=at, leased_until=at + LEASE
        )
        if written:
            StreamStep.objects.filter(seq__lte=kept.seq).delete()
    return bool(written)
