"""robots.txt (RFC 9309) for pages: 4xx means everything is allowed, 5xx and silence mean nothing is."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from answerable.egress.errors import EgressError, RobotsForbid
from answerable.egress.exchange import FetchRequest, Limits
from answerable.egress.fetching import fetch_one
from answerable.egress.policy import EgressPolicy
from answerable.egress.urls import Target, read_url
from answerable.kernel.clock import monotonic

#: RFC 9309 §2.4: not longer than a day; §2.5: at least 500 KiB are read.
KEPT_S = 24 * 3600.0
MOST_BYTES = 512 * 1024
#: After a fault the rules are asked for again soon, so that one bad minute does not cost a day.
KEPT_AFTER_FAULT_S = 600.0
MOST_SITES = 2000
#: Lines longer than this are no rules; the parser's patterns are not linear in them.
LONGEST_LINE = 2048
AGENT = "Answerable"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows."""

    parsed: Protego | None
    allow_all: bool
    until: float

    def allow(self, url: str) -> bool:
        """Say whether a page may be read."""
        return self.allow_all if self.parsed is None else bool(self.parsed.can_fetch(url, AGENT))


@dataclass(eq=False)
class RobotsCache:
    """Rules by site, for a day. The time is handed in, so that tests need not wait."""

    clock: Callable[[], float] = monotonic
    _rules: dict[str, Rules] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fresh(self, site: str) -> Rules | None:
        """Give the rules of a site if they are still good."""
        with self._lock:
            rules = self._rules.get(site)
            return rules if rules is not None and rules.until > self.clock() else None

    def keep(self, site: str, rules: Rules) -> Rules:
        """Remember the rules of a site."""
        with self._lock:
            if len(self._rules) >= MOST_SITES:
                del self._rules[next(iter(self._rules))]
            self._rules[site] = rules
            return rules

    def forget(self) -> None:
        """Forget every site's rules: each is asked again before its next page."""
        with self._lock:
            self._rules.clear()


SHARED_CACHE = RobotsCache()


def read_rules(status: int, body: bytes, at: float) -> Rules:
    """Read what a site answered when asked for its robots.txt."""
    if 200 <= status < 300:
        lines = body[:MOST_BYTES].decode("utf-8", "replace").splitlines()
        text = "\n".join(line for line in lines if len(line) <= LONGEST_LINE)
        return Rules(Protego.parse(text), True, at + KEPT_S)
    if 300 <= status < 500 and status != 429:
        return Rules(None, True, at + KEPT_S)
    return Rules(None, False, at + KEPT_AFTER_FAULT_S)


def may_read(url: str, policy: EgressPolicy, cache: RobotsCache = SHARED_CACHE) -> bool:
    """Say whether a site's robots.txt allows a page. Refuses, by raising, what egress refuses by itself."""
    target = read_url(url)
    site = Target(target.scheme, target.host, target.port, "/robots.txt").url
    rules = cache.fresh(site) or cache.keep(site, _asked(site, policy, cache.clock()))
    return rules.allow(target.url)


def check_robots(url: str, policy: EgressPolicy, cache: RobotsCache = SHARED_CACHE) -> None:
    """Raise RobotsForbid unless the page may be read."""
    if not may_read(url, policy, cache):
        raise RobotsForbid()


def _asked(site: str, policy: EgressPolicy, at: float) -> Rules:
    request = FetchRequest(site, limits=Limits(body_bytes=MOST_BYTES * 4), follow_moves=True)
    try:
        answer = asyncio.run(fetch_one(request, policy))
    except EgressError as error:
        if not error.worth_retrying and error.code != "too_large":
            raise
        return Rules(None, False, at + KEPT_AFTER_FAULT_S)
    return read_rules(answer.status, answer.body, at)
