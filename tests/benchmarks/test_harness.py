"""Finding, running and reporting benchmarks."""

import json
from pathlib import Path

import pytest

from benchmarks.harness import (
    Benchmark,
    cpu_seconds,
    found_benchmarks,
    machine,
    measure,
    name_in,
    processor,
    shared_folder,
    write_report,
)

WORKING = 'NAME = "working"\ndef run(shared, *, quick):\n    return [{"what": "quick", "value": quick, "unit": ""}]\n'
LACKING = 'NAME: str = "lacking"\ndef run(shared, *, quick):\n    return [(shared / "absent").read_text()]\n'
BROKEN = 'NAME = "broken"\ndef run(shared, *, quick):\n    raise ZeroDivisionError("by nothing")\n'
NO_BENCHMARK = "raise SystemExit('this must not run')\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of small benchmarks."""
    package = tmp_path / "small_benchmarks"
    package.mkdir()
    texts = {
        "a_broken": BROKEN,
        "b_working": WORKING,
        "c_lacking": LACKING,
        "tool": NO_BENCHMARK,
        "__init__": "",
    }
    for name, text in texts.items():
        (package / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return package


def test_modules_with_a_name_are_benchmarks(folder: Path) -> None:
    assert found_benchmarks(folder, "small_benchmarks") == [
        Benchmark("broken", "small_benchmarks.a_broken"),
        Benchmark("lacking", "small_benchmarks.c_lacking"),
        Benchmark("working", "small_benchmarks.b_working"),
    ]


def test_a_module_without_a_name_has_none(folder: Path) -> None:
    assert name_in(folder / "tool.py") is None


def test_a_benchmark_gives_its_rows_and_cpu_time(folder: Path) -> None:
    result = measure(Benchmark("working", "small_benchmarks.b_working"), folder, quick=True)
    assert result.rows == [{"what": "quick", "value": True, "unit": ""}]
    assert 0.0 <= result.cpu_seconds <= cpu_seconds()
    assert (result.missing, result.broken) == ("", "")


def test_missing_files_and_breaks_are_told_apart(folder: Path) -> None:
    lacking = measure(Benchmark("lacking", "small_benchmarks.c_lacking"), folder, quick=False)
    broken = measure(Benchmark("broken", "small_benchmarks.a_broken"), folder, quick=False)
    assert "absent" in lacking.missing
    assert lacking.broken == ""
    assert "by nothing" in broken.broken


def test_a_library_that_is_not_installed_is_missing(folder: Path) -> None:
    assert "no_such_module" in measure(Benchmark("x", "no_such_module"), folder, quick=False).missing


def test_a_module_of_our_own_that_is_missing_is_a_break() -> None:
    found = measure(Benchmark("x", "benchmarks.no_such_benchmark"), Path(), quick=False)
    assert found.broken
    assert not found.missing


def test_the_report_holds_machine_and_figures_and_keeps_other_benchmarks(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "build" / "bench.json"
    for module in ("b_working", "c_lacking"):
        found = measure(Benchmark(module, f"small_benchmarks.{module}"), folder, quick=False)
        write_report(path, [found], quick=False)
    report = json.loads(path.read_text(encoding="utf-8"))
    assert [one["name"] for one in report["benchmarks"]] == ["b_working", "c_lacking"]
    assert report["machine"]["cpus"] >= 1
    assert report["machine"]["libraries"]["numpy"]


def test_machine_facts_name_the_processor() -> None:
    assert processor()
    assert machine()["python"].count(".") == 2


def test_the_shared_folder_lies_beside_the_checkout_unless_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANSWERABLE_SHARED_DATA", raising=False)
    assert shared_folder(tmp_path / "main") == tmp_path / "shared" / "data"
    monkeypatch.setenv("ANSWERABLE_SHARED_DATA", "/elsewhere")
    assert shared_folder(tmp_path) == Path("/elsewhere")
