"""Build the documentation into build/docs; a broken link or reference fails."""

import argparse
import subprocess
import sys

from answerable.project.checkout import need_checkout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Call Sphinx."""
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", "build/docs"]
    code = subprocess.run(command, cwd=need_checkout(), check=False).returncode
    if code == 0:
        sys.stdout.write("The pages are in build/docs/index.html\n")
    return code
