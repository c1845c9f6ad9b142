"""Whose turn it is to be polled: taken by a lease, one call a host, over all workers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from answerable.listening.sources.actions.gaps import open_gap
from answerable.listening.sources.models import HostTurn, Poll, Source
from answerable.listening.sources.queries import due as queries
from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.rules.timing import missed_polls

#: A poll that is not ended by then is given to the next worker. Longer than any poll can take: five documents of
#: 30 s each, and their reading.
LEASE = timedelta(minutes=5)
#: The turn of a whole round; a star is no host. A round takes 25 s and its last polls a little longer; after a
#: killed worker nobody waits more than this. Two rounds side by side harm nothing: every source has its own lease.
ROUND = "*round"
ROUND_LEASE = timedelta(seconds=45)
#: Between two calls to one host (trust.md, limits).
HOST_GAP = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Claim:
    """One source that this worker may poll now, with all that a poll needs; its secrets are sealed."""

    source: int
    lease: str
    kind: str
    settings: dict[str, Any]
    secrets: dict[str, str]
    memory: dict[str, Any]
    unconditional: bool
    due_at: datetime


def claim_due(limit: int, *, lease: str, at: datetime) -> tuple[Claim, ...]:
    """Take up to `limit` due sources, at most one a host, so that no other worker polls them meanwhile."""
    with transaction.atomic():
        claims: list[Claim] = []
        hosts: set[str] = set()
        for source in queries.due_now(at=at)[: limit * 8]:
            host, own_lease = source.host or f"source:{source.pk}", f"{lease}:{source.pk}"
            if host in hosts or not _take_turn(host, own_lease, at=at):
                continue
            hosts.add(host)
            claim = _claim(source, own_lease, at=at)
            if claim is not None:
                claims.append(claim)
            if len(claims) == limit:
                break
    return tuple(claims)


def _take_turn(host: str, lease: str, *, at: datetime, length: timedelta = LEASE) -> bool:
    """Hold a host; False when another worker calls it or its pause is not over."""
    free_at = at + length
    if HostTurn.objects.filter(host=host, free_at__lte=at).update(free_at=free_at, lease=lease):
        return True
    _turn, is_new = HostTurn.objects.get_or_create(host=host, defaults={"free_at": free_at, "lease": lease})
    return is_new


def _claim(source: Source, lease: str, *, at: datetime) -> Claim | None:
    free = Source.objects.filter(Q(leased_until=None) | Q(leased_until__lte=at), pk=source.pk)
    if not free.update(leased_until=at + LEASE, lease=lease):
        return None
    due_at = source.next_poll_at or at
    _note_missed(source, due_at, at=at)
    return Claim(
        source=source.pk,
        lease=lease,
        kind=source.kind,
        settings={**source.settings, "address": source.address},
        secrets=source.secrets,
        memory=source.memory,
        unconditional=source.state not in (State.ACTIVE, State.SILENT),
        due_at=due_at,
    )


def _note_missed(source: Source, due_at: datetime, *, at: datetime) -> None:
    """Tell the polls that nobody made: no worker ran, or none had time."""
    interval = timedelta(seconds=source.fixed_interval or source.interval)
    missed = missed_polls(due_at, interval=interval, at=at)
    if not missed:
        return
    Poll.objects.create(
        source=source,
        began_at=due_at,
        ended_at=at,
        outcome=Outcome.MISSED,
        reason="no_worker",
        times=missed,
        next_try_at=at,
    )
    open_gap(source, source.polled_at or due_at, "no_worker")


def begin_round(lease: str, *, at: datetime) -> bool:
    """Let one round of polls run at a time, so that the other workers stay free for other jobs."""
    return _take_turn(ROUND, lease, at=at, length=ROUND_LEASE)


def give_back_turn(lease: str, *, at: datetime) -> None:
    """Let the host of an ended poll be called again after its pause."""
    HostTurn.objects.filter(lease=lease).update(free_at=at + HOST_GAP, lease="")
