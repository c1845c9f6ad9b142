"""A running installation as the machine sees it: its processes, what each holds, and the slope of what it holds."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6
#: Seconds by which anything may be late on a machine that does other things too; what hangs is later than that.
BUSY_S = 30


def wait_until(met: Callable[[], Any], patience_s: float) -> Any:
    """Wait for something to be so; gives what it was at last."""
    ends = time.monotonic() + patience_s
    while not (found := met()) and time.monotonic() < ends:
        time.sleep(0.05)
    return found


def are_gone(pids: list[int]) -> bool:
    """Whether none of the processes is left."""
    return not any(command_of(pid) for pid in pids)


def children_of(pid: int) -> list[int]:
    """The processes below one, all generations."""
    found: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(tasks).split():
            found += [int(child), *children_of(int(child))]
    return found


def command_of(pid: int) -> str:
    """How a process was called."""
    return _read(Path(f"/proc/{pid}/cmdline")).replace("\0", " ")


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:  # it ended between the look and the reading
        return ""


def kill(pid: int) -> bool:
    """Kill without a warning; says whether there was anybody."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


@dataclass
class Held:
    """What one process held over time."""

    at: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)

    def look(self, pid: int, second: float) -> None:
        """Note what it holds now; nothing when it is gone."""
        numbers = _read(Path(f"/proc/{pid}/statm")).split()
        try:
            files = len(os.listdir(f"/proc/{pid}/fd"))
        except OSError:
            return
        if numbers:
            self.at.append(second)
            self.memory_mb.append(int(numbers[1]) * PAGE_MB)
            self.files.append(files)


def slope_an_hour(seconds: list[float], values: list[float]) -> float:
    """The slope of a straight line through the points by least squares, an hour."""
    if len(seconds) < 2:
        return 0.0
    middle, usual = sum(seconds) / len(seconds), sum(values) / len(values)
    spread = sum((second - middle) ** 2 for second in seconds)
    both = zip(seconds, values, strict=True)
    return (
        3600 * sum((second - middle) * (value - usual) for second, value in both) / spread if spread else 0.0
    )
