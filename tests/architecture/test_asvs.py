"""The ledger of security requirements is whole, and every test that it names exists."""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEDGER = ROOT / "docs" / "reference" / "asvs.csv"
#: The first level of ASVS 5.0.0: chapter and section, and the numbers within.
FIRST_LEVEL = {
    "1.2": (1, 2, 3, 4, 5), "1.3": (1, 2), "1.5": (1,), "2.1": (1,), "2.2": (1, 2), "2.3": (1,), "3.2": (1, 2),
    "3.3": (1,), "3.4": (1, 2), "3.5": (1, 2, 3), "4.1": (1,), "4.4": (1,), "5.2": (1, 2), "5.3": (1, 2), "6.1": (1,),
    "6.2": (1, 2, 3, 4, 5, 6, 7, 8), "6.3": (1, 2), "6.4": (1, 2), "7.2": (1, 2, 3, 4), "7.4": (1, 2), "8.1": (1,),
    "8.2": (1, 2), "8.3": (1,), "9.1": (1, 2, 3), "9.2": (1,), "10.4": (1, 2, 3, 4, 5), "11.3": (1, 2), "11.4": (1,),
    "12.1": (1,), "12.2": (1, 2), "13.4": (1,), "14.2": (1,), "14.3": (1,), "15.1": (1,), "15.2": (1,), "15.3": (1,),
}  # fmt: skip

#: The second level.
SECOND_LEVEL = {
    "1.1": (1, 2), "1.2": (6, 7, 8, 9), "1.3": (3, 4, 5, 6, 7, 8, 9, 10, 11), "1.4": (1, 2, 3), "1.5": (2,),
    "2.1": (2, 3), "2.2": (3,), "2.3": (2, 3, 4), "2.4": (1,), "3.3": (2, 3, 4), "3.4": (3, 4, 5, 6),
    "3.5": (4, 5), "3.7": (1, 2), "4.1": (2, 3), "4.2": (1,), "4.3": (1, 2), "4.4": (2, 3, 4), "5.1": (1,),
    "5.2": (3,), "5.4": (1, 2, 3), "6.1": (2, 3), "6.2": (9, 10, 11, 12), "6.3": (3, 4), "6.4": (3, 4),
    "6.5": (1, 2, 3, 4, 5), "6.6": (1, 2, 3), "6.8": (1, 2, 3, 4), "7.1": (1, 2, 3), "7.3": (1, 2),
    "7.4": (3, 4, 5), "7.5": (1, 2), "7.6": (1, 2), "8.1": (2,), "8.2": (3,), "8.4": (1,), "9.2": (2, 3, 4),
    "10.1": (1, 2), "10.2": (1, 2), "10.3": (1, 2, 3, 4), "10.4": (6, 7, 8, 9, 10, 11), "10.5": (1, 2, 3, 4, 5),
    "10.6": (1, 2), "10.7": (1, 2, 3), "11.1": (1, 2), "11.2": (1, 2, 3), "11.3": (3,), "11.4": (2, 3, 4),
    "11.5": (1,), "11.6": (1,), "12.1": (2, 3), "12.3": (1, 2, 3, 4), "13.1": (1,), "13.2": (1, 2, 3, 4, 5),
    "13.3": (1, 2), "13.4": (2, 3, 4, 5), "14.1": (1, 2), "14.2": (2, 3, 4), "14.3": (2, 3), "15.1": (2, 3),
    "15.2": (2, 3), "15.3": (2, 3, 4, 5, 6, 7), "16.1": (1,), "16.2": (1, 2, 3, 4, 5), "16.3": (1, 2, 3, 4),
    "16.4": (1, 2, 3), "16.5": (1, 2, 3), "17.1": (1,), "17.2": (1, 2, 3, 4), "17.3": (1, 2),
}  # fmt: skip
#: What is asked of the documentation, and the page that says it.
ON_PAPER = "architecture/test_asvs.py::test_the_page_has_a_part_for_every_requirement_on_paper"
PAGE = ROOT / "docs" / "reference" / "security.md"


@cache
def known_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file; none where there is no such file."""
    if not path.is_file():
        return frozenset()
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(
        node.name for node in found if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def exists(named: str) -> bool:
    """Whether a test, or a file that holds tests, is there."""
    file, _, test = named.partition("::")
    tests = known_in(ROOT / "tests" / file)
    return test in tests if test else bool(tests)


def rows() -> list[dict[str, str]]:
    """The ledger as it lies."""
    with LEDGER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def faults(row: dict[str, str]) -> list[str]:
    """What is wrong with one row."""
    shown, wrong = row["shown by"].split(), []
    if row["state"] not in ("holds", "none", "exception"):
        wrong.append("state")
    if row["state"] == "holds" and not shown:
        wrong.append("no test")
    if row["state"] != "holds" and not row["note"].strip():
        wrong.append("no reason")
    return wrong + [named for named in shown if not exists(named)]


@pytest.mark.parametrize(("level", "sections", "count"), [("1", FIRST_LEVEL, 70), ("2", SECOND_LEVEL, 183)])
def test_every_requirement_of_a_level_is_there_once(level, sections, count):
    wanted = [f"{section}.{number}" for section, numbers in sections.items() for number in numbers]
    assert len(wanted) == count
    assert [row["id"] for row in rows() if row["level"] == level] == wanted


def test_the_page_has_a_part_for_every_requirement_on_paper():
    asked = {row["id"] for row in rows() if ON_PAPER in row["shown by"]}
    heads = re.findall(r"^## .+\(([\d., ]+)\)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert asked == {number for head in heads for number in head.split(", ")}


def test_the_page_counts_as_the_table_does():
    states = [row["state"] for row in rows()]
    told = (ROOT / "docs" / "reference" / "asvs.md").read_text(encoding="utf-8")
    counted = re.search(
        r"Of (\d+) requirements (\d+) hold, (\d+) are about nothing here, and (\d+) are exceptions", told
    )
    assert counted
    assert tuple(map(int, counted.groups())) == (
        len(states), states.count("holds"), states.count("none"), states.count("exception")
    )  # fmt: skip


def test_the_times_for_mending_are_written_down():
    assert re.search(r"within \w+ days", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))


def test_every_row_names_tests_that_exist_or_says_why_not():
    assert {row["id"]: wrong for row in rows() if (wrong := faults(row))} == {}


def test_a_row_with_a_wrong_test_or_without_a_reason_is_noticed():
    sound = {"id": "0", "state": "holds", "shown by": "architecture/test_asvs.py", "note": ""}
    assert faults(sound) == []
    for change in (
        {"shown by": "architecture/test_asvs.py::test_of_nothing"},
        {"shown by": "architecture/test_nothing.py"},
        {"shown by": ""},
        {"state": "exception"},
        {"state": "perhaps"},
    ):
        assert faults({**sound, **change}) != []
