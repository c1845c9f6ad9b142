"""Who may press the button below an answer: a browser that stands on one of our pages, and nobody too often.

There is no cookie to protect, so a token in a cookie would protect nothing. What is left to refuse is a page
elsewhere that makes its visitors press our button, and a machine that presses it all day.
"""

import hashlib
import ipaddress
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

#: Verdicts of one address, and of all together, in one process: more than a household and than a busy day need.
MOST_OF_ONE, MOST_OF_ALL = 6, 120
WINDOW_S = 600.0
#: Addresses kept in memory at a time; the ones not heard of for longest go first.
MOST_KEPT = 10_000


def origin_of(address: str) -> str:
    """Give scheme, host and port of an address as browsers write an origin; "" for what is no address."""
    try:
        parts = urlsplit(address)
        number = parts.port
    except ValueError:  # "http://[", a port of nine digits: what no browser sends
        return ""
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if number in (None, usual) else f":{number}"
    return f"{parts.scheme}://{parts.hostname or ''}{port}".lower()


def stands_on_our_page(headers: dict[str, str], ours: frozenset[str]) -> bool:
    """Say whether a browser sends this from a page of ours; a program that sends neither header is let through.

    `Sec-Fetch-Site` cannot be set by a page (Fetch Metadata); browsers without it send `Origin` with every post.
    """
    site, origin = headers.get("Sec-Fetch-Site", ""), headers.get("Origin", "")
    if origin and origin != "null":
        return origin_of(origin) in ours
    if origin == "null":
        return site == "same-origin"
    return site in ("", "same-origin", "none")


@dataclass
class Bucket:
    """Counts presses by address in memory alone: an address is kept as a keyed hash until its window is over."""

    key: bytes
    began: OrderedDict[str, tuple[float, int]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def takes(self, address: str, *, now: float) -> bool:
        """Count one press at `now` (seconds) and say whether it is still within the limits."""
        with self.lock:
            every = self._count("*", MOST_OF_ALL, now)
            return every and (is_a_proxy(address) or self._count(self._mark(address), MOST_OF_ONE, now))

    def _mark(self, address: str) -> str:
        return hashlib.blake2b(address.encode(), key=self.key, digest_size=16).hexdigest()

    def _count(self, mark: str, most: int, now: float) -> bool:
        start, count = self.began.get(mark, (now, 0))
        if now - start >= WINDOW_S:
            start, count = now, 0
        self.began[mark] = (start, count + 1)
        self.began.move_to_end(mark)
        while len(self.began) > MOST_KEPT:
            self.began.popitem(last=False)
        return count < most


def is_a_proxy(address: str) -> bool:
    """Say whether an address stands for many: behind a proxy of ours everybody comes with its inner address."""
    try:
        return not ipaddress.ip_address(address).is_global
    except ValueError:
        return True
