"""When the owner of a watch is told."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

#: When a digest is told: before the morning meeting.
DIGEST_AT = time(8, 0)


class Rhythm(StrEnum):
    """How a watch tells."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing is told, over midnight if `until` comes before `since`."""

    since: time
    until: time

    def holds(self, moment: time) -> bool:
        """Say whether a time of day lies in the quiet hours.

        >>> Quiet(time(22), time(7)).holds(time(23, 30)), Quiet(time(22), time(7)).holds(time(7))
        (True, False)
        """
        if self.since <= self.until:
            return self.since <= moment < self.until
        return moment >= self.since or moment < self.until


def tell_at(rhythm: Rhythm, quiet: Quiet | None, *, zone: str, at: datetime) -> datetime | None:
    """Say when a signal raised at `at` is told; None when nobody is."""
    if rhythm is Rhythm.SILENT:
        return None
    local = at.astimezone(ZoneInfo(zone))
    if rhythm is Rhythm.DIGEST:
        return _next(local, DIGEST_AT)
    if quiet is not None and quiet.holds(local.time()):
        return _next(local, quiet.until)
    return at


def _next(local: datetime, moment: time) -> datetime:
    day = local.date() if local.time() < moment else local.date() + timedelta(days=1)
    return datetime.combine(day, moment, tzinfo=local.tzinfo).astimezone(UTC)
