"""Finding the checkout, for the verbs that only make sense in one."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def need_checkout() -> Path:
    """Give the folder of the checkout, or end with a sentence where this is an installed package."""
    if not (ROOT / "do").exists() or not (ROOT / "tests").is_dir():
        sys.stderr.write(
            "This verb works in a checkout of Answerable: clone the repository and call ./do there.\n"
        )
        raise SystemExit(2)
    return ROOT
