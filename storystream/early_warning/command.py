"""`storystream watch`: counts as JSON lines in, signals as JSON lines out."""

import argparse
import json
from dataclasses import asdict
from typing import Any, TextIO

from storystream.early_warning.backtest import Backtest, backtest
from storystream.early_warning.count_lines import gathered, interval_in, read_lines
from storystream.early_warning.settings import Settings, one_false_alarm_in
from storystream.early_warning.volume import by_volume
from storystream.early_warning.watcher import Watcher
from storystream.items import Count, Signal

#: Digits of a chance or an expectation that mean something.
DIGITS = 6


def add_parser(subparsers: Any) -> None:
    """Adds `watch` to a command line."""
    parser = subparsers.add_parser(
        "watch",
        help="say which series are higher than chance allows",
        description="Reads JSON lines with series, at, count (and exposure: 0 where nothing was fetched) and "
        "writes one JSON line for each signal, with its odds and the false alarms that the switch allows.",
    )
    parser.add_argument(
        "--every", choices=("hour", "day"), help="length of an interval; found out without it"
    )
    switch = parser.add_mutually_exclusive_group()
    switch.add_argument(
        "--false-alarms",
        type=float,
        metavar="N",
        help=f"bearable false alarms per 100 series-days ({Settings().per_100_series_days} without it)",
    )
    switch.add_argument(
        "--one-false-alarm-in",
        type=float,
        metavar="DAYS",
        help="the same, for all series of the input together",
    )
    parser.add_argument("--at-least", type=int, default=Settings().at_least, help="items worth a signal")
    parser.add_argument(
        "--gaps-are-missing",
        action="store_true",
        help="an interval without a line was not looked at, not silent",
    )
    parser.add_argument(
        "--by-volume",
        action="store_true",
        help="what all series do together is no signal: exposure is their volume",
    )
    parser.add_argument(
        "--backtest",
        action="store_true",
        help="write one JSON object instead: what the switch means on this very history",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Watches the counts on stdin; 0 when every line was good, 2 when one was not or the switch cannot be set."""
    read = read_lines(stdin)
    stderr.writelines(sentence + "\n" for sentence in read.refused)
    every = args.every or interval_in(read.counts)
    counts = gathered(read.counts, every)
    try:
        settings = _settings(args, every, counts)
    except ValueError as error:
        stderr.write(f"{error}\n")
        return 2
    if args.by_volume:
        counts = by_volume(counts, every=every, silence=settings.silence)
    if args.backtest:
        rows = [_backtest_row(backtest(counts, settings))]
    else:
        rows = [_signal_row(signal) for signal in Watcher(settings).see(counts)]
    stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return 2 if read.refused else 0


def _settings(args: argparse.Namespace, every: Any, counts: list[Count]) -> Settings:
    """The settings asked for; ValueError where they make no sense."""
    allowed = Settings().per_100_series_days if args.false_alarms is None else args.false_alarms
    if args.one_false_alarm_in is not None:
        series = len({count.series for count in counts})
        allowed = one_false_alarm_in(args.one_false_alarm_in, over_series=max(1, series)).per_100_series_days
    silence: Any = "unknown" if args.gaps_are_missing else "zero"
    return Settings(every=every, per_100_series_days=allowed, at_least=args.at_least, silence=silence)


def _signal_row(signal: Signal) -> dict[str, Any]:
    """A signal in values of JSON."""
    row = {**asdict(signal), "at": signal.at.isoformat()}
    return {
        name: float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value
        for name, value in row.items()
    }


def _backtest_row(found: Backtest) -> dict[str, Any]:
    """A backtest in values of JSON."""
    return {**asdict(found), "fired": [_signal_row(signal) for signal in found.fired]}
