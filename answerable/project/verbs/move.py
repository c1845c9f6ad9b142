"""Move everything to another database, SQLite to PostgreSQL or back, and prove that every row arrived.

Stop the application, name the other database, then set ANSWERABLE_DATABASE_URL (or take it away) and start again.
The database you move from is left as it is.
"""

import argparse
import os
import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from answerable.kernel.errors import Anticipated
from answerable.project import installation
from answerable.project.databases import database

OTHER = "other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument(
        "--to", required=True, help="postgresql://user:password@host/name, or a path for SQLite"
    )


def run(options: argparse.Namespace) -> int:
    """Move, prove, make the search texts anew."""
    installation.load()
    from answerable.office.operations.actions import moving  # noqa: PLC0415 - models need the loaded application

    connections.settings[OTHER] = connections.configure_settings(
        {"default": settings.DATABASES["default"], OTHER: database(options.to, mode=settings.MODE)}
    )[OTHER]
    try:
        installation.to_stderr("Making the tables there")
        call_command("migrate", database=OTHER, verbosity=0, interactive=False)
        call_command("createcachetable", database=OTHER, verbosity=0)
        moved = moving.move("default", OTHER, tell=installation.to_stderr)
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    installation.to_stderr("Making the texts for search anew there")
    there = {**os.environ, "ANSWERABLE_DATABASE_URL": options.to}
    done = subprocess.run([sys.executable, "-m", "answerable.project.cli", "reindex"], env=there, check=False)
    sys.stdout.write(
        f"{sum(one.rows for one in moved)} rows of {len(moved)} tables arrived, every one equal.\n"
    )
    return done.returncode
