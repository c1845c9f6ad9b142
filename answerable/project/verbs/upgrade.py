"""Bring the database in step with a newer version: a backup first, a trial on a copy, then the steps themselves."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection

from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument(
        "--no-trial", action="store_true", help="skip the trial on a copy (SQLite only has one)"
    )


def run(options: argparse.Namespace) -> int:
    """Upgrade; the trial changes nothing, and the backup lies there before the steps begin."""
    installation.load()
    tell = installation.to_stderr
    try:
        installation.refuse_newer_schema()
        waiting = installation.pending()
        if not waiting:
            tell("The database is in step with this version.")
            return 0
        tell(f"{len(waiting)} steps wait: {', '.join(waiting[:5])}")
        if connection.vendor == "sqlite" and not options.no_trial:
            try_on_a_copy(tell)
        installation.make_ready(tell)
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    tell("Done. Start the application again.")
    return 0


def try_on_a_copy(tell: installation.Tell) -> None:
    """Take the steps on a copy in a process of its own."""
    from answerable.office.operations.kinds import engine_of  # noqa: PLC0415 - needs the loaded application

    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".trial-") as folder:
        engine_of(connection.settings_dict).copy(Path(folder) / "answerable.sqlite3")
        done = subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity", "0"],
            env={
                **os.environ,
                "ANSWERABLE_DATA": folder,
                "ANSWERABLE_SECRET_FILE": str(settings.SECRETS["secret"]),
                "DJANGO_SETTINGS_MODULE": "answerable.project.settings",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise Anticipated(
            f"The steps failed on a copy: {done.stderr.strip().rsplit(chr(10), 1)[-1]}",
            "Nothing was changed. Report it with this line, and stay on the version you had.",
        )
    tell("Went through on a copy")
