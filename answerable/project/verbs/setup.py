"""Make the database and the static files, or bring them up to date."""

import argparse

from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Make ready."""
    installation.load()
    installation.make_ready(installation.to_stderr)
    installation.compile_core(installation.to_stderr)
    return 0
