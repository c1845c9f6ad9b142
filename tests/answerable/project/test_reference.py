"""Reference pages say what the code says."""

import argparse
import re
from pathlib import Path

import pytest

from answerable.project import reference
from answerable.project.cli import VERBS

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_page_is_as_the_code_is(name):
    there = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert there == reference.PAGES[name](), "The page is stale: ./do docs --reference writes it anew."


def test_every_name_that_the_code_reads_from_the_environment_is_told():
    read = {
        name
        for path in (ROOT / "answerable").rglob("*.py")
        if path.name != "battery.py"
        for name in re.findall(r"[\"'](ANSWERABLE_[A-Z_]+)[\"']", path.read_text())
    }
    inner = {"ANSWERABLE_BATTERY", "ANSWERABLE_EVERY"}
    assert read - inner == set(reference.settings_told())


def test_every_verb_and_every_table_of_states_has_its_place():
    page = reference.commands_page()
    assert all(f"## {verb.name}\n" in page for verb in VERBS)
    assert "`--port N`" in page or "`--port PORT`" in page
    assert len([table for tables in reference.tables_of_states().values() for table in tables]) >= 30


def test_arguments_of_a_verb_within_a_verb_are_told():
    parser = argparse.ArgumentParser(add_help=False)
    inner = parser.add_subparsers().add_parser("lint", help="look for faults")
    inner.add_argument("file", help="a plan | in YAML")
    rows = list(reference._arguments(parser, "plan"))
    assert rows == ["| **`plan lint`** | look for faults |", "| `FILE` | a plan \\| in YAML |"]


def test_only_pages_that_differ_are_written(tmp_path):
    assert reference.write(tmp_path) == list(reference.PAGES)
    assert reference.write(tmp_path) == []
