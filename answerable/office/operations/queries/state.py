"""How the system stands now: each part in one sentence with its next step."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.kernel.actor import Actor
from answerable.kernel.jobs.models import Heartbeat
from answerable.kernel.jobs.rules import SILENT
from answerable.office.operations.models import Backup, Drill, Head, Pulse
from answerable.office.operations.rules.standing import (
    BACKUP_LATE,
    DRILL_LATE,
    LEAST_FREE,
    QUEUE_LATE,
    TOLD_AFTER,
    Part,
    Tone,
    age_tone,
)


@dataclass(frozen=True, slots=True)
class State:
    """The whole: its parts, and figures for programs that measure."""

    parts: tuple[Part, ...]
    figures: dict[str, float]

    @property
    def worst(self) -> Tone:
        """Give the tone of the part that stands worst."""
        order = [Tone.LATE, Tone.SOON, Tone.OK]
        return next((tone for tone in order if any(part.tone == tone for part in self.parts)), Tone.OK)


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that gave up and waits for a person."""

    id: str
    task: str
    finished_at: datetime | None
    reason: str


def state(*, at: datetime) -> State:
    """Look at every part once. Six queries."""
    figures: dict[str, float] = {}
    parts = (
        _workers(figures, at=at),
        _queue(figures, at=at),
        _backup(figures, at=at),
        _drill(figures, at=at),
        _head(figures, at=at),
        _disk(figures),
    )
    return State(parts, figures)


def _workers(figures: dict[str, float], *, at: datetime) -> Part:
    beats = list(Heartbeat.objects.values_list("beaten_at", flat=True))
    alive = sum(beat > at - SILENT for beat in beats)
    figures["workers_alive"] = alive
    name = _("Workers")
    if alive:
        said = ngettext("%(n)s worker is at work.", "%(n)s workers are at work.", alive) % {"n": alive}
        return Part("workers", name, Tone.OK, said)
    return Part(
        "workers",
        name,
        Tone.LATE,
        _("No worker is at work: nothing is fetched, grouped or sent. What is entered is kept."),
        _("Start it: `systemctl start answerable-worker`, or `answerable worker`."),
    )


def _queue(figures: dict[str, float], *, at: datetime) -> Part:
    waiting = Q(status=TaskResultStatus.READY) & (Q(run_after=None) | Q(run_after__lte=at))
    found = DBTaskResult.objects.aggregate(
        waiting=Count("pk", filter=waiting),
        oldest=Min("enqueued_at", filter=waiting),
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
    )
    lag = (at - found["oldest"]).total_seconds() if found["oldest"] else 0.0
    figures |= {
        "jobs_waiting": found["waiting"],
        "jobs_failed": found["failed"],
        "jobs_oldest_seconds": max(lag, 0),
    }
    name = _("Work in the queue")
    said = _("%(waiting)s jobs wait, %(failed)s gave up.") % found
    if found["failed"]:
        return Part(
            "queue", name, Tone.SOON, said, _("Look at those that gave up, below: try again or dismiss.")
        )
    if lag > QUEUE_LATE.total_seconds():
        return Part("queue", name, Tone.LATE, said, _("The oldest waits for hours: start more workers."))
    return Part("queue", name, Tone.OK, said)


def _backup(figures: dict[str, float], *, at: datetime) -> Part:
    last = Backup.objects.filter(fault="", removed_at=None).values_list("made_at", flat=True).first()
    if last:
        figures["backup_age_seconds"] = (at - last).total_seconds()
    tone = age_tone(last, BACKUP_LATE, at=at)
    said = _("The last backup is of %s.") % _day(last) if last else _("There is no backup yet.")
    step = "" if tone is Tone.OK else _("Make one: `answerable backup`. The worker makes one each day.")
    return Part("backup", _("Backup"), tone, said, step)


def _drill(figures: dict[str, float], *, at: datetime) -> Part:
    last = Drill.objects.values_list("held_at", "passed").first()
    if last:
        figures |= {"drill_age_seconds": (at - last[0]).total_seconds(), "drill_passed": float(last[1])}
    name = _("Restore drill")
    if last and not last[1]:
        said = _("The last backup that was tried did not restore.")
        return Part("drill", name, Tone.LATE, said, _("Read why below, make a new backup and try it."))
    tone = age_tone(last[0] if last else None, DRILL_LATE, at=at)
    said = (
        _("A backup was restored on trial on %s.") % _day(last[0]) if last else _("No backup was tried yet.")
    )
    step = "" if tone is Tone.OK else _("Try the last one: `answerable backup --drill`.")
    return Part("drill", name, tone, said, step)


def _head(figures: dict[str, float], *, at: datetime) -> Part:
    last = Head.objects.values_list("at", flat=True).first()
    if last:
        figures["head_age_seconds"] = (at - last).total_seconds()
    tone = age_tone(last, BACKUP_LATE, at=at)
    said = (
        _("The head of the trail was published on %s.") % _day(last)
        if last
        else _("No head was published yet.")
    )
    step = (
        ""
        if tone is Tone.OK
        else _("Publish it: `answerable trail publish`. Let another machine fetch it daily.")
    )
    return Part("head", _("Head of the trail"), tone, said, step)


def _disk(figures: dict[str, float]) -> Part:
    used = shutil.disk_usage(_standing(Path(settings.DATA)))
    share = used.free / used.total
    figures |= {"disk_free_bytes": used.free, "disk_free_share": share}
    said = _("%(share)s %% of the disk is free.") % {"share": round(share * 100)}
    if share < LEAST_FREE:
        return Part(
            "disk", _("Disk"), Tone.LATE, said, _("Make room before it is full; remove old backups first.")
        )
    return Part("disk", _("Disk"), Tone.OK, said)


def _standing(folder: Path) -> Path:
    return folder if folder.exists() else _standing(folder.parent)


def _day(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def failed_jobs(actor: Actor, *, limit: int = 50) -> tuple[FailedJob, ...]:
    """List the jobs that gave up, newest first; the last line of what went wrong, never its data."""
    actor.need("system.keep")
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).order_by("-finished_at")[:limit]
    return tuple(
        FailedJob(
            str(row.pk), row.task_path, row.finished_at, row.traceback.strip().rsplit("\n", 1)[-1][:300]
        )
        for row in rows
    )


def nothing_moves_since(*, at: datetime) -> datetime | None:
    """Say since when no worker has worked, when that is long enough to tell everybody; nothing otherwise."""
    last = Pulse.objects.filter(part="worker").values_list("at", flat=True).first()
    return last if last is not None and at - last > TOLD_AFTER else None


def answers() -> bool:
    """Say whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone())
