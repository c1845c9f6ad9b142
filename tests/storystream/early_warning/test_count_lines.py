"""Lines of counts."""

import json

import pytest

from storystream.early_warning.count_lines import gathered, interval_in, read_lines


def line(**changes: object) -> str:
    return json.dumps({"series": "water", "at": "2026-03-01T05:00:00+00:00", "count": 3, **changes})


def test_a_good_line_is_a_count() -> None:
    [count] = read_lines([line(exposure=0.5)]).counts
    assert (count.series, count.count, count.exposure) == ("water", 3, 0.5)
    assert count.at.isoformat() == "2026-03-01T05:00:00+00:00"


def test_exposure_is_whole_unless_said() -> None:
    assert [
        count.exposure for count in read_lines([line(), line(exposure=None), line(exposure=0)]).counts
    ] == [1, 1, 0]


@pytest.mark.parametrize(
    "bad",
    [
        "oops",
        "[]",
        line(series=""),
        line(series=None),
        line(series="\ud800"),
        line(count=-1),
        line(count=1.5),
        line(count=True),
        line(count="3"),
        '{"series": "a", "at": "2026-03-01", "count": NaN}',
        '{"series": "a", "at": "2026-03-01", "count": 1' + "0" * 400 + "}",
        line(exposure=-1),
        line(exposure=[]),
        line(at="soon"),
        line(at=None),
        line(at="0001-01-01"),
        line(at="9999-12-31T23:00"),
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(bad: str) -> None:
    read = read_lines([line(), bad, line()])
    assert len(read.counts) == 2
    assert len(read.refused) == 1
    assert read.refused[0].startswith("line 2: ")


def test_empty_lines_are_nothing() -> None:
    read = read_lines(["\n", "  \n", line()])
    assert (len(read.counts), read.refused) == (1, [])


@pytest.mark.parametrize(
    ("moments", "every"),
    [
        (["2026-03-01", "2026-03-02"], "day"),
        (["2026-03-01T08:00", "2026-03-05T08:00"], "day"),
        (["2026-03-01T08:00", "2026-03-01T09:00"], "hour"),
    ],
)
def test_the_interval_is_found_out(moments: list[str], every: str) -> None:
    assert interval_in(read_lines(line(at=at) for at in moments).counts) == every


def test_hours_add_up_to_a_day_without_the_hours_that_were_missed() -> None:
    hours = [line(at=f"2026-03-01T{hour:02d}:00", exposure=float(hour >= 6)) for hour in range(24)]
    [day] = gathered(read_lines(hours).counts, "day")
    assert (day.count, day.exposure) == (54, 0.75)
    assert day.at.isoformat() == "2026-03-01T00:00:00+00:00"


def test_one_count_in_its_interval_stays_as_it_is() -> None:
    counts = read_lines([line(), line(series="b")]).counts
    assert gathered(counts, "hour") == counts
