"""The parent's side: children kept ready, each document timed, a stuck child killed and replaced.

`read_document(kind, answer, settings, memory, at=...)` and its neighbours never raise for anything a document does.
"""

import atexit
import os
import queue
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from answerable.kernel.apart.parent import ENVIRONMENT
from answerable.kernel.clock import monotonic
from answerable.listening.sources.kinds.exchange import Answer, Candidate, Memory, Reading
from answerable.listening.sources.kinds.refusal import refusal
from answerable.listening.sources.reading import wire

#: Seconds on the wall for one document; the CPU limit is five, so this ends what sleeps.
WALL_S = 6.0
#: A busy machine took 4 s to load the parsers; nobody waits for it but the first document.
START_S = 60.0
#: A child is replaced after so many documents, before small leaks add up.
MOST_DOCUMENTS = 2000
#: Bytes of document handed to a child: the fetch limit and a little more for files.
LARGEST = 20 * 1024 * 1024
#: Why there is no answer: the child is gone.
DIED = "reader_died"
CHILD = "answerable.listening.sources.reading.child"


class Stopped(Exception):
    """The child gave no answer: `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Child:
    """One limited process and the two pipes to it."""

    def __init__(self, module: str) -> None:
        self.documents = 0
        self.buffer = b""
        self.process = subprocess.Popen(  # noqa: S603 - this Python with a module of our own
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            start_new_session=True,
        )
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("a child without pipes")
        self.tasks, self.readings = self.process.stdin, self.process.stdout
        os.set_blocking(self.tasks.fileno(), False)
        os.set_blocking(self.readings.fileno(), False)
        if self._line(monotonic() + START_S) != b"ready":
            raise Stopped(DIED)

    def ask(self, task: bytes) -> bytes:
        """Hand a task over and wait for its line."""
        self.documents += 1
        deadline = monotonic() + WALL_S
        self._write(task, deadline)
        return self._line(deadline)

    def end(self) -> int:
        """Kill the process if it still lives and give its exit status."""
        self.process.kill()
        status = self.process.wait()
        self.tasks.close()
        self.readings.close()
        return status

    def _write(self, task: bytes, deadline: float) -> None:
        rest = memoryview(task)
        while rest:
            _in, ready, _bad = select.select([], [self.tasks], [], max(0.0, deadline - monotonic()))
            if not ready:
                raise Stopped("too_long")
            try:
                rest = rest[os.write(self.tasks.fileno(), rest[: 1 << 16]) :]
            except BrokenPipeError:
                raise Stopped(self._why()) from None

    def _line(self, deadline: float) -> bytes:
        pieces = []
        while True:
            ready, _out, _bad = select.select([self.readings], [], [], max(0.0, deadline - monotonic()))
            if not ready:
                raise Stopped("too_long")
            piece = os.read(self.readings.fileno(), 1 << 20)
            if not piece:
                raise Stopped(self._why())
            pieces.append(piece)
            if piece.endswith(b"\n"):
                return b"".join(pieces)[:-1]

    def _why(self) -> str:
        status = self.process.wait(timeout=START_S)
        return "too_long" if status == -signal.SIGXCPU else DIED


@dataclass
class Readers:
    """A pool of children, made when they are needed and kept while this process lives.

    `module` is what a child runs; a room that reads other things out of documents has one of its own.
    """

    most: int = 2
    module: str = CHILD
    _idle: "queue.SimpleQueue[_Child]" = field(default_factory=queue.SimpleQueue)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _slots: threading.Semaphore = field(init=False)
    _owner: int = field(default_factory=os.getpid)

    def __post_init__(self) -> None:
        self._slots = threading.Semaphore(self.most)

    def ask(self, task: bytes) -> bytes:
        """Let some child do a task; raises Stopped when it had to be ended or died.

        A child that died may have been killed from outside (memory was short, somebody stopped it): that is not the
        document's doing, so a new child is asked once. Only who kills that one, too, is refused.
        """
        with self._slots:
            try:
                return self._ask(self._take(), task)
            except Stopped as stopped:
                if stopped.code != DIED:
                    raise
            return self._ask(_Child(self.module), task)

    def _ask(self, child: _Child, task: bytes) -> bytes:
        try:
            line = child.ask(task)
        except BaseException:
            child.end()
            raise
        if child.documents >= MOST_DOCUMENTS:
            child.end()
        else:
            self._idle.put(child)
        return line

    def _take(self) -> _Child:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return _Child(self.module)

    def close(self) -> None:
        """End every idle child."""
        while True:
            try:
                self._idle.get_nowait().end()
            except queue.Empty:
                return


_pools: dict[int, Readers] = {}


def readers() -> Readers:
    """Give this process's pool; a forked process gets its own."""
    pool = _pools.get(os.getpid())
    if pool is None:
        _pools.clear()
        pool = _pools[os.getpid()] = Readers()
        atexit.register(pool.close)
    return pool


def read_document(
    kind: str, answer: Answer, settings: Mapping[str, Any], memory: Memory, *, at: datetime
) -> Reading:
    """Read one document as its kind does, in the limited child: items or a refusal with its reason."""
    head = {
        "task": "read",
        "kind": kind,
        "settings": dict(settings),
        "memory": dict(memory),
        "at": at.isoformat(),
    }
    return _reading(head, answer, memory)


def read_article(answer: Answer, *, at: datetime, language: str = "") -> Reading:
    """Read one page as an article: one item with its whole text, or a refusal."""
    settings = {"address": answer.final_url, "language": language}
    head = {"task": "read", "kind": "article", "settings": settings, "memory": {}, "at": at.isoformat()}
    return _reading(head, answer, {})


def discover(answer: Answer) -> list[Candidate]:
    """List the feeds that a site's page offers, best first; empty when there are none or the page is bad."""
    try:
        return wire.read_candidates(_ask({"task": "discover"}, answer))
    except (Stopped, ValueError, TypeError, KeyError):
        return []


def _reading(head: Mapping[str, Any], answer: Answer, memory: Memory) -> Reading:
    if len(answer.body) > LARGEST:
        return refusal("too_large", memory, most=LARGEST)
    try:
        return wire.read_reading(_ask(head, answer))
    except Stopped as stopped:
        return refusal(stopped.code, memory)
    except (ValueError, TypeError, KeyError):
        return refusal(DIED, memory)


def _ask(head: Mapping[str, Any], answer: Answer) -> bytes:
    told = {"status": answer.status, "headers": dict(answer.headers), "final_url": answer.final_url}
    return readers().ask(wire.task_line({**head, **told}, len(answer.body)) + answer.body)
