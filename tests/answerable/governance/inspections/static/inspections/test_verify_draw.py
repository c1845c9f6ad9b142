"""The script that anyone runs: short, alone, and it changes nothing. What it finds is held by rules/test_bundle.py."""

import ast
import sys
from pathlib import Path

from answerable.governance.inspections.static.inspections import verify_draw

TEXT = Path(verify_draw.__file__).read_text(encoding="utf-8")


def test_it_needs_nothing_but_python():
    named = {name.name for node in ast.walk(ast.parse(TEXT)) if isinstance(node, ast.Import) for name in node.names}
    assert named <= sys.stdlib_module_names
    assert not [node for node in ast.walk(ast.parse(TEXT)) if isinstance(node, ast.ImportFrom)]


def test_it_can_be_read_in_one_sitting():
    code = [
        line for line in TEXT.splitlines() if line.strip() and not line.strip().startswith(("#", '"""'))
    ]
    assert len(code) <= 60


def test_a_draw_that_is_only_fixed_is_checked_as_far_as_it_goes():
    fixed = {"draw": "round:1.1", "sources": ["ritual"], "inspectors": None, "times": 0, "apart": [], "last": []}
    fixed["lists"] = [{"name": "units", "take": 1, "members": [{"id": "unit:1", "unit": "u1", "name": "A"}]}]
    text = verify_draw.fixed_text(fixed)
    sealed = {"text": text, "sha256": verify_draw.sha(text), "at": "2026"}
    bundle = {"announced": fixed, "commitment": sealed, "seeds": [], "seed": "", "recusals": [], "result": {}}
    assert verify_draw.faults(bundle) == []
    bundle["commitment"] = {**sealed, "sha256": "0" * 64}
    assert verify_draw.faults(bundle) == ["hash"]
