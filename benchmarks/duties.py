"""The matrix of clauses and units at 200 units: what a look costs in queries and processor time."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NAME = "answerable.duties_matrix"
ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def run(shared: Path, *, quick: bool) -> list[Row]:
    """A body of 200 units with the shipped plan in force, in a process and a folder of its own, on SQLite."""
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as folder:
        environment = {**os.environ, "ANSWERABLE_MODE": "test", "ANSWERABLE_DATA": folder}
        environment |= {
            "ANSWERABLE_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "answerable.project.settings",
        }
        begin = "import django; django.setup(); from benchmarks.duties_body import main; main()"
        order = [sys.executable, "-c", begin, "40" if quick else "200"]
        done = subprocess.run(order, stdout=subprocess.PIPE, check=True, cwd=ROOT, env=environment)
    rows: list[Row] = json.loads(done.stdout.splitlines()[-1])
    return rows
