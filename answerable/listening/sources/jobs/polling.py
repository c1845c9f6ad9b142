"""The round: claims what is due, harvests in threads, writes down in this one."""

import uuid
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime

from django_tasks import task

from answerable.egress import EgressPolicy
from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.sources import actions
from answerable.listening.sources.actions import Claim, Stored
from answerable.listening.sources.jobs.articles import fetch_articles
from answerable.listening.sources.jobs.harvesting import egress_policy, harvest
from answerable.listening.sources.queries.due import is_any_due
from answerable.listening.sources.rules.outcomes import Harvest

#: Polls under way at once in one worker. Most of a poll is waiting; 16 fill one core when all answer at once.
AT_ONCE = 16
#: After so many seconds a round claims no more and lets the next begin, so that other jobs get their turn.
ROUND_S = 25.0
#: How long a round waits for a host that rests.
LOOK_AGAIN_S = 0.25


@task
def poll_due() -> None:
    """Poll every source that is due, and go on until none is or the round is over."""
    lease = f"round:{uuid.uuid4().hex[:12]}"
    if not actions.begin_round(lease, at=clock.now()):
        return  # another worker polls; what is due now it finds as well
    try:
        unfinished = Round(egress_policy()).run()
    finally:
        actions.give_back_turn(lease, at=clock.now() - actions.HOST_GAP)
    if unfinished:
        enqueue_once(poll_due, "sources.poll_due")


class Round:
    """One round of polls in this worker."""

    def __init__(self, policy: EgressPolicy, *, seconds: float = ROUND_S) -> None:
        self.policy = policy
        self.lease = uuid.uuid4().hex[:12]
        self.until = clock.monotonic() + seconds
        self.chance = clock.chance()
        self.running: dict[Future[Harvest], tuple[Claim, datetime]] = {}

    def run(self) -> bool:
        """Poll until nothing is due; True when the time was up before that."""
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="poll") as threads:
            while True:
                in_time = clock.monotonic() < self.until
                if in_time:
                    self._begin(threads)
                if not self.running and not (in_time and self._rests()):
                    return not in_time and is_any_due(at=clock.now())
                self._end(wait(self.running, timeout=LOOK_AGAIN_S, return_when=FIRST_COMPLETED).done)

    def _begin(self, threads: ThreadPoolExecutor) -> None:
        free = AT_ONCE - len(self.running)
        if not free:
            return
        now = clock.now()
        for claim in actions.claim_due(free, lease=self.lease, at=now):
            self.running[threads.submit(harvest, claim, self.policy, at=now)] = (claim, now)

    def _rests(self) -> bool:
        """Wait a moment when only hosts that rest have sources due; False when nothing is due at all."""
        if not is_any_due(at=clock.now()):
            return False
        clock.pause(LOOK_AGAIN_S)
        return True

    def _end(self, done: set[Future[Harvest]]) -> None:
        for future in done:
            claim, began_at = self.running.pop(future)
            stored = actions.end_poll(
                claim,
                future.result(),
                began_at=began_at,
                spread=self.chance.uniform(-1, 1),
                at=clock.now(),
            )
            self._articles(claim, stored)

    def _articles(self, claim: Claim, stored: Stored | None) -> None:
        if stored and stored.new and claim.settings.get("full_text"):
            enqueue_once(fetch_articles, f"sources.articles:{claim.source}", source=claim.source)
