"""Run the battery whole: hostile input, faults, kills and the soak; writes its table into docs/reference/trust.md."""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from answerable.project.checkout import need_checkout

BEGIN, END = "<!-- battery: begin -->", "<!-- battery: end -->"
#: The bars of a release where the ordinary suite tries less; what the caller has set stands.
BARS = {
    "ANSWERABLE_BATTERY": "full",
    "ANSWERABLE_KILLS": "300",
    "ANSWERABLE_GROUP_KILLS": "40",
    "ANSWERABLE_LIVES": "300",
    "ANSWERABLE_APPENDS": "500",
    "ANSWERABLE_EDITS": "1000",
    "ANSWERABLE_EVERY": "1",
    "ANSWERABLE_SOAK_MINUTES": "45",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise and the files that try it."""

    id: str
    words: str
    here: tuple[str, ...]
    elsewhere: tuple[str, ...]

    def files(self) -> list[str]:
        """The files of tests, from the checkout's root."""
        return [f"tests/battery/{name}.py" for name in self.here] + list(self.elsewhere)


@dataclass(frozen=True, slots=True)
class Row:
    """What the tests of one promise counted."""

    id: str
    words: str
    tests: int = 0
    failed: int = 0
    skipped: int = 0
    cases: int = 0
    faults: int = 0
    lost: int = 0
    controls: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("--only", metavar="ID", help="one promise; nothing is written into the docs")
    parser.add_argument(
        "--short", action="store_true", help="as much as the ordinary suite tries; the docs stay as they are"
    )
    parser.add_argument("--write", action="store_true", help="with --short: write its table all the same")


def promises(root: Path) -> list[Promise]:
    """Read what is promised."""
    told = tomllib.loads((root / "tests/battery/promises.toml").read_text(encoding="utf-8"))["promise"]
    return [
        Promise(one["id"], one["en"], tuple(one.get("here", ())), tuple(one.get("elsewhere", ())))
        for one in told
    ]


def add_up(kept: Iterable[Promise], report: Path) -> list[Row]:
    """Add up what the tests told in JUnit's report. A test that told no number is one case."""
    rows = {one.id: Row(one.id, one.words) for one in kept}
    owner = {file.removesuffix(".py").replace("/", "."): one.id for one in kept for file in one.files()}
    for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314 - pytest's own report
        module = case.get("classname", "")
        if module in owner:
            rows[owner[module]] = _with(rows[owner[module]], case)
    return list(rows.values())


def _with(row: Row, case: ElementTree.Element) -> Row:
    if case.find("skipped") is not None:
        return replace(row, skipped=row.skipped + 1)
    failed = case.find("failure") is not None or case.find("error") is not None
    told = next((one.get("value", "") for one in case.iter("property") if one.get("name") == "tally"), "")
    counted = json.loads(told) if told else {}
    return replace(
        row,
        tests=row.tests + 1,
        failed=row.failed + failed,
        cases=row.cases + (counted.get("cases") or 1),
        faults=row.faults + counted.get("faults", 0),
        lost=row.lost + counted.get("lost", 0),
        controls=row.controls + counted.get("control", 0),
    )


def table(kept: Sequence[Promise], rows: Sequence[Row]) -> str:
    """Lay the rows out for the docs."""
    files = {one.id: one.files() for one in kept}
    head = "| | promise | cases tried | faults put in | lost | controls that noticed | tests |"
    lines = [head, "| --- | --- | ---: | ---: | ---: | ---: | --- |"]
    for row in rows:
        state = f"{row.tests} passed" if not row.failed else f"{row.failed} of {row.tests} FAILED"
        left_out = f", {row.skipped} left out" if row.skipped else ""
        names = ", ".join(f"`{name.removeprefix('tests/')}`" for name in files[row.id])
        figures = f"{row.cases:,} | {row.faults:,} | {row.lost} | {row.controls}"
        lines.append(f"| {row.id} | {row.words} | {figures} | {state}{left_out}: {names} |")
    return "\n".join(lines)


def write(page: Path, words: str) -> None:
    """Put the table between its markers; whatever else the page says stays."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{words}\n{END}{after}", encoding="utf-8")


def show(rows: Iterable[Row]) -> None:
    """Print the table for a terminal."""
    sys.stdout.write(
        f"\n{'':4} {'tests':>6} {'failed':>6} {'cases':>9} {'faults':>8} {'lost':>5} {'controls':>8}\n"
    )
    for row in rows:
        figures = f"{row.tests:6} {row.failed:6} {row.cases:9,} {row.faults:8,} {row.lost:5} {row.controls:8}"
        sys.stdout.write(f"{row.id:4} {figures}  {row.words}\n")


def run(options: argparse.Namespace) -> int:
    """Run what is asked for, print the table, and write it into the docs after a whole run."""
    root = need_checkout()
    kept = [one for one in promises(root) if options.only in (None, one.id)]
    if not kept:
        sys.stderr.write(f"There is no promise {options.only!r}; tests/battery/promises.toml lists them.\n")
        return 2
    report = root / "build/tests-battery.xml"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    bars = {} if options.short else {name: os.environ.get(name, value) for name, value in BARS.items()}
    files = [file for one in kept for file in one.files()]
    code = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *files],
        cwd=root,
        env={**os.environ, "ANSWERABLE_MODE": "test", **bars},
        check=False,
    ).returncode
    if not report.exists():
        return code or 1
    rows = add_up(kept, report)
    show(rows)
    (root / "build/battery.json").write_text(json.dumps([asdict(row) for row in rows], indent=1))
    if not options.only and (options.write or not options.short):
        part = "the short part (`./do battery --short`)" if options.short else "a whole run"
        write(root / "docs/reference/trust.md", f"Counted by {part}.\n\n{table(kept, rows)}")
    return code
