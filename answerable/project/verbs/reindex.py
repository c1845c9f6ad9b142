"""Make the texts for search anew: after a move to another database, or when a search misses what is there."""

import argparse
import sys

from answerable.project import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Index every room that is searched."""
    installation.load()
    from answerable.listening.sources import actions as sources  # noqa: PLC0415 - models need the loaded application
    from answerable.response.answers import actions as answers  # noqa: PLC0415 - the same
    from answerable.response.letters import actions as letters  # noqa: PLC0415 - the same

    for name, room in (("items", sources), ("letters", letters), ("answers", answers)):
        sys.stdout.write(f"{name}: {room.index_again()}\n")
    return 0
