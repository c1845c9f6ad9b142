"""Run every gate, then every test: what has to pass before a change is kept."""

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from answerable.kernel import clock
from answerable.project.checkout import need_checkout
from answerable.project.verbs import test


@dataclass(frozen=True, slots=True)
class Gate:
    """One tool that may refuse."""

    name: str
    command: tuple[str, ...]


def gates() -> tuple[Gate, ...]:
    """List the gates, quick ones first."""
    python = sys.executable
    tools = Path(python).parent
    return (
        Gate("lint", (str(tools / "ruff"), "check", ".")),
        Gate("format", (str(tools / "ruff"), "format", "--check", ".")),
        Gate("import contracts", (str(tools / "lint-imports"),)),
        Gate("both languages", (python, "-m", "answerable.project.words", "--check")),
        Gate("system checks", (python, "-m", "django", "check", "--fail-level", "WARNING")),
        Gate("migrations", (python, "-m", "django", "makemigrations", "--check", "--dry-run")),
        Gate("types", (str(tools / "mypy"),)),
        Gate("documentation", (python, "-m", "answerable.project.cli", "docs")),
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--gates", action="store_true", help="the gates alone, without the tests")


def run_gate(gate: Gate, root: Path) -> bool:
    """Run one gate; print what it says when it refuses."""
    began = clock.monotonic()
    environment = {**os.environ, "ANSWERABLE_MODE": "test", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        gate.command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    passed = done.returncode == 0
    sys.stdout.write(
        f"gate {gate.name}: {'passed' if passed else 'REFUSED'} ({clock.monotonic() - began:.0f} s)\n"
    )
    if not passed:
        sys.stdout.write(done.stdout + done.stderr)
    sys.stdout.flush()
    return passed


def run(options: argparse.Namespace) -> int:
    """Run the gates and, unless told otherwise, the tests; refuse when anything refused."""
    root = need_checkout()
    refused = [gate.name for gate in gates() if not run_gate(gate, root)]
    if options.gates:
        return 1 if refused else 0
    code = test.run(argparse.Namespace(paths=[], postgresql=False))
    if refused:
        sys.stdout.write(f"refused by: {', '.join(refused)}\n")
    return 1 if refused or code else 0
