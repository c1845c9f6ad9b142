"""Runs the benchmarks, prints one table for each and writes build/bench.json."""

import argparse
import sys
from pathlib import Path

from benchmarks.harness import Benchmark, found_benchmarks, measure, shared_folder, write_report
from benchmarks.table import table_of

CHECKOUT = Path(__file__).resolve().parent.parent


def chosen(benchmarks: list[Benchmark], name: str | None) -> list[Benchmark]:
    """All benchmarks, or those whose name is `name` or has it as its beginning or last part."""
    if name is None:
        return benchmarks
    return [one for one in benchmarks if one.name.startswith(name) or one.name.endswith(f".{name}")]


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; 1 when a benchmark broke; 2 when none has the name asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", help="one benchmark, or the beginning of several; all without it")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, for a first look")
    options = parser.parse_args(arguments)
    benchmarks = found_benchmarks(Path(__file__).parent)
    picked = chosen(benchmarks, options.name)
    if not picked:
        names = ", ".join(one.name for one in benchmarks)
        print(f"No benchmark is called {options.name!r}. There are: {names}", file=sys.stderr)
        return 2
    results = []
    for benchmark in picked:
        result = measure(benchmark, shared_folder(CHECKOUT), quick=options.quick)
        print(table_of(result), flush=True)
        results.append(result)
    report = write_report(CHECKOUT / "build" / "bench.json", results, quick=options.quick)
    print(f"Written to {report.relative_to(CHECKOUT)}")
    return 1 if any(result.broken for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
