"""What was kept and tried: backups, drills, published heads, standstills."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.office.operations.models import Backup, Drill, Head, Standstill
from answerable.office.operations.rules.heads import Statement
from answerable.office.operations.rules.standing import DRILL_EVERY


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup as the page shows it."""

    name: str
    made_at: datetime
    size: int
    rows: int
    seconds: float
    fault: str


@dataclass(frozen=True, slots=True)
class DrillRow:
    """One drill as the page shows it."""

    held_at: datetime
    backup: str
    passed: bool
    rows: int
    seconds: float
    fault: str


@dataclass(frozen=True, slots=True)
class StandstillRow:
    """One standstill: which part, from when to when."""

    part: str
    began_at: datetime
    ended_at: datetime

    @property
    def length(self) -> timedelta:
        """Say how long it lasted."""
        return self.ended_at - self.began_at


def backups(actor: Actor, *, limit: int = 30) -> tuple[BackupRow, ...]:
    """List the backups that lie there and those that failed, newest first."""
    actor.need("system.keep")
    rows = Backup.objects.filter(removed_at=None)[:limit]
    return tuple(BackupRow(row.name, row.made_at, row.size, row.rows, row.seconds, row.fault) for row in rows)


def newest_backup() -> str:
    """Give the name of the newest sound backup, or nothing."""
    return Backup.objects.filter(removed_at=None, fault="").values_list("name", flat=True).first() or ""


def backup_to_try(*, at: datetime) -> str:
    """Give the newest backup where no backup was tried within the week, or nothing."""
    tried = Drill.objects.filter(held_at__gt=at - DRILL_EVERY).exists()
    return "" if tried else newest_backup()


def drills(actor: Actor, *, limit: int = 12) -> tuple[DrillRow, ...]:
    """List the drills, newest first."""
    actor.need("system.keep")
    rows = Drill.objects.all()[:limit]
    return tuple(
        DrillRow(row.held_at, row.backup, row.passed, row.rows, row.seconds, row.fault) for row in rows
    )


def heads(*, limit: int = 400) -> tuple[Statement, ...]:
    """List the published heads, newest first: anyone may read them, that is what they are for."""
    rows = Head.objects.all()[:limit]
    return tuple(
        Statement(row.at.astimezone(UTC).isoformat(), row.entries, row.head, row.key, row.signature)
        for row in rows
    )


def standstills(since: datetime, until: datetime, *, part: str = "") -> tuple[StandstillRow, ...]:
    """List the standstills that touch a span, oldest first: an excuse that other rooms look up before blame."""
    rows = Standstill.objects.filter(began_at__lt=until, ended_at__gt=since).order_by("began_at")
    if part:
        rows = rows.filter(part=part)
    return tuple(StandstillRow(row.part, row.began_at, row.ended_at) for row in rows)
