"""The battery's table: made from what tests told, whole, and in step with the folder."""

import argparse
import json
from pathlib import Path

import pytest

from answerable.project.verbs import battery

ROOT = Path(__file__).resolve().parents[4]


def junit(folder, *cases):
    report = folder / "report.xml"
    report.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    return report


def case(module, inside="", **tally):
    told = json.dumps(tally).replace('"', "&quot;")
    properties = f'<properties><property name="tally" value="{told}"/></properties>' if tally else ""
    return f'<testcase classname="{module}" name="test_one">{properties}{inside}</testcase>'


def test_every_test_of_the_battery_belongs_to_one_promise_and_every_named_file_is_there():
    kept = battery.promises(ROOT)
    named = [file for one in kept for file in one.files()]
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/battery").glob("test_*.py")}
    assert len(named) == len(set(named))
    assert there <= set(named), "a test of the battery without a promise"
    assert [file for file in named if not (ROOT / file).is_file()] == []


def test_the_page_of_the_docs_names_every_promise_and_every_file():
    page = (ROOT / "docs/reference/trust.md").read_text()
    told = page.partition(battery.BEGIN)[2].partition(battery.END)[0]
    missing = [
        word
        for one in battery.promises(ROOT)
        for word in (one.words, *(file.removeprefix("tests/") for file in one.files()))
        if word not in told
    ]
    assert missing == [], "run ./do battery"


def test_numbers_are_added_up_by_promise_and_a_silent_test_is_one_case(tmp_path):
    kept = [battery.Promise("D1", "Nothing is lost", ("test_d1_kill",), ("tests/answerable/x/test_y.py",))]
    report = junit(
        tmp_path,
        case("tests.battery.test_d1_kill", cases=30, faults=7, lost=0, control=1),
        case("tests.answerable.x.test_y"),
        case("tests.answerable.x.test_y", "<failure/>"),
        case("tests.battery.test_d1_kill", "<skipped/>"),
        case("tests.battery.test_elsewhere", cases=99),
    )
    assert battery.add_up(kept, report) == [
        battery.Row("D1", "Nothing is lost", tests=3, failed=1, skipped=1, cases=32, faults=7, controls=1)
    ]


def test_a_failure_and_what_was_left_out_are_said_in_the_table():
    kept = [battery.Promise("D1", "Nothing is lost", ("test_d1_kill",), ())]
    said = battery.table(
        kept, [battery.Row("D1", "Nothing is lost", tests=3, failed=1, skipped=2, cases=1200)]
    )
    assert "1 of 3 FAILED, 2 left out: `battery/test_d1_kill.py`" in said
    assert "| 1,200 |" in said


def test_writing_the_table_leaves_the_rest_of_the_page_alone(tmp_path):
    page = tmp_path / "trust.md"
    page.write_text(f"# Trust\n\n{battery.BEGIN}\nold\n{battery.END}\n\nAfter.\n")
    battery.write(page, "new")
    battery.write(page, "newer")
    assert page.read_text() == f"# Trust\n\n{battery.BEGIN}\nnewer\n{battery.END}\n\nAfter.\n"


def test_an_unknown_promise_is_refused_with_where_to_look(capsys):
    assert battery.run(argparse.Namespace(only="Z9", short=True, write=False)) == 2
    assert "promises.toml" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(battery.BARS))
def test_every_bar_of_a_release_is_read_by_some_test(name):
    assert any(name in path.read_text() for path in (ROOT / "tests/battery").glob("*.py"))
