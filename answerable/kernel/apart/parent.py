"""The parent's side of a child that reads one document."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

#: Trust design H7: ten seconds for one document.
WALL_S = 10.0
PACKAGE_ROOT = Path(__file__).resolve().parents[3]
#: All that a child may know of its surroundings.
ENVIRONMENT = {
    "PYTHONPATH": str(PACKAGE_ROOT),
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}


class TooHeavy(Exception):
    """The child took too long, needed too much, or fell over."""


def ask_child(module: str, body: bytes) -> dict[str, Any]:
    """Let a child of ours read one document; gives the object that it says, or raises TooHeavy."""
    try:
        child = subprocess.run(  # noqa: S603 - this Python with a module of our own
            [sys.executable, "-m", module],
            input=body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_S,
            check=False,
            env=ENVIRONMENT,
            start_new_session=True,
        )
        told = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise TooHeavy from None
    if not isinstance(told, dict):
        raise TooHeavy
    return told
