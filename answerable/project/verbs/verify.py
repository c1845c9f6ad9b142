"""Check that a backup is as it was made; without one, check the running database, kept papers, the trail and heads."""

import argparse
import sys
from pathlib import Path

from django.db import connection

from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("archive", type=Path, nargs="*", help="backups to read to their end")


def run(options: argparse.Namespace) -> int:
    """Verify; 1 when anything is not as it was."""
    installation.load()
    return max([_archive(path) for path in options.archive], default=0) if options.archive else _running()


def _archive(path: Path) -> int:
    from answerable.office.operations.kinds import archive  # noqa: PLC0415 - needs the loaded application

    try:
        manifest = archive.verify(path)
    except Anticipated as fault:
        sys.stdout.write(f"{path.name}: {fault}\n")
        return 1
    sys.stdout.write(
        f"{path.name}: as it was made at {manifest.made_at}, {len(manifest.files)} files, {manifest.product}\n"
    )
    return 0


def _running() -> int:
    from answerable.office.operations.kinds import engine_of  # noqa: PLC0415 - needs the loaded application
    from answerable.project.verbs.trail import check  # noqa: PLC0415 - the same

    look = engine_of(connection.settings_dict).look()
    sys.stdout.write(f"database: {sum(look.rows.values())} rows\n")
    for fault in look.faults:
        sys.stdout.write(f"database: {fault}\n")
    return max(1 if look.faults else 0, _papers(), check(()))


def _papers() -> int:
    from answerable.reports.queries.kept import kept_files  # noqa: PLC0415 - needs the loaded application

    files = list(kept_files())
    sys.stdout.write(f"papers: {len(files)} files kept\n")
    faults = [one for one in files if one.fault]
    for one in faults:
        sys.stdout.write(f"papers: {one.name} of {one.belongs_to} {one.fault}\n")
    return 1 if faults else 0
