"""The ledger of security requirements is whole, and every test that it names exists."""

import ast
import csv
from functools import cache
from pathlib import Path

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


def test_every_requirement_of_the_first_level_is_there_once():
    wanted = [f"{section}.{number}" for section, numbers in FIRST_LEVEL.items() for number in numbers]
    assert len(wanted) == 70
    assert [row["id"] for row in rows() if row["level"] == "1"] == wanted


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
