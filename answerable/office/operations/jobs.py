"""What the room does by itself."""

from pathlib import Path

from django.conf import settings
from django_tasks import task

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail import actions as trail
from answerable.office.operations import actions, queries


@task
def note_pulse() -> float:
    """Note that the workers work; gives the seconds of a standstill that ended just now."""
    hole = actions.note_pulse("worker", by=MACHINE, at=clock.now())
    return hole.total_seconds() if hole else 0.0


@task
def back_up() -> str:
    """Make the day's backup, forget the old ones."""
    at = clock.now()
    made = actions.back_up(settings.BACKUPS, by=MACHINE, at=at)
    actions.prune(settings.BACKUPS, by=MACHINE, at=at)
    return made.path.name


@task
def hold_drill() -> bool:
    """Restore the newest backup on trial, where the last trial is a week ago; runs daily."""
    at = clock.now()
    name = queries.backup_to_try(at=at)
    return bool(name) and actions.drill(Path(settings.BACKUPS) / name, by=MACHINE, at=at).passed


@task
def publish_head() -> int:
    """Publish where the trail ends today."""
    from_file = actions.signing_key(settings.SECRETS["trail.key"])
    return actions.publish_head(from_file, settings.HEADS, by=MACHINE, at=clock.now()).entries


@task
def forget_old_payloads() -> int:
    """Delete the texts of the trail that are older than their term."""
    return trail.forget_old_payloads(settings.TRAIL_TERM, by=MACHINE, at=clock.now())
