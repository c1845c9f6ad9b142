"""The command `storystream`: JSON lines in, JSON lines out."""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from storystream.early_warning import command as watch
from storystream.pipeline import command as group

#: Each sub-command is a module that adds its own arguments and says what to run.
COMMANDS: Final[tuple[Callable[[Any], None], ...]] = (group.add_parser, watch.add_parser)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(
        prog="storystream",
        description="Find stories in a stream of published texts, and see early what grows beyond chance.",
    )
    commands = root.add_subparsers(required=True, metavar="COMMAND")
    for add in COMMANDS:
        add(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command on the standard streams, which are UTF-8 whatever the machine's settings; its exit code."""
    chosen = parser().parse_args(arguments)
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    answers = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    code: int = chosen.run(chosen, lines, answers, sys.stderr)
    answers.flush()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
