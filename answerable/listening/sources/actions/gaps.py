"""Spans in which a source was not heard."""

from datetime import datetime

from answerable.listening.sources.models import Gap, Source


def open_gap(source: Source, began_at: datetime, reason: str) -> None:
    """Begin a gap unless one is open."""
    Gap.objects.get_or_create(source=source, ended_at=None, defaults={"began_at": began_at, "reason": reason})


def close_gap(source: Source, *, at: datetime) -> None:
    """End the open gap, if there is one."""
    Gap.objects.filter(source=source, ended_at=None).update(ended_at=at)
