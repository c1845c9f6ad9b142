"""Making a backup: the database by its engine's own means, the files, the secrets; and forgetting old ones."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from answerable import VERSION
from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.operations.kinds import archive, engine_of
from answerable.office.operations.models import Backup
from answerable.office.operations.rules.keeping import to_keep
from answerable.office.operations.rules.manifest import DATABASE, Manifest

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: where it lies and what it says of itself."""

    path: Path
    manifest: Manifest


def schema() -> tuple[str, ...]:
    """List the migrations this database has, as "room name"."""
    return tuple(
        sorted(f"{room} {name}" for room, name in MigrationRecorder(connection).applied_migrations())
    )


def _parts(database: Path, files: Path) -> Iterator[tuple[str, Path]]:
    """List what is kept: without its secrets, a restored database could not open what is sealed in it."""
    yield DATABASE, database
    yield from ((name, path) for name, path in settings.SECRETS.items() if path.exists())
    if files.is_dir():
        yield from ((f"files/{name}", path) for name, path in archive.files_below(files))


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder, and clear away what makers that were killed left there: each is as large as the database."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        for left in folder.glob(".making-*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in folder.glob(".answerable-*.tar.gz.making"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)


def write_archive(folder: Path, *, by: Actor, at: datetime) -> Made:
    """Write the archive alone, no row of it. Nothing is locked: engines copy one moment while others write."""
    by.need("system.keep")
    engine = engine_of(connection.settings_dict)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"answerable-{at.astimezone(UTC):%Y%m%d-%H%M%S}.tar.gz"
    with _alone(folder), tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as making:
        copy = Path(making) / DATABASE
        look = engine.copy(copy)
        manifest = Manifest(
            at.astimezone(UTC).isoformat(),
            VERSION,
            engine.name,
            engine.version(),
            schema(),
            look.rows,
            look.entries,
            look.head,
            {},
        )
        parts = _parts(copy, Path(settings.MEDIA_ROOT))
        return Made(target, archive.write(target, manifest, parts))


def back_up(folder: Path, *, by: Actor, at: datetime) -> Made:
    """Make a backup in a folder; a failure is kept as a row that the page shows, and raised."""
    began = clock.monotonic()
    name = f"answerable-{at.astimezone(UTC):%Y%m%d-%H%M%S}.tar.gz"
    try:
        made = write_archive(folder, by=by, at=at)
    except (Anticipated, OSError) as fault:
        with transaction.atomic():
            Backup.objects.update_or_create(name=name, defaults={"made_at": at, "fault": str(fault)[:2000]})
            record("operations.backup_failed", f"backup:{name}", by=by, at=at)
        raise
    with transaction.atomic():
        Backup.objects.update_or_create(
            name=name,
            defaults={
                "made_at": at,
                "size": made.path.stat().st_size,
                "sha256": _sha256(made.path),
                "entries": made.manifest.entries,
                "rows": sum(made.manifest.rows.values()),
                "seconds": clock.monotonic() - began,
                "fault": "",
            },
        )
        record("operations.back_up", f"backup:{name}", by=by, at=at, head=made.manifest.head)
    return made


def prune(folder: Path, *, by: Actor, at: datetime) -> int:
    """Remove the backups that the rule of keeping no longer keeps; gives how many. Failed ones count for nothing."""
    by.need("system.keep")
    rows = list(Backup.objects.filter(fault="", removed_at=None))
    kept = to_keep(row.made_at for row in rows)
    gone = [row for row in rows if row.made_at not in kept]
    for row in gone:
        (folder / row.name).unlink(missing_ok=True)
        with transaction.atomic():
            Backup.objects.filter(pk=row.pk).update(removed_at=at)
            record("operations.remove_backup", f"backup:{row.name}", by=by, at=at)
    return len(gone)
