"""The drill: a backup is restored beside the running system, and what came back is held against what was kept."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.office.operations.kinds import Engine, archive, engine_of
from answerable.office.operations.models import Drill
from answerable.office.operations.rules.manifest import DATABASE, BrokenBackup, Look, Manifest, differences


def drill(path: Path, *, by: Actor, at: datetime) -> Drill:
    """Restore a backup into a throw-away place and compare; the outcome is kept, whichever it is."""
    by.need("system.keep")
    began = clock.monotonic()
    rows, fault = 0, ""
    try:
        manifest, look = _try(path, engine_of(connection.settings_dict))
        rows = sum(look.rows.values())
        fault = "; ".join(differences(manifest, look))
    except (Anticipated, OSError) as trouble:
        fault = str(trouble)
    with transaction.atomic():
        kept = Drill.objects.create(
            held_at=at,
            backup=path.name,
            passed=not fault,
            rows=rows,
            seconds=clock.monotonic() - began,
            fault=fault[:2000],
        )
        record("operations.drill", f"drill:{kept.pk}", by=by, at=at, backup=path.name, passed=not fault)
    return kept


def _try(path: Path, engine: Engine) -> tuple[Manifest, Look]:
    manifest = archive.verify(path)
    if manifest.engine != engine.name:
        raise BrokenBackup(f"a backup of {manifest.engine}, tried on {engine.name}")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".drill-") as folder:
        copy = archive.unpack(path, Path(folder))[DATABASE]
        place = engine.drill_beside(Path(folder))
        try:
            place.put_back(copy)
            return manifest, place.look()
        finally:
            place.drop()
