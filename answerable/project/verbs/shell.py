"""Open a Python prompt with the application loaded."""

import argparse

from django.core.management import call_command

from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("-c", "--command", help="run this line and leave")


def run(options: argparse.Namespace) -> int:
    """Open the prompt."""
    installation.load()
    call_command("shell", **({"command": options.command} if options.command else {}))
    return 0
