"""What is asked and what comes back, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one answer we take. Defaults: docs/decisions on fetching; measured against named readers."""

    #: 5 MB after decompression: the largest honest feed we know is below 3 MB (Miniflux takes 15 MB).
    body_bytes: int = 5 * 1024 * 1024
    header_bytes: int = 64 * 1024
    #: Total wall seconds from the first look-up to the last byte: per-read limits alone never end a drip.
    total_s: float = 30.0
    connect_s: float = 5.0
    read_s: float = 10.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One thing to ask for.

    `follow_moves`: take the content even when the address moved for good to another registrable domain; the
    default refuses with NeedsConfirmation, because an expired name may have a new owner. `keep_body=False`: only
    status and headers matter, the body is not read.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    limits: Limits = field(default_factory=Limits)
    follow_moves: bool = False
    keep_body: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `headers` have lower-case names, `body` is decompressed, `hops` are the addresses asked.

    `moved_to` is the new address when every hop said "moved for good"; the source's address may then be changed.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    final_url: str
    hops: tuple[str, ...]
    elapsed_s: float
    moved_to: str | None = None
