"""Put a backup back. Stop the application first; what stands there is put aside, never deleted."""

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("archive", type=Path, help="the backup")
    parser.add_argument(
        "--replace", action="store_true", help="put aside what stands there and take its place"
    )


def run(options: argparse.Namespace) -> int:
    """Restore, then bring the database in step with this version."""
    installation.load()
    from answerable.office.operations import actions  # noqa: PLC0415 - models need the loaded application
    from answerable.office.operations.kinds import engine_of  # noqa: PLC0415 - the same

    known = actions.steps(MigrationLoader(None).disk_migrations)
    place = actions.Place(
        engine_of(connection.settings_dict),
        Path(settings.DATA),
        Path(settings.MEDIA_ROOT),
        settings.SECRETS,
        known,
    )
    try:
        manifest = actions.restore(options.archive, place, replace=options.replace, at=clock.now())
        installation.make_ready(installation.to_stderr, static=False)
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write(f"Restored what was kept at {manifest.made_at}: {sum(manifest.rows.values())} rows.\n")
    return 0
