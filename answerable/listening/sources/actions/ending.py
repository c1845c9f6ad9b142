"""What a poll changes: items, state, gap, next try, notice; all in one transaction."""

from datetime import datetime, timedelta

from django.db import transaction

from answerable.kernel import events
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.listening.sources.actions.claiming import Claim, give_back_turn
from answerable.listening.sources.actions.gaps import close_gap, open_gap
from answerable.listening.sources.actions.storing import Stored, store_entries
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.listening.sources.models import Gap, Item, Poll, Source
from answerable.listening.sources.rules.addresses import host_of
from answerable.listening.sources.rules.outcomes import (
    GOOD,
    OFTEN_EMPTY,
    Harvest,
    Outcome,
    code_of,
    details_of,
    is_told,
    move_for,
    next_wait,
    outcome_of,
    was_told,
)
from answerable.listening.sources.rules.states import ILL, MOVES, State
from answerable.listening.sources.rules.timing import (
    SHORTEST,
    SILENCE_AT_FIRST,
    is_silent,
    learnt_interval,
    silence_of,
)

#: Times of so many latest items make the rhythm.
RHYTHM_ITEMS = 200
#: A document that brings at least so many entries, all of them new, may have run past us.
FULL_DOCUMENT = 10


def end_poll(
    claim: Claim, harvest: Harvest, *, began_at: datetime, spread: float, at: datetime
) -> Stored | None:
    """Write down what one poll brought: items, state, gap, next try. None when the lease had passed to another.

    `spread` in [-1, 1] is chance, handed in: it keeps sources from being polled in step.
    """
    with transaction.atomic():
        source = Source.objects.select_for_update().filter(pk=claim.source, lease=claim.lease).first()
        if source is None:
            return None
        entries = list(harvest.reading.items) if harvest.reading else []
        stored = store_entries(source, entries, catch_up=_is_catching_up(source), at=at)
        _Ending(source, harvest, stored, at=at).write(began_at=began_at, spread=spread)
        give_back_turn(claim.lease, at=at)
        return stored


def _is_catching_up(source: Source) -> bool:
    """Say whether what comes now had piled up: first poll, after a gap, or after the flood brake."""
    if source.kind in ("webhook", "mailbox", "folder"):
        return False
    if source.heard_at is None or Gap.objects.filter(source=source, ended_at=None).exists():
        return True
    last = Poll.objects.filter(source=source).order_by("-ended_at", "-pk").first()
    return last is not None and last.held_back > 0


class _Ending:
    """One poll that is being written down."""

    def __init__(self, source: Source, harvest: Harvest, stored: Stored, *, at: datetime) -> None:
        self.source, self.harvest, self.stored, self.at = source, harvest, stored, at
        self.before = State(source.state)
        self.failures_before = source.failures_in_row
        self.is_first = source.heard_at is None
        if stored.news:
            self._learn_rhythm()
        after = timedelta(seconds=source.silent_after) if source.silent_after else SILENCE_AT_FIRST
        quiet = is_silent(source.last_item_at, after=after, at=at)
        self.outcome = outcome_of(
            harvest,
            self.before,
            news=stored.news,
            quiet_too_long=quiet and source.kind != "webhook",
            often_empty=source.kind in OFTEN_EMPTY,
        )

    def write(self, *, began_at: datetime, spread: float) -> None:
        """Write the source, the poll, the gap; tell the owner where it is time to."""
        source, outcome = self.source, self.outcome
        self._count()
        source.next_poll_at = self._next(spread)
        source.last_outcome, source.last_reason = outcome, code_of(self.harvest)
        source.last_details = details_of(self.harvest)
        source.polled_at, source.leased_until, source.lease = self.at, None, ""
        reading = self.harvest.reading
        if reading is not None:
            source.memory = dict(reading.memory)
        self._move()
        self._mark_gap()
        source.save()
        self._note(began_at)

    def _mark_gap(self) -> None:
        source, outcome = self.source, self.outcome
        if outcome in GOOD or (
            outcome == Outcome.NOT_MODIFIED and self.before in (State.ACTIVE, State.SILENT)
        ):
            source.heard_at = self.at
            close_gap(source, at=self.at)
        elif source.state not in (State.ACTIVE, State.SILENT):
            open_gap(source, source.heard_at or source.created_at or self.at, outcome)

    def _count(self) -> None:
        source, outcome = self.source, self.outcome
        bad = outcome in (Outcome.FAILED, Outcome.BLOCKED, Outcome.REFUSED)
        if bad:
            source.failures_in_row += 1
        elif outcome != Outcome.NOT_MODIFIED or self.before in (State.ACTIVE, State.SILENT):
            source.failures_in_row = 0
        if outcome == Outcome.EMPTY:
            source.empties_in_row += 1
        elif outcome in GOOD:
            source.empties_in_row = 0

    def _next(self, spread: float) -> datetime | None:
        source = self.source
        interval = timedelta(seconds=source.fixed_interval or source.interval)
        wait = next_wait(
            self.outcome,
            interval=interval,
            failures=source.failures_in_row,
            asked=self.harvest.asked,
            spread=spread,
        )
        if wait is not None and self._has_run_past():
            wait = max(wait / 2, min(wait, SHORTEST))
        return None if wait is None else self.at + wait

    def _learn_rhythm(self) -> None:
        rows = Item.objects.filter(source=self.source).order_by("-first_seen_at", "-pk")
        pairs = rows.values_list("published_at", "first_seen_at")[:RHYTHM_ITEMS]
        times = [published or seen for published, seen in pairs]
        self.source.interval = int(learnt_interval(times).total_seconds())
        silence = silence_of(times)
        self.source.silent_after = int(silence.after.total_seconds()) if silence.learnt_from else None
        self.source.last_item_at = max([*times, self.at] if self.stored.edited else times)

    def _move(self) -> None:
        source, at = self.source, self.at
        if self.outcome == Outcome.MOVED:
            source.moved_to = str(self.harvest.moved_to)[:2000]
        elif self.harvest.moved_to:
            _follow(source, self.harvest.moved_to, at=at)
        move = move_for(self.before, self.outcome, empties=source.empties_in_row)
        after = MOVES.after(self.before, move) if move is not None else self.before
        changed = after != self.before
        if changed:
            self._change(after)
        if after in ILL and is_told(self.outcome, failures=source.failures_in_row, changed=changed):
            self._tell_ill()

    def _change(self, after: State) -> None:
        source, since = self.source, self.source.state_since
        source.state, source.state_since = after, self.at
        record(
            "sources.found_" + after,
            f"source:{source.pk}",
            by=MACHINE,
            at=self.at,
            before=self.before,
            reason=source.last_reason,
        )
        if after == State.ACTIVE and was_told(self.before, failures=self.failures_before):
            events.publish(
                SourceRecovered(source.pk, source.name, source.owner_unit_id, ill_since=since, at=self.at)
            )

    def _tell_ill(self) -> None:
        source = self.source
        events.publish(
            SourceFellIll(
                source=source.pk,
                name=source.name,
                owner_unit=source.owner_unit_id,
                state=source.state,
                reason=source.last_reason,
                details=source.last_details,
                next_try_at=source.next_poll_at,
                at=self.at,
            )
        )

    def _note(self, began_at: datetime) -> None:
        reading = self.harvest.reading
        notes = [*self.harvest.notes, *(reading.notes if reading else ())]
        if self.stored.held_back:
            notes.append("flood")
        if self._has_run_past():
            notes.append("ran_past")
        Poll.objects.create(
            source=self.source,
            began_at=began_at,
            ended_at=self.at,
            outcome=self.outcome,
            reason=self.source.last_reason,
            details=self.source.last_details,
            notes=notes,
            status=self.harvest.status,
            entries=len(reading.items) if reading else 0,
            new=len(self.stored.new),
            edited=self.stored.edited,
            refused=len(reading.refused) if reading else 0,
            held_back=self.stored.held_back,
            next_try_at=self.source.next_poll_at,
        )

    def _has_run_past(self) -> bool:
        """Say whether a full feed brought only new items: some may have come and gone between two polls."""
        reading = self.harvest.reading
        entries = len(reading.items) if reading else 0
        return not self.is_first and entries >= FULL_DOCUMENT and len(self.stored.new) == entries


def _follow(source: Source, address: str, *, at: datetime) -> None:
    """Take over the address to which a site moved for good under its own name."""
    record(
        "sources.followed_move",
        f"source:{source.pk}",
        by=MACHINE,
        at=at,
        before=source.address,
        after=address,
    )
    source.address = address[:2000]
    source.host = host_of(source.address)
