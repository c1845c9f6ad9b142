"""Measure quality and speed beside peers; writes its table and build/bench.json."""

import argparse
import subprocess
import sys

from answerable.project.checkout import need_checkout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("name", nargs="?", help="one benchmark; all without it")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, for a first look")


def run(options: argparse.Namespace) -> int:
    """Run the benchmarks in a process of their own."""
    command = [sys.executable, "-m", "benchmarks"]
    command += [options.name] if options.name else []
    command += ["--quick"] if options.quick else []
    return subprocess.run(command, cwd=need_checkout(), check=False).returncode
