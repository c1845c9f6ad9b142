"""One connection and a pause a host, across all threads of the process."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from answerable.egress.errors import HostBusy

#: How often a waiting call looks again while another call is under way.
LOOK_AGAIN_S = 0.05
#: Hosts remembered before the quiet ones are forgotten.
MOST_HOSTS = 4096


@dataclass(eq=False)
class _Host:
    busy: bool = False
    free_at: float = 0.0


@dataclass(eq=False)
class HostGate:
    """Lets one call at a time through to a host, `gap_s` after the last one ended.

    Who waits longer than `patience_s` is refused with HostBusy and comes back at its next poll. `gap_s=0` for
    tests and the demo keeps "one at a time" and drops the pause.
    """

    gap_s: float = 2.0
    patience_s: float = 120.0
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def _try(self, host: str, now: float) -> float:
        """Take the host and give 0, or say how long to wait before asking again."""
        with self._lock:
            entry = self._hosts.setdefault(host, _Host())
            if entry.busy:
                return LOOK_AGAIN_S
            if now < entry.free_at:
                return entry.free_at - now
            entry.busy = True
            return 0.0

    def _leave(self, host: str, now: float) -> None:
        with self._lock:
            entry = self._hosts[host]
            entry.busy = False
            entry.free_at = now + self.gap_s
            if len(self._hosts) > MOST_HOSTS:
                quiet = [name for name, kept in self._hosts.items() if not kept.busy and kept.free_at < now]
                for name in quiet:
                    del self._hosts[name]

    @asynccontextmanager
    async def through(self, host: str) -> AsyncIterator[None]:
        """Wait for the host, hold it, and start its pause on leaving."""
        clock = asyncio.get_running_loop().time
        last_try = clock() + self.patience_s
        while wait := self._try(host, clock()):
            if clock() + wait > last_try:
                raise HostBusy(host=host)
            await asyncio.sleep(wait)
        try:
            yield
        finally:
            self._leave(host, clock())
