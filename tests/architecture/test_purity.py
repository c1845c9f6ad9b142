"""Rules, kinds and the reading child know no database, no page and no network."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "answerable"
FORBIDDEN = (
    "django.db",
    "django.http",
    "django.shortcuts",
    "aiohttp",
    "requests",
    "httpx",
    "urllib3",
    "urllib.request",
)
PURE = sorted(
    path
    for path in ROOT.rglob("*.py")
    if path.stem == "rules" or {"rules", "kinds", "reading"} & set(path.relative_to(ROOT).parts[:-1])
)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_there_are_rules_to_hold():
    assert len(PURE) > 30


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(ROOT)))
def test_decisions_are_made_on_plain_values(path):
    assert [name for name in imported(path) if name.startswith(FORBIDDEN)] == []
