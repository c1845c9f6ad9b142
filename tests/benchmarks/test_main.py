"""`python -m benchmarks`."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.harness import Benchmark

ROW = {"what": "a", "value": 1, "unit": "s", "peer": "us"}
SMALL = f'NAME = "small.one"\ndef run(shared, *, quick):\n    return [{ROW!r}]\n'


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one small benchmark of its own."""
    package = tmp_path / "one_benchmark"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "small.py").write_text(SMALL, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for loaded in [name for name in sys.modules if name.startswith("one_benchmark")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setattr(command, "CHECKOUT", tmp_path)
    monkeypatch.setattr(
        command, "found_benchmarks", lambda _: [Benchmark("small.one", "one_benchmark.small")]
    )
    return tmp_path


def test_all_are_run_printed_and_written(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([]) == 0
    assert "small.one" in capsys.readouterr().out
    report = json.loads((checkout / "build" / "bench.json").read_text(encoding="utf-8"))
    assert report["benchmarks"][0]["rows"] == [ROW]


def test_an_unknown_name_is_refused_with_those_there_are(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["nothing"]) == 2
    assert "small.one" in capsys.readouterr().err


def test_a_break_gives_an_exit_code(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [Benchmark("broken", "one_benchmark.broken")]
    (checkout / "one_benchmark" / "broken.py").write_text('NAME = "broken"\nrun = None\n', encoding="utf-8")
    monkeypatch.setattr(command, "found_benchmarks", lambda _: broken)
    assert command.main(["broken"]) == 1


@pytest.mark.parametrize(
    ("name", "found"), [("small", 1), ("small.one", 1), ("one", 1), ("two", 0), (None, 1)]
)
def test_a_name_may_be_its_beginning_or_its_last_part(name: str | None, found: int) -> None:
    assert len(command.chosen([Benchmark("small.one", "m")], name)) == found
