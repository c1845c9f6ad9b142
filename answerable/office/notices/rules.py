"""When a notice goes out, when it is tried again, what state it is in. Plain values."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from answerable.kernel.moves import Moves


class State(StrEnum):
    """Where a notice is on its way to a person."""

    QUEUED = "queued"
    DELIVERED = "delivered"
    KEPT = "kept"
    FAILED = "failed"
    ACKNOWLEDGED = "acknowledged"


class Move(StrEnum):
    """What can happen to a notice."""

    DELIVER = "deliver"
    KEEP = "keep"
    FAIL = "fail"
    ACKNOWLEDGE = "acknowledge"


#: "kept": the person has no address beside the inbox of the house. A failed delivery does not take it from the inbox.
MOVES: Moves[State, Move] = Moves(
    {
        (State.QUEUED, Move.DELIVER): State.DELIVERED,
        (State.QUEUED, Move.KEEP): State.KEPT,
        (State.QUEUED, Move.FAIL): State.FAILED,
        (State.QUEUED, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
        (State.DELIVERED, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
        (State.KEPT, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
        (State.FAILED, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
    }
)


class Rhythm(StrEnum):
    """How a person wants ordinary notices."""

    AT_ONCE = "at_once"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Wishes:
    """When a person wants notices, in their own zone. Urgent ones come at once, quiet hours or not."""

    rhythm: Rhythm = Rhythm.AT_ONCE
    digest_at: tuple[time, ...] = (time(8), time(16))
    quiet_from: time | None = None
    quiet_until: time | None = None
    zone: str = "Asia/Shanghai"
    inbox_only: frozenset[str] = frozenset()

    def is_quiet(self, at: datetime) -> bool:
        """Say whether a moment lies in the quiet hours, which may pass midnight."""
        if self.quiet_from is None or self.quiet_until is None or self.quiet_from == self.quiet_until:
            return False
        now = at.astimezone(ZoneInfo(self.zone)).time()
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= now < self.quiet_until
        return now >= self.quiet_from or now < self.quiet_until


def due_time(wishes: Wishes, *, urgent: bool, at: datetime) -> datetime:
    """Say when a notice may go out."""
    if urgent:
        return at
    due = at
    if wishes.rhythm is Rhythm.DIGEST and wishes.digest_at:
        due = _next_of(wishes.digest_at, wishes.zone, at)
    if wishes.is_quiet(due) and wishes.quiet_until is not None:
        due = _next_of((wishes.quiet_until,), wishes.zone, due)
    return due


def _next_of(times: tuple[time, ...], zone: str, at: datetime) -> datetime:
    """Give the next moment after `at` at which the clock of the zone shows one of the times."""
    place = ZoneInfo(zone)
    today = at.astimezone(place).date()
    moments = [
        datetime.combine(today + timedelta(days=days), moment, tzinfo=place).astimezone(UTC)
        for days in (0, 1)
        for moment in times
    ]
    return min(moment for moment in moments if moment > at)


#: Waits between tries of one delivery: those that Standard Webhooks 1.0 recommends, ten tries in about 75 h.
WAITS = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
)


def next_try(attempts: int, asked: timedelta | None, *, at: datetime) -> datetime | None:
    """Say when a delivery is tried again after so many attempts; None when it is given up."""
    if attempts > len(WAITS):
        return None
    return at + max(WAITS[attempts - 1], asked or timedelta(0))


@dataclass(frozen=True, slots=True)
class Told:
    """A text in both languages of the house."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """Give the text in a person's language."""
        return self.zh if language.startswith("zh") else self.en


#: How mail is sealed on its way, by the scheme of the mail server's address.
MAIL_SCHEMES = {
    "smtp": ("mailto", "insecure"),
    "smtp+starttls": ("mailtos", "starttls"),
    "smtps": ("mailtos", "ssl"),
}


def mail_address(server: str, to: str) -> str:
    """Give the message address by which one mail goes from the body's mail server to a person; "" if it names none.

    `server` is an URL such as smtps://user:password@mail.body.example:465?from=office@body.example.
    """
    parts = urlsplit(server)
    if parts.scheme not in MAIL_SCHEMES or not parts.hostname:
        return ""
    scheme, mode = MAIL_SCHEMES[parts.scheme]
    sender = dict(parse_qsl(parts.query)).get("from") or unquote(parts.username or "")
    login = f"{parts.username}:{parts.password or ''}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    query = urlencode({"smtp": parts.hostname, "mode": mode, "from": sender, "to": to, "format": "text"})
    return f"{scheme}://{login}{parts.hostname}{port}/?{query}"
