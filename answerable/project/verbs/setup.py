"""Make the database and the static files, or bring them up to date."""

import argparse
import sys

from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Make ready."""
    installation.load()
    installation.make_ready(lambda line: sys.stderr.write(line + "\n") and None)
    return 0
