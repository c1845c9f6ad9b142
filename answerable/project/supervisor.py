"""Keeps a small tree of processes running and takes it down whole."""

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from answerable.kernel import clock

#: prctl(2): the signal that the kernel sends to a child when its parent dies, so that kill -9 leaves no orphans.
PR_SET_PDEATHSIG = 1
#: A child that lived this long has earned a quick restart; one that dies young waits longer each time.
LONG_ENOUGH = 30.0
LONGEST_WAIT = 30.0
PATIENCE = 10.0


@dataclass
class Child:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    wait: float = 0.0
    restart_at: float = 0.0


def _die_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, number)


def end_with_server() -> None:
    """Let a worker of the web server end with it: one left behind would hold the port and answer for ever."""
    server = multiprocessing.parent_process()
    if server is not None:
        _die_with_parent(signal.SIGKILL)
        if os.getppid() != server.pid:  # it died before the kernel was told
            os._exit(1)


class Supervisor:
    """Starts children, restarts those that die, ends all of them on SIGINT and SIGTERM."""

    def __init__(self, children: Sequence[Child], *, tell: Callable[[str], None] | None = None) -> None:
        self.children = list(children)
        self.tell = tell or (lambda line: sys.stderr.write(line + "\n") and None)
        self.stopping = False

    def run(self) -> int:
        """Keep the children running until told to stop."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        for child in self.children:
            self._start(child)
        try:
            while not self.stopping:
                clock.pause(0.2)
                for child in self.children:
                    self._look_after(child)
        finally:
            self._end_all()
        return 0

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _start(self, child: Child) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which then ends the children in order.
        child.process = subprocess.Popen(
            child.command,
            env={**os.environ, **child.environment},
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - no threads run yet in this process
        )
        child.started = clock.monotonic()

    def _look_after(self, child: Child) -> None:
        if child.process is not None and child.process.poll() is not None:
            lived = clock.monotonic() - child.started
            child.wait = 0.5 if lived > LONG_ENOUGH else min(max(child.wait * 2, 0.5), LONGEST_WAIT)
            child.restart_at = clock.monotonic() + child.wait
            code = child.process.returncode
            self.tell(
                f"{child.name} ended with {code} after {lived:.0f} s; starting it again in {child.wait:.1f} s"
            )
            child.process = None
        elif child.process is None and clock.monotonic() >= child.restart_at:
            self._start(child)

    def _end_all(self) -> None:
        running = [child.process for child in self.children if child.process and child.process.poll() is None]
        for process in running:
            _signal_group(process, signal.SIGTERM)
        deadline = clock.monotonic() + PATIENCE
        for process in running:
            try:
                process.wait(timeout=max(deadline - clock.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                _signal_group(process, signal.SIGKILL)
                process.wait()


def _signal_group(process: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return
