"""The page on the six limits names, for each, a test that tries to break it; each of these tests exists."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "explanation" / "where-it-stops.md").read_text(encoding="utf-8")


def test_each_of_the_six_limits_says_why_how_by_which_test_and_where_it_ends():
    limits = re.split(r"^## (?=\d\.)", PAGE, flags=re.MULTILINE)[1:]
    assert [limit[0] for limit in limits] == list("123456")
    for limit in limits:
        heads = re.findall(r"^\*\*([^*]+)\*\*", limit, flags=re.MULTILINE)
        assert heads == ["Why.", "How it is held.", "What tries to break it.", "Where it ends."], limit[:60]
        assert re.search(r"`test_\w+`", limit), limit[:60]


def test_every_test_that_the_page_names_exists():
    tests = ROOT / "tests"
    tried = (tests / "battery" / "test_limits_are_tried.py", tests / "architecture" / "test_limits.py")
    there = {
        name
        for path in tried
        for name in re.findall(r"^def (test_\w+)", path.read_text(), flags=re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 10
    assert named - there == set()
    assert all((ROOT / path).exists() for path in re.findall(r"`(tests/[\w/.]+)`", PAGE))
