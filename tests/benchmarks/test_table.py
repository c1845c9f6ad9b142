"""Tables."""

from benchmarks.harness import Result
from benchmarks.table import shown, table_of, width


def test_columns_are_aligned_and_figures_to_the_right() -> None:
    rows = [
        {"what": "speed", "value": 123456.7, "unit": "docs/s", "peer": "ours", "bar": ">= 1"},
        {"what": "中文", "value": 0.91234, "unit": "F1", "peer": "theirs", "bar": None},
    ]
    lines = table_of(Result("storystream.x", rows, 1.25)).splitlines()[1:]
    assert lines == [
        "storystream.x  (1.2 CPU s)",
        "  what     value  unit    peer    bar",
        "  speed  123,457  docs/s  ours    >= 1",
        "  中文    0.9123  F1      theirs",
    ]


def test_a_column_that_nobody_fills_is_left_out() -> None:
    assert "bar" not in table_of(Result("x", [{"what": "a", "value": 1, "unit": "s", "peer": "y"}]))


def test_what_is_missing_or_broke_is_said() -> None:
    assert "not measured: no data" in table_of(Result("x", missing="no data"))
    assert "broke:\nTraceback" in table_of(Result("x", broken="Traceback ..."))


def test_wide_signs_count_twice() -> None:
    assert width("a中") == 3


def test_figures_keep_the_digits_that_matter() -> None:
    assert [shown(value) for value in (None, True, "n/a", 12, 1234567, 0.123456, 2500.5)] == [
        "",
        "True",
        "n/a",
        "12",
        "1,234,567",
        "0.1235",
        "2,500",
    ]
