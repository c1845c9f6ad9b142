"""Bring the hashed lock files up to date with pyproject.toml; needs the network."""

import argparse
import subprocess

from answerable.project.checkout import need_checkout

#: (lock file, extras). The developers' lock is held to the runtime's versions.
LOCKS = (
    ("requirements.lock", ("web", "postgres")),
    ("requirements-spark.lock", ("spark", "spark-tests")),
    ("requirements-dev.lock", ("web", "postgres", "dev", "bench", "docs", "encoder")),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are no options."""


def run(options: argparse.Namespace) -> int:
    """Call uv for each lock file."""
    root = need_checkout()
    for lock, extras in LOCKS:
        command = [
            "uv",
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--quiet",
        ]
        command += ["--no-annotate", "--no-header", "pyproject.toml", "-o", lock]
        command += [part for extra in extras for part in ("--extra", extra)]
        command += ["-c", LOCKS[0][0]] if lock != LOCKS[0][0] else []
        code = subprocess.run([str(root / ".venv/bin/uv"), *command[1:]], cwd=root, check=False).returncode
        if code:
            return code
    return 0
