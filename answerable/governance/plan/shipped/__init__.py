"""The plans that ship, made up by us: to start from, to try things with, and to show what a whole plan looks like."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def shipped_plans() -> dict[str, str]:
    """Give the texts of the plans that ship, by the name of their file."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
