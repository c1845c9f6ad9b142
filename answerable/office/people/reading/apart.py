"""The parent's side: hands a file to the limited child and believes nothing it says beyond its shape."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from answerable.office.people.rules.roster_reasons import FILE_REASONS, MOST_BYTES, BadRoster

#: Trust design H7.
WALL_S = 10
PACKAGE_ROOT = Path(__file__).resolve().parents[4]


def read_rows(body: bytes) -> list[Sequence[str]]:
    """Give the rows of a spreadsheet, heads first, or raise BadRoster."""
    if len(body) > MOST_BYTES:
        raise BadRoster("too_large")
    try:
        child = subprocess.run(
            [sys.executable, "-m", "answerable.office.people.reading.child"],
            input=body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_S,
            check=False,
            env={"PYTHONPATH": str(PACKAGE_ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            start_new_session=True,
        )
        told = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise BadRoster("too_heavy") from None
    if told.get("refused"):
        code = str(told["refused"])
        raise BadRoster(code if code in FILE_REASONS else "unreadable", **told.get("details", {}))
    return [[str(cell) for cell in row] for row in told["rows"]]
