"""The closing lines of a run: counts of all phases together, and every failed test by name."""

from answerable.project.verbs import test as verb

REPORT = """<testsuites><testsuite tests="4" failures="1" errors="1" skipped="1">
<testcase classname="tests.a.test_x" name="test_good"/>
<testcase classname="tests.a.test_x" name="test_bad"><failure message="no"/></testcase>
<testcase classname="tests.a.test_x" name="test_worse"><error message="no"/></testcase>
<testcase classname="tests.a.test_x" name="test_left"><skipped/></testcase>
</testsuite></testsuites>"""


def test_what_failed_is_named_below_the_counts(tmp_path):
    report = tmp_path / "tests-sqlite.xml"
    report.write_text(REPORT)
    total = verb._tally(report) + verb.Tally(passed=7)
    assert total.told().splitlines() == [
        "total: 8 passed, 2 failed, 1 skipped",
        "failed: tests.a.test_x::test_bad (sqlite)",
        "failed: tests.a.test_x::test_worse (sqlite)",
    ]


def test_a_phase_without_a_report_counts_as_failed(tmp_path):
    missing = verb._tally(tmp_path / "tests-browser.xml")
    assert missing.failed == 1
    assert "tests-browser.xml" in missing.told()
    (tmp_path / "tests-browser.xml").write_text("<testsuites/>")
    assert verb._tally(tmp_path / "tests-browser.xml").failed == 1
