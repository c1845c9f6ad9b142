"""Where a seed comes from, and why nobody can have chosen it.

A ritual (dice, a public lottery) happens after the list is fixed, before witnesses. An officer's seed is fixed by its
hash and told later; one officer alone could try seeds until the result pleases, so officers come in twos, and neither
knows the other's. A beacon gives a number each few seconds that nobody can foretell; its round must lie ahead.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

RITUAL, OFFICER, BEACON = "ritual", "officer", "beacon"
#: drand's quicknet: one round each three seconds since its genesis, its randomness the SHA-256 of its signature
#: (drand.love/docs, chain 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971). The signature itself is
#: proven with any drand client and the pinned key; here it is only bound to the draw.
QUICKNET = "quicknet"
_GENESIS = datetime.fromtimestamp(1_692_803_367, tz=UTC)
_PERIOD = timedelta(seconds=3)
#: How far ahead the round of the beacon lies: long enough to publish the hash before.
BEACON_AHEAD = timedelta(minutes=10)
#: An officer's seed shorter than this could be guessed from its hash: 16 signs of a random text hold 64 bits.
SHORTEST_SEED = 16


def fault_of_sources(sources: Sequence[str]) -> str:
    """Say why sources do not do: "" where nobody can have chosen the seed."""
    kinds = [kind_of(source) for source in sources]
    if not kinds or len(set(sources)) != len(sources) or any(kind == "" for kind in kinds):
        return "unknown"
    if kinds.count(OFFICER) == 1 and len(kinds) == 1:
        return "one_officer"
    return ""


def kind_of(source: str) -> str:
    """Say of which kind a source is; "" for none that we know."""
    if source == RITUAL:
        return RITUAL
    if re.fullmatch(rf"{OFFICER}-[1-9]", source):
        return OFFICER
    if re.fullmatch(rf"{BEACON}(:{QUICKNET}:[1-9][0-9]{{0,11}})?", source):
        return BEACON
    return ""


def announced_at(sources: Sequence[str], at: datetime) -> tuple[str, ...]:
    """Name the round of the beacon that is waited for: the first a while after the list is fixed."""
    number = first_round_after(at + BEACON_AHEAD)
    return tuple(f"{BEACON}:{QUICKNET}:{number}" if one == BEACON else one for one in sources)


def beacon_round(source: str) -> int:
    """Give the round that a beacon source names."""
    return int(source.rsplit(":", 1)[1])


def beacon_time(number: int) -> datetime:
    """Give the moment at which a round of the beacon comes out."""
    return _GENESIS + (number - 1) * _PERIOD


def first_round_after(at: datetime) -> int:
    """Give the first round of the beacon that comes out after a moment."""
    return max(1, (at - _GENESIS) // _PERIOD + 2)


def beacon_value(signature: str) -> str:
    """Make the randomness of a beacon's signature; raises ValueError for what is none: 48 bytes in hexadecimal."""
    raw = bytes.fromhex(signature.strip())
    if len(raw) != 48:
        raise ValueError("a signature of quicknet has 48 bytes")
    return hashlib.sha256(raw).hexdigest()


def plain(value: str) -> str:
    """Write a told value so that everybody types it alike: normal forms of signs, single blanks, no bars."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", value)).strip().replace("|", "/")


def is_sealed_by(value: str, committed: str) -> bool:
    """Say whether a value is the one whose hash was fixed."""
    return hashlib.sha256(value.encode()).hexdigest() == committed
