"""Build the documentation into build/docs; a broken link or reference fails."""

import argparse
import os
import subprocess
import sys

from answerable.project.checkout import need_checkout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument(
        "--reference",
        action="store_true",
        help="write the reference pages that are made from the code, and stop",
    )


def run(options: argparse.Namespace) -> int:
    """Call Sphinx, or write the reference pages."""
    root = need_checkout()
    if options.reference:
        return _write_reference()
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", "build/docs"]
    code = subprocess.run(command, cwd=root, check=False).returncode
    if code == 0:
        sys.stdout.write("The pages are in build/docs/index.html\n")
    return code


def _write_reference() -> int:
    """In a process of its own, where the application is loaded and nothing is served."""
    script = (
        "import django; django.setup(); from pathlib import Path; from answerable.project import reference; "
        "print(*(reference.write(Path('docs/reference')) or ['Every page is as the code is.']), sep='\\n')"
    )
    environment = {
        **os.environ,
        "ANSWERABLE_MODE": "test",
        "DJANGO_SETTINGS_MODULE": "answerable.project.settings",
    }
    return subprocess.run(
        [sys.executable, "-c", script], cwd=need_checkout(), env=environment, check=False
    ).returncode
