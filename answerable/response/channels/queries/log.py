"""The publication log: what went out, where, when, let out by whom, read by whom."""

from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.response.channels.models import Publication
from answerable.response.channels.queries.door import READ
from answerable.response.channels.queries.names import step_name

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    piece: int
    title: str
    channel: int
    channel_name: str
    state: str
    tell: str
    released_by: str
    released_at: datetime
    out_at: datetime | None
    readers: tuple[tuple[str, str], ...]
    content_hash: str


@dataclass(frozen=True, slots=True)
class Log:
    """A page of the log."""

    lines: tuple[LogLine, ...]
    total: int
    page: int


def log_page(actor: Actor, *, page: int, size: int = PAGE_SIZE) -> Log:
    """Give one page of the log, the newest first; it is open to everybody with a post."""
    actor.need(READ)
    rows = Publication.objects.select_related("channel").order_by("-released_at", "-pk")
    total = rows.count()
    page = min(max(page, 1), max(-(-total // size), 1))
    lines = tuple(
        LogLine(
            piece=row.piece_id,
            title=row.title,
            channel=row.channel_id,
            channel_name=row.channel.name,
            state=row.state,
            tell=row.tell,
            released_by=row.released_by_name,
            released_at=row.released_at,
            out_at=row.out_at,
            readers=tuple((step_name(one), one["name"]) for one in row.readers),
            content_hash=row.content_hash,
        )
        for row in rows[(page - 1) * size : page * size]
    )
    return Log(lines, total, page)
