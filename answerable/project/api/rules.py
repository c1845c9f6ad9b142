"""Tokens on plain values."""

import hashlib
from datetime import timedelta
from enum import StrEnum

#: By this beginning a leaked token is recognised in logs and by secret scanners.
PREFIX = "ansr_"
#: Letters of a token that stay readable.
SHOWN = 10
#: How long a token may live, in days; the first is offered first.
LIVES = (90, 30, 365)
#: Calls of one token in a minute: one every tenth of a second.
CALLS_A_MINUTE = 600
#: Tokens of one account.
MOST_TOKENS = 20
#: What a token may do whatever its account may: read.
READ = frozenset({"listen.read"})


class Scope(StrEnum):
    """What a token may read."""

    ITEMS = "items"
    STORIES = "stories"
    SIGNALS = "signals"


def hash_of(token: str) -> str:
    """Give what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def life(days: int) -> timedelta:
    """Say how long a token lives; a life that is not offered becomes the usual one."""
    return timedelta(days=days if days in LIVES else LIVES[0])
