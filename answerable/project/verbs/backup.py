"""Make a backup while the application runs: database, files and secrets in one archive; try it with --drill."""

import argparse
import sys
from pathlib import Path

from django.conf import settings

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--to", type=Path, help="folder for the archive (default: ANSWERABLE_BACKUPS)")
    parser.add_argument("--drill", action="store_true", help="restore it on trial afterwards, and compare")


def run(options: argparse.Namespace) -> int:
    """Back up, and hold the drill where it is asked for."""
    installation.load()
    from answerable.office.operations import actions  # noqa: PLC0415 - models need the loaded application

    try:
        made = actions.back_up(options.to or settings.BACKUPS, by=MACHINE, at=clock.now())
        rows = sum(made.manifest.rows.values())
        sys.stdout.write(f"{made.path}\n{rows} rows, {len(made.manifest.files)} files\n")
        if not options.drill:
            return 0
        held = actions.drill(made.path, by=MACHINE, at=clock.now())
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write(
        f"restored on trial: {held.rows} rows\n" if held.passed else f"did not restore: {held.fault}\n"
    )
    return 0 if held.passed else 1
