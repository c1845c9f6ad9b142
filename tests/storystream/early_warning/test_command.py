"""The command."""

import argparse
import io
import json
from datetime import timedelta

import pytest

from storystream.early_warning import command
from tests.storystream.early_warning.makers import FIRST


def lines(seen: list[int], *, series: str = "停水") -> str:
    rows = [
        {"series": series, "at": str((FIRST + timedelta(days=day)).date()), "count": count}
        for day, count in enumerate(seen)
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def run(text: str, *options: str) -> tuple[int, list[dict[str, object]], str]:
    """Exit code, rows on stdout, and stderr."""
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["watch", *options])
    out, err = io.StringIO(), io.StringIO()
    code = args.run(args, io.StringIO(text), out, err)
    return code, [json.loads(row) for row in out.getvalue().splitlines()], err.getvalue()


def test_a_burst_becomes_one_line_with_its_odds() -> None:
    code, [signal], errors = run(lines([5] * 40 + [30]))
    assert (code, errors) == (0, "")
    assert set(signal) == {
        "series",
        "at",
        "hours",
        "seen",
        "expected",
        "p",
        "once_in_days",
        "per_100_series_days",
    }
    assert (signal["series"], signal["seen"], signal["hours"]) == ("停水", 30, 24)


def test_bad_lines_are_named_and_all_good_ones_watched() -> None:
    code, signals, errors = run("oops\n" + lines([5] * 40 + [30]) + '{"series": 1}\n')
    assert code == 2
    assert len(signals) == 1
    assert [row.split(":")[0] for row in errors.splitlines()] == ["line 1", "line 43"]


def test_missing_days_are_gaps_only_when_said() -> None:
    known = lines([3] * 60, series="old") + lines([3] * 60, series="older")
    new = json.dumps({"series": "new", "at": str((FIRST + timedelta(days=59)).date()), "count": 9}) + "\n"
    assert [signal["series"] for signal in run(known + new)[1]] == ["new"]
    assert run(known + new, "--gaps-are-missing")[1] == []


def test_the_switch_sets_how_much_is_raised() -> None:
    text = lines([5] * 40 + [13])
    assert run(text, "--false-alarms", "5")[1] != []
    assert run(text, "--false-alarms", "0.001")[1] == []
    assert run(text, "--one-false-alarm-in", "20")[1] != []
    assert run(text, "--at-least", "40", "--false-alarms", "5")[1] == []


@pytest.mark.parametrize(
    "wrong", [["--false-alarms", "0"], ["--one-false-alarm-in", "-3"], ["--at-least", "0"]]
)
def test_a_switch_that_cannot_be_set_is_refused(wrong: list[str]) -> None:
    code, signals, errors = run(lines([5] * 5), *wrong)
    assert (code, signals) == (2, [])
    assert errors


def test_nothing_in_is_nothing_out() -> None:
    assert run("") == (0, [], "")


def test_a_backtest_is_one_object() -> None:
    code, [found], _ = run(lines([5] * 40 + [30]), "--backtest")
    assert code == 0
    assert (found["series"], found["series_days"], found["stated"]) == (1, 41.0, 0.5)
    assert len(found["fired"]) == 1


def test_hourly_rows_may_be_watched_by_day() -> None:
    rows = [
        {"series": "a", "at": (FIRST + timedelta(hours=hour)).isoformat(), "count": 3 if hour >= 960 else 1}
        for hour in range(24 * 41)
    ]
    _, [signal], _ = run("".join(json.dumps(row) + "\n" for row in rows), "--every", "day")
    assert (signal["seen"], signal["hours"]) == (72, 24)


def test_a_wave_over_all_series_is_no_signal_by_volume() -> None:
    wave = "".join(lines([10] * 40 + [30], series=name) for name in "abcdefgh")
    assert len(run(wave)[1]) == 8
    assert run(wave, "--by-volume")[1] == []
