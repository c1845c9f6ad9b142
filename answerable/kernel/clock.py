"""The only place that asks the machine for the time or for chance.

Views, jobs and commands call these and hand the answer down; everything below takes it as an argument.
"""

import random
import secrets
import time
from datetime import UTC, datetime


def now() -> datetime:
    """Say what time it is, in UTC."""
    return datetime.now(UTC)


def cpu_seconds() -> float:
    """Say how much processor time this process has used: for figures, never for decisions."""
    return time.process_time()


def monotonic() -> float:
    """Give a number of seconds that only ever grows: for measuring how long a thing took."""
    return time.monotonic()


def pause(seconds: float) -> None:
    """Wait. Only loops of jobs and commands do."""
    time.sleep(seconds)


def chance() -> random.Random:
    """Give a source of chance for jitter; never for secrets or for draws."""
    return random.Random(secrets.randbits(64))  # noqa: S311 - jitter of retry times needs no secrecy
