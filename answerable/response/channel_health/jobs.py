"""What runs by itself: tries each hour, a nightly look at each site in slices, ages of accounts, the weekly letter."""

import uuid
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from answerable.egress import EgressPolicy
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.jobs.actions import enqueue_once
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions, telling
from answerable.response.channel_health.queries import ground
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.visiting import egress_policy, run_errand, try_home
from answerable.response.channels.queries import ChannelRow, channels
from answerable.response.channels.rules.states import ChannelKind

#: After so many seconds a slice lets the next begin, so that other jobs get their turn.
SLICE_S = 25.0
#: Errands taken at once; between two calls the host's own gap lies.
AT_ONCE = 10
#: The daily look begins at night, by the clock of the house, when the fewest people read.
BEGINS_HOUR = 2


def sites() -> tuple[ChannelRow, ...]:
    """List the body's own sites that are in use and not paused: nothing else is ever looked at."""
    paused = ground.paused_channels()
    return tuple(
        row
        for row in channels(None)
        if row.kind is ChannelKind.SITE and _may_be_looked_at(row.address) and row.id not in paused
    )


def _may_be_looked_at(address: str) -> bool:
    """Say whether a site's address can be visited; the demo and the tests look at nothing but this machine."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    return not settings.ON_LOOPBACK or parts.hostname.startswith("127.")


@task
def try_sites() -> None:
    """Open every site's home page once in this hour."""
    for row in sites():
        enqueue_once(try_site, f"channel_health.try:{row.id}", channel=row.id)


@task
def try_site(channel: int) -> None:
    """Open one site's home page as an inspector does."""
    row = next((one for one in sites() if one.id == channel), None)
    if row is not None:
        try_one(row, egress_policy(), at=clock.now())


def try_one(row: ChannelRow, policy: EgressPolicy, *, at: datetime) -> None:
    """Try one home page now and note it for this hour's slot."""
    seconds = limits_now().unreachable_s or 15.0  # 国办秘函〔2019〕19号: 15 s; a plan may say otherwise
    tried = try_home(row.address, policy, seconds=seconds)
    slot = at.replace(minute=0, second=0, microsecond=0)
    actions.note_try(row.id, row.address, tried, day_of(at), slot=slot, at=at)


@task
def keep_looking() -> None:
    """Begin the looks that are due and go on with those under way, also after a worker was killed."""
    at = clock.now()
    if timezone.localtime(at).hour >= BEGINS_HOUR:
        begin_due(at)
    for round_id in ground.running_rounds():
        enqueue_once(look, f"channel_health.look:{round_id}", round_id=round_id)


def begin_due(at: datetime) -> int:
    """Begin today's look at every site that has had none; gives how many were begun."""
    day, begun = day_of(at), 0
    for row in sites():
        last = ground.last_round_day(row.id)
        if last is None or last < day:
            begun += actions.begin_round(row.id, row.address, day, by=MACHINE, at=at) is not None
    return begun


@task
def look(round_id: int) -> None:
    """Do one slice of a look; the rest is queued again."""
    running = ground.running(round_id)
    if running is None:
        return
    lease = uuid.uuid4().hex
    if not actions.take_turn(running.home, lease, at=clock.now()):
        return  # somebody else looks at this host; keep_looking comes back to it
    try:
        unfinished = Slice(running, egress_policy()).run()
    finally:
        actions.give_back_turn(lease, at=clock.now())
    if unfinished:
        enqueue_once(look, f"channel_health.look:{round_id}", round_id=round_id)


class Slice:
    """A part of a look: errands one after the other, each noted before the next begins."""

    def __init__(
        self,
        running: ground.Running,
        policy: EgressPolicy,
        *,
        seconds: float = SLICE_S,
        at: datetime | None = None,
    ) -> None:
        self.running, self.policy, self.at = running, policy, at
        self.until = clock.monotonic() + seconds

    def run(self) -> bool:
        """Go on until nothing is left (then the round is closed) or the time is up; True when some is left."""
        while clock.monotonic() < self.until:
            errands = ground.next_errands(self.running.id, AT_ONCE)
            if not errands:
                actions.close_round(self.running.id, at=self._now())
                return False
            for errand in errands:
                brought = run_errand(errand, self.policy, today=self.running.day)
                actions.note_visit(brought, at=self._now())
                if clock.monotonic() >= self.until:
                    break
        return True

    def _now(self) -> datetime:
        """Give the moment at which this is written down: that of the caller's clock, or now."""
        return self.at or clock.now()


@task
def age_accounts() -> None:
    """Let the age of the last post grow: every channel that is no site is measured anew each day."""
    at = clock.now()
    for row in channels(None):
        if row.kind is not ChannelKind.SITE:
            actions.measure_entered(row.id, day_of(at), at=at)


@task
def tell_week() -> None:
    """Send the weekly letter to the units that own channels, once a week from Monday morning on."""
    telling.tell_week(at=clock.now())
