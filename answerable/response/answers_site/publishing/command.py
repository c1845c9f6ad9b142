"""Write the public answers into a folder, the same bytes as served, for any web server."""

import argparse
import sys
from pathlib import Path

import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("folder", type=Path, help="empty, new, or written by this command before")


def run(options: argparse.Namespace) -> int:
    """Bring the folder up to date and say what was done."""
    django.setup()
    from answerable.kernel.errors import Anticipated  # noqa: PLC0415 - Django must be set up first
    from answerable.response.answers_site.press.sheet import forms_go_to  # noqa: PLC0415 - as above
    from answerable.response.answers_site.publishing.folder import publish  # noqa: PLC0415 - as above

    try:
        done = publish(options.folder)
    except Anticipated as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(
        f"{done.files} files in {options.folder}: {done.written} written, {done.deleted} deleted\n"
    )
    if forms_go_to() == "":
        sys.stderr.write(
            "Search and the question below each answer go to the host that serves these files. Where that is not "
            "this system, set ANSWERABLE_ANSWERS_ADDRESS (see docs/how-to/answers-site.md).\n"
        )
    return 0
