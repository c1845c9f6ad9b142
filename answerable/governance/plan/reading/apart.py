"""The parent's side: hands a file to the limited child and believes nothing it says beyond its shape."""

import json
import subprocess
import sys
from pathlib import Path

from answerable.governance.plan.rules.numbering import Outline, outline
from answerable.governance.plan.rules.refusals import MOST_BYTES, BadPaper

#: Trust design H7: ten seconds for one document.
WALL_S = 10
PACKAGE_ROOT = Path(__file__).resolve().parents[4]


def read_outline(body: bytes) -> Outline:
    """Give the clauses and headings of a Word file, or raise BadPaper."""
    if len(body) > MOST_BYTES:
        raise BadPaper("too_large")
    try:
        child = subprocess.run(
            [sys.executable, "-m", "answerable.governance.plan.reading.child"],
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
        raise BadPaper("too_heavy") from None
    if told.get("refused"):
        raise BadPaper(str(told["refused"]))
    found = outline(str(paragraph) for paragraph in told.get("paragraphs", []))
    if not found.sentences:
        raise BadPaper("no_clauses")
    return found
