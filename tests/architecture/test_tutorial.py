"""The tutorial shows what its journey saw: each picture was taken on that walk, and each is shown."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial"
PAGES = {"en": TUTORIAL / "first-case.md", "zh": TUTORIAL / "zh" / "first-case.md"}
TAKEN = re.compile(r"show(?:\(|=)\"([a-z]+)\"")
SHOWN = re.compile(r"!\[[^\]]+\]\((?:\.\./)?pictures/([a-z]+)-(\w+)\.jpg\)")


@pytest.mark.parametrize("language", PAGES)
def test_a_page_shows_every_picture_of_the_walk_once_in_its_language(language):
    taken = TAKEN.findall((ROOT / "tests/journeys/test_first_case.py").read_text())
    shown = SHOWN.findall(PAGES[language].read_text())
    assert sorted(name for name, _language in shown) == sorted(taken)
    assert {of for _name, of in shown} == {language}


def test_every_picture_is_there_and_none_lies_unused():
    there = {path.name for path in (TUTORIAL / "pictures").iterdir()}
    named = {f"{name}-{of}.jpg" for page in PAGES.values() for name, of in SHOWN.findall(page.read_text())}
    assert there == named
