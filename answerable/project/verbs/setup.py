"""Make the database and the static files, or bring them up to date."""

import argparse
import sys

from answerable.kernel.errors import Anticipated
from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Make ready, or refuse with a sentence."""
    installation.load()
    try:
        installation.make_ready(installation.to_stderr)
    except Anticipated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    installation.compile_core(installation.to_stderr)
    return 0
